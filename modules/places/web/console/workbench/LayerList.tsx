import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
} from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type DragEvent, useState } from 'react';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { fieldsOf, interpret } from './fields.ts';
import { type FieldChoice, LAYER_USES, type LayerUse, type SourceLayer } from './layer.ts';
import { colourOf } from './looks.ts';
import type { PanelProps } from './panel.ts';
import styles from './workbench.module.css';

const WORDS = {
  list: text('图层，排在前面的优先', 'Layers, the first has priority'),
  order: text('排在前面的优先：同一处各说不一时，以它为准。', 'The first has priority where layers disagree.'),
  owner: text('所属部门', 'Department'),
  up: (name: string) => text(`上移“${name}”`, `Move "${name}" up`),
  down: (name: string) => text(`下移“${name}”`, `Move "${name}" down`),
  hide: (name: string) => text(`隐藏“${name}”`, `Hide "${name}"`),
  show: (name: string) => text(`显示“${name}”`, `Show "${name}"`),
  remove: (name: string) => text(`移除“${name}”`, `Remove "${name}"`),
  fields: text('用途与字段', 'Use and fields'),
  use: text('用途', 'Use'),
  code: text('编码字段', 'Field of the code'),
  name: text('名称字段', 'Field of the name'),
  households: text('户数字段', 'Field of households'),
  none: text('没有', 'None'),
  grids: (n: number, communities: number) =>
    text(`${n} 个网格，${communities} 个社区`, `${n} grids in ${communities} communities`),
  points: (n: number, households: number) =>
    text(`${n} 个点，${households} 户`, `${n} points, ${households} households`),
  lines: (n: number) => text(`${n} 条`, `${n} lines`),
  read: (crs: string) => text(`读作 ${crs}`, `read as ${crs}`),
};

/** The layers in the order of their priority: moved by buttons or by drag. */
export function LayerList({ workspace, dispatch }: PanelProps) {
  const words = useWords(WORDS);
  const { layers } = workspace;
  const [dragged, setDragged] = useState<string | null>(null);
  if (layers.length === 0) return null;
  const drag = (layer: SourceLayer, index: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      setDragged(layer.id);
    },
    onDragOver: (event: DragEvent) => {
      if (dragged !== null) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      dispatch({ type: 'move_layer', id: dragged, to: index });
      setDragged(null);
    },
    onDragEnd: () => setDragged(null),
  });
  return (
    <>
      {layers.length > 1 && <p className={styles.soft}>{words.order}</p>}
      <ol className={styles.layers} aria-label={words.list}>
        {layers.map((layer, i) => (
          <li key={layer.id} {...drag(layer, i)} data-dragged={dragged === layer.id}>
            <LayerCard {...{ workspace, dispatch, layer, index: i }} />
          </li>
        ))}
      </ol>
    </>
  );
}

interface CardProps extends Pick<PanelProps, 'workspace' | 'dispatch'> {
  readonly layer: SourceLayer;
  readonly index: number;
}

function LayerCard({ workspace, dispatch, layer, index }: CardProps) {
  const words = useWords(WORDS);
  const say = useText();
  const { id, name, owner, colour, visible, notes } = layer;
  const move = (to: number) => dispatch({ type: 'move_layer', id, to });
  const change = (next: Partial<SourceLayer>) => dispatch({ type: 'change_layer', id, change: next });
  return (
    <article className={styles.layer}>
      <div className={styles.layerHead}>
        <span className={styles.swatch} style={{ background: colourOf(colour) }} aria-hidden="true" />
        <Input
          value={owner}
          maxLength={40}
          aria-label={words.owner}
          onChange={(event) => change({ owner: event.target.value })}
        />
        <Button
          type="text"
          icon={visible ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
          aria-label={visible ? words.hide(owner) : words.show(owner)}
          onClick={() => change({ visible: !visible })}
        />
        <Button
          type="text"
          icon={<ArrowUpOutlined aria-hidden />}
          aria-label={words.up(owner)}
          disabled={index === 0}
          onClick={() => move(index - 1)}
        />
        <Button
          type="text"
          icon={<ArrowDownOutlined aria-hidden />}
          aria-label={words.down(owner)}
          disabled={index === workspace.layers.length - 1}
          onClick={() => move(index + 1)}
        />
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={words.remove(owner)}
          onClick={() => dispatch({ type: 'remove_layer', id })}
        />
      </div>
      <p className={styles.soft}>
        {name} · {words.read(say(layer.crs))}
        <br />
        <b>{useSummary(layer)}</b>
      </p>
      {notes.map((note) => (
        <p key={note.en} className={styles.caution}>
          {say(note)}
        </p>
      ))}
      <details>
        <summary>{words.fields}</summary>
        <FieldChoices {...{ workspace, dispatch, layer, index }} />
      </details>
    </article>
  );
}

function useSummary({ content }: SourceLayer): string {
  const words = useWords(WORDS);
  if (content.kind === 'grids') {
    return words.grids(content.grids.length, new Set(content.grids.map(({ community }) => community)).size);
  }
  if (content.kind === 'barriers') return words.lines(content.barriers.length);
  const { x, households } = content.demand;
  return words.points(
    x.length,
    households.reduce((sum, one) => sum + one, 0),
  );
}

function FieldChoices({ workspace, dispatch, layer }: CardProps) {
  const words = useWords(WORDS);
  const say = useText();
  const options = [
    { value: '', label: words.none },
    ...fieldsOf(layer.features).map(({ name, example }) => ({
      value: name,
      label: example === '' ? name : `${name}（${example}）`,
    })),
  ];
  const choose = (next: { readonly fields?: FieldChoice; readonly use?: LayerUse }) => {
    const { features, fields, use } = { ...layer, ...next };
    const taken = new Set(workspace.ground.map(({ code }) => code));
    const { content, issues } = interpret({ features, fields, use }, workspace.areas, taken);
    dispatch({ type: 'change_layer', id: layer.id, change: { fields, use, content, notes: issues } });
  };
  return (
    <div className={styles.fields}>
      <span>{words.use}</span>
      <Select
        aria-label={words.use}
        value={layer.use}
        options={(Object.keys(LAYER_USES) as LayerUse[]).map((value) => ({ value, label: say(LAYER_USES[value]) }))}
        onChange={(use: LayerUse) => choose({ use })}
      />
      {(['code', 'name', 'households'] as const).map((key) => (
        <div key={key} className={styles.field}>
          <span>{words[key]}</span>
          <Select
            aria-label={words[key]}
            value={layer.fields[key] ?? ''}
            options={options}
            onChange={(field: string) => choose({ fields: { ...layer.fields, [key]: field === '' ? null : field } })}
          />
        </div>
      ))}
    </div>
  );
}
