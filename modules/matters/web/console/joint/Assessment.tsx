import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { Answered, Blank } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { matters } from '../api.ts';
import styles from '../tables.module.css';

const WORDS = {
  title: text('双向评估', 'Both sides'),
  why: text(
    '按单位统计，不统计个人；按名称排列，不排名次。',
    'Counted by unit, never by person; in the order of names, not of merit.',
  ),
  period: text('时段', 'Period'),
  days: (n: number) => text(`最近 ${n} 天`, `The last ${n} days`),
  none: text('这段时间没有吹哨', 'Nobody whistled in that time'),
  unit: text('单位', 'Unit'),
  whistles: text('吹哨', 'Whistled'),
  justified: text('合理', 'Justified'),
  unjustified: text('不合理', 'Not justified'),
  called: text('被吹哨', 'Called'),
  reported: text('已反馈', 'Reported'),
  onTime: text('按时', 'On time'),
  late: text('超时', 'Late'),
  excused: text('免除', 'Released'),
  stayedAway: text('未到场', 'Did not come'),
};

const COLUMNS = [
  ...(['whistles', 'justified', 'unjustified', 'called', 'reported'] as const),
  ...(['onTime', 'late', 'excused', 'stayedAway'] as const),
];

const DAY = 86_400_000;
const dayOf = (time: number) => new Date(time + DAY / 3).toISOString().slice(0, 10);

/** Whistlers and those who were called, by unit. */
export function Assessment() {
  const words = useWords(WORDS);
  const [days, setDays] = useState(90);
  const to = dayOf(Date.now());
  const from = dayOf(Date.now() - (days - 1) * DAY);
  const rows = useQuery({
    queryKey: ['joint-assessment', from, to],
    queryFn: () => matters('GET /api/joint-orders/assessment', { query: { from, to } }),
  });
  return (
    <>
      <div className={styles.bar}>
        <Select
          aria-label={words.period}
          value={days}
          onChange={setDays}
          options={[30, 90, 365].map((n) => ({ value: n, label: words.days(n) }))}
          style={{ width: 160 }}
        />
        <span>{words.why}</span>
      </div>
      <Answered query={rows}>
        {(units) =>
          units.length === 0 ? (
            <Blank title={words.none} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
            <section className={styles.frame} tabIndex={0} aria-label={words.title}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{words.unit}</th>
                    {COLUMNS.map((column) => (
                      <th key={column} scope="col" className={styles.number}>
                        {words[column]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {units.map((row) => (
                    <tr key={row.unit.id}>
                      <td className={styles.nowrap}>{row.unit.name}</td>
                      {COLUMNS.map((column) => (
                        <td key={column} className={styles.number}>
                          {row[column]}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Answered>
    </>
  );
}
