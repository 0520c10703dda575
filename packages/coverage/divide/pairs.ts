import type { Band } from './band.ts';
import { leaveTest } from './contiguity.ts';
import type { Graph } from './graph.ts';
import { neighbouringPairs } from './parts.ts';

/**
 * Shortens the border between each two neighbouring parts, in place, by sequences of moves to and fro that end within the
 * band: Fiduccia-Mattheyses on the pair, every part in one piece after every move. What single moves cannot better,
 * because both parts are as full as they may be, exchanges can.
 */
export function refinePairs(graph: Graph, part: Int32Array, band: Band, passes: number): void {
  const state = begin(graph, part, band);
  let changed = new Uint8Array(band.low.length).fill(1);
  for (let pass = 0; pass < passes; pass++) {
    const next = new Uint8Array(band.low.length);
    for (const [a, b] of neighbouringPairs(graph, part)) {
      if ((changed[a] === 0 && changed[b] === 0) || !refinePair(state, a, b)) continue;
      next[a] = 1;
      next[b] = 1;
    }
    changed = next;
  }
}

interface State {
  readonly graph: Graph;
  readonly part: Int32Array;
  readonly band: Band;
  readonly load: Float64Array;
  readonly members: Set<number>[];
  readonly canLeave: (unit: number) => boolean;
  /** Stamp of the sequence in which a unit became a candidate, and in which it moved. */
  readonly met: Int32Array;
  readonly moved: Int32Array;
  stamp: number;
}

function begin(graph: Graph, part: Int32Array, band: Band): State {
  const load = new Float64Array(band.low.length);
  const members = Array.from(load, () => new Set<number>());
  for (let v = 0; v < graph.size; v++) {
    load[part[v]] += graph.weight[v];
    members[part[v]].add(v);
  }
  return {
    graph,
    part,
    band,
    load,
    members,
    canLeave: leaveTest(graph, part),
    met: new Int32Array(graph.size),
    moved: new Int32Array(graph.size),
    stamp: 0,
  };
}

const PATIENCE = 8;
const LONGEST = 30;

function refinePair(state: State, a: number, b: number): boolean {
  const { part } = state;
  state.stamp++;
  const candidates = collect(state, a, b);
  const sequence: number[] = [];
  const before = [excess(state, a), excess(state, b)];
  let sum = 0;
  let best = 1e-6;
  let kept = 0;
  while (sequence.length < LONGEST && sequence.length - kept < PATIENCE) {
    const unit = bestCandidate(state, candidates, a, b);
    if (unit < 0) break;
    const to = part[unit] === a ? b : a;
    sum += gain(state, unit, to);
    move(state, unit, to);
    state.moved[unit] = state.stamp;
    sequence.push(unit);
    meetNeighbours(state, candidates, unit, a, b);
    if (sum > best && excess(state, a) <= before[0] && excess(state, b) <= before[1]) {
      best = sum;
      kept = sequence.length;
    }
  }
  for (let i = sequence.length - 1; i >= kept; i--) move(state, sequence[i], part[sequence[i]] === a ? b : a);
  return kept > 0;
}

function collect(state: State, a: number, b: number): number[] {
  const [smaller, larger] = state.members[a].size < state.members[b].size ? [a, b] : [b, a];
  const candidates: number[] = [];
  for (const v of state.members[smaller]) {
    if (!touches(state, v, larger)) continue;
    meetNeighbours(state, candidates, v, larger, larger);
    if (state.met[v] !== state.stamp) {
      state.met[v] = state.stamp;
      candidates.push(v);
    }
  }
  return candidates;
}

function touches({ graph, part }: State, v: number, p: number): boolean {
  for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) if (part[graph.neighbours[e]] === p) return true;
  return false;
}

function meetNeighbours(
  { graph, part, met, stamp }: State,
  candidates: number[],
  v: number,
  a: number,
  b: number,
): void {
  for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
    const u = graph.neighbours[e];
    if (met[u] === stamp || (part[u] !== a && part[u] !== b)) continue;
    met[u] = stamp;
    candidates.push(u);
  }
}

/** The move of greatest gain that leaves neither part further outside than one usual unit. */
function bestCandidate(state: State, candidates: readonly number[], a: number, b: number): number {
  const { graph, part, moved, stamp } = state;
  let best = Number.NEGATIVE_INFINITY;
  let found = -1;
  for (const v of candidates) {
    const own = part[v];
    const to = own === a ? b : a;
    if (moved[v] === stamp || !fits(state, own, to, graph.weight[v]) || !touches(state, v, to)) continue;
    const better = gain(state, v, to);
    if (better <= best || !state.canLeave(v)) continue;
    best = better;
    found = v;
  }
  return found;
}

/** How far, in parts of its load, a part may be outside the band between two moves. */
const LEEWAY = 0.06;

function fits({ load, band }: State, from: number, to: number, weight: number): boolean {
  return load[from] - weight >= band.low[from] * (1 - LEEWAY) && load[to] + weight <= band.high[to] * (1 + LEEWAY);
}

function excess({ load, band }: State, p: number): number {
  return Math.max(0, band.low[p] - load[p], load[p] - band.high[p]);
}

function gain({ graph, part }: State, unit: number, to: number): number {
  let sum = 0;
  for (let e = graph.offsets[unit]; e < graph.offsets[unit + 1]; e++) {
    const p = part[graph.neighbours[e]];
    if (p === to) sum += graph.border[e];
    else if (p === part[unit]) sum -= graph.border[e];
  }
  return sum;
}

function move({ graph, part, load, members }: State, unit: number, to: number): void {
  const from = part[unit];
  members[from].delete(unit);
  members[to].add(unit);
  load[from] -= graph.weight[unit];
  load[to] += graph.weight[unit];
  part[unit] = to;
}
