import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { MapView, useAreaBounds } from '#packages/web-kit/map';
import { Button, Card, Page } from '#packages/web-kit/ui';
import { places } from '../api.ts';
import styles from './around.module.css';
import { Filters } from './Filters.tsx';
import { MatterList } from './MatterList.tsx';
import { type Filter, useCounts } from './query.ts';

const WORDS = {
  title: text('身边的事', 'Around me'),
  lead: text(
    '颜色越深，还在办的事越多。点一个网格，看那里公开的事项。',
    'The darker, the more is open. Choose a grid to see what is public there.',
  ),
  map: text('各网格未办结事项地图', 'Map of open matters by grid'),
  list: text('公开事项', 'Public matters'),
  whole: text('取消选择网格', 'Leave the grid'),
  counts: (open: number, closed: number) =>
    text(`未办结 ${open} 件 · 近 30 天办结 ${closed} 件`, `${open} open · ${closed} closed in 30 days`),
};

const GRID = 15;
/** `/around?area=...&category=...`: the map of what is open and the list of what is public. */
export default function AroundScreen() {
  const words = useWords(WORDS);
  const [, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const filter: Filter = { area: search.get('area') ?? '', category: search.get('category') ?? '' };
  const change = ({ area, category }: Filter) => {
    const next = new URLSearchParams({ ...(area && { area }), ...(category && { category }) }).toString();
    go(next ? `/around?${next}` : '/around', { replace: true });
  };
  const counts = useCounts('');
  const shown = useMemo(() => (counts.data ?? []).map(({ grid, open }) => ({ grid, count: open })), [counts.data]);
  const bounds = useAreaBounds(filter.area);
  const grid = filter.area.length === GRID ? filter.area : null;
  return (
    <Page title={words.title} lead={words.lead} width="wide">
      <div className={styles.around}>
        <div className={styles.sticky}>
          <MapView
            className={styles.map}
            label={words.map}
            counts={shown}
            highlighted={grid}
            bounds={bounds}
            onGrid={(area) => change({ ...filter, area })}
          />
        </div>
        <section className={styles.side} aria-labelledby="list">
          <Filters filter={filter} onChange={change} />
          <h2 id="list">{words.list}</h2>
          {counts.data && <Totals area={filter.area} counts={counts.data} />}
          {grid && <GridHead grid={grid} onLeave={() => change({ ...filter, area: grid.slice(0, 12) })} />}
          <MatterList filter={filter} />
        </section>
      </div>
    </Page>
  );
}

interface TotalsProps {
  readonly area: string;
  readonly counts: readonly { grid: string; open: number; closed: number }[];
}

function Totals({ area, counts }: TotalsProps) {
  const words = useWords(WORDS);
  const within = counts.filter(({ grid }) => grid.startsWith(area));
  const sum = (of: 'open' | 'closed') => within.reduce((total, row) => total + row[of], 0);
  return (
    <p className={styles.totals} role="status">
      {words.counts(sum('open'), sum('closed'))}
    </p>
  );
}

function GridHead({ grid, onLeave }: { readonly grid: string; readonly onLeave: () => void }) {
  const words = useWords(WORDS);
  const { data } = useQuery({
    queryKey: ['grid', grid],
    queryFn: () => places('GET /api/grids/:code', { params: { code: grid } }),
  });
  if (data === undefined) return null;
  return (
    <Card tone="water" className={styles.grid}>
      <p>
        <strong>{data.name}</strong>
        <br />
        {data.street} · {data.community}
      </p>
      <Button icon="close" look="quiet" onClick={onLeave}>
        {words.whole}
      </Button>
    </Card>
  );
}
