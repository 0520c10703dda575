import { SHIFTED, type Shifted, shift, unshift } from '#packages/geo-formats';
import type { Crs, Point } from '../contract.ts';

export { NoSuchPlace } from '#packages/geo-formats';

const isShifted = (crs: Crs): crs is Shifted => Object.hasOwn(SHIFTED, crs);

/** Where a map in another system draws a position. */
export function fromWgs84({ lon, lat }: Point, crs: Crs): Point {
  if (!isShifted(crs)) return { lon, lat };
  const [x, y] = shift([lon, lat], crs);
  return { lon: x, lat: y };
}

/**
 * The position of which a map in another system speaks, in WGS 84 degrees: one on the lattice of 1e-7 degree comes back exactly.
 * Throws NoSuchPlace where the formula has no inverse (it jumps at the edge of its rectangle around China).
 */
export function toWgs84({ lon, lat }: Point, crs: Crs): Point {
  if (!isShifted(crs)) return { lon, lat };
  const [x, y] = unshift([lon, lat], crs);
  return { lon: x, lat: y };
}
