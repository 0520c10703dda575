import { Link } from 'wouter';
import { Mark, type MarkTone } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { DutyRow } from '../../core/api.ts';
import { DUTY_KINDS, STANDINGS, type Standing } from '../../core/duty.ts';
import { feeInWords, frequencyInWords, GRIDS, hoursInWords } from '../words.ts';
import styles from './duties.module.css';

const WORDS = {
  item: text('事项', 'Item'),
  owner: text('责任部门', 'Department'),
  often: text('频次', 'How often'),
  hours: text('每格每月', 'A month and grid'),
  fee: text('每格每月费用', 'Fee a month and grid'),
  term: text('期限', 'Term'),
  standing: text('状态', 'Standing'),
  urgent: text('紧急准入', 'urgent'),
  until: (day: string) => text(`至 ${day}`, `until ${day}`),
};

export const TONES: Record<Standing, MarkTone> = {
  applied: 'waits',
  returned: 'bad',
  upcoming: 'runs',
  in_force: 'good',
  expired: 'rests',
  exited: 'rests',
  withdrawn: 'rests',
};

/** First and last day of an item, the earlier end where it was taken off. */
export const termOf = ({ from, until, exitFrom }: DutyRow): readonly string[] =>
  from === null || until === null ? [] : [from, exitFrom ?? until];

/** Items with what they ask of a grid. */
export function DutyTable({ rows }: { readonly rows: readonly DutyRow[] }) {
  const words = useWords(WORDS);
  const titles = [words.item, words.owner, words.often, words.hours, words.fee, words.term, words.standing];
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: DutyRow }) {
  const words = useWords(WORDS);
  const say = useText();
  const { id, item, owner, urgent, standing } = row;
  const [from, until] = termOf(row);
  return (
    <tr>
      <td>
        <Link href={`/duties/${id}`}>
          <b>{item.name}</b>
        </Link>
        <small>
          {say(DUTY_KINDS[item.kind])} · {say(GRIDS[item.grids])}
        </small>
      </td>
      <td>{owner.name}</td>
      <td className={styles.nowrap} data-label={words.often}>
        {say(frequencyInWords(item.frequency))}
      </td>
      <td className={styles.nowrap} data-label={words.hours}>
        {say(hoursInWords(item.hours))}
      </td>
      <td className={styles.nowrap} data-label={words.fee}>
        {say(feeInWords(item.fee))}
      </td>
      <td className={styles.nowrap} data-label={from && words.term}>
        {from}
        {until && <small>{words.until(until)}</small>}
      </td>
      <td>
        <Mark tone={TONES[standing]}>{say(STANDINGS[standing])}</Mark>
        {urgent && <small>{words.urgent}</small>}
      </td>
    </tr>
  );
}
