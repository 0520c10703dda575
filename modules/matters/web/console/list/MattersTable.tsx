import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { gridName } from '#packages/web-kit/map';
import type { MatterRow } from '../../../core/api.ts';
import { nameOfCategory } from '../category-names.ts';
import { DueClock } from '../DueClock.tsx';
import { StageTag } from '../StageTag.tsx';
import styles from './list.module.css';

const WORDS = {
  matter: text('事项', 'Matter'),
  place: text('网格', 'Grid'),
  stage: text('环节', 'Stage'),
  unit: text('责任单位', 'Unit'),
  clock: text('时限', 'Clock'),
  reported: text('反映时间', 'Reported'),
};

/** The list on a desk: one line of words a matter, the rest in columns. */
export function MattersTable({ rows }: { readonly rows: readonly MatterRow[] }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.matter}</th>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.stage}</th>
          <th scope="col">{words.unit}</th>
          <th scope="col">{words.clock}</th>
          <th scope="col">{words.reported}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, category, excerpt, grid, stage, unit, clock, reportedAt }) => (
          <tr key={code}>
            <td>
              <Link href={`/matters/${code}`}>
                <b>{say(nameOfCategory(category))}</b>
                <span>{excerpt}</span>
              </Link>
            </td>
            <td>
              {gridName(grid)}
              <small>{grid.street}</small>
            </td>
            <td>
              <StageTag stage={stage} />
            </td>
            <td>{unit?.name}</td>
            <td>{clock && <DueClock clock={clock} />}</td>
            <td className={styles.time}>
              <time dateTime={reportedAt}>{formatTime(reportedAt, locale)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
