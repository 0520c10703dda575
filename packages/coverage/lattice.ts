/**
 * The integer lattice on which all geometry lives: 1e-7 degree ("E7"), about 1.1 cm north to south.
 *
 * A coordinate is an int32 (180 degrees = 1.8e9 < 2^31). Inside one district differences stay below 2^26 (6.7 degrees),
 * so a product of two differences stays below 2^52 and the sign of an orientation is exact in float64.
 */

declare const e7: unique symbol;
/** Degrees times 1e7, an integer: longitude in [-1.8e9, 1.8e9], latitude in [-9e8, 9e8]. */
export type E7 = number & { readonly [e7]: true };

/** A closed ring without the repeated last point: x0, y0, x1, y1, ... in E7. Outer rings run counter-clockwise, holes clockwise. */
export type Ring = Int32Array;

/** An outer ring and its holes. */
export type Polygon = readonly Ring[];

/** One cell of a coverage (a grid, a community, a street): an id and one polygon, or several if it is in parts. */
export interface Cell {
  readonly id: string;
  readonly polygons: readonly Polygon[];
}

export const E7_PER_DEGREE = 1e7;

/** Degrees to the nearest lattice value. */
export const toE7 = (degrees: number): E7 => Math.round(degrees * E7_PER_DEGREE) as E7;

/** Lattice value to degrees; `toE7(toDegrees(v)) === v` for every lattice value. */
export const toDegrees = (value: E7 | number): number => value / E7_PER_DEGREE;

/**
 * Orientation of c as seen from a towards b: > 0 left, < 0 right, 0 on the line.
 * Exact (twice the signed area of the triangle, in E7 squared) while all differences stay below 2^26.
 */
export function orient(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** Twice the signed area of a ring in E7 squared: positive when counter-clockwise. Exact for rings inside one district. */
export function ringArea2(ring: Ring): number {
  const n = ring.length;
  if (n < 6) return 0;
  const x0 = ring[0];
  const y0 = ring[1];
  let sum = 0;
  for (let i = 2; i + 3 < n; i += 2) {
    sum += (ring[i] - x0) * (ring[i + 3] - y0) - (ring[i + 2] - x0) * (ring[i + 1] - y0);
  }
  return sum;
}

/** Twice the area of a polygon (outer minus holes, whatever way the rings run), in E7 squared. */
export function polygonArea2(polygon: Polygon): number {
  let area = 0;
  polygon.forEach((ring, index) => {
    const a = Math.abs(ringArea2(ring));
    area += index === 0 ? a : -a;
  });
  return area;
}

/** Metres per degree at a latitude on the WGS 84 ellipsoid (series of the meridian and parallel radii; error < 1 cm per degree). */
export function metresPerDegree(latitude: number): { lon: number; lat: number } {
  const c = Math.cos((latitude * Math.PI) / 180);
  // The cosines of 2, 3, 4 and 5 times the latitude by that of the latitude.
  const c2 = 2 * c * c - 1;
  const c3 = c * (2 * c2 - 1);
  const c4 = 2 * c2 * c2 - 1;
  const c5 = 2 * c2 * c3 - c;
  return {
    lat: 111132.954 - 559.822 * c2 + 1.175 * c4,
    lon: 111412.84 * c - 93.5 * c3 + 0.118 * c5,
  };
}
