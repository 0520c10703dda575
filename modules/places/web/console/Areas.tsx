import { PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answered, type AreaRow, Screen, useAreas } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { MapView, useAreaBounds } from '#packages/web-kit/map';
import type { GridRow } from '../../core/api.ts';
import { bookletAddress } from '../notice-address.ts';
import { places } from './api.ts';
import styles from './areas.module.css';
import { GridCard } from './GridCard.tsx';

const WORDS = {
  title: text('区域与网格', 'Areas and grids'),
  map: text('区域地图', 'Map of the areas'),
  path: text('所在位置', 'Where you are'),
  name: text('名称', 'Name'),
  grids: text('网格', 'Grids'),
  households: text('户数', 'Households'),
  booklet: (pages: number) =>
    text(`打印本社区全部网格公示（${pages} 页）`, `Print the notices of all grids here (${pages} pages)`),
};

/** District, streets, communities and grids with their numbers; the map follows. */
export default function Areas() {
  const words = useWords(WORDS);
  const areas = useAreas();
  const [at, setAt] = useState('');
  const community = at.slice(0, 12);
  const grids = useQuery({
    queryKey: ['grids', community],
    queryFn: () => places('GET /api/grids', { query: { area: community } }),
    enabled: at.length >= 12,
  });
  const bounds = useAreaBounds(at.length === 6 ? '' : at);
  return (
    <Screen title={words.title} layout="fixed">
      <Answered query={areas}>
        {(all) => {
          const district = all.find(({ level }) => level === 'district');
          const here = at === '' ? (district?.code ?? '') : at;
          const rows = all.filter(({ parent }) => parent === here);
          return (
            <div className={styles.columns}>
              <section className={styles.list}>
                <Path areas={all} at={here} onGo={setAt} label={words.path} />
                {here.length < 12 && <Rows rows={rows} onGo={setAt} />}
                {here.length >= 12 && (
                  <Answered query={grids}>
                    {(found) =>
                      here.length === 15 ? (
                        <GridCard code={here} />
                      ) : (
                        <>
                          <Rows rows={found.map((grid) => ({ ...grid, grids: 1 }))} onGo={setAt} />
                          <p className={styles.booklet}>
                            <a href={bookletAddress(here)} target="_blank" rel="noreferrer">
                              <PrinterOutlined aria-hidden /> {words.booklet(found.length)}
                            </a>
                          </p>
                        </>
                      )
                    }
                  </Answered>
                )}
              </section>
              <MapView
                label={words.map}
                className={styles.map}
                bounds={bounds}
                highlighted={at.length === 15 ? at : null}
                onGrid={setAt}
              />
            </div>
          );
        }}
      </Answered>
    </Screen>
  );
}

/** Length of the longest bar, in pixels. */
const BAR = 100;

interface PathProps {
  readonly areas: readonly AreaRow[];
  readonly at: string;
  readonly label: string;
  readonly onGo: (code: string) => void;
}

/** The way from the district down to here. */
function Path({ areas, at, label, onGo }: PathProps) {
  const above = areas.filter(({ code }) => at.startsWith(code)).sort((a, b) => a.code.length - b.code.length);
  return (
    <nav className={styles.path} aria-label={label}>
      {above.map(({ code, name }) => (
        <button key={code} type="button" aria-current={code === at ? 'true' : undefined} onClick={() => onGo(code)}>
          {name}
        </button>
      ))}
    </nav>
  );
}

type Counted = Pick<AreaRow | GridRow, 'code' | 'name' | 'households'> & { readonly grids: number };

function Rows({ rows, onGo }: { readonly rows: readonly Counted[]; readonly onGo: (code: string) => void }) {
  const words = useWords(WORDS);
  const most = Math.max(1, ...rows.map(({ households }) => households));
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.grids}</th>
          <th scope="col">{words.households}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, grids, households }) => (
          <tr key={code}>
            <td>
              <button type="button" onClick={() => onGo(code)}>
                {name} <RightOutlined aria-hidden />
              </button>
            </td>
            <td>{grids}</td>
            <td>
              {households.toLocaleString('en')}
              <span className={styles.bar} style={{ width: Math.round((households / most) * BAR) }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
