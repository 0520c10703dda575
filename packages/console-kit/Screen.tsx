import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import styles from './screen.module.css';

const WORDS = { back: text('返回', 'Back') };

interface Props {
  readonly title: string;
  /** Beside the title: a number, a name. */
  readonly note?: ReactNode;
  /** Buttons at the right of the title. */
  readonly extra?: ReactNode;
  readonly onBack?: () => void;
  /** `page` scrolls as a whole within readable width, `wide` as a whole, `fixed` leaves scrolling to its parts. */
  readonly layout?: 'page' | 'wide' | 'fixed';
  readonly children: ReactNode;
}

/** The frame of a screen: its title, its buttons, its content. */
export function Screen({ title, note, extra, onBack, layout = 'page', children }: Props) {
  const words = useWords(WORDS);
  useEffect(() => {
    document.title = `${title} · 共治`;
  }, [title]);
  return (
    <div className={styles.screen} data-layout={layout}>
      <header className={styles.head}>
        {onBack && (
          <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} aria-label={words.back} onClick={onBack} />
        )}
        <h1>{title}</h1>
        {note && <span className={styles.note}>{note}</span>}
        {extra && <div className={styles.extra}>{extra}</div>}
      </header>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
