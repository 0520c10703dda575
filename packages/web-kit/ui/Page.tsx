import { type ReactNode, useEffect } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '../words.ts';
import styles from './page.module.css';

const WORDS = { product: text('共治', 'Gongzhi') };

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  /** `narrow` for forms and reading, `wide` for maps. */
  readonly width?: 'narrow' | 'middle' | 'wide';
  readonly children: ReactNode;
}

/** The title of the window. */
export function useTitle(title: string): void {
  const { product } = useWords(WORDS);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}

/** One screen with its heading. */
export function Page({ title, lead, width = 'middle', children }: Props) {
  useTitle(title);
  return (
    <div className={`${styles.page} ${styles[width]}`}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {lead && <div className={styles.lead}>{lead}</div>}
      </header>
      {children}
    </div>
  );
}
