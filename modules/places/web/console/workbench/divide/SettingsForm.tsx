import { ReloadOutlined } from '@ant-design/icons';
import { Button, Checkbox, InputNumber, Radio, Select, Slider } from 'antd';
import { useId } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import shared from '../workbench.module.css';
import type { Workspace } from '../workspace.ts';
import styles from './divide.module.css';
import { blockLayers } from './plan.ts';
import { BOUNDS, type DivideMode, type DivideSettings, USUAL_SETTINGS, withRange, withTarget } from './settings.ts';

const WORDS = {
  title: text('怎样划分', 'How to divide'),
  mode: text('划分方式', 'Way of dividing'),
  anew: text('重新划分', 'From scratch'),
  keep: text('保持稳定', 'With stability'),
  anewWhat: text('不看现有网格，按户数重新划分并编号。', 'Without regard to the grids of today, numbered anew.'),
  keepWhat: text(
    '只调整超出范围的网格，让尽量少的住户换网格；编码和名称沿用。',
    'Only grids out of range change, so that as few households as possible move; codes and names stay.',
  ),
  target: text('每格目标户数', 'Households per grid'),
  range: text('允许范围', 'Legal range'),
  least: text('最少户数', 'Least households'),
  most: text('最多户数', 'Most households'),
  households: text('户', 'households'),
  seed: text('随机种子', 'Seed'),
  another: text('换一种', 'Another'),
  demand: text('户数来源', 'Households from'),
  spread: text('现有网格的户数，按面积均摊', 'Grids of today, spread over their areas'),
  spreadWhat: text(
    '没有按楼栋的户数图层：假定每个网格的住户在其面积内均匀分布，结果只是估计。载入户数点图层后更准确。',
    'Without a layer of households by building, those of each grid are taken to live evenly over its area: an estimate. Load points with households to be exact.',
  ),
  border: text('边界沿', 'Borders follow'),
  base: text('底图的道路和河流', 'roads and rivers of the base map'),
  blocks: text('不可切开的街区', 'Blocks not to be cut'),
  noBlocks: text('不限', 'None'),
  dedicated: text('专属网格保持不变', 'Dedicated grids stay as they are'),
};

interface Props {
  readonly workspace: Workspace;
  readonly settings: DivideSettings;
  readonly onChange: (settings: DivideSettings) => void;
}

/** Every control runs the division again. */
export function SettingsForm(props: Props) {
  const words = useWords(WORDS);
  const { settings, onChange } = props;
  return (
    <section className={shared.block}>
      <h2 className={shared.heading}>{words.title}</h2>
      <Radio.Group
        aria-label={words.mode}
        optionType="button"
        buttonStyle="solid"
        value={settings.mode}
        options={(['anew', 'keep'] satisfies DivideMode[]).map((value) => ({ value, label: words[value] }))}
        onChange={({ target }) => onChange({ ...settings, mode: target.value as DivideMode })}
      />
      <p className={shared.soft}>{settings.mode === 'anew' ? words.anewWhat : words.keepWhat}</p>
      <Numbers {...props} />
      <Sources {...props} />
    </section>
  );
}

function Numbers({ settings, onChange }: Props) {
  const words = useWords(WORDS);
  const { target, range, seed } = settings;
  const marks = { [USUAL_SETTINGS.target]: ' ' };
  return (
    <div className={styles.numbers}>
      <span>{words.target}</span>
      <Slider
        {...BOUNDS}
        marks={marks}
        value={target}
        ariaLabelForHandle={words.target}
        tooltip={{ open: false }}
        onChange={(value) => onChange(withTarget(settings, value))}
      />
      <Count label={words.target} value={target} onChange={(value) => onChange(withTarget(settings, value))} />
      <span>{words.range}</span>
      <Slider
        range
        {...BOUNDS}
        value={[range.min, range.max]}
        ariaLabelForHandle={[words.least, words.most]}
        tooltip={{ open: false }}
        onChange={([one, other]) => onChange(withRange(settings, one, other))}
      />
      <span className={styles.ends}>
        <Count
          label={words.least}
          value={range.min}
          onChange={(value) => onChange(withRange(settings, value, range.max))}
        />
        –
        <Count
          label={words.most}
          value={range.max}
          onChange={(value) => onChange(withRange(settings, range.min, value))}
        />
      </span>
      <span>{words.seed}</span>
      <Button
        className={styles.another}
        size="small"
        icon={<ReloadOutlined aria-hidden />}
        onClick={() => onChange({ ...settings, seed: seed + 1 })}
      >
        {words.another}
      </Button>
      <InputNumber
        size="small"
        aria-label={words.seed}
        min={0}
        max={9999}
        precision={0}
        value={seed}
        onChange={(value) => value !== null && onChange({ ...settings, seed: value })}
      />
    </div>
  );
}

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that counts once it was typed in full. */
function Count({ label, value, onChange }: CountProps) {
  return (
    <InputNumber
      size="small"
      aria-label={label}
      min={BOUNDS.min}
      max={BOUNDS.max}
      step={BOUNDS.step}
      precision={0}
      changeOnBlur
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      onPressEnter={({ currentTarget }) => currentTarget.blur()}
    />
  );
}

function Sources({ workspace, settings, onChange }: Props) {
  const words = useWords(WORDS);
  const [demandId, blocksId] = [useId(), useId()];
  const layersOf = (kind: 'demand' | 'barriers') => workspace.layers.filter(({ content }) => content.kind === kind);
  const named = (layers: readonly { id: string; owner: string; name: string }[]) =>
    layers.map(({ id, owner, name }) => ({ value: id, label: owner || name }));
  const blocks = blockLayers(workspace);
  const hasDedicated = workspace.grids.some(({ kind }) => kind === 'dedicated');
  return (
    <div className={styles.sources}>
      <label htmlFor={demandId}>{words.demand}</label>
      <Select
        id={demandId}
        value={settings.demand ?? ''}
        options={[{ value: '', label: words.spread }, ...named(layersOf('demand'))]}
        onChange={(id) => onChange({ ...settings, demand: id || null })}
      />
      {settings.demand === null && <p className={`${shared.caution} ${styles.across}`}>{words.spreadWhat}</p>}
      <span>{words.border}</span>
      <div className={styles.checks}>
        <Checkbox checked={settings.base} onChange={({ target }) => onChange({ ...settings, base: target.checked })}>
          {words.base}
        </Checkbox>
        {named(layersOf('barriers')).map(({ value, label }) => (
          <Checkbox
            key={value}
            checked={settings.barriers.includes(value)}
            onChange={({ target }) => {
              const others = settings.barriers.filter((id) => id !== value);
              onChange({ ...settings, barriers: target.checked ? [...others, value] : others });
            }}
          >
            {label}
          </Checkbox>
        ))}
      </div>
      {blocks.length > 0 && (
        <>
          <label htmlFor={blocksId}>{words.blocks}</label>
          <Select
            id={blocksId}
            value={settings.blocks ?? ''}
            options={[{ value: '', label: words.noBlocks }, ...named(blocks)]}
            onChange={(id) => onChange({ ...settings, blocks: id || null })}
          />
        </>
      )}
      {hasDedicated && (
        <Checkbox
          className={styles.across}
          checked={settings.keepDedicated}
          onChange={({ target }) => onChange({ ...settings, keepDedicated: target.checked })}
        >
          {words.dedicated}
        </Checkbox>
      )}
    </div>
  );
}
