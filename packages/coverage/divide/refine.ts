import { leaveTest } from './contiguity.ts';
import type { Graph } from './graph.ts';

export interface Range {
  /** Legal loads of a part, in households. */
  readonly min: number;
  readonly max: number;
}

export interface Refinement {
  readonly targets: Float64Array;
  readonly range: Range;
  /**
   * What it costs, in units of border, when a part is off by its whole target, squared: from the first round to the
   * last this grows steadily, so that first the borders find their places and then the loads are evened out.
   */
  readonly balance: readonly [first: number, last: number];
  readonly rounds: number;
  /** Deviations up to this share of the target cost nothing. */
  readonly free: number;
}

/**
 * Moves units across borders, in place, while that lowers border + balance * sum of ((load - target) / target)^2 and
 * keeps every part in one piece; what lies outside the legal range weighs a hundredfold.
 */
export function refine(graph: Graph, part: Int32Array, options: Refinement): void {
  const state = begin(graph, part, options);
  const growth = (options.balance[1] / options.balance[0]) ** (1 / Math.max(1, options.rounds - 1));
  state.balance = options.balance[0];
  for (let round = 0; round < options.rounds; round++) {
    sweep(state, round % 2 === 1);
    state.balance *= growth;
  }
}

interface Sweeping {
  readonly graph: Graph;
  readonly part: Int32Array;
  readonly targets: Float64Array;
  readonly range: Range;
  readonly free: number;
  readonly load: Float64Array;
  readonly canLeave: (unit: number) => boolean;
  /** Border shared with each part, while one unit is looked at; zero in between. */
  readonly shared: Float64Array;
  readonly touched: Int32Array;
  balance: number;
}

function begin(graph: Graph, part: Int32Array, { targets, range, free }: Refinement): Sweeping {
  const load = new Float64Array(targets.length);
  let widest = 0;
  for (let v = 0; v < graph.size; v++) {
    load[part[v]] += graph.weight[v];
    widest = Math.max(widest, graph.offsets[v + 1] - graph.offsets[v]);
  }
  return {
    graph,
    part,
    targets,
    range,
    free,
    load,
    canLeave: leaveTest(graph, part),
    shared: new Float64Array(targets.length),
    touched: new Int32Array(widest),
    balance: 0,
  };
}

function sweep(state: Sweeping, backwards: boolean): void {
  const { graph, part, load } = state;
  const last = graph.size - 1;
  for (let i = 0; i <= last; i++) {
    const v = backwards ? last - i : i;
    const to = bestMove(state, v);
    if (to < 0 || !state.canLeave(v)) continue;
    load[part[v]] -= graph.weight[v];
    load[to] += graph.weight[v];
    part[v] = to;
  }
}

/** The part in which a unit would be better placed than in its own, or -1. */
function bestMove(state: Sweeping, v: number): number {
  const { graph, part, load, shared, touched } = state;
  const own = part[v];
  let count = 0;
  let inner = 0;
  const end = graph.offsets[v + 1];
  for (let e = graph.offsets[v]; e < end; e++) {
    const p = part[graph.neighbours[e]];
    if (p === own) {
      inner += graph.border[e];
      continue;
    }
    if (shared[p] === 0) touched[count++] = p;
    shared[p] += graph.border[e] + 1e-9;
  }
  let best = 1e-7;
  let to = -1;
  for (let i = 0; i < count; i++) {
    const p = touched[i];
    const gain = shared[p] - inner + evening(load, state, own, p, graph.weight[v]);
    shared[p] = 0;
    if (gain <= best) continue;
    best = gain;
    to = p;
  }
  return to;
}

type Terms = Pick<Sweeping, 'targets' | 'range' | 'balance' | 'free'>;

/** What the balance gains when `weight` goes from one part to another. */
function evening(load: Float64Array, terms: Terms, from: number, to: number, weight: number): number {
  return (
    penalty(load[from], terms.targets[from], terms) -
    penalty(load[from] - weight, terms.targets[from], terms) +
    penalty(load[to], terms.targets[to], terms) -
    penalty(load[to] + weight, terms.targets[to], terms)
  );
}

function penalty(load: number, target: number, { balance, range, free }: Terms): number {
  const off = Math.max(0, Math.abs(load - target) / target - free);
  const outside = load < range.min ? range.min - load : load > range.max ? load - range.max : 0;
  return balance * (off * off + (100 * outside * outside) / (target * target) + outside / target);
}
