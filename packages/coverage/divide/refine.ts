import { leaveTest } from './contiguity.ts';
import type { Graph } from './graph.ts';
import { type Random, shuffle } from './random.ts';

export interface Range {
  /** Legal loads of a part, in households. */
  readonly min: number;
  readonly max: number;
}

export interface Refinement {
  readonly targets: Float64Array;
  readonly range: Range;
  /** What a deviation of a part by its whole target would cost, in units of border. */
  readonly balance: number;
  readonly rounds: number;
  readonly random: Random;
}

/**
 * Moves units across borders, in place, while that lowers border + balance * sum of ((load - target) / target)^2 and
 * keeps every part in one piece; what lies outside the legal range weighs a hundredfold. Returns the number of moves.
 */
export function refine(graph: Graph, part: Int32Array, options: Refinement): number {
  const { targets, random } = options;
  const load = new Float64Array(targets.length);
  for (let v = 0; v < graph.size; v++) load[part[v]] += graph.weight[v];
  const canLeave = leaveTest(graph, part);
  const shared = new Float64Array(targets.length);
  const touched: number[] = [];
  const order = Int32Array.from({ length: graph.size }, (_, v) => v);
  let moves = 0;
  for (let round = 0; round < options.rounds; round++) {
    let moved = 0;
    for (const v of shuffle(order, random)) {
      const to = bestMove(graph, part, load, options, v, shared, touched);
      if (to < 0 || !canLeave(v)) continue;
      load[part[v]] -= graph.weight[v];
      load[to] += graph.weight[v];
      part[v] = to;
      moved++;
    }
    moves += moved;
    if (moved === 0) break;
  }
  return moves;
}

function bestMove(
  graph: Graph,
  part: Int32Array,
  load: Float64Array,
  options: Refinement,
  v: number,
  shared: Float64Array,
  touched: number[],
): number {
  const own = part[v];
  touched.length = 0;
  let inner = 0;
  for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
    const p = part[graph.neighbours[e]];
    if (p === own) {
      inner += graph.border[e];
      continue;
    }
    if (shared[p] === 0) touched.push(p);
    shared[p] += graph.border[e] + 1e-9;
  }
  let best = 1e-9;
  let to = -1;
  for (const p of touched) {
    const gain = shared[p] - inner + shift(load, options, own, p, graph.weight[v]);
    if (gain > best) {
      best = gain;
      to = p;
    }
    shared[p] = 0;
  }
  return to;
}

/** What the balance gains when `weight` goes from one part to another. */
function shift(load: Float64Array, options: Refinement, from: number, to: number, weight: number): number {
  return (
    penalty(load[from], options.targets[from], options) +
    penalty(load[to], options.targets[to], options) -
    penalty(load[from] - weight, options.targets[from], options) -
    penalty(load[to] + weight, options.targets[to], options)
  );
}

function penalty(load: number, target: number, { balance, range }: Refinement): number {
  const off = (load - target) / target;
  const outside = Math.max(0, range.min - load, load - range.max) / target;
  return balance * (off * off + 100 * outside * outside + outside);
}
