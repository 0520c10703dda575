import { AimOutlined, CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { gridName, MapView, placeName, useAreaBounds } from '#packages/web-kit/map';
import { places } from '../api.ts';
import { homeArea } from '../home-area.ts';
import type { Place } from './draft.ts';
import styles from './report.module.css';

const WORDS = {
  place: text('地点', 'Place'),
  map: text('在地图上点选地点', 'Choose the place on the map'),
  hint: text('在地图上点一下；图钉可以拖动。', 'Click on the map; the pin can be dragged.'),
  here: text('用我的位置', 'Where I am'),
  noPosition: text('拿不到位置，请在地图上点选。', 'The position is not to be had: choose on the map.'),
  outside: (grid: string, metres: number) =>
    text(
      `这个地点不在本区。最近的是${grid}，约 ${metres} 米。`,
      `Outside the district. Nearest: ${grid}, about ${metres} m.`,
    ),
};

interface Props {
  readonly place: Place | null;
  readonly onChange: (place: Place) => void;
}

/** The pin on the map, and the one grid in which it lies. */
export function PlaceField({ place, onChange }: Props) {
  const words = useWords(WORDS);
  const [failed, setFailed] = useState(false);
  const home = useAreaBounds(homeArea(useActor().grants.map(({ area }) => area)));
  const located = useQuery({
    queryKey: ['locate', place],
    queryFn: () => places('GET /api/locate', { query: place! }),
    enabled: place !== null,
    placeholderData: (before) => before,
  });
  const findMe = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => onChange({ lon: coords.longitude, lat: coords.latitude }),
      () => setFailed(true),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  const found = place === null ? undefined : located.data;
  const name = found && placeName(found.grid);
  return (
    <Form.Item label={words.place} required>
      <MapView
        label={words.map}
        className={styles.map}
        bounds={home}
        pin={place}
        highlighted={found?.inside ? found.grid.code : null}
        onPick={onChange}
      />
      <div className={styles.placed}>
        {!found && <span>{words.hint}</span>}
        {found?.inside && (
          <b>
            <CheckCircleFilled aria-hidden /> {gridName(found.grid)}
          </b>
        )}
        {found && !found.inside && (
          <b data-outside>
            <WarningFilled aria-hidden /> {words.outside(name!, Math.round(found.metres))}
          </b>
        )}
        <Button icon={<AimOutlined aria-hidden />} onClick={findMe}>
          {words.here}
        </Button>
      </div>
      {failed && <p className={styles.missing}>{words.noPosition}</p>}
    </Form.Item>
  );
}
