import { orient, type Polygon, type Ring } from '../lattice.ts';
import type { Insertion, Point } from '../unify/balance.ts';
import { isSamePoint, vertexAt } from './neighbourhood.ts';
import { pointsOf, ringOf } from './rings.ts';

/** The boundary with vertices inserted, also where one of its edges runs along several edges of cells. */
export function bendBoundary(boundary: readonly Polygon[], insertions: readonly Insertion[]): readonly Polygon[] {
  return insertions.reduce(
    (polygons, insertion) => polygons.map((polygon) => polygon.map((ring) => bendRing(ring, insertion))),
    boundary,
  );
}

function bendRing(ring: Ring, { p, q, points }: Insertion): Ring {
  const corners = pointsOf(ring);
  const at = corners.findIndex((a, i) => runsAlong(a, vertexAt(ring, i + 1), p, q));
  if (at < 0) return ring;
  const end = vertexAt(ring, at + 1);
  const isForward = isAhead(corners[at], end, p, q);
  const line = isForward ? [p, ...points, q] : [q, ...[...points].reverse(), p];
  const inner = line.filter((point) => !isSamePoint(point, corners[at]) && !isSamePoint(point, end));
  return ringOf([...corners.slice(0, at + 1), ...inner, ...corners.slice(at + 1)]);
}

/** Whether p and q lie on the edge from a to b. */
function runsAlong(a: Point, b: Point, p: Point, q: Point): boolean {
  const isOn = (point: Point): boolean =>
    orient(...a, ...b, ...point) === 0 &&
    point[0] >= Math.min(a[0], b[0]) &&
    point[0] <= Math.max(a[0], b[0]) &&
    point[1] >= Math.min(a[1], b[1]) &&
    point[1] <= Math.max(a[1], b[1]);
  return isOn(p) && isOn(q);
}

const isAhead = (a: Point, b: Point, p: Point, q: Point): boolean =>
  (b[0] - a[0]) * (q[0] - p[0]) + (b[1] - a[1]) * (q[1] - p[1]) > 0;
