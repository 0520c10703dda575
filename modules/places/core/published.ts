import { buildLocator, type Cell, type Polygon, toDegrees, toE7 } from '#packages/coverage';
import type { AreaLevel } from '#packages/kernel';
import type { Area, Crs, Grid, GridKind, Located, Point } from '../contract.ts';
import type { AreaRow } from './api.ts';
import { insidePoint } from './inside-point.ts';
import { positionOf } from './position.ts';

export interface AreaShape {
  readonly code: string;
  readonly name: string;
  readonly level: Exclude<AreaLevel, 'grid'>;
  readonly parent: string | null;
  readonly polygons: readonly Polygon[];
}

export interface GridShape {
  readonly code: string;
  readonly name: string;
  readonly kind: GridKind;
  /** Of a dedicated grid: the department that manages it together with the place (舟山网格条例 9). */
  readonly sector: string | null;
  readonly households: number;
  readonly polygons: readonly Polygon[];
}

/** A micro-grid (微网格) below a grid: code of the grid and two digits more. */
export interface MicroShape {
  readonly code: string;
  readonly name: string;
  readonly households: number;
  readonly polygons: readonly Polygon[];
}

export interface PublishedGrid extends Grid {
  /** A point well inside. */
  readonly inside: Point;
  /** west, south, east, north in degrees */
  readonly bounds: [number, number, number, number];
}

/** The one grid of the district as it is held in memory: every question about it is answered from here. */
export interface Published {
  readonly district: Area;
  readonly areas: readonly AreaRow[];
  /** In the order of their codes. */
  readonly grids: readonly PublishedGrid[];
  readonly gridOf: ReadonlyMap<string, PublishedGrid>;
  readonly nameOf: ReadonlyMap<string, string>;
  /** Throws the problem `bad_place` for coordinates that cannot be a place. */
  locate(point: Point, crs: Crs): Located & { readonly point: Point };
}

/** Puts a sound plan together. Throws RangeError when there is no district, or a grid lies in no community. */
export function publish(areas: readonly AreaShape[], grids: readonly GridShape[]): Published {
  const district = areas.find(({ level }) => level === 'district');
  if (!district) throw new RangeError('there is no district');
  const nameOf = new Map([...areas, ...grids].map(({ code, name }) => [code, name]));
  const held = grids.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const described = held.map((grid) => place(grid, nameOf));
  return {
    district: areaOf(district),
    areas: areas.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(counter(grids)),
    grids: described,
    gridOf: new Map(described.map((grid) => [grid.code, grid])),
    nameOf,
    locate: locatorOf(held, described),
  };
}

export const cellOf = ({ code, polygons }: { code: string; polygons: readonly Polygon[] }): Cell => ({
  id: code,
  polygons,
});

function locatorOf(shapes: readonly GridShape[], grids: readonly PublishedGrid[]): Published['locate'] {
  const locator = buildLocator(shapes.map(cellOf));
  return (asked, crs) => {
    const place = positionOf(asked, crs);
    const [x, y] = [toE7(place.lon), toE7(place.lat)];
    const point = { lon: toDegrees(x), lat: toDegrees(y) };
    const index = locator.locate(x, y);
    if (index >= 0) return { inside: true, grid: grids[index], point };
    const found = locator.nearest(x, y);
    if (!found) throw new RangeError('a plan without grids');
    // The half-open rule leaves the eastern and northern outline to nobody: there a place belongs to the grid that it touches.
    if (found.metres === 0) return { inside: true, grid: grids[found.index], point };
    return { inside: false, nearest: grids[found.index], metres: found.metres, point };
  };
}

const areaOf = ({ code, name, level, parent }: AreaShape): Area => ({ code, name, level, parent });

/** Grids and households of each area: a grid counts for every area whose code begins its own. */
function counter(grids: readonly GridShape[]): (area: AreaShape) => AreaRow {
  const counts = new Map<string, { grids: number; households: number }>();
  for (const { code, households } of grids) {
    for (const area of [code.slice(0, 6), code.slice(0, 9), code.slice(0, 12)]) {
      const count = counts.get(area) ?? { grids: 0, households: 0 };
      counts.set(area, { grids: count.grids + 1, households: count.households + households });
    }
  }
  return (area) => ({ ...areaOf(area), ...(counts.get(area.code) ?? { grids: 0, households: 0 }) });
}

function place({ code, name, kind, households, polygons }: GridShape, names: Map<string, string>): PublishedGrid {
  const [community, street] = [names.get(code.slice(0, 12)), names.get(code.slice(0, 9))];
  if (community === undefined || street === undefined) throw new RangeError(`grid ${code} lies in no community`);
  const { x, y } = insidePoint(polygons);
  const inside = { lon: toDegrees(x), lat: toDegrees(y) };
  return { code, name, kind, households, community, street, inside, bounds: boundsOf(polygons) };
}

function boundsOf(polygons: readonly Polygon[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygons) {
    for (let i = 0; i < outer.length; i += 2) {
      west = Math.min(west, outer[i]);
      east = Math.max(east, outer[i]);
      south = Math.min(south, outer[i + 1]);
      north = Math.max(north, outer[i + 1]);
    }
  }
  return [toDegrees(west), toDegrees(south), toDegrees(east), toDegrees(north)];
}
