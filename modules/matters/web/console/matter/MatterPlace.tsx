import { EnvironmentOutlined } from '@ant-design/icons';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { type Bounds, MapView, placeName } from '#packages/web-kit/map';
import type { MatterPage } from '../../../core/api.ts';
import styles from './matter.module.css';

const WORDS = {
  title: text('地点', 'Place'),
  map: text('事项所在位置', 'Where the matter is'),
};

/** Half the window around the place, in degrees: some 300 metres. */
const AROUND = { lon: 0.0035, lat: 0.0025 };

const boundsAround = ({ lon, lat }: MatterPage['place']): Bounds => [
  lon - AROUND.lon,
  lat - AROUND.lat,
  lon + AROUND.lon,
  lat + AROUND.lat,
];

/** The place with its grid on the map, and in words. */
export function MatterPlace({ matter: { place, grid, address } }: { readonly matter: MatterPage }) {
  const words = useWords(WORDS);
  return (
    <section className={styles.block} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={styles.where}>
        <EnvironmentOutlined aria-hidden />
        <span>
          {address && <b>{address}</b>}
          <span>{placeName(grid)}</span>
        </span>
      </p>
      <MapView
        label={words.map}
        className={styles.map}
        pin={place}
        highlighted={grid.code}
        bounds={boundsAround(place)}
      />
    </section>
  );
}
