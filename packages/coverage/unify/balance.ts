import { startAtLowest } from '../assemble.ts';
import { meet } from '../check/meet.ts';
import { orient, type Polygon, type Ring } from '../lattice.ts';

/**
 * Gives back what bends have taken from the boundary, so that the cells cover exactly the boundary's area.
 *
 * A border that ends on a boundary edge between lattice points bends that edge by up to half a step, which changes the
 * area by a whole number of half lattice squares. One more vertex on the same edge changes it back: the lattice points m
 * for which the triangle (p, m, q) has a given doubled area are the solutions of a linear Diophantine equation, and one
 * lies between p and q less than two steps from the line whenever the divisor fits. Changes the rings in `polygons` in
 * place and returns the outline with the same vertices.
 */
export function balanceBoundary(
  polygons: Map<number, Polygon[]>,
  outline: readonly Polygon[],
  boundary: readonly Polygon[],
): Polygon[] {
  const bent = findBentEdges(outline, boundary);
  if (bent.length === 0) return [...outline];
  const wanted = new Set(bent.flatMap(({ chain }) => chain.map(([x]) => x)));
  const owners = new RingFinder([...polygons.values()].flat(), wanted);
  const insertions = new Insertions();
  for (const { chain, excess2 } of bent) {
    const found = findCompensation(chain, excess2, (p, m, q) => isClear(p, m, q, owners.ringsOf(p, q), outline.flat()));
    if (found !== undefined) insertions.add(found);
  }
  for (const [cell, own] of polygons)
    polygons.set(
      cell,
      own.map((polygon) => insertions.apply(polygon)),
    );
  return outline.map((polygon) => insertions.apply(polygon));
}

/** A lattice point in E7. */
export type Point = readonly [x: number, y: number];

/** A boundary edge that has become a chain of several, and by how much its doubled area is too large. */
interface BentEdge {
  readonly chain: readonly Point[];
  readonly excess2: number;
}

const keyOf = ([x, y]: Point): string => `${x} ${y}`;
const pointOf = (ring: Ring, i: number): Point => [ring[(2 * i) % ring.length], ring[(2 * i + 1) % ring.length]];
const cross2 = (a: Point, b: Point, c: Point): number => orient(a[0], a[1], b[0], b[1], c[0], c[1]);

function findBentEdges(outline: readonly Polygon[], boundary: readonly Polygon[]): BentEdge[] {
  const corners = new Set(
    boundary.flat().flatMap((ring) => Array.from({ length: ring.length / 2 }, (_, i) => keyOf(pointOf(ring, i)))),
  );
  const bent: BentEdge[] = [];
  for (const ring of outline.flat()) {
    const n = ring.length / 2;
    const first = Array.from({ length: n }, (_, i) => i).find((i) => corners.has(keyOf(pointOf(ring, i))));
    if (first === undefined) continue;
    let chain: Point[] = [pointOf(ring, first)];
    for (let i = first + 1; i <= first + n; i++) {
      chain.push(pointOf(ring, i));
      if (!corners.has(keyOf(pointOf(ring, i)))) continue;
      const excess2 = chain.slice(1, -1).reduce((sum, point, k) => sum + cross2(chain[0], point, chain[k + 2]), 0);
      if (excess2 !== 0) bent.push({ chain, excess2 });
      chain = [pointOf(ring, i)];
    }
  }
  return bent;
}

/** Finds the rings that run along an edge of the outline: polygons by the x of their vertices, where that is wanted. */
class RingFinder {
  readonly #polygons = new Map<number, Set<Polygon>>();

  constructor(polygons: readonly Polygon[], wanted: ReadonlySet<number>) {
    for (const polygon of polygons) {
      for (const ring of polygon) {
        for (let i = 0; i < ring.length; i += 2) {
          if (!wanted.has(ring[i])) continue;
          const known = this.#polygons.get(ring[i]);
          if (known === undefined) this.#polygons.set(ring[i], new Set([polygon]));
          else known.add(polygon);
        }
      }
    }
  }

  ringsOf(p: Point, q: Point): Ring[] {
    const beside = [...(this.#polygons.get(p[0]) ?? [])].filter((polygon) =>
      polygon.some((ring) => hasEdge(ring, p, q)),
    );
    return beside.flat();
  }
}

function hasEdge(ring: Ring, p: Point, q: Point): boolean {
  for (let i = 0; i < ring.length; i += 2) {
    if (ring[i] !== p[0] || ring[i + 1] !== p[1]) continue;
    const [x, y] = pointOf(ring, i / 2 + 1);
    if (x === q[0] && y === q[1]) return true;
  }
  return false;
}

type IsClear = (p: Point, m: Point, q: Point) => boolean;

/** Vertices to insert on the edge from p to q. */
export interface Insertion {
  readonly p: Point;
  readonly q: Point;
  readonly points: readonly Point[];
}

/**
 * Finds vertices for one edge of a chain that take `excess2` from the doubled area on its left; undefined when none that
 * is free lies between lattice neighbours.
 */
export function findCompensation(chain: readonly Point[], excess2: number, isFree: IsClear): Insertion | undefined {
  const edges = chain.slice(1).map((q, i) => [chain[i], q] as const);
  const length = ([p, q]: readonly [Point, Point]): number => Math.hypot(q[0] - p[0], q[1] - p[1]);
  edges.sort((e, f) => length(f) - length(e));
  for (const [p, q] of edges) {
    const m = solve(p, q, excess2).find((point) => isFree(p, point, q));
    if (m !== undefined) return { p, q, points: [m] };
  }
  for (const [p, q] of edges) {
    for (const half of pointsNearMiddle(p, q)) {
      const rest = excess2 - cross2(p, q, half);
      if (!isFree(p, half, q)) continue;
      const m = solve(p, half, rest).find((point) => isFree(p, point, half) && isFree(p, point, q));
      if (m !== undefined) return { p, q, points: [m, half] };
    }
  }
  return undefined;
}

function pointsNearMiddle(p: Point, q: Point): Point[] {
  const x = Math.round((p[0] + q[0]) / 2);
  const y = Math.round((p[1] + q[1]) / 2);
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [x + dx, y + dy] as const));
}

