import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type BadgeTone = 'waiting' | 'moving' | 'good' | 'ended' | 'late';

/** A short word for a state; the tone only underlines what the word says. */
export const Badge = ({ tone, children }: { readonly tone: BadgeTone; readonly children: ReactNode }) => (
  <span className={styles.badge} data-tone={tone}>
    {children}
  </span>
);
