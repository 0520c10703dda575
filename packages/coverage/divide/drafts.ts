import { type Progress, partOf } from '../progress.ts';
import { pieces } from './contiguity.ts';
import { targetsFor } from './counts.ts';
import { type Graph, induce } from './graph.ts';
import type { DivideInput, Problem } from './input.ts';
import { type Bridge, type Group, groupIslands, withBridges } from './islands.ts';
import { partition } from './partition.ts';
import { detached, type Extent, indivisible, noLegalCount } from './problems.ts';
import { rebalance } from './rebalance.ts';
import type { Units } from './units.ts';

/** The units of one grid to be, and what it is a part of. */
export interface Draft {
  /** Index of the community. */
  readonly region: number;
  readonly members: readonly number[];
  readonly extent: Extent;
}

export interface Drafting {
  readonly input: DivideInput;
  readonly units: Units;
  /** The ids of the communities. */
  readonly ids: readonly string[];
  /** Of each unit, -1 where there was none. */
  readonly previous: Int32Array | undefined;
  readonly problems: Problem[];
}

/** Divides each community by itself, its parts apart or together as the range demands. */
export function draftGrids(drafting: Drafting, progress: Progress): Draft[] {
  const { units, ids } = drafting;
  const drafts: Draft[] = [];
  let done = 0;
  unitsByRegion(units, ids.length).forEach((members, region) => {
    const local = induce(units.graph, members);
    for (const group of groupsOf(drafting, local, ids[region])) {
      const own = Int32Array.from(group.members, (unit) => members[unit]);
      const whole = own.length === members.length && group.bridges.length === 0 ? local : groupGraph(local, group);
      const share = partOf(progress, done / units.graph.size, (done + own.length) / units.graph.size);
      drafts.push(...draftGroup(drafting, { region, members: own, graph: whole, plan: group.plan }, share));
      done += own.length;
    }
  });
  return drafts;
}

function unitsByRegion({ region }: Units, regions: number): Int32Array[] {
  const members: number[][] = Array.from({ length: regions }, () => []);
  region.forEach((r, unit) => {
    members[r].push(unit);
  });
  return members.map((list) => Int32Array.from(list));
}

function groupsOf({ input, problems }: Drafting, graph: Graph, id: string): Group[] {
  const { piece, count } = pieces(graph, new Int32Array(graph.size));
  const parts: number[][] = Array.from({ length: count }, () => []);
  piece.forEach((p, unit) => {
    parts[p].push(unit);
  });
  const groups = groupIslands(graph, parts, input.target, input.range);
  if (count > 1) problems.push(detached(id, count, groups.length, total(graph.weight)));
  return groups;
}

function groupGraph(graph: Graph, { members, bridges }: Group): Graph {
  const place = new Map(members.map((unit, i) => [unit, i]));
  const local = bridges.map(([one, other]): Bridge => [place.get(one) ?? 0, place.get(other) ?? 0]);
  return withBridges(induce(graph, Int32Array.from(members)), local);
}

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

interface Extended extends Pick<Group, 'plan'> {
  readonly region: number;
  readonly members: Int32Array;
  readonly graph: Graph;
}

function draftGroup(drafting: Drafting, { region, members, graph, plan }: Extended, progress: Progress): Draft[] {
  const { input, ids, problems, previous } = drafting;
  const extent = { plan, households: total(graph.weight) };
  if (!plan.isLegal) problems.push(noLegalCount(ids[region], extent, input.range));
  noteIndivisible(drafting, members, ids[region]);
  const before = previous && Int32Array.from(members, (unit) => previous[unit]);
  const part = before?.some((p) => p >= 0)
    ? keepGrids(input, graph, before)
    : partition(graph, {
        targets: targetsFor(extent.households, plan.count, heaviest(graph.weight, plan.count)),
        range: input.range,
        tolerance: input.tolerance ?? 0.02,
        random: input.random,
        progress,
      }).part;
  const groups = new Map<number, number[]>();
  part.forEach((p, i) => {
    const group = groups.get(p);
    if (group) group.push(members[i]);
    else groups.set(p, [members[i]]);
  });
  return [...groups.values()].map((group) => ({ region, members: group, extent }));
}

const heaviest = (weights: Float64Array, count: number): number[] => [
  ...weights.toSorted().reverse().subarray(0, count),
];

function noteIndivisible({ units, input, problems }: Drafting, members: Int32Array, id: string): void {
  const { weight } = units.graph;
  const great = [...members].filter((unit) => weight[unit] > input.range.max).sort((a, b) => weight[b] - weight[a]);
  for (const unit of great) problems.push(indivisible(nameOf(units, unit, id), weight[unit], input.range));
}

/** The block or compound that a unit is, or the community and the number of the unit. */
export const nameOf = (units: Units, unit: number, community: string): string =>
  units.name[unit] ?? `${community} ${unit}`.trim();

/** Numbers the former grids of one community from 0 and divides it anew with as few moves as possible. */
function keepGrids(input: DivideInput, graph: Graph, before: Int32Array): Int32Array {
  const numbers = new Map([...new Set(before)].filter((p) => p >= 0).map((p, i) => [p, i]));
  const local = before.map((p) => numbers.get(p) ?? -1);
  return rebalance(graph, local, numbers.size, input.range, input.target).part;
}
