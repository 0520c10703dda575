import { useEffect, useId, useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '../words.ts';
import { labelPoint } from './geometry.ts';
import { type AreaLayer, loadLayer, sumByCode } from './layers.ts';
import type { MapViewProps } from './MapView.tsx';
import styles from './map.module.css';
import { Sketch } from './Sketch.tsx';

const WORDS = {
  webgl: text(
    '当前浏览器不能显示地图，请从列表中选择。',
    'This browser cannot show the map: choose from the lists instead.',
  ),
  loading: text(
    '地图暂时加载不出来，可以从列表中选择。',
    'The map could not be loaded: choose from the lists, or try again.',
  ),
  again: text('重新加载地图', 'Load the map again'),
  street: text('街道', 'Street'),
  community: text('社区', 'Community'),
  grid: text('网格', 'Grid'),
  choose: text('请选择', 'Choose'),
};

/** Why there is no map. */
export type MapFailure = 'webgl' | 'loading';

interface Props extends MapViewProps {
  readonly failure: MapFailure;
  readonly onRetry: () => void;
}

interface Level {
  readonly label: string;
  readonly layer: AreaLayer | null;
  readonly digits: number;
}

const within = (layer: AreaLayer | null, prefix: string) =>
  layer?.features.filter(({ properties }) => properties.code.startsWith(prefix)) ?? [];

/** Instead of the map: a drawing of the streets, and street, community and grid as three lists. */
export function MapFallback({ onPick, onGrid, counts = [], highlighted, failure, onRetry }: Props) {
  const words = useWords(WORDS);
  const [code, setCode] = useState(highlighted ?? '');
  const [layers, setLayers] = useState<Partial<Record<'street' | 'community' | 'grid', AreaLayer>>>({});

  useEffect(() => {
    for (const name of ['street', 'community', 'grid'] as const) {
      loadLayer(name).then(
        (layer) => setLayers((known) => ({ ...known, [name]: layer })),
        () => undefined,
      );
    }
  }, []);

  const choose = (chosen: string) => {
    setCode(chosen);
    const grid = layers.grid?.features.find(({ properties }) => properties.code === chosen);
    if (grid === undefined) return;
    onGrid?.(chosen);
    const point = labelPoint(grid.geometry);
    if (point) onPick?.({ lon: point[0], lat: point[1] });
  };

  const levels: Level[] = [
    { label: words.street, layer: layers.street ?? null, digits: 9 },
    { label: words.community, layer: layers.community ?? null, digits: 12 },
    { label: words.grid, layer: layers.grid ?? null, digits: 15 },
  ];
  return (
    <div className={styles.plain}>
      <p>{words[failure]}</p>
      {failure === 'loading' && (
        <button type="button" className={styles.again} onClick={onRetry}>
          {words.again}
        </button>
      )}
      {levels.map((level, i) => {
        const above = i === 0 ? '' : code.slice(0, levels[i - 1].digits);
        const ready = i === 0 || above.length === levels[i - 1].digits;
        return (
          <Choice
            key={level.digits}
            {...level}
            prefix={above}
            ready={ready}
            code={code}
            onChoose={choose}
            hint={words.choose}
          />
        );
      })}
      {layers.street && <Sketch streets={layers.street} sums={sumByCode(counts, 9)} chosen={code.slice(0, 9)} />}
    </div>
  );
}

interface ChoiceProps extends Level {
  readonly prefix: string;
  readonly ready: boolean;
  readonly code: string;
  readonly hint: string;
  readonly onChoose: (code: string) => void;
}

function Choice({ label, layer, digits, prefix, ready, code, hint, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={code.length >= digits ? code.slice(0, digits) : ''}
        disabled={!ready}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{hint}</option>
        {ready &&
          within(layer, prefix).map(({ properties }) => (
            <option key={properties.code} value={properties.code}>
              {properties.name}
            </option>
          ))}
      </select>
    </div>
  );
}
