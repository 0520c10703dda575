import { ArrowRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { areaText } from '../names.ts';
import type { WorkingGrid } from '../work.ts';
import shared from '../workbench.module.css';
import styles from './edit.module.css';
import type { Draft } from './use-proposals.ts';

const WORDS = {
  title: text('请确认这次修改', 'Confirm this change'),
  counted: text('户数按户数图层统计', 'Households as the layer of points counts them'),
  estimated: text('户数按面积估算', 'Households estimated by area'),
  move: (area: string, households: number) =>
    text(`${area}，约 ${households} 户`, `${area}, about ${households} households`),
  none: text('没有地方换到别的网格，只有边界的顶点改变。', 'No place changes hands; only vertices of borders change.'),
  after: text('修改后', 'Afterwards'),
  change: (before: number, after: number) => text(`${before} → ${after} 户`, `${before} → ${after} households`),
  fresh: (households: number) => text(`新网格，${households} 户`, `new, ${households} households`),
  gone: text('取消', 'goes'),
  confirm: text('确认修改', 'Confirm'),
  cancel: text('取消修改', 'Cancel'),
};

interface Props {
  readonly draft: Draft;
  readonly before: readonly WorkingGrid[];
  readonly isCounted: boolean;
  readonly nameOf: (code: string) => string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The difference that a change would make: which places, how large, how many households. */
export function Review({ draft, before, isCounted, nameOf, onConfirm, onCancel }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const named = new Map(draft.put.map(({ code, name }) => [code, name]));
  const name = (code: string): string => named.get(code) || nameOf(code);
  return (
    <section className={styles.review} aria-label={words.title}>
      <h2 className={shared.heading}>{say(draft.done)}</h2>
      {draft.moves.length === 0 && <p className={shared.soft}>{words.none}</p>}
      <ul className={styles.moves}>
        {draft.moves.map(({ from, to, areaM2, households }) => (
          <li key={`${from} ${to} ${areaM2}`}>
            <span>{name(from)}</span>
            <ArrowRightOutlined aria-hidden />
            <span>{name(to)}</span>
            <small>{words.move(areaText(areaM2), households)}</small>
          </li>
        ))}
      </ul>
      <Loads {...{ draft, before, name }} />
      {draft.moves.length > 0 && <p className={shared.soft}>{isCounted ? words.counted : words.estimated}</p>}
      <div className={shared.row}>
        <Button type="primary" autoFocus onClick={onConfirm}>
          {words.confirm}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </section>
  );
}

interface LoadsProps {
  readonly draft: Draft;
  readonly before: readonly WorkingGrid[];
  readonly name: (code: string) => string;
}

/** Households of the grids that change: so far and afterwards. */
function Loads({ draft, before, name }: LoadsProps) {
  const words = useWords(WORDS);
  const earlier = new Map(before.map((grid) => [grid.code, grid]));
  const changed = draft.put.filter(({ code, households }) => earlier.get(code)?.households !== households);
  if (changed.length + draft.remove.length === 0) return null;
  return (
    <dl className={styles.loads} aria-label={words.after}>
      {changed.map(({ code, households }) => {
        const former = earlier.get(code);
        return (
          <div key={code}>
            <dt>{name(code)}</dt>
            <dd>{former ? words.change(former.households, households) : words.fresh(households)}</dd>
          </div>
        );
      })}
      {draft.remove.map((code) => (
        <div key={code}>
          <dt>{name(code)}</dt>
          <dd>{words.gone}</dd>
        </div>
      ))}
    </dl>
  );
}
