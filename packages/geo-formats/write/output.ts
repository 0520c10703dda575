import { type Polygon, type Ring, ringArea2, toDegrees } from '#packages/coverage';
import { type CrsId, crsName } from '../crs/known.ts';
import { type Transform, transformOf } from '../crs/transform.ts';
import { type FormatError, refuse } from '../error.ts';
import type { Shape } from '../place.ts';
import type { Properties } from '../raw.ts';

/** A feature to be written. */
export interface OutputFeature {
  readonly id: string;
  readonly properties?: Properties;
  readonly shape: Shape;
}

/** What a writer is given. */
export interface Output {
  /** The name of the layer, without an ending. */
  readonly name: string;
  readonly features: readonly OutputFeature[];
  readonly crs: CrsId;
}

/** The properties of a feature with its id among them, where the reader of the package looks for it. */
export function propertiesOf({ id, properties = {} }: OutputFeature): Properties {
  const { code } = properties;
  return properties.id === id || String(code) === id
    ? properties
    : { id, ...properties, ...(code === undefined && { id }) };
}

/** The columns of all features, in the order in which they first appear. */
export function columnsOf(features: readonly OutputFeature[]): string[] {
  return [...new Set(features.flatMap((feature) => Object.keys(propertiesOf(feature))))];
}

/** Rings of a polygon as closed lines of positions x, y, x, y, ... in a system; the outer ring counter-clockwise, or clockwise. */
export function closedRings(polygon: Polygon, crs: CrsId, outer: 'clockwise' | 'counter-clockwise'): Float64Array[] {
  const transform = transformOf(crs);
  return polygon.map((ring, index) => {
    const isClockwise = (outer === 'clockwise') === (index === 0);
    const line = positions(ring, transform);
    const turned = ringArea2(ring) < 0 === isClockwise ? line : reversed(line);
    const closed = new Float64Array(turned.length + 2);
    closed.set(turned);
    closed.set(turned.subarray(0, 2), turned.length);
    return closed;
  });
}

/** Positions of the lattice in a system. */
export function positions(points: Ring | Int32Array, { fromDegrees }: Transform): Float64Array {
  const out = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = fromDegrees(toDegrees(points[i]), toDegrees(points[i + 1]));
    out[i] = x;
    out[i + 1] = y;
  }
  return out;
}

/** The same ring the other way round, beginning with the same point. */
function reversed(line: Float64Array): Float64Array {
  const n = line.length;
  return line.map((_, i) => (i < 2 ? line[i] : line[n - i + 2 * (i % 2)]));
}

export const cannotWrite = (file: string, feature: string, zh: string, en: string): FormatError =>
  refuse(file, 'cannot_write', `要素 ${feature}：${zh}。`, `Feature ${feature}: ${en}.`, { feature });

/** Formats whose standard has only WGS 84. @throws FormatError */
export function requireWgs84({ name, crs }: Output, format: string): void {
  if (crs === 'wgs84' || crs === 'cgcs2000') return;
  throw refuse(
    name,
    'cannot_write',
    `${format} 只用 WGS 84 经纬度，不能写成“${crsName(crs).zh}”。`,
    `${format} has only WGS 84 and cannot be written in "${crsName(crs).en}".`,
  );
}
