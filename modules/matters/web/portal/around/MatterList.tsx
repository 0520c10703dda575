import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Button, ButtonLink, Empty, Failed, Skeleton } from '#packages/web-kit/ui';
import { MatterCard } from '../MatterCard.tsx';
import styles from './around.module.css';
import { type Filter, usePublicMatters } from './query.ts';

const WORDS = {
  none: text('这里还没有公开的事项', 'No public matters here yet'),
  report: text('我要反映', 'Report something'),
  more: text('显示更多', 'Show more'),
  shown: (n: number) => text(`已显示 ${n} 件`, `${n} shown`),
};

/** Public matters with the way to see more. */
export function MatterList({ filter }: { readonly filter: Filter }) {
  const words = useWords(WORDS);
  const query = usePublicMatters(filter);
  if (query.isPending) return <Skeleton lines={6} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) {
    return (
      <Empty icon="search" title={words.none}>
        <ButtonLink to="/report" look="warm" icon="pen">
          {words.report}
        </ButtonLink>
      </Empty>
    );
  }
  return (
    <>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.code}>
            <MatterCard matter={row} />
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {words.shown(rows.length)}
      </p>
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button wide busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  );
}
