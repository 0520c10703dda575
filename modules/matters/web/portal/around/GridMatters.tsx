import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Empty, Failed, Skeleton } from '#packages/web-kit/ui';
import { MatterCard } from '../MatterCard.tsx';
import styles from './around.module.css';
import { useCounts, usePublicMatters } from './query.ts';

const WORDS = {
  open: text('正在办', 'Open'),
  closed: text('近 30 天办结', 'Closed in 30 days'),
  quiet: text('这里最近没有公开的事项', 'Nothing public here lately'),
  all: text('查看全部', 'See all'),
};

const FEW = 3;

interface Props {
  /** Code of a grid, or of any area; empty for the district. */
  readonly area: string;
}

/** What is going on in an area, in short: two numbers and the newest matters. */
export function GridMatters({ area }: Props) {
  const words = useWords(WORDS);
  const { data } = useCounts(area);
  const query = usePublicMatters({ area, category: '' }, FEW);
  const sum = (of: 'open' | 'closed') => data?.reduce((total, row) => total + row[of], 0) ?? '–';
  return (
    <>
      <dl className={styles.numbers}>
        <div>
          <dt>{words.open}</dt>
          <dd>{sum('open')}</dd>
        </div>
        <div>
          <dt>{words.closed}</dt>
          <dd>{sum('closed')}</dd>
        </div>
      </dl>
      {query.isPending && <Skeleton lines={4} />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.pages[0].rows.length === 0 && <Empty title={words.quiet} />}
      <ul className={styles.list}>
        {query.data?.pages[0].rows.map((row) => (
          <li key={row.code}>
            <MatterCard matter={row} />
          </li>
        ))}
      </ul>
      <Link to={area ? `/around?area=${area}` : '/around'} className={styles.all}>
        {words.all}
      </Link>
    </>
  );
}
