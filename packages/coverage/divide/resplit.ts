import type { Band } from './band.ts';
import { bisect } from './bisect.ts';
import { pieces } from './contiguity.ts';
import { type Graph, induce } from './graph.ts';
import { borderOf, neighbouringPairs } from './parts.ts';

/** Directions of the fan that are tried for each pair. */
const TURNS = 3;

/**
 * Joins two neighbouring parts and splits them anew, in place, when that gives a shorter border and both halves are
 * within the band and in one piece (merge and split: Recombination, DeFord, Duchin and Solomon 2021, here with the best
 * cut instead of a random one). Borders to third parts do not change. Returns how many pairs changed.
 */
export function resplitPairs(
  graph: Graph,
  part: Int32Array,
  targets: Float64Array,
  band: Band,
  tolerance: number,
): number {
  const members = membersOf(part, targets.length);
  let changed = 0;
  for (const [a, b] of neighbouringPairs(graph, part)) {
    const units = Int32Array.from([...members[a], ...members[b]]);
    const inner = induce(graph, units);
    const now = Int32Array.from(units, (v) => (part[v] === a ? 0 : 1));
    const better = bestSplit(inner, now, [a, b], targets, band, tolerance);
    if (!better) continue;
    changed++;
    members[a] = [];
    members[b] = [];
    better.forEach((half, i) => {
      part[units[i]] = half === 0 ? a : b;
      members[half === 0 ? a : b].push(units[i]);
    });
  }
  return changed;
}

function membersOf(part: Int32Array, parts: number): number[][] {
  const members: number[][] = Array.from({ length: parts }, () => []);
  part.forEach((p, v) => {
    members[p].push(v);
  });
  return members;
}

function bestSplit(
  inner: Graph,
  now: Int32Array,
  [a, b]: readonly [number, number],
  targets: Float64Array,
  band: Band,
  tolerance: number,
): Int32Array | undefined {
  let least = borderOf(inner, now) - 1e-6;
  let best: Int32Array | undefined;
  for (let turn = 0; turn < TURNS; turn++) {
    const split = bisect(inner, Float64Array.of(targets[a], targets[b]), {
      turn: turn / TURNS,
      slack: tolerance * 0.7,
    });
    const border = borderOf(inner, split);
    if (border >= least || !isGood(inner, split, [a, b], band)) continue;
    least = border;
    best = split;
  }
  return best;
}

function isGood(inner: Graph, split: Int32Array, [a, b]: readonly [number, number], band: Band): boolean {
  let first = 0;
  let second = 0;
  for (let v = 0; v < inner.size; v++) {
    if (split[v] === 0) first += inner.weight[v];
    else second += inner.weight[v];
  }
  const isWithin = (load: number, p: number): boolean => load >= band.low[p] && load <= band.high[p];
  return isWithin(first, a) && isWithin(second, b) && pieces(inner, split).count === 2;
}
