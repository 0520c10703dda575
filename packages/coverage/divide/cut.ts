import { orient } from '../lattice.ts';
import { addNode, type EdgeKind, type Mesh, splitEdge, splitFace } from './mesh.ts';

/** A point in E7; not yet on the lattice. */
export type Point = readonly [x: number, y: number];

/** Where a line meets a ring: position along the line (vertex + fraction), place in the ring, and the point. */
interface Crossing {
  readonly along: number;
  readonly edge: number;
  readonly point: Point;
}

/**
 * Cuts every face (of `faces`) that the line crosses from side to side; ends of the line inside a face are left out.
 * `snap` (E7): a crossing nearer than this to a corner of the ring uses the corner.
 */
export function cutAlong(
  mesh: Mesh,
  line: readonly Point[],
  kind: EdgeKind,
  snap: number,
  faces: readonly number[] = mesh.faces.map((_, face) => face),
): void {
  const waiting = faces.map((face) => ({ face, from: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const done = cutOnce(mesh, next.face, line, kind, snap, next.from);
    if (done) waiting.push({ face: next.face, from: done.to }, { face: done.other, from: done.to });
  }
}

/** Cuts one face along the first stretch of the line that lies inside it; returns the new face, if there was one. */
export const cutFace = (
  mesh: Mesh,
  face: number,
  line: readonly Point[],
  kind: EdgeKind,
  snap: number,
): number | undefined => cutOnce(mesh, face, line, kind, snap, 0)?.other;

/** `from`, `to`: positions along the line; what was cut once is never looked at again, so cutting ends. */
function cutOnce(
  mesh: Mesh,
  face: number,
  line: readonly Point[],
  kind: EdgeKind,
  snap: number,
  from: number,
): { other: number; to: number } | undefined {
  const crossings = findCrossings(mesh, mesh.faces[face], line).filter(({ along }) => along >= from);
  for (let i = 0; i + 1 < crossings.length; i++) {
    const other = tryStretch(mesh, face, line, crossings[i], crossings[i + 1], kind, snap);
    if (other !== undefined) return { other, to: crossings[i + 1].along };
  }
  return undefined;
}

function findCrossings(mesh: Mesh, ring: readonly number[], line: readonly Point[]): Crossing[] {
  const found: Crossing[] = [];
  for (let s = 0; s + 1 < line.length; s++) {
    const [ax, ay] = line[s];
    const dx = line[s + 1][0] - ax;
    const dy = line[s + 1][1] - ay;
    for (let e = 0; e < ring.length; e++) {
      const p = ring[e];
      const q = ring[(e + 1) % ring.length];
      const sideP = dx * (mesh.y[p] - ay) - dy * (mesh.x[p] - ax);
      const sideQ = dx * (mesh.y[q] - ay) - dy * (mesh.x[q] - ax);
      if (sideP < 0 === sideQ < 0) continue;
      const t = sideP / (sideP - sideQ);
      const x = mesh.x[p] + t * (mesh.x[q] - mesh.x[p]);
      const y = mesh.y[p] + t * (mesh.y[q] - mesh.y[p]);
      const u = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
      if (u >= 0 && u < 1) found.push({ along: s + u, edge: e, point: [x, y] });
    }
  }
  return found.sort((a, b) => a.along - b.along);
}

function tryStretch(
  mesh: Mesh,
  face: number,
  line: readonly Point[],
  from: Crossing,
  to: Crossing,
  kind: EdgeKind,
  snap: number,
): number | undefined {
  const ring = mesh.faces[face];
  const inner = line.filter((_, i) => i > from.along && i < to.along);
  const first = inner[0] ?? to.point;
  const middle: Point = [(from.point[0] + first[0]) / 2, (from.point[1] + first[1]) / 2];
  if (!inside(mesh, ring, middle)) return undefined;
  const start = place(mesh, ring, from, snap);
  const end = place(mesh, ring, to, snap);
  if (start.corner !== undefined && end.corner !== undefined && adjacent(ring, start.corner, end.corner)) {
    return undefined;
  }
  if (start.corner === undefined && end.corner === undefined && from.edge === to.edge) return undefined;
  const edgeOf = (c: Crossing): [number, number] => [ring[c.edge], ring[(c.edge + 1) % ring.length]];
  const startEdge = edgeOf(from);
  const endEdge = edgeOf(to);
  const startNode = start.corner ?? splitEdge(mesh, ...startEdge, ...from.point);
  const endNode = end.corner ?? splitEdge(mesh, ...endEdge, ...to.point);
  if (adjacent(mesh.faces[face], startNode, endNode)) return undefined;
  const far = inner.filter((p) => distance(p, from.point) > snap && distance(p, to.point) > snap);
  const chain = [startNode, ...far.map(([x, y]) => addNode(mesh, x, y)), endNode];
  return isClear(mesh, mesh.faces[face], chain) ? splitFace(mesh, face, chain, kind) : undefined;
}

/** Rounding and snapping move points: a chain is only used if it touches the ring at its two ends alone, and never itself. */
function isClear(mesh: Mesh, ring: readonly number[], chain: readonly number[]): boolean {
  for (let c = 0; c + 1 < chain.length; c++) {
    for (let i = 0; i < ring.length; i++) {
      if (conflict(mesh, ring[i], ring[(i + 1) % ring.length], chain[c], chain[c + 1])) return false;
    }
    for (let d = 0; d < c; d++) if (conflict(mesh, chain[d], chain[d + 1], chain[c], chain[c + 1])) return false;
  }
  return true;
}

/** Whether edges a-b and p-q meet anywhere but in a common node, or run over each other from there. */
function conflict(mesh: Mesh, a: number, b: number, p: number, q: number): boolean {
  if (a === p) return folds(mesh, a, b, q);
  if (a === q) return folds(mesh, a, b, p);
  if (b === p) return folds(mesh, b, a, q);
  if (b === q) return folds(mesh, b, a, p);
  return touch(mesh, a, b, p, q);
}

function folds({ x, y }: Mesh, corner: number, a: number, b: number): boolean {
  if (orient(x[corner], y[corner], x[a], y[a], x[b], y[b]) !== 0) return false;
  return (x[a] - x[corner]) * (x[b] - x[corner]) + (y[a] - y[corner]) * (y[b] - y[corner]) >= 0;
}

function touch(mesh: Mesh, a: number, b: number, p: number, q: number): boolean {
  const side = (u: number, v: number, w: number): number =>
    Math.sign(orient(mesh.x[u], mesh.y[u], mesh.x[v], mesh.y[v], mesh.x[w], mesh.y[w]));
  const apart = (u: number, v: number, s: number, t: number): boolean => side(u, v, s) * side(u, v, t) > 0;
  if (apart(a, b, p, q) || apart(p, q, a, b)) return false;
  const { x, y } = mesh;
  return overlap(x[a], x[b], x[p], x[q]) && overlap(y[a], y[b], y[p], y[q]);
}

const overlap = (a: number, b: number, p: number, q: number): boolean =>
  Math.max(Math.min(a, b), Math.min(p, q)) <= Math.min(Math.max(a, b), Math.max(p, q));

function place(mesh: Mesh, ring: readonly number[], crossing: Crossing, snap: number): { corner?: number } {
  const ends = [ring[crossing.edge], ring[(crossing.edge + 1) % ring.length]];
  const near = ends
    .map((node) => ({ node, d: distance([mesh.x[node], mesh.y[node]], crossing.point) }))
    .sort((a, b) => a.d - b.d)[0];
  return near.d <= snap ? { corner: near.node } : {};
}

function adjacent(ring: readonly number[], a: number, b: number): boolean {
  const i = ring.indexOf(a);
  const n = ring.length;
  return a === b || ring[(i + 1) % n] === b || ring[(i + n - 1) % n] === b;
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Even-odd rule; points on the ring fall to either side. */
export function inside(mesh: Mesh, ring: readonly number[], [px, py]: Point): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const yi = mesh.y[ring[i]];
    const yj = mesh.y[ring[j]];
    if (yi > py === yj > py) continue;
    const x = mesh.x[ring[i]] + ((py - yi) / (yj - yi)) * (mesh.x[ring[j]] - mesh.x[ring[i]]);
    if (px < x) odd = !odd;
  }
  return odd;
}
