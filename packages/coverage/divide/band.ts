import { leaveTest } from './contiguity.ts';
import type { Graph } from './graph.ts';

/** The loads within which part p shall be: low[p] to high[p]. */
export interface Band {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * How long the chains may be and how many moves are tried for one part, round after round. The great efforts are for the
 * last few: when more than a share of the parts is left, the units are too coarse for the band, and pushing on would
 * only make ragged borders.
 */
const EFFORTS = [
  { depth: 2, trials: 200, most: 1 },
  { depth: 4, trials: 600, most: 1 },
  { depth: 10, trials: 3_000, most: 0.01 },
  { depth: 10, trials: 20_000, most: 0.002 },
  { depth: 12, trials: 60_000, most: 0.002 },
] as const;
/** So few parts are always worth the effort. */
const FEW = 12;
const BRANCHES = 8;
/** Moves that are tried in all. */
const BUDGET = 5_000;
const BUDGET_PER_PART = 30;

export interface Care {
  /** What it costs to move one household, in units of border. */
  readonly stay?: number;
  /** The band is the legal range: no effort is spared. */
  readonly isLaw?: boolean;
}

/**
 * Brings the loads of stubborn parts into the band by chains of moves: a unit goes from part to part, the next part passes
 * another on, until all are within; short chains and cheap borders first, every part in one piece throughout. Changes
 * `part` in place; returns the parts that could not be helped.
 */
export function bringIntoBand(graph: Graph, part: Int32Array, band: Band, care: Care = {}): number[] {
  const state = begin(graph, part, band, care.stay ?? 0);
  let budget = BUDGET + BUDGET_PER_PART * band.low.length;
  let stubborn = outside(state);
  for (const { depth, trials, most } of EFFORTS) {
    if (!care.isLaw && stubborn.length > Math.max(FEW, most * band.low.length)) break;
    for (const p of stubborn) {
      state.trials = Math.min(trials, budget);
      budget -= state.trials;
      settle(state, p, depth);
      budget += state.trials;
    }
    stubborn = outside(state);
    if (stubborn.length === 0) break;
  }
  return stubborn;
}

interface Chain {
  readonly graph: Graph;
  readonly part: Int32Array;
  readonly band: Band;
  readonly load: Float64Array;
  /** The units of each part. */
  readonly members: Set<number>[];
  readonly canLeave: (unit: number) => boolean;
  /** What it costs to move one household, in units of border. */
  readonly stay: number;
  trials: number;
}

function begin(graph: Graph, part: Int32Array, band: Band, stay: number): Chain {
  const load = new Float64Array(band.low.length);
  const members = Array.from(load, () => new Set<number>());
  for (let v = 0; v < graph.size; v++) {
    load[part[v]] += graph.weight[v];
    members[part[v]].add(v);
  }
  return { graph, part, band, load, members, canLeave: leaveTest(graph, part), stay, trials: 0 };
}

/** The parts whose loads are outside the band. */
export const partsOutside = (graph: Graph, part: Int32Array, band: Band): number[] =>
  outside(begin(graph, part, band, 0));

function outside(state: Chain): number[] {
  const found: number[] = [];
  for (let p = 0; p < state.load.length; p++) if (excess(state, p, 0) > 0) found.push(p);
  return found;
}

/** How far outside its band a part is after its load changed by `change`. */
function excess({ load, band }: Chain, p: number, change: number): number {
  return Math.max(0, band.low[p] - load[p] - change, load[p] + change - band.high[p]);
}

interface Move {
  readonly unit: number;
  readonly to: number;
  readonly cost: number;
}

function settle(state: Chain, p: number, depth: number): boolean {
  const now = excess(state, p, 0);
  if (now === 0) return true;
  if (depth === 0) return false;
  for (const move of candidates(state, p, now)) {
    if (state.trials <= 0) return false;
    state.trials--;
    if (!state.canLeave(move.unit)) continue;
    const from = state.part[move.unit];
    apply(state, move.unit, move.to);
    const other = from === p ? move.to : from;
    const still = excess(state, p, 0) > 0;
    if (settle(state, still ? p : other, depth - 1) && excess(state, p, 0) === 0 && excess(state, other, 0) === 0) {
      return true;
    }
    apply(state, move.unit, from);
  }
  return false;
}

function apply({ graph, part, load, members }: Chain, unit: number, to: number): void {
  const from = part[unit];
  members[from].delete(unit);
  members[to].add(unit);
  load[from] -= graph.weight[unit];
  load[to] += graph.weight[unit];
  part[unit] = to;
}

/** Moves over the border of part p that lessen its excess and leave at most one of the two parts outside; the best first. */
function candidates(state: Chain, p: number, now: number): Move[] {
  const { graph, part, load, band } = state;
  const tooMuch = load[p] > band.high[p];
  const moves: Move[] = [];
  for (const v of state.members[p]) {
    for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
      const u = graph.neighbours[e];
      const q = part[u];
      if (q === p) continue;
      const unit = tooMuch ? v : u;
      const w = graph.weight[unit];
      const own = excess(state, p, tooMuch ? -w : w);
      const others = excess(state, q, tooMuch ? w : -w);
      if (own >= now || (own > 0 && others > 0)) continue;
      const to = tooMuch ? q : p;
      moves.push({ unit, to, cost: loss(state, unit, to) + state.stay * w + DISTRESS * (own + others) });
    }
  }
  return moves
    .sort((a, b) => a.cost - b.cost || a.unit - b.unit || a.to - b.to)
    .filter(differs)
    .slice(0, BRANCHES);
}

/** What one household outside the band weighs against border, when moves are compared. */
const DISTRESS = 3;

const differs = (move: Move, i: number, all: readonly Move[]): boolean =>
  i === 0 || all[i - 1].unit !== move.unit || all[i - 1].to !== move.to;

function loss({ graph, part }: Chain, unit: number, to: number): number {
  let sum = 0;
  for (let e = graph.offsets[unit]; e < graph.offsets[unit + 1]; e++) {
    const p = part[graph.neighbours[e]];
    if (p === part[unit]) sum += graph.border[e];
    else if (p === to) sum -= graph.border[e];
  }
  return sum;
}
