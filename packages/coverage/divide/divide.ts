import { assemblePolygons } from '../assemble.ts';
import type { Cell } from '../lattice.ts';
import { buildLocator } from '../locate.ts';
import { followed, partOf } from '../progress.ts';
import { type Draft, draftGrids, nameOf } from './drafts.ts';
import { restoreOutlines } from './exact-outline.ts';
import type { DivideInput, Problem } from './input.ts';
import { numberingOrder } from './number.ts';
import { type Forced, inParts, outOfRange, unplaced } from './problems.ts';
import { type DivideReport, type GridFigures, type Measured, reportOn } from './report.ts';
import { requireSound } from './sound.ts';
import { straighten } from './straighten.ts';
import { centresOf, makeUnits, type Units } from './units.ts';

export interface Divided {
  /** The grids, by community and number. The id is that of the community and three digits: 001, 002, ... */
  readonly grids: readonly Cell[];
  readonly report: DivideReport;
}

/**
 * Divides communities into grids: contiguous, near the target and within the legal range, compact, with borders along
 * rivers and roads where there are some, compounds and blocks whole; numbered west to east, north to south. The grids
 * are an exact coverage of each community as it was given. What is impossible is done as well as can be and told in `report.problems`.
 * @throws CoverageError `cancelled`, and for input that cannot be divided at all: see `requireSound`.
 */
export function divide(input: DivideInput): Divided {
  requireSound(input);
  const regions = input.within ?? [{ id: '', polygons: input.boundary }];
  const progress = followed(input);
  progress(0);
  const units = makeUnits(input, regions, partOf(progress, 0, 0.35));
  const problems: Problem[] = [];
  const previous = input.previous && previousGrids(units, input.previous, input);
  const ids = regions.map(({ id }) => id);
  const drafts = draftGrids({ input, units, ids, previous, problems }, partOf(progress, 0.35, 0.85));
  progress(0.85);
  const divided = finish(input, regions, units, drafts, problems, previous);
  progress(1);
  return divided;
}

/** For each unit the former grid that holds most of its households, or its middle; -1 where there was none. */
function previousGrids(units: Units, previous: readonly Cell[], { demand }: DivideInput): Int32Array {
  const locator = buildLocator(previous);
  const held = Array.from({ length: units.graph.size }, () => new Map<number, number>());
  locator.locateMany(demand.x, demand.y).forEach((grid, point) => {
    const unit = units.unitOfPoint[point];
    if (unit >= 0 && grid >= 0) held[unit].set(grid, (held[unit].get(grid) ?? 0) + demand.households[point]);
  });
  return Int32Array.from(held, (grids, unit) => {
    const most = [...grids].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    if (most) return most[0];
    const { graph, scale, planar } = units;
    return locator.locate(
      Math.round(graph.x[unit] / scale.x + planar.vx[0]),
      Math.round(graph.y[unit] / scale.y + planar.vy[0]),
    );
  });
}

function finish(
  input: DivideInput,
  regions: readonly Cell[],
  units: Units,
  drafts: readonly Draft[],
  problems: Problem[],
  previous: Int32Array | undefined,
): Divided {
  const ordered = numberGrids(units, drafts, regions);
  const gridOfUnit = new Int32Array(units.graph.size).fill(-1);
  ordered.forEach(({ draft }, g) => {
    for (const unit of draft.members) gridOfUnit[unit] = g;
  });
  const ids = ordered.map(({ id }) => id);
  const regionOfGrid = ordered.map(({ draft }) => draft.region);
  const missing = unplacedHouseholds(units, input);
  if (missing.points > 0) problems.push(unplaced(missing.points, missing.households));
  const report = reportOn(input, {
    units,
    gridOfUnit,
    ids,
    communityOfGrid: regionOfGrid,
    problems,
    ...(previous && stability(input, ids, continuity(units, gridOfUnit, previous))),
  });
  const grids = exactCells(units, gridOfUnit, ids, regionOfGrid);
  const isIllegal = ({ households: h }: GridFigures): boolean => h < input.range.min || h > input.range.max;
  const ofGrids = report.grids.flatMap((figures, g) => {
    const { id, households } = figures;
    const parts = grids[g].polygons.length;
    return [
      ...(parts > 1 ? [inParts(id, parts, households)] : []),
      ...(isIllegal(figures)
        ? [outOfRange(id, households, input.range, forceOn(units, ordered[g].draft, regions, input))]
        : []),
    ];
  });
  return {
    grids,
    report: {
      ...report,
      problems: [...problems, ...ofGrids],
    },
  };
}

