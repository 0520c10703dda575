import type { ReactNode } from 'react';
import styles from './mark.module.css';

export type MarkTone = 'waits' | 'runs' | 'rests' | 'good' | 'bad';

/** A state in a word: colour and word say the same. */
export function Mark({ tone, children }: { readonly tone: MarkTone; readonly children: ReactNode }) {
  return (
    <span className={styles.mark} data-tone={tone}>
      {children}
    </span>
  );
}
