import type { ReactNode } from 'react';
import styles from './blank.module.css';

interface Props {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing to show, said in a sentence, with what one may do. */
export function Blank({ icon, title, children }: Props) {
  return (
    <div className={styles.blank}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}
