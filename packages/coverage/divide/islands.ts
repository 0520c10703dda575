import { type CountPlan, planCounts } from './counts.ts';
import { buildGraph, type Graph } from './graph.ts';
import type { Range } from './refine.ts';

/** Parts of a community that are divided together, each joined to the next by one bridge: a tree. */
export interface Group {
  /** Units of the community's graph. */
  readonly members: readonly number[];
  readonly bridges: readonly Bridge[];
  readonly plan: CountPlan;
}

/** Two units on either side of the water. */
export type Bridge = readonly [one: number, other: number];

/**
 * Puts together the parts of a community that do not touch where that brings the households nearer to the range: an islet
 * too small for a grid goes with the nearest part with which the number of grids is legal, or at least better. Parts that
 * can be divided legally by themselves stay by themselves, unless an islet needs them.
 */
export function groupIslands(
  graph: Graph,
  parts: readonly (readonly number[])[],
  target: number,
  range: Range,
): Group[] {
  const planOf = (members: readonly number[]): CountPlan =>
    planCounts(
      members.map((unit) => graph.weight[unit]),
      target,
      range,
    );
  const groups: Group[] = parts.map((members) => ({ members, bridges: [], plan: planOf(members) }));
  for (let open = groups.filter(isOff); open.length > 0; ) {
    const group = open.reduce((least, one) => (one.members.length < least.members.length ? one : least));
    const best = bestUnion(graph, group, groups, planOf);
    if (best === undefined) {
      open = open.filter((one) => one !== group);
      continue;
    }
    for (const one of [group, best.partner]) groups.splice(groups.indexOf(one), 1);
    groups.push(best.union);
    open = groups.filter(isOff);
  }
  return groups;
}

const isOff = ({ plan }: Group): boolean => plan.off > 0;

/** The union with the least households outside the range, of equals the one over the shortest bridge; none if no better. */
function bestUnion(
  graph: Graph,
  group: Group,
  groups: readonly Group[],
  planOf: (members: readonly number[]) => CountPlan,
): { partner: Group; union: Group } | undefined {
  let best: { partner: Group; union: Group; squared: number } | undefined;
  for (const partner of groups) {
    if (partner === group) continue;
    const members = [...partner.members, ...group.members];
    const plan = planOf(members);
    if (plan.off >= partner.plan.off + group.plan.off) continue;
    const { bridge, squared } = shortestBridge(graph, group.members, partner.members);
    const known = best?.union.plan.off ?? Number.POSITIVE_INFINITY;
    if (plan.off > known || (plan.off === known && squared >= (best?.squared ?? 0))) continue;
    best = { partner, union: { members, bridges: [...partner.bridges, ...group.bridges, bridge], plan }, squared };
  }
  return best;
}

function shortestBridge(
  { x, y }: Graph,
  some: readonly number[],
  others: readonly number[],
): { bridge: Bridge; squared: number } {
  let bridge: Bridge = [some[0], others[0]];
  let squared = Number.POSITIVE_INFINITY;
  for (const u of some) {
    for (const v of others) {
      const away = (x[u] - x[v]) ** 2 + (y[u] - y[v]) ** 2;
      if (away >= squared) continue;
      squared = away;
      bridge = [u, v];
    }
  }
  return { bridge, squared };
}

/**
 * The graph with its bridges as edges along which a border costs nothing. As there is one bridge only between two parts of
 * a community, what is contiguous with bridges is contiguous on each part: a grid has at most one part on each.
 */
export function withBridges(graph: Graph, bridges: readonly Bridge[]): Graph {
  if (bridges.length === 0) return graph;
  const from: number[] = [];
  const to: number[] = [];
  const border: number[] = [];
  for (let v = 0; v < graph.size; v++) {
    for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
      if (graph.neighbours[e] < v) continue;
      from.push(v);
      to.push(graph.neighbours[e]);
      border.push(graph.border[e]);
    }
  }
  for (const [one, other] of bridges) {
    from.push(one);
    to.push(other);
    border.push(0);
  }
  return buildGraph(graph, { from, to, border });
}
