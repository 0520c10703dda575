import type { Polygon, Ring } from './lattice.ts';
import { ringArea2 } from './lattice.ts';
import type { Planar } from './planar.ts';

/**
 * Joins the faces of each owner into polygons, with no edge between two faces of the same owner.
 *
 * `owner` gives the owner of each face, -1 for none. Outer rings run counter-clockwise, holes clockwise, each ring
 * starts at its lowest leftmost vertex and visits no vertex twice; parts that touch at a vertex are separate polygons.
 * Vertices marked in `needless` are left out.
 */
export function assemblePolygons(planar: Planar, owner: Int32Array, needless?: Uint8Array): Map<number, Polygon[]> {
  const rings = traceRings(planar, owner, needless ?? new Uint8Array(planar.vx.length));
  const polygons = new Map<number, Polygon[]>();
  for (const [cell, list] of rings) polygons.set(cell, nestRings(list));
  return polygons;
}

function traceRings(
  { vx, vy, origin, next, face }: Planar,
  owner: Int32Array,
  needless: Uint8Array,
): Map<number, Ring[]> {
  const rings = new Map<number, Ring[]>();
  const isSeen = new Uint8Array(origin.length);
  const seenAt = new Int32Array(vx.length).fill(-1);
  const isBorder = (h: number): boolean => owner[face[h]] !== owner[face[h ^ 1]];
  const path: number[] = [];
  const emit = (cell: number, vertices: readonly number[]): void => {
    const list = rings.get(cell);
    const n = vertices.length;
    let low = 0;
    for (let i = 1; i < n; i++) {
      const dy = vy[vertices[i]] - vy[vertices[low]];
      if (dy < 0 || (dy === 0 && vx[vertices[i]] < vx[vertices[low]])) low = i;
    }
    const ring = new Int32Array(2 * n);
    for (let i = 0, from = low; i < n; i++, from = from + 1 === n ? 0 : from + 1) {
      ring[2 * i] = vx[vertices[from]];
      ring[2 * i + 1] = vy[vertices[from]];
    }
    if (list === undefined) rings.set(cell, [ring]);
    else list.push(ring);
  };
  for (let first = 0; first < origin.length; first++) {
    const cell = owner[face[first]];
    if (isSeen[first] === 1 || cell < 0 || !isBorder(first)) continue;
    let h = first;
    do {
      isSeen[h] = 1;
      const v = origin[h];
      // The path has come back to a vertex: what lies between is a ring of its own.
      if (seenAt[v] >= 0) {
        const ring = path.splice(seenAt[v]);
        for (const u of ring) seenAt[u] = -1;
        emit(cell, ring);
      }
      if (needless[v] === 0) seenAt[v] = path.push(v) - 1;
      h = next[h];
      while (!isBorder(h)) h = next[h ^ 1];
    } while (h !== first);
    for (const u of path) seenAt[u] = -1;
    emit(cell, path.splice(0));
  }
  return rings;
}

/** The same ring from its lowest vertex (of several, the leftmost) on. */
export function startAtLowest(ring: Ring): Ring {
  let low = 0;
  for (let i = 2; i < ring.length; i += 2) {
    if (ring[i + 1] < ring[low + 1] || (ring[i + 1] === ring[low + 1] && ring[i] < ring[low])) low = i;
  }
  if (low === 0) return ring;
  const turned = new Int32Array(ring.length);
  turned.set(ring.subarray(low));
  turned.set(ring.subarray(0, low), ring.length - low);
  return turned;
}

/** Gives each hole (a clockwise ring) to the smallest outer ring around it. */
export function nestRings(rings: readonly Ring[]): Polygon[] {
  const areas = new Map(rings.map((ring) => [ring, ringArea2(ring)]));
  const area = (ring: Ring): number => areas.get(ring) ?? 0;
  const outers = rings.filter((ring) => area(ring) > 0);
  const polygons = new Map<Ring, Ring[]>(outers.map((outer) => [outer, [outer]]));
  const bySize = outers.length > 1 ? [...outers].sort((p, q) => area(p) - area(q)) : outers;
  for (const hole of rings) {
    if (area(hole) >= 0) continue;
    const outer =
      bySize.length === 1 ? bySize[0] : bySize.find((ring) => area(ring) > -area(hole) && isRingIn(hole, ring));
    if (outer !== undefined) polygons.get(outer)?.push(hole);
  }
  return [...polygons.values()];
}

/** Whether a ring lies within another that it does not cross (they may share vertices). */
function isRingIn(inner: Ring, outer: Ring): boolean {
  for (let i = 0; i < inner.length; i += 2) {
    const where = sideOfRing(outer, inner[i], inner[i + 1]);
    if (where !== 0) return where > 0;
  }
  return true;
}

/** 1 inside a ring, 0 on it, -1 outside; exact. */
export function sideOfRing(ring: Ring, x: number, y: number): number {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [a, b] = ring[j + 1] <= ring[i + 1] ? [j, i] : [i, j];
    const x1 = ring[a];
    const y1 = ring[a + 1];
    const x2 = ring[b];
    const y2 = ring[b + 1];
    if (y < y1 || y > y2) continue;
    if (y1 === y2) {
      if (x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) return 0;
      continue;
    }
    const side = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    if (side === 0) return 0;
    if (side < 0 && y < y2) inside = !inside;
  }
  return inside ? 1 : -1;
}
