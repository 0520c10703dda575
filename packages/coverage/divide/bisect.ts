import type { Progress } from '../progress.ts';
import type { Graph } from './graph.ts';
import { GainHeap } from './heap.ts';

/**
 * A first division by recursive bisection. The units of a region are cut in two, with loads in the proportion of the
 * targets of their parts: along the straight line, of several directions and places, whose border is cheapest, then
 * bettered by Fiduccia-Mattheyses moves; pieces that got cut off change sides. And so on in both halves.
 * `targets[p]` is the load that part p should have; Parts are contiguous when the graph is.
 */
export function bisect(graph: Graph, targets: Float64Array, options: Bisecting = {}): Int32Array {
  const directions = directionsFrom(((options.turn ?? 0) * Math.PI) / FAN);
  const size = graph.size;
  const state: Bisection = {
    graph,
    part: new Int32Array(size),
    directions,
    orders: directions.map(([dx, dy]) => orderAlong(graph, dx, dy)),
    side: new Uint8Array(size),
    sums: Float64Array.from([0, ...targets]),
    slack: options.slack,
    heap: new GainHeap(size),
    moved: new Uint8Array(size),
    piece: new Int32Array(size),
    buffer: new Int32Array(size),
    met: new Int32Array(size),
    isMet: new Uint8Array(size),
    progress: options.progress,
  };
  for (let p = 0; p < targets.length; p++) state.sums[p + 1] += state.sums[p];
  split(state, 0, size, 0, targets.length);
  return state.part;
}

export interface Bisecting {
  /** 0 to 1: turns the fan of directions. */
  readonly turn?: number;
  /** How far a half may be from its goal, as a share of one part's load; by default it grows with the number of parts. */
  readonly slack?: number;
  readonly progress?: Progress;
}

interface Bisection {
  readonly graph: Graph;
  /** During the recursion: the first part of the region in which the unit lies. */
  readonly part: Int32Array;
  readonly directions: readonly Direction[];
  /** The units along each direction, those of one region side by side: sorted once, then only taken apart. */
  readonly orders: readonly Int32Array[];
  readonly side: Uint8Array;
  /** Running sums of the targets. */
  readonly sums: Float64Array;
  readonly slack: number | undefined;
  readonly heap: GainHeap;
  readonly moved: Uint8Array;
  readonly piece: Int32Array;
  readonly buffer: Int32Array;
  /** Units that were near the border of the region in a pass: the border of the next pass is among them. */
  readonly met: Int32Array;
  readonly isMet: Uint8Array;
  readonly progress: Progress | undefined;
}

/** One region on its way to two: its units, the load that side 0 should have, and how far off it may be. */
interface Region {
  readonly members: Int32Array;
  readonly orders: readonly Int32Array[];
  readonly first: number;
  readonly goal: number;
  readonly slack: number;
  readonly atLeast: readonly [number, number];
}

function split(state: Bisection, from: number, to: number, firstPart: number, endPart: number): void {
  const parts = endPart - firstPart;
  state.progress?.(from / state.part.length);
  if (parts <= 1 || to - from <= 1) return;
  const middle = firstPart + (parts >> 1);
  const region = regionOf(state, from, to, firstPart, middle, endPart);
  cutStraight(state, region);
  for (let turn = 0; turn < 4; turn++) {
    improve(state, region);
    if (!joinCutOff(state, region)) break;
  }
  const left = arrange(state, from, to);
  for (let i = from + left; i < to; i++) state.part[state.orders[0][i]] = middle;
  split(state, from, from + left, firstPart, middle);
  split(state, from + left, to, middle, endPart);
}

function regionOf(
  { graph, orders, sums, slack }: Bisection,
  from: number,
  to: number,
  firstPart: number,
  middle: number,
  endPart: number,
): Region {
  let total = 0;
  let heaviest = 0;
  const members = orders[0].subarray(from, to);
  for (const v of members) {
    const w = graph.weight[v];
    total += w;
    if (w > heaviest) heaviest = w;
  }
  const parts = endPart - firstPart;
  const share = (sums[middle] - sums[firstPart]) / (sums[endPart] - sums[firstPart]);
  const load = total / parts;
  return {
    members,
    orders: orders.map((order) => order.subarray(from, to)),
    first: firstPart,
    goal: total * share,
    slack:
      slack === undefined ? Math.max(Math.min(heaviest, load) * 0.5, load * SLACK * Math.sqrt(parts)) : load * slack,
    atLeast: [Math.min(middle - firstPart, to - from - 1), Math.min(endPart - middle, to - from - 1)],
  };
}

/** How far a half may be from its goal, as a share of one part's load for each root of the number of parts. */
const SLACK = 0.04;

