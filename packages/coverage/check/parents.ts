import { type CheckReport, check, countKinds } from '../check.ts';
import { polygonsToGeoJson } from '../geojson.ts';
import type { Cell } from '../lattice.ts';
import { areaM2Of } from '../metres.ts';
import { type Fault, fault } from './fault.ts';

export interface ParentOptions {
  /** The id of the parent of a cell; by default the parent whose id the cell's id begins with (administrative codes). */
  readonly parentOf?: (cell: Cell) => string | undefined;
  readonly toleranceM?: number;
}

/**
 * Checks that the children of each parent cover it exactly: grids within communities, communities within streets. A
 * parent without children and a cell without its parent are omissions. Each fault names the parent.
 * @throws CoverageError as `check` does.
 */
export function checkWithin(
  cells: readonly Cell[],
  parents: readonly Cell[],
  options: ParentOptions = {},
): CheckReport {
  const { parentOf = byPrefix(parents), toleranceM } = options;
  const children = new Map<string, Cell[]>(parents.map((parent) => [parent.id, []]));
  const faults: Fault[] = [];
  for (const cell of cells) {
    const family = children.get(parentOf(cell) ?? '');
    if (family !== undefined) family.push(cell);
    else faults.push(nowhere(cell, 'unknown_parent'));
  }
  let areaM2 = 0;
  let area2 = 0n;
  let boundaryArea2 = 0n;
  for (const parent of parents) {
    const family = children.get(parent.id) ?? [];
    if (family.length === 0) faults.push({ ...nowhere(parent, 'no_cells'), parent: parent.id });
    const report = check(family, { boundary: parent.polygons, ...(toleranceM === undefined ? {} : { toleranceM }) });
    areaM2 += report.areaM2;
    area2 += report.area2;
    boundaryArea2 += report.boundaryArea2 ?? 0n;
    if (family.length > 0) for (const one of report.faults) faults.push({ ...one, parent: parent.id });
  }
  return {
    valid: faults.length === 0,
    cells: cells.length,
    areaM2,
    area2,
    boundaryArea2,
    counts: countKinds(faults),
    faults,
  };
}

function nowhere(cell: Cell, detail: 'unknown_parent' | 'no_cells'): Fault {
  const where = cell.polygons.length === 0 ? null : polygonsToGeoJson(cell.polygons);
  return fault('omission', [cell.id], { where, areaM2: areaM2Of(cell.polygons), detail });
}

/** The longest id of a parent that a cell's id begins with. */
function byPrefix(parents: readonly Cell[]): (cell: Cell) => string | undefined {
  const ids = new Set(parents.map((parent) => parent.id));
  return ({ id }) => {
    for (let length = id.length - 1; length > 0; length--) if (ids.has(id.slice(0, length))) return id.slice(0, length);
    return undefined;
  };
}
