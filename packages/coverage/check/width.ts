import { E7_PER_DEGREE, metresPerDegree, type Polygon, polygonArea2, toDegrees } from '../lattice.ts';

/** About how wide a long shape is, in metres: the height of a flat triangle, twice the width of an even strip. */
export function widthInMetres(polygon: Polygon): number {
  const { lon, lat } = metresPerDegree(toDegrees(polygon[0][1]));
  const x = lon / E7_PER_DEGREE;
  const y = lat / E7_PER_DEGREE;
  let length = 0;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      length += Math.hypot((ring[i] - ring[j]) * x, (ring[i + 1] - ring[j + 1]) * y);
    }
  }
  return (2 * polygonArea2(polygon) * x * y) / length;
}