type Direction = readonly [dx: number, dy: number];

const FAN = 8;

const directionsFrom = (start: number): Direction[] =>
  Array.from({ length: FAN }, (_, i) => {
    const angle = start + (i * Math.PI) / FAN;
    return [Math.cos(angle), Math.sin(angle)];
  });

/** Sets `side` by the cheapest of the straight cuts. */
function cutStraight(state: Bisection, region: Region): void {
  let best = { left: 0, cost: Number.POSITIVE_INFINITY };
  let chosen = region.members;
  for (const order of longDirections(state, region.orders)) {
    const place = cheapestPlace(state, region, order);
    if (place.cost >= best.cost) continue;
    best = place;
    chosen = order;
  }
  for (let i = 0; i < chosen.length; i++) state.side[chosen[i]] = i < best.left ? 0 : 1;
}

/** The orders along which the region is long, by its second moments: cuts across them are short. */
function longDirections({ graph, directions }: Bisection, orders: readonly Int32Array[]): readonly Int32Array[] {
  if (orders[0].length < FEW) return orders;
  const { xx, xy, yy } = moments(graph, orders[0]);
  const spread = ([dx, dy]: Direction): number => dx * dx * xx + 2 * dx * dy * xy + dy * dy * yy;
  return orders
    .map((order, d) => ({ order, spread: spread(directions[d]) }))
    .sort((a, b) => b.spread - a.spread)
    .slice(0, FAN / 2)
    .map(({ order }) => order);
}

/** Below this many units all directions are tried. */
const FEW = 1_000;

function moments({ x, y }: Graph, members: Int32Array): { xx: number; xy: number; yy: number } {
  const n = members.length;
  let [sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0];
  for (const v of members) {
    sx += x[v];
    sy += y[v];
    sxx += x[v] * x[v];
    sxy += x[v] * y[v];
    syy += y[v] * y[v];
  }
  return { xx: sxx - (sx * sx) / n, xy: sxy - (sx * sy) / n, yy: syy - (sy * sy) / n };
}

/** Sorts by position, packed with the number of the unit into one float64: 31 bits and 22 bits. */
function orderAlong({ size, x, y }: Graph, dx: number, dy: number): Int32Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let v = 0; v < size; v++) {
    const at = x[v] * dx + y[v] * dy;
    if (at < low) low = at;
    if (at > high) high = at;
  }
  const scale = (2 ** 31 - 1) / Math.max(high - low, 1e-9);
  const keys = new Float64Array(size);
  for (let v = 0; v < size; v++) keys[v] = Math.floor((x[v] * dx + y[v] * dy - low) * scale) * UNITS + v;
  keys.sort();
  return Int32Array.from(keys, (key) => key % UNITS);
}

const UNITS = 2 ** 22;

/** Sweeps the units over from side 1 to side 0 and finds the cheapest border among the balanced ones. */
function cheapestPlace(state: Bisection, region: Region, order: Int32Array): { left: number; cost: number } {
  const { graph, side, part } = state;
  for (const v of order) side[v] = 1;
  let load = 0;
  let cost = 0;
  let best = { left: 0, cost: Number.POSITIVE_INFINITY };
  let off = Number.POSITIVE_INFINITY;
  const last = order.length - region.atLeast[1];
  for (let i = 0; i < last; i++) {
    const v = order[i];
    side[v] = 0;
    load += graph.weight[v];
    for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
      const u = graph.neighbours[e];
      if (part[u] === region.first) cost += side[u] === 1 ? graph.border[e] : -graph.border[e];
    }
    if (i + 1 < region.atLeast[0]) continue;
    const excess = Math.max(0, Math.abs(load - region.goal) - region.slack);
    if (excess > off || (excess === off && cost >= best.cost)) continue;
    off = excess;
    best = { left: i + 1, cost };
  }
  return best;
}

const PASSES = 4;
const PATIENCE = 60;

/** Fiduccia-Mattheyses: moves the best unit, even at a loss, and goes back to the best state that was met. */
function improve(state: Bisection, region: Region): void {
  state.met.set(region.members);
  let met = region.members.length;
  for (let pass = 0; pass < PASSES; pass++) {
    const { kept, near } = improveOnce(state, region, met);
    if (kept === 0) return;
    met = near;
  }
}

