import type { Polygon, Ring } from '../lattice.ts';
import { ringArea2 } from '../lattice.ts';

/**
 * The union of cells of one exact coverage: edges used in both directions cancel, the others close into rings.
 * No intersection is ever computed, so the result is exact: its area is the sum of the areas of the cells.
 * `rings`: all rings of the cells (outer counter-clockwise, holes clockwise). Rings that only touch themselves in a
 * corner are taken apart, so every ring of the result is simple.
 */
export function dissolve(rings: readonly Ring[]): Polygon[] {
  return polygonsOf(chain(rest(rings)));
}

const SHIFT = 2 ** 26;

interface Nodes {
  readonly x: number[];
  readonly y: number[];
  /** Directed edges that found no twin: from node to nodes. */
  readonly next: Map<number, number[]>;
}

function rest(rings: readonly Ring[]): Nodes {
  const ids = new Map<number, number>();
  const nodes: Nodes = { x: [], y: [], next: new Map() };
  const [x0, y0] = rings.length > 0 ? [rings[0][0] - SHIFT / 2, rings[0][1] - SHIFT / 2] : [0, 0];
  const idOf = (x: number, y: number): number => {
    const key = (x - x0) * SHIFT + (y - y0);
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, nodes.x.length);
    nodes.x.push(x);
    return nodes.y.push(y) - 1;
  };
  for (const ring of rings) {
    let previous = idOf(ring[ring.length - 2], ring[ring.length - 1]);
    for (let i = 0; i < ring.length; i += 2) {
      const node = idOf(ring[i], ring[i + 1]);
      if (!remove(nodes.next, node, previous)) add(nodes.next, previous, node);
      previous = node;
    }
  }
  return nodes;
}

function add(next: Map<number, number[]>, from: number, to: number): void {
  const list = next.get(from);
  if (list) list.push(to);
  else next.set(from, [to]);
}

function remove(next: Map<number, number[]>, from: number, to: number): boolean {
  const list = next.get(from);
  const at = list?.indexOf(to) ?? -1;
  if (!list || at < 0) return false;
  if (list.length === 1) next.delete(from);
  else list.splice(at, 1);
  return true;
}

/** Follows the edges; each time that a node comes again, the loop since then is a ring of its own. */
function chain({ x, y, next }: Nodes): Ring[] {
  const rings: Ring[] = [];
  for (const start of [...next.keys()].sort((a, b) => y[b] - y[a] || x[a] - x[b])) {
    const path: number[] = [];
    const at = new Map<number, number>();
    let node = start;
    while (path.length > 0 || next.has(node)) {
      const seen = at.get(node);
      if (seen !== undefined) {
        const loop = path.splice(seen);
        for (const n of loop) at.delete(n);
        rings.push(Int32Array.from(loop.flatMap((n) => [x[n], y[n]])));
        if (!next.has(node)) {
          if (path.length === 0) break;
          throw new RangeError('the rings are not those of a coverage: an edge is used twice in one direction');
        }
      }
      at.set(node, path.length);
      path.push(node);
      node = take(next, node);
    }
  }
  return rings;
}

function take(next: Map<number, number[]>, from: number): number {
  const list = next.get(from);
  const to = list?.pop();
  if (!list || to === undefined) throw new RangeError('the rings do not close');
  if (list.length === 0) next.delete(from);
  return to;
}

function polygonsOf(rings: readonly Ring[]): Polygon[] {
  const outer = rings.filter((ring) => ringArea2(ring) > 0);
  const polygons = outer.map((ring) => [ring]);
  for (const hole of rings.filter((ring) => ringArea2(ring) < 0)) {
    const owners = polygons.filter(([ring]) => contains(ring, hole));
    const owner = owners.sort((a, b) => ringArea2(a[0]) - ringArea2(b[0]))[0];
    if (!owner) throw new RangeError('the rings are not those of a coverage: a hole lies in no polygon');
    owner.push(hole);
  }
  return polygons;
}

/** Whether a hole lies in a ring that it may touch in corners, but does not cross: one corner off the ring decides. */
function contains(ring: Ring, hole: Ring): boolean {
  for (let i = 0; i < hole.length; i += 2) {
    const side = sideOf(ring, hole[i], hole[i + 1]);
    if (side !== 0) return side > 0;
  }
  return true;
}

/** 1 inside, -1 outside, 0 on a corner of the ring. */
function sideOf(ring: Ring, px: number, py: number): number {
  let odd = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    if (ring[i] === px && ring[i + 1] === py) return 0;
    if (ring[i + 1] > py === ring[j + 1] > py) continue;
    const side = (ring[i] - ring[j]) * (py - ring[j + 1]) - (ring[i + 1] - ring[j + 1]) * (px - ring[j]);
    if (side > 0 === ring[i + 1] > ring[j + 1]) odd = !odd;
  }
  return odd ? 1 : -1;
}
