import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { formatDay, useLocale, useWords } from '#packages/web-kit';
import { gridName } from '#packages/web-kit/map';
import type { PublicRow } from '../../core/api.ts';
import { useCategoryName } from './api.ts';
import styles from './matter-card.module.css';
import { StageBadge } from './StageBadge.tsx';

const WORDS = {
  supporters: (n: number) => text(`${n} 人反映`, `${n} people`),
  sealed: text('内容未公开', 'The words are not public'),
};

interface Props {
  readonly matter: PublicRow;
  /** A line more, e.g. how far away it is. */
  readonly note?: string;
  readonly children?: ReactNode;
}

/** A matter as everybody may see it: kind, grid, stage, and the words that were released. */
export function MatterCard({ matter, note, children }: Props) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const nameOf = useCategoryName();
  const { code, category, grid, stage, reportedAt, supporters } = matter;
  return (
    <article className={styles.card}>
      <p className={styles.top}>
        <Link to={`/track/${code}`} className={styles.title}>
          {nameOf(category) || code}
        </Link>
        <StageBadge stage={stage} />
      </p>
      <p className={matter.text ? styles.text : styles.sealed}>{matter.text ?? words.sealed}</p>
      <p className={styles.facts}>
        <span>{gridName(grid)}</span>
        <span>{formatDay(reportedAt, locale)}</span>
        {supporters > 1 && <span>{words.supporters(supporters)}</span>}
        {note && <span>{note}</span>}
      </p>
      {children && <div className={styles.more}>{children}</div>}
    </article>
  );
}
