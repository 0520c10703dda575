import { Effort } from './effort.ts';
import { orient } from './lattice.ts';
import type { Segments } from './noding.ts';

/**
 * A planar subdivision: segments that meet only at their ends, with the faces between them.
 *
 * Edge `e` has two half-edges, `2e` in its own direction and `2e + 1` back; `h ^ 1` is the twin of `h`. Face 0 is the
 * unbounded one.
 */
export interface Planar {
  /** Coordinates of the vertices. */
  readonly vx: Int32Array;
  readonly vy: Int32Array;
  /** The vertex where each half-edge begins. */
  readonly origin: Int32Array;
  /** The half-edge that follows along the face on the left. */
  readonly next: Int32Array;
  /** The face on the left of each half-edge. */
  readonly face: Int32Array;
  /** Twice the area of each face, without what lies in its holes; of face 0, minus that of everything. */
  readonly faceArea2: Float64Array;
  /** For each input segment the half-edge that runs in its direction; equal segments share an edge. */
  readonly halfEdgeOf: Int32Array;
}

/** Builds the subdivision of noded segments. Equal and opposite segments become one edge. */
export function buildPlanar(segments: Segments): Planar {
  const { vx, vy, from, to } = internVertices(segments);
  const { origin, halfEdgeOf } = internEdges(from, to);
  const next = linkHalfEdges(vx, vy, origin);
  const { loop, loopArea2, loopStart } = traceLoops(vx, vy, origin, next);
  const faceOfLoop = nestLoops({ vx, vy, origin, next, loop, loopArea2, loopStart });
  const faces = 1 + loopArea2.reduce((n, area2) => n + (area2 > 0 ? 1 : 0), 0);
  const faceArea2 = new Float64Array(faces);
  loopArea2.forEach((area2, l) => {
    faceArea2[faceOfLoop[l]] += area2;
  });
  const face = loop.map((l) => faceOfLoop[l]);
  return { vx, vy, origin, next, face, faceArea2, halfEdgeOf };
}

/** The smallest table (a power of two) that stays under two thirds full. */
function tableOf(entries: number): Int32Array {
  let size = 16;
  while (size < entries * 1.5) size *= 2;
  return new Int32Array(size);
}

