import type { Graph } from './graph.ts';

/**
 * A first division by recursive bisection: the units of a region are cut by a straight line into two regions whose
 * loads are in the proportion of their parts' targets, and so on. Of several directions the one with the cheapest border
 * is taken. `targets[p]` is the load that part p should have; their sum need not be the total.
 * Parts may be in pieces afterwards where a region is concave: see `repair`.
 */
export function bisect(graph: Graph, targets: Float64Array): Int32Array {
  const state: Bisection = {
    graph,
    part: new Int32Array(graph.size),
    members: Int32Array.from({ length: graph.size }, (_, v) => v),
    side: new Uint8Array(graph.size),
    position: new Float64Array(graph.size),
    sums: Float64Array.from([0, ...targets]),
  };
  for (let p = 0; p < targets.length; p++) state.sums[p + 1] += state.sums[p];
  split(state, 0, graph.size, 0, targets.length);
  return state.part;
}

interface Bisection {
  readonly graph: Graph;
  /** During the recursion: the first part of the region in which the unit lies. */
  readonly part: Int32Array;
  /** Units, those of one region side by side. */
  readonly members: Int32Array;
  readonly side: Uint8Array;
  readonly position: Float64Array;
  /** Running sums of the targets. */
  readonly sums: Float64Array;
}

const DIRECTIONS = Array.from({ length: 6 }, (_, i) => {
  const angle = (i * Math.PI) / 6;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

function split(state: Bisection, from: number, to: number, firstPart: number, endPart: number): void {
  if (endPart - firstPart <= 1 || to - from <= 1) return;
  const middle = (firstPart + endPart) >> 1;
  const share = (state.sums[middle] - state.sums[firstPart]) / (state.sums[endPart] - state.sums[firstPart]);
  const members = state.members.subarray(from, to);
  const left = cheapestCut(state, members, share, middle - firstPart, endPart - middle);
  const ordered = new Int32Array(members.length);
  let low = 0;
  let high = left;
  for (const v of members) ordered[state.side[v] === 0 ? low++ : high++] = v;
  members.set(ordered);
  for (let i = left; i < members.length; i++) state.part[members[i]] = middle;
  split(state, from, from + left, firstPart, middle);
  split(state, from + left, to, middle, endPart);
}

/** Marks `side` of the members by the best of the directions; returns how many are on side 0. */
function cheapestCut(state: Bisection, members: Int32Array, share: number, minLeft: number, minRight: number): number {
  let best = Number.POSITIVE_INFINITY;
  let bestOrder: Int32Array = members;
  let bestLeft = 0;
  for (const [dx, dy] of narrowDirections(state.graph, members)) {
    const order = orderAlong(state, members, dx, dy);
    const left = cutAt(state, order, share, minLeft, minRight);
    const cost = cutCost(state, order);
    if (cost >= best) continue;
    best = cost;
    bestOrder = order;
    bestLeft = left;
  }
  bestOrder.forEach((v, i) => {
    state.side[v] = i < bestLeft ? 0 : 1;
  });
  return bestLeft;
}

/** The directions along which the region is long: cuts across them are short. */
function narrowDirections({ x, y }: Graph, members: Int32Array): readonly (readonly [number, number])[] {
  const extents = DIRECTIONS.map((direction) => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const v of members) {
      const at = x[v] * direction[0] + y[v] * direction[1];
      if (at < low) low = at;
      if (at > high) high = at;
    }
    return { direction, extent: high - low };
  });
  return extents
    .sort((a, b) => b.extent - a.extent)
    .slice(0, 3)
    .map(({ direction }) => direction);
}

function orderAlong({ graph, position }: Bisection, members: Int32Array, dx: number, dy: number): Int32Array {
  for (const v of members) position[v] = graph.x[v] * dx + graph.y[v] * dy;
  return members.slice().sort((a, b) => position[a] - position[b] || a - b);
}

function cutAt(
  { graph, side }: Bisection,
  order: Int32Array,
  share: number,
  minLeft: number,
  minRight: number,
): number {
  let total = 0;
  for (const v of order) total += graph.weight[v];
  let left = 0;
  let sum = 0;
  while (left < order.length && sum + graph.weight[order[left]] / 2 <= total * share)
    sum += graph.weight[order[left++]];
  left = Math.max(
    Math.min(minLeft, order.length - 1),
    Math.min(left, order.length - Math.min(minRight, order.length - 1)),
  );
  for (let i = 0; i < order.length; i++) side[order[i]] = i < left ? 0 : 1;
  return left;
}

function cutCost({ graph, side, part }: Bisection, order: Int32Array): number {
  const region = part[order[0]];
  let cost = 0;
  for (const v of order) {
    if (side[v] === 1) continue;
    for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
      const u = graph.neighbours[e];
      if (part[u] === region && side[u] === 1) cost += graph.border[e];
    }
  }
  return cost;
}