function improveOnce(state: Bisection, region: Region, candidates: number): { kept: number; near: number } {
  const { graph, side, heap, buffer, moved, isMet } = state;
  let near = collectBorder(state, region, candidates);
  let load = loadOfSide(state, region);
  const left = sizesOfSides(state, region);
  let count = 0;
  let kept = 0;
  let sum = 0;
  let best = 0;
  let off = Math.max(Math.abs(load - region.goal), region.slack);
  let keptOff = off;
  while (heap.size > 0 && count - kept < PATIENCE) {
    const v = heap.pop();
    if (left[side[v]] <= region.atLeast[side[v]]) continue;
    const next = load + (side[v] === 0 ? -graph.weight[v] : graph.weight[v]);
    const nextOff = Math.max(Math.abs(next - region.goal), region.slack);
    if (nextOff > region.slack && nextOff >= off) continue;
    load = next;
    off = nextOff;
    left[side[v]]--;
    side[v] = 1 - side[v];
    left[side[v]]++;
    moved[v] = 1;
    buffer[count++] = v;
    sum += heap.gainOf(v);
    if (off < keptOff || (off === keptOff && sum > best + 1e-9)) {
      best = sum;
      kept = count;
      keptOff = off;
    }
    for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
      const u = graph.neighbours[e];
      if (state.part[u] !== region.first || moved[u] === 1) continue;
      if (isMet[u] === 0) {
        isMet[u] = 1;
        state.met[near++] = u;
      }
      updateGain(state, region, u);
    }
  }
  for (let i = 0; i < count; i++) {
    moved[buffer[i]] = 0;
    if (i >= kept) side[buffer[i]] = 1 - side[buffer[i]];
  }
  for (let i = 0; i < near; i++) isMet[state.met[i]] = 0;
  return { kept, near };
}

/** Fills the heap with the units at the border, and `met` likewise; returns their number. */
function collectBorder(state: Bisection, region: Region, candidates: number): number {
  state.heap.clear();
  let near = 0;
  for (let i = 0; i < candidates; i++) {
    const v = state.met[i];
    if (!updateGain(state, region, v)) continue;
    state.met[near++] = v;
    state.isMet[v] = 1;
  }
  return near;
}

function updateGain(state: Bisection, region: Region, v: number): boolean {
  const gain = moveGain(state, region, v);
  const atBorder = gain > Number.NEGATIVE_INFINITY;
  if (atBorder) state.heap.set(v, gain);
  else state.heap.remove(v);
  return atBorder;
}

function loadOfSide({ graph, side }: Bisection, region: Region): number {
  let load = 0;
  for (const v of region.members) if (side[v] === 0) load += graph.weight[v];
  return load;
}

function sizesOfSides({ side }: Bisection, { members }: Region): [number, number] {
  let ones = 0;
  for (const v of members) ones += side[v];
  return [members.length - ones, ones];
}

/** What the border gains when a unit changes sides; -Infinity away from the border. */
function moveGain({ graph, side, part }: Bisection, region: Region, v: number): number {
  let gain = 0;
  let touches = false;
  for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
    const u = graph.neighbours[e];
    if (part[u] !== region.first) continue;
    if (side[u] === side[v]) gain -= graph.border[e];
    else {
      gain += graph.border[e];
      touches = true;
    }
  }
  return touches ? gain : Number.NEGATIVE_INFINITY;
}

/** Each side keeps its heaviest piece; the others change sides, and so touch the other side's main piece. */
function joinCutOff(state: Bisection, region: Region): boolean {
  let joined = false;
  for (const half of [0, 1]) {
    const loads = labelPieces(state, region, half);
    if (loads.length < 2) continue;
    joined = true;
    const main = loads.indexOf(Math.max(...loads));
    for (const v of region.members) if (state.side[v] === half && state.piece[v] !== main) state.side[v] = 1 - half;
  }
  return joined;
}

function labelPieces({ graph, side, part, piece, buffer }: Bisection, region: Region, half: number): number[] {
  const loads: number[] = [];
  for (const v of region.members) piece[v] = -1;
  for (const seed of region.members) {
    if (side[seed] !== half || piece[seed] >= 0) continue;
    const label = loads.push(0) - 1;
    let top = 0;
    buffer[top++] = seed;
    piece[seed] = label;
    while (top > 0) {
      const v = buffer[--top];
      loads[label] += graph.weight[v] + 1e-6;
      for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
        const u = graph.neighbours[e];
        if (part[u] !== region.first || side[u] !== half || piece[u] >= 0) continue;
        piece[u] = label;
        buffer[top++] = u;
      }
    }
  }
  return loads;
}

/** Puts the members of side 0 before those of side 1, in every order; returns how many they are. */
function arrange({ orders, side, buffer }: Bisection, from: number, to: number): number {
  let left = 0;
  for (const order of orders) {
    left = 0;
    let right = 0;
    for (let i = from; i < to; i++) {
      const v = order[i];
      if (side[v] === 0) order[from + left++] = v;
      else buffer[right++] = v;
    }
    order.set(buffer.subarray(0, right), from + left);
  }
  return left;
}
