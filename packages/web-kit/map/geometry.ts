import type { Geometry, Position } from 'geojson';

/** west, south, east, north in degrees */
export type Bounds = readonly [number, number, number, number];

const ringsOf = (geometry: Geometry): Position[][] => {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return [];
};

const outerRings = (geometry: Geometry): Position[][] =>
  geometry.type === 'MultiPolygon' ? geometry.coordinates.map(([outer]) => outer) : ringsOf(geometry).slice(0, 1);

/** Twice the signed area of a ring, in square degrees. */
function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return sum;
}

/** Where a horizontal line at `lat` crosses the rings, from west to east. */
function crossings(rings: readonly Position[][], lat: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
      if (ay > lat !== by > lat) found.push(ax + ((lat - ay) / (by - ay)) * (bx - ax));
    }
  }
  return found.sort((a, b) => a - b);
}

/**
 * A point well inside an area, for its label: the middle of the widest chord at half the height of its largest part.
 * Null for what is no area.
 */
export function labelPoint(geometry: Geometry): [number, number] | null {
  const outer = outerRings(geometry).sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))[0];
  if (outer === undefined) return null;
  const [, south, , north] = boundsOfRing(outer);
  const lat = (south + north) / 2;
  const cuts = crossings(ringsOf(geometry), lat);
  let best: [number, number] = [cuts[0], cuts[1]];
  for (let i = 2; i + 1 < cuts.length; i += 2) {
    if (cuts[i + 1] - cuts[i] > best[1] - best[0]) best = [cuts[i], cuts[i + 1]];
  }
  return [(best[0] + best[1]) / 2, lat];
}

function boundsOfRing(ring: readonly Position[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of ring) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}

/** The window that holds all areas; null where there is none. */
export function boundsOf(geometries: readonly Geometry[]): Bounds | null {
  const rings = geometries.flatMap(outerRings);
  return rings.length === 0 ? null : boundsOfRing(rings.flat());
}

/** The window that holds geometries of any type; null where there is none. */
export function boundsOfAny(geometries: readonly Geometry[]): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] !== 'number') {
      part.forEach(walk);
      return;
    }
    west = Math.min(west, part[0]);
    east = Math.max(east, part[0]);
    south = Math.min(south, part[1]);
    north = Math.max(north, part[1]);
  };
  const visit = (geometry: Geometry): void => {
    if (geometry.type === 'GeometryCollection') geometry.geometries.forEach(visit);
    else walk(geometry.coordinates);
  };
  geometries.forEach(visit);
  return west > east ? null : [west, south, east, north];
}
