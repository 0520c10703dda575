import gcoord from 'gcoord';
import { type Text, text } from '#packages/kernel';
import { CRS, type Crs, type Point } from '../contract.ts';

type Degrees = readonly [lon: number, lat: number];

const NAMES = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Residual at which the inverse stops: 1e-9 degree, a tenth of a millimetre and a hundredth of the lattice. */
const EXACT = 1e-9;
/** The formulas move a point by less than a hundredth of the way between two points: each round gains two digits. */
const ROUNDS = 20;

/** A position that the formula of a coordinate system reaches from nowhere. */
export class NoSuchPlace extends RangeError {
  override readonly name = 'NoSuchPlace';
  readonly text: Text;

  constructor({ lon, lat }: Point, crs: Crs) {
    super(`no WGS 84 position for ${crs} ${lon}, ${lat}`);
    this.text = text(
      `坐标 (${lon}, ${lat}) 在 ${CRS[crs].zh} 中没有对应的位置`,
      `(${lon}, ${lat}) is no position in ${CRS[crs].en}`,
    );
  }
}

const forward = ([lon, lat]: Degrees, crs: Exclude<Crs, 'wgs84'>): Degrees =>
  gcoord.transform([lon, lat], gcoord.WGS84, NAMES[crs]) as [number, number];

/** Where a map in another system draws a position. */
export function fromWgs84({ lon, lat }: Point, crs: Crs): Point {
  if (crs === 'wgs84') return { lon, lat };
  const [x, y] = forward([lon, lat], crs);
  return { lon: x, lat: y };
}

/**
 * The position of which a map in another system speaks, in WGS 84 degrees. gcoord's own inverse stops early (up to 0.14 m off);
 * here its forward formula is turned round until it meets the point, so that a position on the lattice of 1e-7 degree comes
 * back exactly. Throws NoSuchPlace where the formula has no inverse (it jumps at the edge of its rectangle around China).
 */
export function toWgs84({ lon, lat }: Point, crs: Crs): Point {
  if (crs === 'wgs84') return { lon, lat };
  let [x, y] = [lon, lat];
  for (let round = 0; round < ROUNDS; round++) {
    const [u, v] = forward([x, y], crs);
    if (Math.abs(u - lon) < EXACT && Math.abs(v - lat) < EXACT) return { lon: x, lat: y };
    x += lon - u;
    y += lat - v;
  }
  throw new NoSuchPlace({ lon, lat }, crs);
}
