import { type Point, type Polygon, type Ring, ringArea2 } from '#packages/coverage';

/** Corners of a ring in order. */
export const cornersOf = (ring: Ring): Point[] =>
  Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i], ring[2 * i + 1]]);

export const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

/** Points without those that repeat their predecessor. */
export const withoutRepeats = (points: readonly Point[]): Point[] =>
  points.filter((point, i) => i === 0 || !isSame(point, points[i - 1]));

export const flat = (points: readonly Point[]): number[] => points.flat();

/** All edges of shapes, as pairs of points. */
export function* edgesOf(polygons: readonly Polygon[]): Generator<readonly [Point, Point]> {
  for (const ring of polygons.flat()) {
    const corners = cornersOf(ring);
    for (let i = 0; i < corners.length; i++) yield [corners[i], corners[(i + 1) % corners.length]];
  }
}

export const hasVertex = (polygons: readonly Polygon[], at: Point): boolean => {
  for (const [a] of edgesOf(polygons)) if (isSame(a, at)) return true;
  return false;
};

/** A drawn outline as a ring: counter-clockwise, without repeated points; undefined if it has no area or crosses itself. */
export function ringOf(points: readonly Point[]): Ring | undefined {
  const open = withoutRepeats(points);
  while (open.length > 1 && isSame(open[0], open[open.length - 1])) open.pop();
  if (open.length < 3 || crossesItself(open)) return undefined;
  const ring = Int32Array.from(flat(open));
  const area = ringArea2(ring);
  if (area === 0) return undefined;
  return area > 0 ? ring : Int32Array.from(flat(open.toReversed()));
}

function crossesItself(points: readonly Point[]): boolean {
  const n = points.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const areNeighbours = j === i + 1 || (i === 0 && j === n - 1);
      if (!areNeighbours && meet(points[i], points[(i + 1) % n], points[j], points[(j + 1) % n])) return true;
    }
  }
  return false;
}

const side = (a: Point, b: Point, c: Point): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const between = (a: Point, b: Point, c: Point): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/** Whether two segments have a point in common. */
function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [s, t, u, v] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (s !== t && u !== v && s * t <= 0 && u * v <= 0 && (s !== 0 || t !== 0)) return true;
  return (
    (s === 0 && between(a, b, c)) ||
    (t === 0 && between(a, b, d)) ||
    (u === 0 && between(c, d, a)) ||
    (v === 0 && between(c, d, b))
  );
}