function mix(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

function internVertices({ x1, y1, x2, y2 }: Segments): {
  vx: Int32Array;
  vy: Int32Array;
  from: Int32Array;
  to: Int32Array;
} {
  const n = x1.length;
  const slots = tableOf(2 * n);
  const mask = slots.length - 1;
  const vx = new Int32Array(2 * n);
  const vy = new Int32Array(2 * n);
  let count = 0;
  const intern = (x: number, y: number): number => {
    let slot = mix(x, y) & mask;
    for (let v = slots[slot] - 1; v >= 0; v = slots[slot] - 1) {
      if (vx[v] === x && vy[v] === y) return v;
      slot = (slot + 1) & mask;
    }
    vx[count] = x;
    vy[count] = y;
    slots[slot] = ++count;
    return count - 1;
  };
  const from = new Int32Array(n);
  const to = new Int32Array(n);
  for (let s = 0; s < n; s++) {
    from[s] = intern(x1[s], y1[s]);
    to[s] = intern(x2[s], y2[s]);
  }
  return { vx: vx.slice(0, count), vy: vy.slice(0, count), from, to };
}

function internEdges(from: Int32Array, to: Int32Array): { origin: Int32Array; halfEdgeOf: Int32Array } {
  const n = from.length;
  const slots = tableOf(n);
  const mask = slots.length - 1;
  const origin = new Int32Array(2 * n);
  const halfEdgeOf = new Int32Array(n);
  let count = 0;
  for (let s = 0; s < n; s++) {
    const a = from[s];
    const b = to[s];
    let slot = mix(Math.min(a, b), Math.max(a, b)) & mask;
    let edge = slots[slot] - 1;
    for (; edge >= 0; edge = slots[slot] - 1) {
      const start = origin[2 * edge];
      if ((start === a && origin[2 * edge + 1] === b) || (start === b && origin[2 * edge + 1] === a)) break;
      slot = (slot + 1) & mask;
    }
    if (edge < 0) {
      edge = count++;
      origin[2 * edge] = a;
      origin[2 * edge + 1] = b;
      slots[slot] = count;
    }
    halfEdgeOf[s] = 2 * edge + (origin[2 * edge] === a ? 0 : 1);
  }
  return { origin: origin.slice(0, 2 * count), halfEdgeOf };
}

/** Sorts the half-edges around each vertex and links each to its successor along the face on its left. */
function linkHalfEdges(vx: Int32Array, vy: Int32Array, origin: Int32Array): Int32Array {
  const start = new Int32Array(vx.length + 1);
  for (let h = 0; h < origin.length; h++) start[origin[h]]++;
  for (let v = 1; v < start.length; v++) start[v] += start[v - 1];
  const around = new Int32Array(origin.length);
  for (let h = 0; h < origin.length; h++) around[--start[origin[h]]] = h;
  const next = new Int32Array(origin.length);
  for (let v = 0; v < vx.length; v++) {
    const first = start[v];
    const end = start[v + 1];
    if (end - first > 2) sortAround(around, first, end, vx, vy, origin);
    // Counter-clockwise order: what follows the twin of h along h's left face is its clockwise neighbour.
    for (let i = first; i < end; i++) next[around[i] ^ 1] = around[i === first ? end - 1 : i - 1];
  }
  return next;
}

/** Counter-clockwise order by insertion: few edges meet at a vertex. */
function sortAround(
  around: Int32Array,
  first: number,
  end: number,
  vx: Int32Array,
  vy: Int32Array,
  origin: Int32Array,
): void {
  const x = vx[origin[around[first]]];
  const y = vy[origin[around[first]]];
  const isBefore = (g: number, h: number): boolean => {
    const gx = vx[origin[g ^ 1]] - x;
    const gy = vy[origin[g ^ 1]] - y;
    const hx = vx[origin[h ^ 1]] - x;
    const hy = vy[origin[h ^ 1]] - y;
    const gUpper = gy > 0 || (gy === 0 && gx > 0);
    const hUpper = hy > 0 || (hy === 0 && hx > 0);
    return gUpper === hUpper ? gx * hy - gy * hx > 0 : gUpper;
  };
  for (let i = first + 1; i < end; i++) {
    const h = around[i];
    let j = i;
    for (; j > first && isBefore(h, around[j - 1]); j--) around[j] = around[j - 1];
    around[j] = h;
  }
}

interface Loops {
  /** The loop of each half-edge. */
  readonly loop: Int32Array;
  /** Twice the signed area: positive around a face, negative (or 0) around a connected piece of the drawing. */
  readonly loopArea2: Float64Array;
  /** One half-edge of each loop. */
  readonly loopStart: Int32Array;
}

function traceLoops(vx: Int32Array, vy: Int32Array, origin: Int32Array, next: Int32Array): Loops {
  const loop = new Int32Array(origin.length).fill(-1);
  const areas: number[] = [];
  const starts: number[] = [];
  for (let first = 0; first < origin.length; first++) {
    if (loop[first] >= 0) continue;
    const x0 = vx[origin[first]];
    const y0 = vy[origin[first]];
    let area2 = 0;
    let h = first;
    do {
      loop[h] = areas.length;
      const a = origin[h];
      const b = origin[h ^ 1];
      area2 += (vx[a] - x0) * (vy[b] - y0) - (vx[b] - x0) * (vy[a] - y0);
      h = next[h];
    } while (h !== first);
    areas.push(area2);
    starts.push(first);
  }
  return { loop, loopArea2: Float64Array.from(areas), loopStart: Int32Array.from(starts) };
}

type Drawing = Pick<Planar, 'vx' | 'vy' | 'origin' | 'next'> & Loops;

/** The face of each loop: a positive loop begins one, a negative one is a hole in the face around its piece. */
function nestLoops(drawing: Drawing): Int32Array {
  const { vx, vy, origin, next, loopArea2, loopStart, loop } = drawing;
  const faceOf = new Int32Array(loopArea2.length);
  const pieces: { loop: number; west: number }[] = [];
  let faces = 1;
  for (let l = 0; l < loopArea2.length; l++) {
    if (loopArea2[l] > 0) {
      faceOf[l] = faces++;
      continue;
    }
    let west = loopStart[l];
    for (let h = next[west]; h !== loopStart[l]; h = next[h]) {
      const dx = vx[origin[h]] - vx[origin[west]];
      if (dx < 0 || (dx === 0 && vy[origin[h]] < vy[origin[west]])) west = h;
    }
    pieces.push({ loop: l, west });
  }
  if (pieces.length === 1) return faceOf;
  // From west to east: whatever lies just west of a piece has its face already.
  pieces.sort((p, q) => vx[origin[p.west]] - vx[origin[q.west]] || vy[origin[p.west]] - vy[origin[q.west]]);
  const findWestOf = westFinder(drawing);
  for (const piece of pieces) {
    const neighbour = findWestOf(origin[piece.west]);
    faceOf[piece.loop] = neighbour < 0 ? 0 : faceOf[loop[neighbour]];
  }
  return faceOf;
}

/** Finds the half-edge that faces a vertex from the west: the first edge that a ray to the west meets. */
function westFinder({ vx, vy, origin }: Drawing): (vertex: number) => number {
  const rows = new RowIndex(vy, origin);
  const effort = new Effort();
  return (vertex) => {
    const x = vx[vertex];
    const y = vy[vertex];
    let best = -1;
    const edges = rows.at(y);
    effort.spend(edges.length, x, y);
    for (const edge of edges) {
      const up = vy[origin[2 * edge]] < vy[origin[2 * edge + 1]] ? 2 * edge : 2 * edge + 1;
      const a = origin[up];
      const b = origin[up ^ 1];
      if (vy[a] > y || y >= vy[b] || orient(vx[a], vy[a], vx[b], vy[b], x, y) >= 0) continue;
      if (best < 0 || isEastOf(up, best)) best = up;
    }
    return best < 0 ? -1 : best ^ 1;
  };

  /** Of two upward edges that cross the same ray and not each other, whether g crosses it further east than h. */
  function isEastOf(g: number, h: number): boolean {
    const top = vy[origin[g ^ 1]] <= vy[origin[h ^ 1]] ? sideOf(g ^ 1, h) : -sideOf(h ^ 1, g);
    if (top !== 0) return top < 0;
    return (vy[origin[g]] >= vy[origin[h]] ? sideOf(g, h) : -sideOf(h, g)) < 0;
  }

  /** Where the origin of half-edge p lies as seen along h: < 0 on the right. */
  function sideOf(p: number, h: number): number {
    const a = origin[h];
    const b = origin[h ^ 1];
    return orient(vx[a], vy[a], vx[b], vy[b], vx[origin[p]], vy[origin[p]]);
  }
}

/** Edges by the horizontal bands that they span; fewer bands where edges are long. */
class RowIndex {
  readonly #low: number;
  readonly #height: number;
  readonly #start: Int32Array;
  readonly #edges: Int32Array;

  constructor(vy: Int32Array, origin: Int32Array) {
    const edges = origin.length / 2;
    let high = -Infinity;
    let low = Infinity;
    for (let v = 0; v < vy.length; v++) {
      if (vy[v] > high) high = vy[v];
      if (vy[v] < low) low = vy[v];
    }
    let climb = 0;
    for (let edge = 0; edge < edges; edge++) climb += Math.abs(vy[origin[2 * edge]] - vy[origin[2 * edge + 1]]);
    const most = (BANDS_PER_EDGE * edges * (high - low + 1)) / Math.max(1, climb);
    const count = Math.max(1, Math.min(4096, Math.ceil(Math.sqrt(edges)), Math.floor(most)));
    this.#low = low;
    this.#height = (high - low + 1) / count;
    const start = new Int32Array(count + 1);
    const first = new Int32Array(edges);
    const last = new Int32Array(edges);
    for (let edge = 0; edge < edges; edge++) {
      const a = this.#bandOf(vy[origin[2 * edge]]);
      const b = this.#bandOf(vy[origin[2 * edge + 1]]);
      first[edge] = Math.min(a, b);
      last[edge] = Math.max(a, b);
      for (let band = first[edge]; band <= last[edge]; band++) start[band]++;
    }
    for (let band = 1; band <= count; band++) start[band] += start[band - 1];
    this.#edges = new Int32Array(start[count]);
    for (let edge = edges - 1; edge >= 0; edge--) {
      for (let band = first[edge]; band <= last[edge]; band++) this.#edges[--start[band]] = edge;
    }
    this.#start = start;
  }

  #bandOf(y: number): number {
    return Math.floor((y - this.#low) / this.#height);
  }

  /** The edges that may reach the height. */
  at(y: number): Int32Array {
    const band = this.#bandOf(y);
    return this.#edges.subarray(this.#start[band], this.#start[band + 1]);
  }
}

/** In how many bands an edge may be on average. */
const BANDS_PER_EDGE = 8;