/** Lattice points m between p and q, nearest to the middle first, with orient(p, q, m) = area2. */
function solve(p: Point, q: Point, area2: number): Point[] {
  const u = q[0] - p[0];
  const v = q[1] - p[1];
  const { divisor, s, t } = extendedGcd(u, v);
  if (divisor === 0 || area2 % divisor !== 0) return [];
  // u * y - v * x = area2 for (x, y) = (-t, s) * area2 / divisor, and for all points shifted along the edge.
  const [du, dv] = [u / divisor, v / divisor];
  const factor = BigInt(area2 / divisor);
  const shift = (BigInt(du) * BigInt(-t) + BigInt(dv) * BigInt(s)) * factor;
  const norm = BigInt(du) * BigInt(du) + BigInt(dv) * BigInt(dv);
  const turns = shift / norm;
  const x0 = Number(BigInt(-t) * factor - turns * BigInt(du));
  const y0 = Number(BigInt(s) * factor - turns * BigInt(dv));
  const middle = Math.round(divisor / 2);
  return [0, -1, 1, -2, 2]
    .map((k) => [p[0] + x0 + (middle + k) * du, p[1] + y0 + (middle + k) * dv] as const)
    .filter((m) => isBetween(p, m, q));
}

/** s * u + t * v = divisor > 0, the greatest common one. */
function extendedGcd(u: number, v: number): { divisor: number; s: number; t: number } {
  let [r0, r1, s0, s1, t0, t1] = [u, v, 1, 0, 0, 1];
  while (r1 !== 0) {
    const quotient = Math.trunc(r0 / r1);
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return r0 < 0 ? { divisor: -r0, s: -s0, t: -t0 } : { divisor: r0, s: s0, t: t0 };
}

function isBetween(p: Point, m: Point, q: Point): boolean {
  const along = (m[0] - p[0]) * (q[0] - p[0]) + (m[1] - p[1]) * (q[1] - p[1]);
  return along > 0 && along < (q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2;
}

/** Whether p-m-q meets the cell's rings and the outline only at p and q (the edge p-q itself goes). */
export function isClear(p: Point, m: Point, q: Point, rings: readonly Ring[], outline: readonly Ring[]): boolean {
  const minX = Math.min(p[0], m[0], q[0]);
  const maxX = Math.max(p[0], m[0], q[0]);
  const minY = Math.min(p[1], m[1], q[1]);
  const maxY = Math.max(p[1], m[1], q[1]);
  for (const ring of [...rings, ...outline]) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if (ring[i] < minX && ring[j] < minX) continue;
      if (ring[i] > maxX && ring[j] > maxX) continue;
      if (ring[i + 1] < minY && ring[j + 1] < minY) continue;
      if (ring[i + 1] > maxY && ring[j + 1] > maxY) continue;
      const a: Point = [ring[j], ring[j + 1]];
      const b: Point = [ring[i], ring[i + 1]];
      if (meetsBeyondEnds(p, m, q, a, b) || meetsBeyondEnds(q, m, p, a, b)) return false;
    }
  }
  return true;
}

const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

/** Whether the new edge p-m meets the edge a-b elsewhere than in a common end p; the edge p-q is not looked at. */
function meetsBeyondEnds(p: Point, m: Point, q: Point, a: Point, b: Point): boolean {
  if ((isSame(a, p) && isSame(b, q)) || (isSame(a, q) && isSame(b, p))) return false;
  const meeting = meet(p[0], p[1], m[0], m[1], a[0], a[1], b[0], b[1]);
  if (meeting === 'apart') return false;
  const touchesAtP = isSame(a, p) || isSame(b, p);
  const other = isSame(a, p) ? b : a;
  return !(touchesAtP && meeting === 'touch' && !(cross2(p, m, other) === 0 && isBetween(p, other, m)));
}

/** All vertices to insert, by the x of the vertex before them. */
export class Insertions {
  readonly #after = new Map<number, Insertion[]>();

  add(insertion: Insertion): void {
    const [x] = insertion.p;
    this.#after.set(x, [...(this.#after.get(x) ?? []), insertion]);
  }

  apply(polygon: Polygon): Polygon {
    return polygon.some((ring) => this.#concerns(ring)) ? polygon.map((ring) => this.#applyRing(ring)) : polygon;
  }

  #concerns(ring: Ring): boolean {
    for (let i = 0; i < ring.length; i += 2) if (this.#after.has(ring[i])) return true;
    return false;
  }

  #applyRing(ring: Ring): Ring {
    const out: number[] = [];
    for (let i = 0; i < ring.length; i += 2) {
      out.push(ring[i], ring[i + 1]);
      for (const { p, q, points } of this.#after.get(ring[i]) ?? []) {
        if (p[1] === ring[i + 1] && isSame(q, pointOf(ring, i / 2 + 1))) for (const point of points) out.push(...point);
      }
    }
    return out.length === ring.length ? ring : startAtLowest(Int32Array.from(out));
  }
}
