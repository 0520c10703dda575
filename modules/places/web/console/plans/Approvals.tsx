import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useWords } from '#packages/web-kit';
import type { PlanPage } from '../../../core/api.ts';
import styles from './plan.module.css';

const WORDS = {
  title: text('街道意见', 'Approvals of streets'),
  approved: (time: string) => text(`${time} 同意`, `approved ${time}`),
  waits: text('等待同意', 'not yet'),
};

/** The streets whose grids the plan changes, and which of them have approved. */
export function Approvals({ plan: { approvals } }: { readonly plan: PlanPage }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  if (approvals.length === 0) return null;
  return (
    <section className={styles.block} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className={styles.lines}>
        {approvals.map(({ street, name, at }) => (
          <li key={street}>
            <span className={at ? styles.good : styles.soft} aria-hidden="true">
              {at ? <CheckCircleFilled /> : <ClockCircleOutlined />}
            </span>
            <b>{name}</b>
            <span className={styles.soft}>{at ? words.approved(formatTime(at, locale)) : words.waits}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
