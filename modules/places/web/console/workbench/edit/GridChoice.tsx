import { Button, Select } from 'antd';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { WorkingGrid } from '../work.ts';
import shared from '../workbench.module.css';
import styles from './edit.module.css';

const WORDS = {
  title: text('所选网格', 'Chosen grids'),
  placeholder: text('输入名称或编码选择网格', 'Choose grids by name or code'),
  households: (count: number) => text(`${count} 户`, `${count} households`),
  sum: (grids: number, households: number) =>
    text(`${grids} 个网格，共 ${households} 户`, `${grids} grids, ${households} households`),
  merge: text('合并所选网格', 'Merge the chosen grids'),
  show: text('在地图上查看', 'Show on the map'),
  several: (name: string, code: string) => text(`${name}（${code}）`, `${name} (${code})`),
};

interface Props {
  readonly grids: readonly WorkingGrid[];
  readonly chosen: readonly WorkingGrid[];
  readonly nameOf: (code: string) => string;
  readonly onChange: (codes: readonly string[]) => void;
  readonly onMerge: () => void;
  readonly onShow: () => void;
}

/** Grids from a list, for whoever has no pointer; what is chosen on the map is chosen here. */
export function GridChoice({ grids, chosen, nameOf, onChange, onMerge, onShow }: Props) {
  const words = useWords(WORDS);
  const options = grids.map(({ code }) => ({
    value: code,
    label: words.several(nameOf(code), code),
    name: nameOf(code),
  }));
  const households = chosen.reduce((sum, grid) => sum + grid.households, 0);
  return (
    <section className={shared.block}>
      <h2 className={shared.heading}>{words.title}</h2>
      <Select
        mode="multiple"
        aria-label={words.title}
        placeholder={words.placeholder}
        value={chosen.map(({ code }) => code)}
        options={options}
        optionLabelProp="name"
        optionFilterProp="label"
        maxTagCount={3}
        onChange={(codes: string[]) => onChange(codes)}
      />
      {chosen.length > 1 && (
        <ul className={styles.chosen}>
          {chosen.map((grid) => (
            <li key={grid.code}>
              {nameOf(grid.code)} <small>{words.households(grid.households)}</small>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <div className={shared.row}>
          {chosen.length > 1 && (
            <Button type="primary" onClick={onMerge}>
              {words.merge}
            </Button>
          )}
          <Button onClick={onShow}>{words.show}</Button>
          {chosen.length > 1 && <span className={shared.soft}>{words.sum(chosen.length, households)}</span>}
        </div>
      )}
    </section>
  );
}
