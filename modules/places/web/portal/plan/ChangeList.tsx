import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Card, Stack } from '#packages/web-kit/ui';
import type { PlanChanges } from '../../../core/api.ts';
import { changedNames, type GridChange, gridChanges } from '../../comparison/grid-changes.ts';
import styles from './plan.module.css';

const WORDS = {
  title: text('调整了什么', 'What changes'),
  none: text('没有网格改变。', 'No grid changes.'),
  added: text('新增', 'New'),
  removed: text('撤销', 'Removed'),
  changed: text('边界调整', 'New border'),
  renamed: text('改名', 'Renamed'),
  households: (n: string) => text(`约 ${n} 户`, `about ${n} households`),
  gives: (name: string, households: string) =>
    text(`约 ${households} 户划给“${name}”`, `about ${households} households go to "${name}"`),
  land: (name: string) => text(`一块地划给“${name}”`, `a piece of land goes to "${name}"`),
  renamedFrom: (name: string) => text(`原名“${name}”`, `was "${name}"`),
  borders: (n: number) => text(`另有 ${n} 个网格只更新了界址点，范围不变。`, `${n} more only got new border points.`),
};

/** The grids that change, in plain sentences. */
export function ChangeList({ changes }: { readonly changes: PlanChanges }) {
  const words = useWords(WORDS);
  const all = gridChanges(changes);
  const names = changedNames(changes);
  const shown = all.filter(({ kind }) => kind !== 'redrawn');
  return (
    <Card labelledBy="changes">
      <Stack gap={3}>
        <h2 id="changes">{words.title}</h2>
        {shown.length === 0 && <p className={styles.soft}>{words.none}</p>}
        <ul className={styles.changes}>
          {shown.map((change) => (
            <Change key={change.code} change={change} names={names} />
          ))}
        </ul>
        {shown.length < all.length && <p className={styles.soft}>{words.borders(all.length - shown.length)}</p>}
      </Stack>
    </Card>
  );
}

interface ChangeProps {
  readonly change: GridChange;
  readonly names: ReadonlyMap<string, string>;
}

function Change({ change, names }: ChangeProps) {
  const words = useWords(WORDS);
  const { name, kind, households, gives, formerName } = change;
  const count = (n: number) => Math.round(n).toLocaleString('en');
  return (
    <li>
      <p>
        <strong>{name}</strong>
        {kind !== 'redrawn' && <span className={styles.kind}>{words[kind]}</span>}
        {kind === 'added' && households !== null && words.households(count(households))}
      </p>
      {formerName && <p className={styles.soft}>{words.renamedFrom(formerName)}</p>}
      {gives.map(({ with: to, households: moved }) =>
        to === null ? null : (
          <p key={to} className={styles.soft}>
            {moved >= 0.5 ? words.gives(names.get(to) ?? to, count(moved)) : words.land(names.get(to) ?? to)}
          </p>
        ),
      )}
    </li>
  );
}
