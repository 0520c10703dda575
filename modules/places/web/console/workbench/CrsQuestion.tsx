import { Alert, Button, Radio, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { buildLocator, toE7 } from '#packages/coverage';
import { type CrsId, crsName, findCrs, type LayerReading, type SourceFile } from '#packages/geo-formats';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { boundsOfAny } from '#packages/web-kit/map';
import { type AreaShape, cellOf } from '../../../core/published.ts';
import type { Engine } from './engine.ts';
import type { WorkbenchMap } from './panel.ts';
import { Refusal } from './Refusal.tsx';
import { geometryOf, shapesOfFeatures } from './shapes.ts';
import styles from './workbench.module.css';

const WORDS = {
  title: (file: string) => text(`“${file}”是哪个坐标系？`, `Which coordinate system is "${file}" in?`),
  look: text(
    '选一个，看图层在地图上落在哪里；对得上道路、河流和界线的就是它。',
    'Choose one and look where the layer falls on the map: the right one meets roads, rivers and borders.',
  ),
  candidates: text('可能的坐标系', 'What it may be'),
  other: text('其他坐标系', 'Another one'),
  middle: (place: string) => text(`图层中心落在${place}`, `Its middle is in ${place}`),
  away: (km: string) => text(`图层中心在本区以外 ${km} 公里`, `Its middle is ${km} km outside the district`),
  take: text('就是这个坐标系', 'This is the one'),
  drop: text('不用这个文件', 'Leave the file out'),
};

/** Systems that can be chosen when none of the candidates is right. */
const OTHERS: readonly CrsId[] = [
  'cgcs2000',
  'wgs84',
  'gcj02',
  'bd09',
  ...Array.from({ length: 42 }, (_, i) => findCrs(`EPSG:${4513 + i}`)).filter((id) => id !== undefined),
];

const PREVIEW = { fill: '#c2570c', opacity: 0.2, line: '#a8460a', width: 2, dashed: true, radius: 4 } as const;

interface Props {
  readonly file: SourceFile;
  readonly question: Extract<LayerReading, { status: 'needs_crs' }>;
  readonly engine: Engine;
  readonly map: WorkbenchMap;
  readonly areas: readonly AreaShape[];
  readonly onAnswer: (crs: CrsId) => void;
  readonly onDrop: () => void;
}

/** Asks in which coordinate system a file is; each choice is shown on the map before it is taken. */
export function CrsQuestion({ file, question, engine, map, areas, onAnswer, onDrop }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const [crs, setCrs] = useState<CrsId | null>(null);
  const [error, setError] = useState<unknown>(null);
  const shown = useRef(map);
  shown.current = map;
  const whereIs = useWhere(areas);

  useEffect(() => {
    if (crs === null) return;
    const control = new AbortController();
    const look = async () => {
      const reading = await engine.read({ file, options: { crs } }, { signal: control.signal });
      if (reading.status !== 'read' || control.signal.aborted) return;
      const { features } = reading.layer;
      shown.current.show(shapesOfFeatures(features, PREVIEW));
      const bounds = boundsOfAny(features.flatMap((feature) => geometryOf(feature) ?? []));
      if (bounds) shown.current.fit(bounds);
    };
    setError(null);
    look().catch((failure: unknown) => control.signal.aborted || setError(failure));
    return () => {
      control.abort();
      shown.current.show([]);
    };
  }, [crs, engine, file]);

  const candidates = question.candidates.map(({ id }) => id);
  return (
    <Alert
      type="warning"
      title={words.title(file.name)}
      description={
        <div className={styles.question}>
          <p>
            {say(question.why)} {words.look}
          </p>
          <Radio.Group
            value={crs}
            aria-label={words.candidates}
            onChange={(event) => setCrs(event.target.value as CrsId)}
            options={question.candidates.map(({ id, name, centre }) => ({
              value: id,
              label: (
                <span>
                  <b>{say(name)}</b>
                  <br />
                  <small>{whereIs(centre)}</small>
                </span>
              ),
            }))}
          />
          <Select
            aria-label={words.other}
            placeholder={words.other}
            showSearch={{ optionFilterProp: 'label' }}
            value={crs !== null && !candidates.includes(crs) ? crs : null}
            options={OTHERS.filter((id) => !candidates.includes(id)).map((id) => ({
              value: id,
              label: say(crsName(id)),
            }))}
            onChange={(id: CrsId | null) => id && setCrs(id)}
          />
          {error !== null && <Refusal error={error} />}
          <div className={styles.row}>
            <Button type="primary" disabled={crs === null || error !== null} onClick={() => crs && onAnswer(crs)}>
              {words.take}
            </Button>
            <Button onClick={onDrop}>{words.drop}</Button>
          </div>
        </div>
      }
    />
  );
}

/** Says in words where a position lies. */
function useWhere(areas: readonly AreaShape[]): (centre: readonly [number, number]) => string {
  const words = useWords(WORDS);
  const [locate] = useState(() => {
    const communities = areas.filter(({ level }) => level === 'community');
    const locator = buildLocator(communities.map(cellOf));
    const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
    return ([lon, lat]: readonly [number, number]) => {
      const found = communities[locator.locate(toE7(lon), toE7(lat))];
      if (found) return { place: `${nameOf.get(found.code.slice(0, 9)) ?? ''} ${found.name}` };
      return { metres: locator.nearest(toE7(lon), toE7(lat))?.metres ?? 0 };
    };
  });
  return (centre) => {
    const found = locate(centre);
    return 'place' in found ? words.middle(found.place ?? '') : words.away((found.metres / 1000).toFixed(1));
  };
}