/** What forces a grid out of the range, if it is known to be forced. */
function forceOn(
  units: Units,
  { members, region, extent }: Draft,
  regions: readonly Cell[],
  { range }: DivideInput,
): Forced | undefined {
  const { weight } = units.graph;
  const great = members.reduce((most, unit) => (weight[unit] > weight[most] ? unit : most), members[0]);
  if (weight[great] > range.max) {
    return { by: 'unit', name: nameOf(units, great, regions[region].id), households: weight[great] };
  }
  return extent.plan.isLegal ? undefined : { by: 'extent', extent };
}

/** What changes for the people, by the ids of the grids. */
function stability(
  { previous }: DivideInput,
  ids: readonly string[],
  { continues, moved }: ReturnType<typeof continuity>,
): Pick<Measured, 'movedHouseholds' | 'continues'> {
  const pairs = [...continues].map(([grid, before]) => [ids[grid], previous?.[before]?.id ?? ''] as const);
  return { movedHouseholds: moved, continues: Object.fromEntries(pairs) };
}

function exactCells(
  units: Units,
  gridOfUnit: Int32Array,
  ids: readonly string[],
  regionOfGrid: readonly number[],
): Cell[] {
  const gridOfFace = units.unitOfFace.map((unit) => (unit < 0 ? -1 : gridOfUnit[unit]));
  const polygons = assemblePolygons(units.planar, gridOfFace);
  const cells = ids.map((id, g) => ({ id, polygons: polygons.get(g) ?? [] }));
  return straighten(restoreOutlines(cells, regionOfGrid, units.planar, gridOfFace, units.cutEdges), units.isGiven);
}

function numberGrids(units: Units, drafts: readonly Draft[], regions: readonly Cell[]): { draft: Draft; id: string }[] {
  const draftOfUnit = new Int32Array(units.graph.size).fill(-1);
  drafts.forEach(({ members }, d) => {
    for (const unit of members) draftOfUnit[unit] = d;
  });
  const owner = units.unitOfFace.map((unit) => (unit < 0 ? -1 : draftOfUnit[unit]));
  const { x, y } = centresOf(units.planar, owner, drafts.length, units.scale);
  return regions.flatMap(({ id }, region) => {
    const own = [...drafts.keys()].filter((d) => drafts[d].region === region);
    const order = numberingOrder(
      own.map((d) => x[d]),
      own.map((d) => y[d]),
    );
    return order.map((i, n) => ({ draft: drafts[own[i]], id: `${id}${String(n + 1).padStart(3, '0')}` }));
  });
}

function unplacedHouseholds(units: Units, { demand }: DivideInput): { points: number; households: number } {
  let points = 0;
  let households = 0;
  units.unitOfPoint.forEach((unit, point) => {
    if (unit >= 0) return;
    points++;
    households += demand.households[point];
  });
  return { points, households };
}

/**
 * Which former grid each grid continues: that of most of its people, each at most once. And the households that are in
 * another grid than the one that continues theirs.
 */
function continuity(
  { graph }: Units,
  gridOfUnit: Int32Array,
  previous: Int32Array,
): { continues: Map<number, number>; moved: number } {
  const shared = new Map<string, { grid: number; before: number; households: number }>();
  let moved = 0;
  for (let unit = 0; unit < graph.size; unit++) {
    const [grid, before] = [gridOfUnit[unit], previous[unit]];
    if (before < 0) continue;
    const pair = shared.get(`${grid} ${before}`) ?? { grid, before, households: 0 };
    pair.households += graph.weight[unit];
    moved += graph.weight[unit];
    shared.set(`${grid} ${before}`, pair);
  }
  const continues = new Map<number, number>();
  const taken = new Set<number>();
  for (const { grid, before, households } of [...shared.values()].sort((a, b) => b.households - a.households)) {
    if (continues.has(grid) || taken.has(before)) continue;
    continues.set(grid, before);
    taken.add(before);
    moved -= households;
  }
  return { continues, moved };
}
