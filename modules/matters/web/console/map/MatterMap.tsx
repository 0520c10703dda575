import { useQuery } from '@tanstack/react-query';
import { Cascader, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { ProblemNotice, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { type Bounds, MapView, useAreaBounds } from '#packages/web-kit/map';
import type { Person } from '../../../../access/contract.ts';
import { sightOf } from '../../../core/policy.ts';
import { matters } from '../api.ts';
import { categoryOptions } from '../category-names.ts';
import { homeArea } from '../home-area.ts';
import { GridSummary } from './GridSummary.tsx';
import { MatterSummary } from './MatterSummary.tsx';
import styles from './map.module.css';
import { windowOf } from './window.ts';

const WORDS = {
  title: text('事项地图', 'Map of matters'),
  map: text('未办结事项的分布', 'Where open matters are'),
  category: text('类别', 'Kind'),
  points: (n: number) => text(`窗口内 ${n} 件未办结`, `${n} open in the window`),
  hint: text('点击圆点查看事项，点击网格查看网格。', 'Click a point for the matter, a grid for the grid.'),
  normal: text('办理中', 'In time'),
  late: text('已超时', 'Late'),
};

type Chosen = { readonly matter: string } | { readonly grid: string } | null;

/** Open matters in the window of the map: single ones when few, counts by grid when many. */
export default function MatterMap() {
  const words = useWords(WORDS);
  const say = useText();
  const [shown, setShown] = useState<Bounds | null>(null);
  const [category, setCategory] = useState<string>();
  const [chosen, setChosen] = useState<Chosen>(null);
  const home = useAreaBounds(homeArea(sightOf(useActor() as Person).areas));
  const bounds = shown ?? home;
  const window = bounds && windowOf(bounds);
  const found = useQuery({
    queryKey: ['matter-map', window, category],
    queryFn: () => matters('GET /api/matters/map', { query: { ...window!, ...(category && { category }) } }),
    enabled: window !== null,
    placeholderData: (before) => before,
  });
  const { points, counts, total } = useMemo(() => drawn(found.data), [found.data]);
  return (
    <Screen
      title={words.title}
      layout="fixed"
      note={found.data && words.points(total)}
      extra={
        <>
          {found.isFetching && <Spin size="small" />}
          <Cascader
            className={styles.category}
            allowClear
            changeOnSelect
            showSearch
            placeholder={words.category}
            aria-label={words.category}
            displayRender={(labels) => labels.at(-1)}
            options={categoryOptions(say)}
            onChange={(path) => setCategory(path?.at(-1))}
          />
        </>
      }
    >
      <div className={styles.stage}>
        {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
        <MapView
          label={words.map}
          className={styles.map}
          bounds={home}
          points={points}
          counts={counts}
          highlighted={chosen && 'grid' in chosen ? chosen.grid : null}
          onView={setShown}
          onPoint={(matter) => setChosen({ matter })}
          onGrid={(grid) => setChosen({ grid })}
        />
        <p className={styles.legend}>
          <i data-tone="normal" /> {words.normal} <i data-tone="late" /> {words.late}
          <span>{words.hint}</span>
        </p>
        {chosen && 'matter' in chosen && <MatterSummary code={chosen.matter} onClose={() => setChosen(null)} />}
        {chosen && 'grid' in chosen && <GridSummary code={chosen.grid} onClose={() => setChosen(null)} />}
      </div>
    </Screen>
  );
}

type Found = Awaited<ReturnType<typeof matters<'GET /api/matters/map'>>>;

function drawn(found: Found | undefined) {
  const { matters: single = [], grids = [] } = found ?? {};
  return {
    points: single.map(({ code, lon, lat, overdue }) => ({ id: code, lon, lat, urgent: overdue })),
    counts: grids.map(({ grid, open }) => ({ grid, count: open })),
    total: single.length + grids.reduce((sum, { open }) => sum + open, 0),
  };
}
