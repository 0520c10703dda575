import type { Polygon, Ring } from '#packages/coverage';

/** Whether two shapes have the same vertices in the same order, wherever their rings begin. */
export function isSameShape(one: readonly Polygon[], other: readonly Polygon[]): boolean {
  const [a, b] = [one.flat(), other.flat()];
  return (
    one.length === other.length && a.length === b.length && a.every((ring) => b.some((same) => isSameRing(ring, same)))
  );
}

function isSameRing(one: Ring, other: Ring): boolean {
  const n = one.length;
  if (n !== other.length) return false;
  for (let start = 0; start < n; start += 2) {
    if (other[start] !== one[0] || other[start + 1] !== one[1]) continue;
    let i = 0;
    while (i < n && one[i] === other[(start + i) % n]) i++;
    if (i === n) return true;
  }
  return false;
}
