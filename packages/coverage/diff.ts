import type { Geometry } from 'geojson';
import { polygonsToGeoJson } from './geojson.ts';
import type { Cell } from './lattice.ts';
import { areaM2Of } from './metres.ts';
import { joinFaces, regionPolygons } from './regions.ts';
import { hasSameShape } from './same-shape.ts';
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
  const same = new Set(
    after.filter((cell) => hasSameShape(cell, earlier.get(cell.id) ?? NOWHERE)).map((cell) => cell.id),
  );
  const isSame = (id: string): boolean => same.has(id);
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

/** No cell has the shape of this one. */
const NOWHERE: Cell = { id: '', polygons: [[]] };

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
      areaM2: areaM2Of(polygons),
      where: polygonsToGeoJson(polygons),
    }))
    .sort((a, b) => b.areaM2 - a.areaM2);
}
