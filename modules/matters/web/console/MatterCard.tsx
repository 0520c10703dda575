import { TeamOutlined } from '@ant-design/icons';
import { Link } from 'wouter';
import { Mark } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatDistance, useLocale, useText, useWords } from '#packages/web-kit';
import { gridName } from '#packages/web-kit/map';
import type { MatterRow } from '../../core/api.ts';
import { LEVELS } from '../../core/supervision.ts';
import { nameOfCategory } from './category-names.ts';
import { DueClock } from './DueClock.tsx';
import styles from './matters.module.css';
import { StageTag } from './StageTag.tsx';

const WORDS = {
  supporters: (n: number) => text(`${n} 人反映`, `${n} people`),
};

interface Props {
  readonly matter: MatterRow;
  readonly href: string;
  readonly selected?: boolean;
  /** Leave the entry before in the history: moving through a list is no journey. */
  readonly replace?: boolean;
}

/** One matter in a list: what, where, how it stands, until when. */
export function MatterCard({ matter, href, selected = false, replace = false }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { code, category, stage, clock, excerpt, grid, unit, supporters, reportedAt, supervision } = matter;
  return (
    <Link href={href} replace={replace} className={styles.card} aria-current={selected || undefined} data-code={code}>
      <span className={styles.cardHead}>
        <b>{say(nameOfCategory(category))}</b>
        <StageTag stage={stage} />
        {supervision && supervision.answeredAt === null && <Mark tone="bad">{say(LEVELS[supervision.level])}</Mark>}
        {clock && <DueClock clock={clock} />}
      </span>
      <span className={styles.excerpt}>{excerpt}</span>
      <span className={styles.cardFoot}>
        <span>{gridName(grid)}</span>
        {unit && <span>{unit.name}</span>}
        {supporters > 1 && (
          <span>
            <TeamOutlined aria-hidden /> {words.supporters(supporters)}
          </span>
        )}
        <time dateTime={reportedAt}>{formatDistance(reportedAt, locale)}</time>
      </span>
    </Link>
  );
}
