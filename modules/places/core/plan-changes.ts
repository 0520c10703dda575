import { diff, type Flow, metresPerDegree, polygonArea2, toDegrees } from '#packages/coverage';
import { cellOf, type GridShape } from './published.ts';

/** A piece of land that is of another grid now; households are estimated by the share of area. */
export interface Move extends Flow {
  readonly households: number;
}

/** What differs between two plans, by the codes of grids. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly redrawn: readonly string[];
  /** The same code, with another name, kind, sector or number of households. */
  readonly described: readonly string[];
  readonly moves: readonly Move[];
  readonly householdsMoved: number;
}

const SQUARE_E7 = 1e14;

/** Area of a grid in m², by the scale at its first vertex. */
export function areaOf({ polygons }: Pick<GridShape, 'polygons'>): number {
  if (polygons.length === 0) return 0;
  const { lon, lat } = metresPerDegree(toDegrees(polygons[0][0][1]));
  return (polygons.reduce((sum, polygon) => sum + polygonArea2(polygon), 0) / 2 / SQUARE_E7) * lon * lat;
}

/** Compares a plan with an earlier one by place and by what is said of each grid. */
export function changesBetween(before: readonly GridShape[], after: readonly GridShape[]): Changes {
  const { added, removed, changed, redrawn, flows } = diff(before.map(cellOf), after.map(cellOf));
  const earlier = new Map(before.map((grid) => [grid.code, grid]));
  const areas = areasLeft(flows);
  const moves = flows.map((flow) => ({ ...flow, households: movedHouseholds(flow, earlier, areas) }));
  return {
    ...{ added, removed, changed, redrawn, moves },
    described: after.filter((grid) => isDescribedAnew(earlier.get(grid.code), grid)).map(({ code }) => code),
    householdsMoved: Math.round(moves.reduce((sum, { households }) => sum + households, 0)),
  };
}

const isDescribedAnew = (before: GridShape | undefined, after: GridShape): boolean =>
  before !== undefined &&
  (before.name !== after.name ||
    before.kind !== after.kind ||
    before.sector !== after.sector ||
    before.households !== after.households);

/** Land that each grid gives away, in m². */
function areasLeft(flows: readonly Flow[]): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  for (const { from, areaM2 } of flows) if (from !== null) left.set(from, (left.get(from) ?? 0) + areaM2);
  return left;
}

function movedHouseholds(
  { from, areaM2 }: Flow,
  earlier: ReadonlyMap<string, GridShape>,
  left: ReadonlyMap<string, number>,
): number {
  const grid = from === null ? undefined : earlier.get(from);
  if (!grid || from === null) return 0;
  const whole = Math.max(areaOf(grid), left.get(from) ?? 0);
  return whole === 0 ? 0 : (grid.households * areaM2) / whole;
}

/** Streets whose grids get another place, name or count. Redrawn borders that move nothing concern nobody. */
export const streetsConcerned = ({ added, removed, changed, described, moves }: Changes): string[] =>
  [
    ...new Set(
      [...added, ...removed, ...changed, ...described, ...moves.flatMap(({ from, to }) => [from, to])].flatMap(
        (code) => (code === null ? [] : [code.slice(0, 9)]),
      ),
    ),
  ].sort();
