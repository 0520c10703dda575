import { type Graph, induce, numberingOrder, partition, type Random, type Range } from '#packages/coverage/divide';
import { type City, cityGraph, type Projection } from './blocks.ts';
import { ANCHORS, STREETS } from './city.ts';

const TARGET = 400;
const RANGE = { min: 300, max: 500 };

export interface Community {
  readonly code: string;
  readonly name: string;
}

export interface GridDraft {
  readonly code: string;
  readonly name: string;
  readonly households: number;
  /** The rings of its blocks. */
  readonly rings: readonly Int32Array[];
}

/** Communities within streets, grids within communities, with their codes and names. */
export function layOut(
  city: City,
  communities: readonly Community[],
  project: Projection,
  random: Random,
): GridDraft[] {
  const graph = cityGraph(city);
  return STREETS.flatMap((street, s) => {
    const members = Int32Array.from(city.street.flatMap((of, face) => (of === s ? [face] : [])));
    const official = communities.filter(({ code }) => code.startsWith(street.code));
    const regions = divideBy(induce(graph, members), communityTargets(official.length, random), communityRange);
    const blocks = regions.map((region) => Int32Array.from(region, (i) => members[i]));
    const named = giveNames(graph, city, blocks, official, project);
    return blocks.flatMap((region, r) => gridsOf(city, graph, region, named[r]));
  });
}

/** Communities differ: from about 0.6 to 1.6 of the mean. */
function communityTargets(count: number, random: Random): number[] {
  return Array.from({ length: count }, () => 0.62 + random() * 0.5 + random() ** 3 * 0.5);
}

const communityRange = (mean: number): Range => ({ min: mean * 0.5, max: mean * 1.8 });

/** Divides a graph by shares; returns the members of each part. */
function divideBy(graph: Graph, shares: readonly number[], rangeOf: (mean: number) => Range): number[][] {
  const total = graph.weight.reduce((sum, w) => sum + w, 0);
  const sum = shares.reduce((a, b) => a + b, 0);
  const targets = Float64Array.from(shares, (share) => (share * total) / sum);
  const { part } = partition(graph, { targets, range: rangeOf(total / shares.length), tolerance: 0.1 });
  const groups: number[][] = shares.map(() => []);
  part.forEach((p, v) => {
    groups[p].push(v);
  });
  return groups;
}

/** The official names go to the regions: known places to where they lie, the others in reading order. */
function giveNames(
  graph: Graph,
  city: City,
  regions: readonly Int32Array[],
  official: readonly Community[],
  project: Projection,
): Community[] {
  const centres = regions.map((region) => centre(graph, region));
  const named: (Community | undefined)[] = regions.map(() => undefined);
  const pairs = official
    .filter(({ code }) => ANCHORS[code])
    .flatMap((community) => {
      const [x, y] = project(...ANCHORS[community.code]);
      const [u, v] = [(x - city.mesh.x[0]) * city.scale.x, (y - city.mesh.y[0]) * city.scale.y];
      return centres.map((at, r) => ({ community, r, distance: Math.hypot(at.x - u, at.y - v) }));
    })
    .sort((a, b) => a.distance - b.distance);
  for (const { community, r } of pairs) {
    if (named[r] === undefined && !named.includes(community)) named[r] = community;
  }
  const left = official.filter((community) => !named.includes(community));
  const order = numberingOrder(
    centres.map((at) => at.x),
    centres.map((at) => at.y),
  );
  for (const r of order) named[r] ??= left.shift();
  return named as Community[];
}

function centre(graph: Graph, region: ArrayLike<number>): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (let i = 0; i < region.length; i++) {
    x += graph.x[region[i]] / region.length;
    y += graph.y[region[i]] / region.length;
  }
  return { x, y };
}

function gridsOf(city: City, graph: Graph, region: Int32Array, community: Community): GridDraft[] {
  const total = region.reduce((sum, face) => sum + city.households[face], 0);
  const count = Math.max(1, Math.ceil(total / RANGE.max), Math.round(total / TARGET));
  const shares = Array.from({ length: count }, () => 1);
  const groups = divideBy(induce(graph, region), shares, () => RANGE).map((group) => group.map((i) => region[i]));
  const centres = groups.map((group) => centre(graph, group));
  const order = numberingOrder(
    centres.map((at) => at.x),
    centres.map((at) => at.y),
  );
  const short = community.name.replace(/居委会$|委会$/, '');
  return order.map((g, i) => ({
    code: `${community.code}${String(i + 1).padStart(3, '0')}`,
    name: `${short}第${numeral(i + 1)}网格`,
    households: groups[g].reduce((sum, face) => sum + city.households[face], 0),
    rings: groups[g].map((face) =>
      Int32Array.from(city.mesh.faces[face].flatMap((node) => [city.mesh.x[node], city.mesh.y[node]])),
    ),
  }));
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Chinese numeral of 1 to 99. */
function numeral(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[n % 10]}`;
}
