import type { Feature } from 'geojson';
import { type Polygon, polygonsToGeoJson } from '#packages/coverage';

/** A GeoJSON feature of lattice polygons (RFC 7946); seven decimals say each coordinate exactly. */
export const featureOf = (polygons: readonly Polygon[], properties: Record<string, unknown>): Feature => ({
  type: 'Feature',
  properties,
  geometry: polygonsToGeoJson(polygons),
});
