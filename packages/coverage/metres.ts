import {
  E7_PER_DEGREE,
  metresPerDegree,
  type Polygon,
  polygonArea2,
  type Ring,
  ringArea2,
  toDegrees,
} from './lattice.ts';

/** Metres per lattice step, east and north. */
export interface Scale {
  readonly x: number;
  readonly y: number;
}

/** The scale at a latitude (E7). */
export function scaleAt(y: number): Scale {
  const { lon, lat } = metresPerDegree(toDegrees(y));
  return { x: lon / E7_PER_DEGREE, y: lat / E7_PER_DEGREE };
}

/** Halfway between the southernmost and the northernmost vertex, in E7: the same wherever the ring starts. */
export function middleY(ring: Ring): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 1; i < ring.length; i += 2) {
    if (ring[i] < low) low = ring[i];
    if (ring[i] > high) high = ring[i];
  }
  return ring.length === 0 ? 0 : (low + high) / 2;
}

/** Square metres for twice an area in E7 squared at a latitude (E7). */
export function areaInM2(area2: number, y: number): number {
  const { x, y: north } = scaleAt(y);
  return (area2 / 2) * x * north;
}

/**
 * The area of polygons in square metres, each ring at the scale of its middle latitude: the same wherever rings start and
 * whatever way they run.
 *
 * Error: the scale changes with latitude by less than (tan(latitude) + 0.02) per radian, and no part of a ring is further
 * than half its height from the middle. A ring 1 km high at 45 degrees is off by less than 8e-5 of its area, a whole
 * district of 40 km by less than 3.2e-3; for a shape that is about as wide in the north as in the south the first order
 * cancels out, which leaves less than (height in radians)^2 / 20: 2e-6 for that district.
 */
export function areaM2Of(polygons: readonly Polygon[]): number {
  let sum = 0;
  for (const polygon of polygons) {
    for (let i = 0; i < polygon.length; i++) {
      const own = areaInM2(Math.abs(ringArea2(polygon[i])), middleY(polygon[i]));
      sum += i === 0 ? own : -own;
    }
  }
  return sum;
}

/** The width of the widest of some polygons. */
export const widestInMetres = (polygons: readonly Polygon[]): number =>
  polygons.reduce((widest, polygon) => Math.max(widest, widthInMetres(polygon)), 0);

/** About how wide a long shape is, in metres: the height of a flat triangle, twice the width of an even strip. */
export function widthInMetres(polygon: Polygon): number {
  const { x, y } = scaleAt(middleY(polygon[0]));
  let length = 0;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const dx = (ring[i] - ring[j]) * x;
      const dy = (ring[i + 1] - ring[j + 1]) * y;
      length += Math.sqrt(dx * dx + dy * dy);
    }
  }
  return (2 * polygonArea2(polygon) * x * y) / length;
}
