import { type Progress, partOf, unfollowed } from '../progress.ts';
import { type Band, bringIntoBand, partsOutside } from './band.ts';
import { bisect } from './bisect.ts';
import { repair } from './contiguity.ts';
import type { Graph } from './graph.ts';
import { hilbertOrder, renumber } from './hilbert.ts';
import { refinePairs } from './pairs.ts';
import { borderOf } from './parts.ts';
import type { Random } from './random.ts';
import { type Range, refine } from './refine.ts';
import { resplitPairs } from './resplit.ts';

export interface PartitionOptions {
  /** The load each part should have, in households. */
  readonly targets: Float64Array;
  /** Legal loads. */
  readonly range: Range;
  /** How far from its target a part may be for the sake of a better border: 0.02 is two per cent. */
  readonly tolerance: number;
  /** Turns the directions of the first cuts. */
  readonly random?: Random;
  readonly progress?: Progress;
}

export interface Partition {
  /** Part of each unit, 0 to the number of targets - 1. Every part is contiguous if the graph is. */
  readonly part: Int32Array;
  /** Parts that stayed outside the tolerance. */
  readonly beyond: readonly number[];
}

/** Border against balance in the first and in the last round of refinement, in mean borders between two units. */
const BALANCE = [300, 6_000] as const;
const ROUNDS = 24;
/** The share of the tolerance that costs nothing. */
const FREE = 0.5;
const PAIR_PASSES = 3;
/** Pairs are split anew in graphs of up to this many units, a few times over. */
const RESPLIT_UNITS = 5_000;
const RESPLITS = 4;

/**
 * Divides a contiguous graph into contiguous parts of given loads with a short border: recursive bisection, boundary
 * moves under a growing demand for balance, chains of moves for what is still beyond the tolerance, exchanges between
 * neighbours. The same input gives the same result. Time grows as n log n: 100,000 units take about a second. Graphs of a
 * few thousand units, such as a community's, are given several attempts and more care.
 */
export function partition(graph: Graph, options: PartitionOptions): Partition {
  const order = hilbertOrder(graph);
  const local = renumber(graph, order);
  const { part, beyond } = divideWell(local, options);
  const result = new Int32Array(graph.size);
  for (let i = 0; i < order.length; i++) result[order[i]] = part[i];
  return { part: result, beyond };
}

function divideWell(graph: Graph, options: PartitionOptions): Partition {
  const { targets, range, tolerance } = options;
  const band = bandOf(options);
  const { part, beyond } = bestAttempt(graph, options, band);
  if (targets.length < 2) return { part, beyond };
  for (let round = 0; round < RESPLITS && graph.size <= RESPLIT_UNITS; round++) {
    options.progress?.(0.8 + (0.2 * round) / RESPLITS);
    if (resplitPairs(graph, part, targets, band, tolerance) === 0) break;
    refinePairs(graph, part, band, PAIR_PASSES);
  }
  if (beyond.length === 0) return { part, beyond };
  const law = { low: targets.map(() => range.min), high: targets.map(() => range.max) };
  bringIntoBand(graph, part, law, { isLaw: true });
  return { part, beyond: partsOutside(graph, part, band) };
}

const bandOf = ({ targets, range, tolerance }: PartitionOptions): Band => ({
  low: targets.map((target) => Math.min(target, Math.max(range.min, target * (1 - tolerance)))),
  high: targets.map((target) => Math.max(target, Math.min(range.max, target * (1 + tolerance)))),
});

/** Small graphs are divided several times, from cuts in other directions; the shortest border within the tolerance wins. */
function bestAttempt(graph: Graph, options: PartitionOptions, band: Band): Partition {
  const attempts = Math.max(1, Math.min(MOST_ATTEMPTS, Math.floor(UNITS_IN_ALL / Math.max(1, graph.size))));
  const start = options.random?.() ?? 0;
  let best: Partition | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < attempts; i++) {
    const progress = partOf(options.progress ?? unfollowed, (0.8 * i) / attempts, (0.8 * (i + 1)) / attempts);
    const attempt = divideOnce(graph, { ...options, progress }, band, (start + i / attempts) % 1);
    const cost = borderOf(graph, attempt.part) + 1e9 * attempt.beyond.length;
    if (cost >= least) continue;
    least = cost;
    best = attempt;
  }
  return best as Partition;
}

const MOST_ATTEMPTS = 8;
const UNITS_IN_ALL = 8_000;

function divideOnce(
  graph: Graph,
  { targets, range, tolerance, progress = unfollowed }: PartitionOptions,
  band: Band,
  turn: number,
): Partition {
  const part = bisect(graph, targets, { turn, progress: partOf(progress, 0, 0.5) });
  repair(graph, part, targets.length);
  if (targets.length < 2) return { part, beyond: [] };
  const unit = meanBorder(graph);
  const balance = [BALANCE[0] * unit, BALANCE[1] * unit] as const;
  refine(graph, part, { targets, range, balance, rounds: ROUNDS, free: tolerance * FREE });
  progress(0.8);
  const beyond = bringIntoBand(graph, part, band);
  progress(0.9);
  refinePairs(graph, part, band, PAIR_PASSES);
  return { part, beyond };
}

function meanBorder({ border }: Graph): number {
  let sum = 0;
  for (const value of border) sum += value;
  return border.length > 0 ? sum / border.length : 1;
}
