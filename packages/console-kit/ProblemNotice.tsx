import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { text } from '#packages/kernel';
import { ApiProblem, useWords } from '#packages/web-kit';
import styles from './problem.module.css';

const WORDS = {
  unknown: text('出了问题，请稍后重试', 'Something went wrong: try again later'),
  possible: text('现在可以：', 'Possible now:'),
  again: text('重试', 'Try again'),
  request: (id: string) => text(`请求编号 ${id}`, `Request ${id}`),
};

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Called with one of the things that are possible instead; without it they are only named. */
  readonly onPossible?: (action: string) => void;
  /** Which of them belong to this screen. */
  readonly canChoose?: (action: string) => boolean;
}

const all = () => true;

/** A refusal or fault in words: its title, every reason, and what is possible instead. */
export function ProblemNotice({ error, onRetry, onPossible, canChoose = all }: Props) {
  const words = useWords(WORDS);
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal is brought into view, also at the top of a long form
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const problem = error instanceof ApiProblem ? error.problem : null;
  const { reasons = [] } = problem ?? {};
  const possible = (problem?.possible ?? []).filter(({ action }) => canChoose(action));
  const named = problem?.code === 'fault' && problem.request !== '';
  const more = reasons.length + possible.length > 0 || named;
  return (
    <div ref={place}>
      <Alert
        type={problem?.status === 409 ? 'warning' : 'error'}
        showIcon
        title={problem?.title || words.unknown}
        action={onRetry && <Button onClick={onRetry}>{words.again}</Button>}
        description={
          more && (
            <div className={styles.body}>
              {reasons.length > 0 && (
                <ul>
                  {reasons.map(({ rule, field, text: sentence }) => (
                    <li key={`${rule} ${field} ${sentence}`}>{sentence}</li>
                  ))}
                </ul>
              )}
              {possible.length > 0 && (
                <p className={styles.possible}>
                  <span>{words.possible}</span>
                  {possible.map(({ action, text: label }) =>
                    onPossible ? (
                      <Button key={action} onClick={() => onPossible(action)}>
                        {label}
                      </Button>
                    ) : (
                      <b key={action}>{label}</b>
                    ),
                  )}
                </p>
              )}
              {named && <p className={styles.request}>{words.request(problem.request)}</p>}
            </div>
          )
        }
      />
    </div>
  );
}
