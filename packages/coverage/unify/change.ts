import { areaInM2 } from '../check/fault.ts';
import { widthInMetres } from '../check/width.ts';
import { polygonsToGeoJson } from '../geojson.ts';
import { type Polygon, polygonArea2 } from '../lattice.ts';
import type { Change, ChangeReason } from '../unify.ts';

/** One edge of the outline names the place: it has only one face on its left. */
export const keyOf = (polygons: readonly Polygon[]): string => polygons[0][0].subarray(0, 4).join(' ');

export function describeChange(
  polygons: readonly Polygon[],
  from: readonly string[],
  to: string | null,
  why: ChangeReason,
): Change {
  return {
    key: keyOf(polygons),
    from,
    to,
    areaM2: polygons.reduce((sum, polygon) => sum + areaInM2(polygonArea2(polygon), polygon[0][1]), 0),
    widthM: Math.max(...polygons.map(widthInMetres)),
    why,
    where: polygonsToGeoJson(polygons),
  };
}
