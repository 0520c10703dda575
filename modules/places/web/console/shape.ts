import type { Geometry, Position } from 'geojson';

/** Positions of a geometry's lines and rings, a list for each. */
export function linesOf(geometry: Geometry): readonly Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf);
  }
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The window of a geometry; undefined for an empty one. */
export function boxOf(geometry: Geometry): Box | undefined {
  const positions = linesOf(geometry).flat();
  if (positions.length === 0) return undefined;
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  return { west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) };
}

/** A path in a square of 100 units, true to shape; slivers are kept visible by the stroke. */
export function pathOf(geometry: Geometry): string {
  const box = boxOf(geometry);
  if (!box) return '';
  const squeeze = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const size = Math.max((box.east - box.west) * squeeze, box.north - box.south) || 1e-9;
  const at = ([lon, lat]: Position) => {
    const x = 50 + (((lon - (box.west + box.east) / 2) * squeeze) / size) * 90;
    const y = 50 - ((lat - (box.south + box.north) / 2) / size) * 90;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return linesOf(geometry)
    .map((line) => (line.length === 1 ? `M${at(line[0])}h0.1` : `M${line.map(at).join('L')}`))
    .join('');
}
