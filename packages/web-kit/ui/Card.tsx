import type { ReactNode } from 'react';
import styles from './card.module.css';

interface Props {
  readonly children: ReactNode;
  /** Id of the heading that names the card: it becomes a region. */
  readonly labelledBy?: string;
  readonly tone?: 'plain' | 'water' | 'warm';
  readonly className?: string;
}

export function Card({ children, labelledBy, tone = 'plain', className = '' }: Props) {
  const classes = `${styles.card} ${styles[tone]} ${className}`;
  return labelledBy ? (
    <section className={classes} aria-labelledby={labelledBy}>
      {children}
    </section>
  ) : (
    <div className={classes}>{children}</div>
  );
}

/** Children one below the other. */
export const Stack = ({ children, gap = 4 }: { readonly children: ReactNode; readonly gap?: 2 | 3 | 4 | 5 | 6 }) => (
  <div className={styles.stack} style={{ gap: `var(--space-${gap})` }}>
    {children}
  </div>
);

/** Children beside each other, wrapping where the screen is narrow. */
export const Row = ({ children, apart = false }: { readonly children: ReactNode; readonly apart?: boolean }) => (
  <div className={apart ? `${styles.row} ${styles.apart}` : styles.row}>{children}</div>
);
