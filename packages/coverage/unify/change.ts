import { polygonsToGeoJson } from '../geojson.ts';
import type { Polygon } from '../lattice.ts';
import { areaM2Of, widestInMetres } from '../metres.ts';
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
    areaM2: areaM2Of(polygons),
    widthM: widestInMetres(polygons),
    why,
    where: polygonsToGeoJson(polygons),
  };
}
