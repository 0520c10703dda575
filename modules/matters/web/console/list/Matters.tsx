import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Blank, ProblemNotice, Screen, Sheet, useKeys, usePhone } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { MatterCard } from '../MatterCard.tsx';
import { Counts } from './Counts.tsx';
import { FilterBar } from './FilterBar.tsx';
import { type Filters, isNarrowed, readFilters, writeFilters } from './filters.ts';
import styles from './list.module.css';
import { MattersTable } from './MattersTable.tsx';
import { useMatters } from './use-matters.ts';

const WORDS = {
  title: text('事项', 'Matters'),
  none: text('没有符合条件的事项', 'No matter matches'),
  noneYet: text('还没有事项', 'No matters yet'),
  clear: text('清除条件', 'Clear the filters'),
  more: text('再看一些', 'Show more'),
  counts: text('统计', 'Counts'),
};

/** Matters in my scope, narrowed and searched; beside them how many there are of what. */
export default function Matters() {
  const words = useWords(WORDS);
  const phone = usePhone();
  const [search, setSearch] = useSearchParams();
  const [counting, setCounting] = useState(false);
  const filters = readFilters(search);
  const change = (changed: Filters) => setSearch(writeFilters(changed), { replace: true });
  const list = useMatters(filters);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  useKeys({
    '/': (event) => {
      event.preventDefault();
      document.getElementById('matters-search')?.focus();
    },
  });
  const clear = () => change({ stage: [], overdue: false });
  return (
    <Screen
      title={words.title}
      layout="fixed"
      extra={
        phone && (
          <Button icon={<FilterOutlined aria-hidden />} onClick={() => setCounting(true)}>
            {words.counts}
          </Button>
        )
      }
    >
      <div className={styles.columns}>
        <section className={styles.found}>
          <FilterBar filters={filters} onChange={change} />
          {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
          {list.isPending && <Skeleton active className={styles.pending} />}
          {list.data && rows.length === 0 && (
            <Blank icon={<SearchOutlined aria-hidden />} title={isNarrowed(filters) ? words.none : words.noneYet}>
              {isNarrowed(filters) && <Button onClick={clear}>{words.clear}</Button>}
            </Blank>
          )}
          <div className={styles.rows} data-stale={list.isPlaceholderData}>
            {phone ? (
              rows.map((row) => <MatterCard key={row.code} matter={row} href={`/matters/${row.code}`} />)
            ) : (
              <MattersTable rows={rows} />
            )}
            {list.hasNextPage && (
              <Button block type="text" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {words.more}
              </Button>
            )}
          </div>
        </section>
        {!phone && (
          <aside className={styles.counts} aria-label={words.counts}>
            <Counts filters={filters} onChange={change} />
          </aside>
        )}
      </div>
      {phone && (
        <Sheet title={words.counts} open={counting} onClose={() => setCounting(false)}>
          <Counts filters={filters} onChange={change} />
        </Sheet>
      )}
    </Screen>
  );
}
