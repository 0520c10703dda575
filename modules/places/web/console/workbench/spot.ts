import type { Geometry, Position } from 'geojson';
import type { Polygon } from '#packages/coverage';
import { boxOf } from '../shape.ts';

/** A point well inside a place in E7, or undefined for one that is too narrow to have any on the lattice. */
export function spotIn(where: Geometry): Position | undefined {
  const rings = ringsOf(where);
  const box = boxOf(where);
  if (rings.length === 0 || box === undefined) return undefined;
  let best: { readonly at: Position; readonly width: number } | undefined;
  for (const share of [0.5, 0.3, 0.7, 0.15, 0.85]) {
    const y = box.south + (box.north - box.south) * share;
    const cuts = rings.flatMap((ring) => crossings(ring, y)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const width = cuts[i + 1] - cuts[i];
      if (width > (best?.width ?? 0)) best = { at: [(cuts[i] + cuts[i + 1]) / 2, y], width };
    }
  }
  return best?.at;
}

const ringsOf = (where: Geometry): Position[][] => {
  if (where.type === 'Polygon') return where.coordinates;
  return where.type === 'MultiPolygon' ? where.coordinates.flat() : [];
};

function crossings(ring: readonly Position[], y: number): number[] {
  const found: number[] = [];
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  }
  return found;
}

/** Whether a point in degrees lies in a place, by the parity of the crossings to its west. */
export const isIn = (where: Geometry, [x, y]: Position): boolean =>
  ringsOf(where)
    .flatMap((ring) => crossings(ring, y))
    .filter((cut) => cut < x).length %
    2 ===
  1;

/** Whether a point in degrees lies in a cell on the lattice. */
export function isInCell(polygons: readonly Polygon[], [lon, lat]: Position): boolean {
  const [x, y] = [lon * 1e7, lat * 1e7];
  let isInside = false;
  for (const ring of polygons.flat()) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[j], ring[j + 1], ring[i], ring[i + 1]];
      if (ay > y !== by > y && x > ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
    }
  }
  return isInside;
}
