import type { ReactNode } from 'react';
import { text } from '#packages/kernel';
import { ApiProblem } from '../client.ts';
import { useWords } from '../words.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './notice.module.css';

type Tone = 'info' | 'good' | 'caution' | 'bad';

const ICONS: Record<Tone, IconName> = { info: 'info', good: 'check', caution: 'alert', bad: 'alert' };

interface Props {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** Something to know, said to screen readers when it appears. */
export function Notice({ tone = 'info', title, children }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={ICONS[tone]} />
      <div>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

const WORDS = {
  unexpected: text('出了点问题，请稍后再试', 'Something went wrong: try again later'),
  possible: text('现在可以：', 'What is possible now:'),
  request: (id: string) => text(`报障编号 ${id}`, `Reference ${id}`),
};

interface ProblemProps {
  readonly error: unknown;
  /** Fields that show their own reasons: not said twice. */
  readonly besideFields?: readonly string[];
  readonly children?: ReactNode;
}

/** A refusal or fault with all its reasons and what is possible instead. */
export function ProblemNotice({ error, besideFields = [], children }: ProblemProps) {
  const words = useWords(WORDS);
  if (!(error instanceof ApiProblem)) return <Notice tone="bad" title={words.unexpected} />;
  const { title, possible, status, request } = error.problem;
  const reasons = error.problem.reasons.filter(({ field = '' }) => !besideFields.includes(field));
  return (
    <Notice tone="bad" title={title}>
      {reasons.length > 0 && (
        <ul className={styles.list}>
          {reasons.map(({ rule, field, text: reason }) => (
            <li key={`${rule} ${field}`}>{reason}</li>
          ))}
        </ul>
      )}
      {possible.length > 0 && (
        <p>
          {words.possible}
          {possible.map(({ text: offer }) => offer).join('、')}
        </p>
      )}
      {status >= 500 && request && <p className={styles.small}>{words.request(request)}</p>}
      {children}
    </Notice>
  );
}
