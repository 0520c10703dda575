import { type Ring, ringArea2 } from '#packages/coverage';

/** A ring of a shape whose rings stand in any order, as in Shapefiles. */
export interface LooseRing {
  readonly ring: Ring;
  /** Whether its direction says that it is an outer ring. */
  readonly isOuter: boolean;
}

export type NestResult =
  | { readonly polygons: readonly (readonly Ring[])[] }
  | { readonly strayHole: Ring }
  | { readonly tooMuchWork: true };

interface Boxed {
  readonly ring: Ring;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly area2: number;
}

/**
 * Puts each hole into the smallest outer ring that holds it; nothing is mended: a hole outside every outer ring is told, an
 * outer ring within another stays one, for the check to find. Done on the lattice, where the rings are compared that count.
 * @param work rings times points that are looked at, at most
 */
export function nestRings(rings: readonly LooseRing[], work: number): NestResult {
  const outers = rings.filter(({ isOuter }) => isOuter).map(({ ring }) => boxed(ring));
  const polygons = outers.map(({ ring }) => [ring]);
  let left = work;
  for (const { ring } of rings.filter(({ isOuter }) => !isOuter)) {
    const hole = boxed(ring);
    const near = outers.map((outer, o) => ({ outer, o })).filter(({ outer }) => boxHolds(outer, hole));
    left -= outers.length + near.reduce((sum, { outer }) => sum + outer.ring.length, 0);
    if (left < 0) return { tooMuchWork: true };
    const around = near.filter(({ outer }) => holds(outer.ring, ring)).sort((a, b) => a.outer.area2 - b.outer.area2);
    if (around.length === 0) return { strayHole: ring };
    polygons[around[0].o].push(ring);
  }
  return { polygons };
}

function boxed(ring: Ring): Boxed {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    minX = Math.min(minX, ring[i]);
    minY = Math.min(minY, ring[i + 1]);
    maxX = Math.max(maxX, ring[i]);
    maxY = Math.max(maxY, ring[i + 1]);
  }
  return { ring, minX, minY, maxX, maxY, area2: Math.abs(ringArea2(ring)) };
}

const boxHolds = (outer: Boxed, inner: Boxed): boolean =>
  outer.minX <= inner.minX && outer.minY <= inner.minY && outer.maxX >= inner.maxX && outer.maxY >= inner.maxY;

/** So many corners of a hole are tried that may lie on the outer ring itself. */
const MOST_CORNERS = 8;

/** Whether a ring holds another that does not cross it: decided at its first corner that is not on the ring. */
function holds(outer: Ring, inner: Ring): boolean {
  for (let i = 0; i < Math.min(inner.length, 2 * MOST_CORNERS); i += 2) {
    const side = sideOf(outer, inner[i], inner[i + 1]);
    if (side !== 0) return side > 0;
  }
  return true;
}

/** 1 inside, -1 outside, 0 on the ring. */
function sideOf(ring: Ring, x: number, y: number): number {
  let inside = false;
  let [ax, ay] = [ring[ring.length - 2], ring[ring.length - 1]];
  for (let i = 0; i < ring.length; i += 2) {
    const [bx, by] = [ring[i], ring[i + 1]];
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const isInBox = Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
    if (cross === 0 && isInBox) return 0;
    if (ay > y !== by > y && cross > 0 === by > ay) inside = !inside;
    [ax, ay] = [bx, by];
  }
  return inside ? 1 : -1;
}
