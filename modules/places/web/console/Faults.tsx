import { useQuery } from '@tanstack/react-query';
import type { Geometry } from 'geojson';
import { useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { type Bounds, gridName, MapView } from '#packages/web-kit/map';
import type { Fault } from '../../core/api.ts';
import { places } from './api.ts';
import { boxOf, pathOf } from './shape.ts';
import styles from './upload.module.css';

const WORDS = {
  list: text('问题列表', 'Faults'),
  map: text('问题所在位置', 'Where the faults are'),
  shown: (n: number) => text(`只列出前 ${n} 处`, `The first ${n} are listed`),
};

const LISTED = 200;
/** Room around a fault, in degrees: some 150 metres. */
const ROOM = 0.0015;

const whereOf = ({ where }: Fault) => where as Geometry | null;

const boundsOf = (fault: Fault): Bounds | null => {
  const geometry = whereOf(fault);
  const box = geometry && boxOf(geometry);
  return box ? [box.west - ROOM, box.south - ROOM, box.east + ROOM, box.north + ROOM] : null;
};

const pointOf = (fault: Fault, index: number) => {
  const geometry = whereOf(fault);
  const box = geometry && boxOf(geometry);
  return box
    ? [{ id: String(index), lon: (box.west + box.east) / 2, lat: (box.south + box.north) / 2, urgent: true }]
    : [];
};

const askGrids = () => places('GET /api/grids', { query: {} });

/** Sentences with the names of the grids in force instead of their codes; a code that is new stays. */
function useNames(): (sentence: string) => string {
  const { data = [] } = useQuery({ queryKey: ['grids', ''], queryFn: askGrids });
  const names = new Map(data.map((grid) => [grid.code, gridName(grid)]));
  return (sentence) => sentence.replace(/\d{15}/g, (code) => names.get(code) ?? code);
}

/** Every fault with its sentence, its drawing and its place on the map. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const words = useWords(WORDS);
  const [chosen, setChosen] = useState<number | null>(null);
  const withNames = useNames();
  const listed = faults.slice(0, LISTED);
  return (
    <div className={styles.faults}>
      <ol aria-label={words.list}>
        {listed.map((fault, i) => (
          <li key={`${fault.kind} ${fault.ids.join()} ${JSON.stringify(fault.where)}`}>
            <button type="button" aria-pressed={chosen === i} onClick={() => setChosen(i)}>
              <Drawing geometry={whereOf(fault)} />
              <span>{withNames(fault.text)}</span>
            </button>
          </li>
        ))}
        {listed.length < faults.length && <li>{words.shown(LISTED)}</li>}
      </ol>
      <MapView
        label={words.map}
        className={styles.map}
        points={listed.flatMap(pointOf)}
        bounds={chosen === null ? null : boundsOf(faults[chosen])}
        onPoint={(id) => setChosen(Number(id))}
      />
    </div>
  );
}

function Drawing({ geometry }: { readonly geometry: Geometry | null }) {
  return (
    <svg viewBox="0 0 100 100" width="44" height="44" aria-hidden="true">
      {geometry && <path d={pathOf(geometry)} />}
    </svg>
  );
}
