import { type Text, text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { ROLES } from '../../../../access/contract.ts';
import type { PlanPage } from '../../../core/api.ts';
import styles from './plan.module.css';
import { Rows } from './Rows.tsx';

const WORDS = {
  title: text('办理过程', 'What happened'),
  ledger: text('每一步都记入账本，不能改动。', 'Each step is in the ledger and cannot be changed.'),
};

const SYSTEM = text('系统', 'System');
const nameOfRole = (role: string): Text => (role in ROLES ? ROLES[role as keyof typeof ROLES] : SYSTEM);

/** What happened to the plan, newest first, from the ledger. */
export function History({ plan: { history } }: { readonly plan: PlanPage }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  return (
    <section className={styles.block} aria-label={words.title}>
      <h2>{words.title}</h2>
      <Rows
        rows={history.toReversed().map(({ action, text: deed, at, role, reason }) => (
          <li key={`${at} ${action}`}>
            <b>{deed}</b>
            <span>{say(nameOfRole(role))}</span>
            <time dateTime={at}>{formatTime(at, locale)}</time>
            {reason && <q>{reason}</q>}
          </li>
        ))}
      >
        {(shown) => <ol className={styles.history}>{shown}</ol>}
      </Rows>
      <p className={styles.soft}>{words.ledger}</p>
    </section>
  );
}
