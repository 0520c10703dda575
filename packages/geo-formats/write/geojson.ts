import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { polygonsToGeoJson, toDegrees } from '#packages/coverage';
import type { Shape } from '../place.ts';
import { type Output, propertiesOf, requireWgs84 } from './output.ts';

/** GeoJSON (RFC 7946). */
export function writeGeoJson(output: Output): Uint8Array {
  requireWgs84(output, 'GeoJSON');
  const features = output.features.map(
    (feature): Feature<Geometry | null> => ({
      type: 'Feature',
      id: feature.id,
      properties: { ...propertiesOf(feature) },
      geometry: geometryOf(feature.shape),
    }),
  );
  const collection: FeatureCollection<Geometry | null> = { type: 'FeatureCollection', features };
  return new TextEncoder().encode(JSON.stringify(collection));
}

function geometryOf(shape: Shape): Geometry | null {
  if (shape.kind === 'area') return shape.polygons.length > 0 ? polygonsToGeoJson(shape.polygons) : null;
  if (shape.kind === 'none') return null;
  if (shape.kind === 'line') {
    const lines = shape.lines.map(pairs);
    return lines.length === 1
      ? { type: 'LineString', coordinates: lines[0] }
      : { type: 'MultiLineString', coordinates: lines };
  }
  const points = pairs(shape.points);
  return points.length === 1 ? { type: 'Point', coordinates: points[0] } : { type: 'MultiPoint', coordinates: points };
}

function pairs(points: Int32Array): Position[] {
  return Array.from({ length: points.length / 2 }, (_, i) => [toDegrees(points[2 * i]), toDegrees(points[2 * i + 1])]);
}
