import type { Geometry } from 'geojson';
import { areaInM2 } from './check/fault.ts';
import { polygonsToGeoJson } from './geojson.ts';
import { type Cell, type Polygon, polygonArea2 } from './lattice.ts';
import { joinFaces, regionPolygons } from './regions.ts';
import { arrange } from './unify/arrange.ts';

/** A place that one cell had before and another has now; null where there was or is none. */
export interface Flow {
  readonly from: string | null;
  readonly to: string | null;
  readonly areaM2: number;
  readonly where: Geometry;
}

/** What differs between two coverages. */
export interface CoverageDiff {
  readonly added: string[];
  readonly removed: string[];
  /** Cells whose place is another now. */
  readonly changed: string[];
  /** Cells whose place is the same, with other vertices on their borders. */
  readonly redrawn: string[];
  readonly unchanged: number;
  /** Greatest first. */
  readonly flows: Flow[];
}

/** Compares two coverages by id and by place. Only cells that differ are looked at closely. */
export function diff(before: readonly Cell[], after: readonly Cell[]): CoverageDiff {
  const earlier = new Map(before.map((cell) => [cell.id, cell]));
  const later = new Map(after.map((cell) => [cell.id, cell]));
  const isSame = (id: string): boolean => hasSameRings(earlier.get(id), later.get(id));
  const flows = findFlows(
    before.filter((cell) => !isSame(cell.id)),
    after.filter((cell) => !isSame(cell.id)),
  );
  const moved = new Set(flows.flatMap((flow) => [flow.from, flow.to]));
  const both = after.filter((cell) => earlier.has(cell.id));
  const different = both.filter((cell) => !isSame(cell.id)).map((cell) => cell.id);
  return {
    added: after.filter((cell) => !earlier.has(cell.id)).map((cell) => cell.id),
    removed: before.filter((cell) => !later.has(cell.id)).map((cell) => cell.id),
    changed: different.filter((id) => moved.has(id)),
    redrawn: different.filter((id) => !moved.has(id)),
    unchanged: both.length - different.length,
    flows,
  };
}

function hasSameRings(one: Cell | undefined, other: Cell | undefined): boolean {
  if (one === undefined || other === undefined || one.polygons.length !== other.polygons.length) return false;
  const [a, b] = [one.polygons.flat(), other.polygons.flat()];
  return (
    a.length === b.length && a.every((ring, i) => ring.length === b[i].length && ring.every((v, k) => v === b[i][k]))
  );
}

/** Lays the two over each other; each place is of one earlier and one later cell. */
function findFlows(before: readonly Cell[], after: readonly Cell[]): Flow[] {
  if (before.length + after.length === 0) return [];
  const named = (cells: readonly Cell[], prefix: string): Cell[] =>
    cells.map((cell) => ({ ...cell, id: prefix + cell.id }));
  const layers = [
    { name: 'before', cells: named(before, '-') },
    { name: 'after', cells: named(after, '+') },
  ];
  const { planar, setOf, claimants, ids } = arrange(layers, undefined);
  const ends = claimants.map((set) => ({
    from:
      set
        .map((cell) => ids[cell])
        .find((id) => id.startsWith('-'))
        ?.slice(1) ?? null,
    to:
      set
        .map((cell) => ids[cell])
        .find((id) => id.startsWith('+'))
        ?.slice(1) ?? null,
  }));
  const regions = joinFaces(planar, (f) => (f === 0 || ends[setOf[f]].from === ends[setOf[f]].to ? -1 : setOf[f]));
  return regionPolygons(planar, regions)
    .map((polygons, region) => ({
      ...ends[regions.labels[region]],
      areaM2: polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0),
      where: polygonsToGeoJson(polygons),
    }))
    .sort((a, b) => b.areaM2 - a.areaM2);
}

const areaOf = (polygon: Polygon): number => areaInM2(polygonArea2(polygon), polygon[0][1]);
