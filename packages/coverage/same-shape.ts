import type { Cell, Polygon, Ring } from './lattice.ts';

/** Whether two cells have the same rings, in whatever order, wherever these start and whatever way they run. */
export function hasSameShape(one: Cell, other: Cell): boolean {
  return matchEach(one.polygons, other.polygons, hasSameRings);
}

const hasSameRings = (one: Polygon, other: Polygon): boolean =>
  one.length > 0 &&
  other.length > 0 &&
  isSameRing(one[0], other[0]) &&
  matchEach(one.slice(1), other.slice(1), isSameRing);

/** Whether the two lists can be paired so that each pair is the same. */
function matchEach<T>(some: readonly T[], others: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  if (some.length !== others.length) return false;
  const left = [...others];
  return some.every((one) => {
    const at = left.findIndex((other) => isSame(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Whether two rings visit the same vertices in the same or the opposite order. */
export function isSameRing(one: Ring, other: Ring): boolean {
  if (one.length !== other.length) return false;
  for (let start = 0; start < other.length; start += 2) {
    if (other[start] !== one[0] || other[start + 1] !== one[1]) continue;
    if (isSameFrom(one, other, start, 2) || isSameFrom(one, other, start, -2)) return true;
  }
  return one.length === 0;
}

function isSameFrom(one: Ring, other: Ring, start: number, step: number): boolean {
  const n = one.length;
  for (let i = 0, j = start; i < n; i += 2, j = (j + step + n) % n) {
    if (one[i] !== other[j] || one[i + 1] !== other[j + 1]) return false;
  }
  return true;
}
