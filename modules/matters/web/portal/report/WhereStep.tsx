import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { MapView, placeName, useAreaBounds } from '#packages/web-kit/map';
import { Button, Loaded, Notice, Row, Stack, TextField } from '#packages/web-kit/ui';
import { places } from '../api.ts';
import { ADDRESS_LIMIT, type Place } from './draft.ts';
import styles from './report.module.css';
import type { StepProps } from './use-draft.ts';
import { useLocation } from './use-location.ts';

const WORDS = {
  map: text('在地图上选择事情发生的地点', 'Choose on the map where it is'),
  tap: text('点地图放图钉，可拖动。', 'Tap to drop the pin, drag to correct.'),
  mine: text('我的位置', 'My location'),
  waiting: text('放下图钉后，这里会显示它属于哪个网格。', 'Once the pin is down, its grid is shown here.'),
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

/** Where the map begins: at the grid that the link names (`?grid=`), while there is no pin yet. */
function useStart(place: Place | null) {
  const grid = new URLSearchParams(useSearch()).get('grid') ?? '';
  const bounds = useAreaBounds(grid);
  return grid && place === null ? bounds : null;
}

/** First step: the pin, and the one grid in which it falls. */
export function WhereStep({ draft, change }: StepProps) {
  const words = useWords(WORDS);
  const pick = (place: Place) => change({ place, grid: null });
  const { locate, busy, denied } = useLocation(pick);
  const start = useStart(draft.place);
  return (
    <div className={styles.where}>
      <Stack gap={3}>
        <Row apart>
          <p>{words.tap}</p>
          <Button icon="locate" busy={busy} onClick={locate}>
            {words.mine}
          </Button>
        </Row>
        <MapView
          className={styles.map}
          label={words.map}
          pin={draft.place}
          highlighted={draft.grid?.code}
          bounds={start}
          onPick={pick}
        />
      </Stack>
      <Stack>
        {denied && <Notice tone="caution">{words.denied}</Notice>}
        <div aria-live="polite">
          {draft.place ? (
            <Located place={draft.place} draft={draft} change={change} />
          ) : (
            <p className={styles.hint}>{words.waiting}</p>
          )}
        </div>
        <TextField
          label={words.address}
          mark={words.optional}
          hint={words.hint}
          value={draft.address}
          maxLength={ADDRESS_LIMIT}
          onChange={(address) => change({ address })}
        />
      </Stack>
    </div>
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
            {words.lies} <strong>{placeName(grid)}</strong>
          </Notice>
        ) : (
          <Notice tone="caution" title={words.outside}>
            {words.nearest(placeName(grid), farOf(metres))}
          </Notice>
        )
      }
    </Loaded>
  );
}
