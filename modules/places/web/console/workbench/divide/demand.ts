import { buildLocator, metresPerDegree, type Polygon, polygonArea2, toDegrees } from '#packages/coverage';
import type { Demand } from '#packages/coverage/divide';
import { insidePoint } from '../../../../core/inside-point.ts';
import { type AreaShape, cellOf } from '../../../../core/published.ts';
import { isInCell } from '../spot.ts';
import type { WorkingGrid } from '../work.ts';

/** A point stands for about so many households, and a grid has at most so many points. */
const HOUSEHOLDS_PER_POINT = 3;
const MOST_POINTS = 160;

/**
 * The households of grids as points spread evenly over the area of each: an assumption, for want of a count by building. Each grid keeps
 * its number of households exactly; every point has a whole number of them.
 */
export function spreadDemand(grids: readonly Pick<WorkingGrid, 'households' | 'polygons'>[]): Demand {
  const x: number[] = [];
  const y: number[] = [];
  const households: number[] = [];
  for (const grid of grids) {
    if (grid.households === 0 || grid.polygons.length === 0) continue;
    const points = pointsIn(grid.polygons, wantedPoints(grid.households));
    points.forEach(([px, py], i) => {
      x.push(px);
      y.push(py);
      households.push(share(grid.households, i, points.length));
    });
  }
  return { x: Int32Array.from(x), y: Int32Array.from(y), households: Float64Array.from(households) };
}

const wantedPoints = (households: number): number =>
  Math.max(1, Math.min(MOST_POINTS, Math.round(households / HOUSEHOLDS_PER_POINT)));

const share = (whole: number, i: number, parts: number): number =>
  Math.round(((i + 1) * whole) / parts) - Math.round((i * whole) / parts);

/** Points of a lattice of triangles inside a shape, about as many as wanted; at least one. */
function pointsIn(polygons: readonly Polygon[], wanted: number): (readonly [number, number])[] {
  const box = boxOf(polygons);
  const { lon, lat } = metresPerDegree(toDegrees((box.south + box.north) / 2));
  const area = polygons.reduce((sum, polygon) => sum + polygonArea2(polygon) / 2, 0) * (lon / lat);
  const row = Math.max(1, Math.sqrt(area / wanted));
  const column = Math.max(1, (row * lat) / lon);
  const found: (readonly [number, number])[] = [];
  for (let y = box.south + row / 2, odd = false; y < box.north; y += row, odd = !odd) {
    for (let x = box.west + (odd ? column : column / 2); x < box.east; x += column) {
      const point = [Math.round(x), Math.round(y)] as const;
      if (isInCell(polygons, [toDegrees(point[0]), toDegrees(point[1])])) found.push(point);
    }
  }
  if (found.length > 0) return found;
  const inside = insidePoint(polygons);
  return [[inside.x, inside.y]];
}

function boxOf(polygons: readonly Polygon[]) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [outer] of polygons) {
    for (let i = 0; i < outer.length; i += 2) {
      box.west = Math.min(box.west, outer[i]);
      box.east = Math.max(box.east, outer[i]);
      box.south = Math.min(box.south, outer[i + 1]);
      box.north = Math.max(box.north, outer[i + 1]);
    }
  }
  return box;
}

/** The points that lie in each area, by its place in the list; what lies in none is left out. */
export function demandByArea(demand: Demand, areas: readonly AreaShape[]): Demand[] {
  const at = buildLocator(areas.map(cellOf)).locateMany(demand.x, demand.y);
  const members: number[][] = areas.map(() => []);
  at.forEach((area, point) => {
    if (area >= 0) members[area].push(point);
  });
  return members.map((points) => ({
    x: Int32Array.from(points, (point) => demand.x[point]),
    y: Int32Array.from(points, (point) => demand.y[point]),
    households: Float64Array.from(points, (point) => demand.households[point]),
  }));
}

export const householdsOf = ({ households }: Demand): number => {
  let total = 0;
  for (let i = 0; i < households.length; i++) total += households[i];
  return total;
};
