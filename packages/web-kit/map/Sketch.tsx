import type { Geometry, Position } from 'geojson';
import { boundsOf, labelPoint } from './geometry.ts';
import type { AreaLayer } from './layers.ts';
import styles from './map.module.css';

interface Props {
  readonly streets: AreaLayer;
  /** Counted by street code. */
  readonly sums?: ReadonlyMap<string, number>;
  readonly chosen?: string;
  readonly names?: boolean;
}

const WIDTH = 400;

type Project = (position: Position) => string;

/** Points that fall together at this size are drawn once. */
const ringPath = (project: Project) => (ring: readonly Position[]) => {
  const points = ring.map(project);
  return `M${points.filter((point, i) => point !== points[i - 1]).join('L')}Z`;
};

function pathOf(geometry: Geometry, project: Project): string {
  if (geometry.type === 'Polygon') return geometry.coordinates.map(ringPath(project)).join('');
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat().map(ringPath(project)).join('');
  return '';
}

/** Degrees to the drawing's units, true to shape at the latitude of the district. */
function projection(streets: AreaLayer) {
  const [west, south, east, north] = boundsOf(streets.features.map(({ geometry }) => geometry)) ?? [0, 0, 1, 1];
  const scale = WIDTH / (east - west);
  const stretch = scale / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const at = ([lon, lat]: Position) => [(lon - west) * scale, (north - lat) * stretch] as const;
  const project: Project = (position) =>
    at(position)
      .map((value) => value.toFixed(1))
      .join(' ');
  return { at, project, height: (north - south) * stretch };
}

/** The district as a light drawing of its streets: no map code, no WebGL. Decoration: what it says is also in words. */
export function Sketch({ streets, sums, chosen, names = true }: Props) {
  const { at, project, height } = projection(streets);
  return (
    <svg className={styles.sketch} viewBox={`-4 -4 ${WIDTH + 8} ${height + 8}`} aria-hidden="true">
      {streets.features.map(({ geometry, properties: { code } }) => (
        <path key={code} d={pathOf(geometry, project)} data-chosen={code === chosen} />
      ))}
      {names &&
        streets.features.map(({ geometry, properties: { code, name } }) => {
          const [x, y] = at(labelPoint(geometry) ?? [0, 0]);
          const count = sums?.get(code);
          return (
            <text key={code} x={x} y={y}>
              {name}
              {count ? ` ${count}` : ''}
            </text>
          );
        })}
    </svg>
  );
}
