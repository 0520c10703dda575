import type { Geometry } from 'geojson';
import { type Flow, metresPerDegree, polygonArea2, polygonsToGeoJson, toDegrees } from '#packages/coverage';
import { type Box, boxOf } from '../../shape.ts';
import { usualName } from '../codes.ts';
import type { Edited } from '../engine.ts';
import type { DemandPoints } from '../layer.ts';
import { isIn, isInCell } from '../spot.ts';
import type { WorkingGrid } from '../work.ts';

/** A place that comes to another grid, with the households that probably live there. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly areaM2: number;
  readonly households: number;
  readonly where: Geometry;
}

export interface Estimated {
  /** The grids as they will be, with their households and, if they are new, a name. */
  readonly put: readonly WorkingGrid[];
  readonly moves: readonly Move[];
}

/** What is narrower than this is the rounding of borders, not a place. */
const LEAST_M2 = 1;

/**
 * How many households an edit moves: by the points of a layer where there is one, else by the share of the area, as if
 * households were spread evenly. No household is lost. `communityName`: by code.
 */
export function estimate(
  { put, remove, difference }: Pick<Edited, 'put' | 'remove' | 'difference'>,
  before: readonly WorkingGrid[],
  demand: DemandPoints | undefined,
  communityName: (code: string) => string,
): Estimated {
  const earlier = new Map(before.map((grid) => [grid.code, grid]));
  const left = new Map([...earlier].map(([code, { households }]) => [code, households]));
  const moves = difference.diff.flows.flatMap((flow): Move[] => {
    const { from, to } = flow;
    const giver = from === null ? undefined : earlier.get(from);
    if (giver === undefined || to === null) return [];
    const isWhole = remove.includes(giver.code) && flowsFrom(difference.diff.flows, giver.code) === 1;
    const share = isWhole ? giver.households : Math.round(giver.households * shareOf(flow, giver, demand));
    const households = Math.min(share, left.get(giver.code) ?? 0);
    left.set(giver.code, (left.get(giver.code) ?? 0) - households);
    left.set(to, (left.get(to) ?? 0) + households);
    return [{ from: giver.code, to, areaM2: flow.areaM2, households, where: flow.where }];
  });
  for (const code of remove) bequeath(code, moves, left);
  return {
    put: put.map((grid) => ({
      ...grid,
      households: left.get(grid.code) ?? 0,
      name: grid.name || usualName(communityName(grid.community), grid.code),
    })),
    moves: moves.filter(({ areaM2 }) => areaM2 >= LEAST_M2),
  };
}

const flowsFrom = (flows: readonly Flow[], code: string): number => flows.filter(({ from }) => from === code).length;

/** What rounding has left with a grid that goes comes to the one that got most of it. */
function bequeath(code: string, moves: readonly Move[], left: Map<string, number>): void {
  const rest = left.get(code) ?? 0;
  const heir = moves.filter(({ from }) => from === code).sort((a, b) => b.areaM2 - a.areaM2)[0]?.to;
  left.delete(code);
  if (rest > 0 && heir !== undefined) left.set(heir, (left.get(heir) ?? 0) + rest);
}

function shareOf({ where, areaM2 }: Flow, giver: WorkingGrid, demand: DemandPoints | undefined): number {
  const counted = demand && countedShare(where, giver, demand);
  if (counted !== undefined) return counted;
  const whole = giver.polygons.reduce((sum, polygon) => sum + polygonArea2(polygon), 0) / 2;
  return Math.min(1, areaM2 / (whole * metresSquaredAt(giver)));
}

/** Square metres of a square lattice step. */
function metresSquaredAt({ polygons }: WorkingGrid): number {
  const { lon, lat } = metresPerDegree(toDegrees(polygons[0][0][1]));
  return (lon * lat) / 1e14;
}

/** By the points with households; undefined where the layer has none in the grid. */
function countedShare(where: Geometry, { polygons }: WorkingGrid, demand: DemandPoints): number | undefined {
  const [own, given] = [boxOf(polygonsToGeoJson(polygons)), boxOf(where)];
  let whole = 0;
  let part = 0;
  for (let i = 0; i < demand.x.length; i++) {
    const point = [toDegrees(demand.x[i]), toDegrees(demand.y[i])];
    if (!isInBox(own, point) || !isInCell(polygons, point)) continue;
    whole += demand.households[i];
    if (isInBox(given, point) && isIn(where, point)) part += demand.households[i];
  }
  return whole === 0 ? undefined : part / whole;
}

const isInBox = (box: Box | undefined, [lon, lat]: readonly number[]): boolean =>
  box !== undefined && lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
