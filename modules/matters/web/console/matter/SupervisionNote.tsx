import { AlertOutlined } from '@ant-design/icons';
import { type Text, text } from '#packages/kernel';
import { formatTime, useLocale, useText } from '#packages/web-kit';
import type { SupervisionPage } from '../../../core/api.ts';
import { LEVELS, TRIGGERS } from '../../../core/supervision.ts';
import styles from './supervision.module.css';

const WORDS = {
  owed: (time: string) => text(`承办单位须在 ${time} 前回复`, `the unit owes an answer by ${time}`),
  overdue: (time: string) => text(`应在 ${time} 前回复，已超时`, `an answer was due ${time}`),
  answered: (time: string) => text(`已于 ${time} 回复`, `answered ${time}`),
};

/** How a supervision stands: owed, late or answered. */
export function supervisionState({ answeredAt, dueAt, overdue }: SupervisionPage, at: (iso: string) => string): Text {
  if (answeredAt !== null) return WORDS.answered(at(answeredAt));
  return overdue ? WORDS.overdue(at(dueAt)) : WORDS.owed(at(dueAt));
}

/** A supervision of this matter, above everything else while it waits for an answer. */
export function SupervisionNote({ supervision }: { readonly supervision: SupervisionPage }) {
  const say = useText();
  const locale = useLocale();
  const { level, trigger, answeredAt } = supervision;
  return (
    <p className={styles.note} data-open={answeredAt === null} data-level={level}>
      <AlertOutlined aria-hidden />
      <b>{say(LEVELS[level])}</b>
      <span>{say(TRIGGERS[trigger])}</span>
      <span>{say(supervisionState(supervision, (iso) => formatTime(iso, locale)))}</span>
    </p>
  );
}
