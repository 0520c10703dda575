import { bringIntoBand } from './band.ts';
import { repair } from './contiguity.ts';
import { type Graph, induce } from './graph.ts';
import { partition } from './partition.ts';
import type { Range } from './refine.ts';

export interface Rebalanced {
  /** Part of each unit; parts that were there before keep their numbers, new ones follow. */
  readonly part: Int32Array;
  readonly parts: number;
  /** Households that are in another part than before. */
  readonly moved: number;
  /** Parts that are still outside the legal range. */
  readonly beyond: readonly number[];
}

/**
 * Divides anew after the loads have changed, and moves as few households as it can: parts within the legal range stay as
 * they are; the others give or take along the shortest chains; one that is twice too large is split, one that is far
 * too small goes to its neighbours. `previous[v]` is the part of unit v so far, -1 for a new unit.
 */
export function rebalance(graph: Graph, previous: Int32Array, parts: number, range: Range, target: number): Rebalanced {
  const part = Int32Array.from(previous, (p) => (p < 0 ? parts : p));
  let count = parts;
  dissolveSmall(graph, part, count, range);
  repair(graph, part, count);
  count = splitLarge(graph, part, count, range, target);
  const band = { low: new Float64Array(count).fill(range.min), high: new Float64Array(count).fill(range.max) };
  const isEmpty = loadsOf(graph, part, count).map((load) => (load === 0 ? 1 : 0));
  isEmpty.forEach((empty, p) => {
    if (empty === 1) band.low[p] = 0;
  });
  const beyond = bringIntoBand(graph, part, band, { stay: STAY, isLaw: true });
  return { part, parts: count, moved: movedHouseholds(graph, previous, part), beyond };
}

/** What it costs, in metres of border, to move one household. */
const STAY = 5;

const loadsOf = (graph: Graph, part: Int32Array, parts: number): Float64Array => {
  const load = new Float64Array(parts + 1);
  for (let v = 0; v < graph.size; v++) load[part[v]] += graph.weight[v];
  return load.subarray(0, parts);
};

/** Frees the units of parts below half the least load, as long as the others can legally take them in. */
function dissolveSmall(graph: Graph, part: Int32Array, parts: number, range: Range): void {
  const load = loadsOf(graph, part, parts);
  const total = load.reduce((a, b) => a + b, 0);
  let left = load.filter((l) => l > 0).length;
  const small = [...load.keys()]
    .filter((p) => load[p] > 0 && load[p] < range.min / 2)
    .sort((a, b) => load[a] - load[b]);
  for (const p of small) {
    if (left < 2 || total / (left - 1) > range.max) return;
    left--;
    for (let v = 0; v < graph.size; v++) if (part[v] === p) part[v] = parts;
  }
}

function splitLarge(graph: Graph, part: Int32Array, parts: number, range: Range, target: number): number {
  let count = parts;
  const load = loadsOf(graph, part, parts);
  for (let p = 0; p < parts; p++) {
    const pieces = Math.round(load[p] / target);
    if (load[p] < 2 * range.min || load[p] <= range.max || pieces < 2) continue;
    const members = Int32Array.from([...part.keys()].filter((v) => part[v] === p));
    const inner = induce(graph, members);
    const targets = new Float64Array(pieces).fill(load[p] / pieces);
    const split = partition(inner, { targets, range, tolerance: 0.1 });
    split.part.forEach((q, i) => {
      if (q > 0) part[members[i]] = count + q - 1;
    });
    count += pieces - 1;
  }
  return count;
}

function movedHouseholds(graph: Graph, previous: Int32Array, part: Int32Array): number {
  let moved = 0;
  for (let v = 0; v < graph.size; v++) if (previous[v] >= 0 && previous[v] !== part[v]) moved += graph.weight[v];
  return moved;
}
