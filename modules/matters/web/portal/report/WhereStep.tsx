import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { MapView } from '#packages/web-kit/map';
import { Button, Loaded, Notice, Row, Stack, TextField } from '#packages/web-kit/ui';
import { places } from '../api.ts';
import { ADDRESS_LIMIT, type Place } from './draft.ts';
import styles from './report.module.css';
import type { StepProps } from './use-draft.ts';
import { useLocation } from './use-location.ts';

const WORDS = {
  map: text('在地图上选择事情发生的地点', 'Choose on the map where it is'),
  tap: text('点一下地图放下图钉，可以拖动调整。', 'Tap the map to drop the pin; drag it to correct.'),
  mine: text('用我的位置', 'Use my location'),
  denied: text('没能取得您的位置，请直接在地图上点选。', 'Your location could not be had: tap the map instead.'),
  lies: text('位于', 'It lies in'),
  outside: text('这个地点不在本区范围内', 'This place is outside the district'),
  nearest: (grid: string, far: string) =>
    text(
      `最近的是${grid}，相距约 ${far}。请把图钉移到区内；如果事情确实在区外，请向当地反映或拨打 12345。`,
      `The nearest grid is ${grid}, about ${far} away. Move the pin into the district; if it really is outside, tell the local hotline 12345.`,
    ),
  address: text('地点说明', 'The place in words'),
  optional: text('（选填）', '(optional)'),
  hint: text(
    '例如：观前街 12 号门口、3 幢 2 单元楼下',
    'For example: in front of 12 Guanqian Street; building 3, unit 2',
  ),
};

export const farOf = (metres: number): string =>
  metres >= 1000 ? `${(metres / 1000).toFixed(1)} km` : `${Math.max(1, Math.round(metres))} m`;

/** First step: the pin, and the one grid in which it falls. */
export function WhereStep({ draft, change }: StepProps) {
  const words = useWords(WORDS);
  const pick = (place: Place) => change({ place, grid: null });
  const { locate, busy, denied } = useLocation(pick);
  return (
    <Stack>
      <Row apart>
        <p>{words.tap}</p>
        <Button icon="locate" busy={busy} onClick={locate}>
          {words.mine}
        </Button>
      </Row>
      {denied && <Notice tone="caution">{words.denied}</Notice>}
      <MapView
        className={styles.map}
        label={words.map}
        pin={draft.place}
        highlighted={draft.grid?.code}
        onPick={pick}
      />
      <div aria-live="polite">{draft.place && <Located place={draft.place} draft={draft} change={change} />}</div>
      <TextField
        label={words.address}
        mark={words.optional}
        hint={words.hint}
        value={draft.address}
        maxLength={ADDRESS_LIMIT}
        onChange={(address) => change({ address })}
      />
    </Stack>
  );
}

function Located({ place, change }: StepProps & { readonly place: Place }) {
  const words = useWords(WORDS);
  const { lon, lat } = place;
  const query = useQuery({
    queryKey: ['locate', lon, lat],
    queryFn: ({ signal }) => places('GET /api/locate', { query: { lon, lat }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [told, setTold] = useState('');
  const { data } = query;
  useEffect(() => {
    const id = `${lon} ${lat}`;
    if (data === undefined || told === id) return;
    setTold(id);
    const { code, name, community, street } = data.grid;
    change({ grid: data.inside ? { code, name, community, street } : null });
  }, [data, lon, lat, told, change]);
  return (
    <Loaded query={query} lines={1}>
      {({ inside, grid, metres }) =>
        inside ? (
          <Notice tone="good">
            {words.lies} <strong>{grid.name}</strong>
            <span className={styles.within}>
              {' '}
              {grid.street} · {grid.community}
            </span>
          </Notice>
        ) : (
          <Notice tone="caution" title={words.outside}>
            {words.nearest(`${grid.street}${grid.community}${grid.name}`, farOf(metres))}
          </Notice>
        )
      }
    </Loaded>
  );
}
