import type { ReactNode } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '../words.ts';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { ProblemNotice } from './Notice.tsx';
import styles from './states.module.css';

const WORDS = { loading: text('加载中…', 'Loading…'), again: text('再试一次', 'Try again') };

const WIDTHS = ['92%', '76%', '84%', '58%', '80%', '66%', '88%', '50%'];

/** Grey lines, at most eight, where words will be. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const words = useWords(WORDS);
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{words.loading}</span>
      {WIDTHS.slice(0, lines).map((width) => (
        <i key={width} style={{ width }} />
      ))}
    </div>
  );
}

interface EmptyProps {
  readonly icon?: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing here, and what one can do about it. */
export const Empty = ({ icon = 'check', title, children }: EmptyProps) => (
  <div className={styles.empty}>
    <span className={styles.disc}>
      <Icon name={icon} size={26} />
    </span>
    <p className={styles.title}>{title}</p>
    {children}
  </div>
);

/** A failed load, with the way to try again. */
export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const words = useWords(WORDS);
  return (
    <ProblemNotice error={error}>
      <div className={styles.retry}>
        <Button onClick={onRetry}>{words.again}</Button>
      </div>
    </ProblemNotice>
  );
}

interface Loadable<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly query: Loadable<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for: its skeleton, its error, or itself. */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={lines} />;
}
