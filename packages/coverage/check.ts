import { sideOfRing } from './assemble.ts';
import { findCoverFaults } from './check/cover.ts';
import { areaFault, FAULT_KINDS, type Fault, type FaultKind, fault } from './check/fault.ts';
import { findNestingFaults } from './check/nesting.ts';
import { findRingFaults } from './check/rings.ts';
import { buildEdgeTable, type EdgeTable } from './edges.ts';
import { type Cell, type Polygon, polygonArea2 } from './lattice.ts';
import { areaInM2 } from './metres.ts';
import { type Following, followed, partOf } from './progress.ts';
import { matchTwins } from './twins.ts';

export { FAULT_KINDS, type Fault, type FaultDetail, type FaultKind } from './check/fault.ts';

export interface CheckOptions extends Following {
  /** What the cells have to cover exactly. Without it only enclosed gaps are found, and nothing is outside. */
  readonly boundary?: readonly Polygon[];
  /** Gaps and overlaps no wider than this count as borders that do not match. Default 0.5 m. */
  readonly toleranceM?: number;
}

export interface CheckReport {
  readonly valid: boolean;
  readonly cells: number;
  /** The sum of the cells' areas in square metres; see `areaM2Of` for how exact. */
  readonly areaM2: number;
  /** The sum of the cells' areas, doubled, in E7 squared: exact. */
  readonly area2: bigint;
  /** The boundary's area, doubled: equal to `area2` when the report is valid (clause 8). */
  readonly boundaryArea2?: bigint;
  readonly counts: Readonly<Record<FaultKind, number>>;
  readonly faults: readonly Fault[];
}

export const DEFAULT_TOLERANCE_M = 0.5;

/**
 * Finds every fault that keeps cells from being a coverage (README, clauses 1 to 8): its kind, its parties, its exact
 * place and its area. An empty list is a proof, not an estimate.
 * @throws CoverageError `too_large` when a ring is wider than 2^26 lattice steps (6.7 degrees), `cancelled`.
 */
export function check(cells: readonly Cell[], options: CheckOptions = {}): CheckReport {
  const { boundary, toleranceM = DEFAULT_TOLERANCE_M } = options;
  const progress = followed(options);
  progress(0);
  const edges = buildEdgeTable(cells, boundary);
  progress(0.15);
  const twins = matchTwins(edges);
  progress(0.3);
  const unsound = new Uint8Array(cells.length + 1);
  const ofRings = findRingFaults(cells, edges, unsound, partOf(progress, 0.3, 0.5));
  const faults = [
    ...findOmissions(cells),
    ...ofRings,
    ...findNestingFaults(cells, unsound),
    ...findMultiparts(cells, boundary),
    ...findCoverFaults(
      { cells, edges, twins, hasBoundary: boundary !== undefined, toleranceM, unsound },
      partOf(progress, 0.5, 1),
    ),
  ];
  progress(1);
  return {
    valid: faults.length === 0,
    cells: cells.length,
    ...areasOf(edges, cells.length),
    ...(boundary === undefined ? {} : { boundaryArea2: exactArea2(boundary) }),
    counts: countKinds(faults),
    faults,
  };
}

/** How many faults there are of each kind. */
export function countKinds(faults: readonly Fault[]): Record<FaultKind, number> {
  const counts = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  for (const { kind } of faults) counts[kind]++;
  return counts;
}

/** Twice the area of polygons, exact whatever their number. */
export function exactArea2(polygons: readonly Polygon[]): bigint {
  return polygons.reduce((sum, polygon) => sum + BigInt(polygonArea2(polygon)), 0n);
}

/** The sum of all cells, from the areas of their rings; the exact sum in two limbs, so that no BigInt is made for each. */
function areasOf(
  { ringArea2, ringBox, ringCell, ringIsHole }: EdgeTable,
  cells: number,
): {
  areaM2: number;
  area2: bigint;
} {
  let areaM2 = 0;
  let high = 0;
  let low = 0;
  for (let r = 0; r < ringCell.length; r++) {
    if (ringCell[r] >= cells) continue;
    const own = ringIsHole[r] === 1 ? -ringArea2[r] : ringArea2[r];
    areaM2 += areaInM2(own, (ringBox[4 * r + 1] + ringBox[4 * r + 3]) / 2);
    high += Math.trunc(own / LIMB);
    low += own % LIMB;
  }
  return { areaM2, area2: BigInt(high) * BigInt(LIMB) + BigInt(low) };
}

const LIMB = 2 ** 30;

/** Clause 1: each cell has a polygon. */
function findOmissions(cells: readonly Cell[]): Fault[] {
  return cells
    .filter((cell) => cell.polygons.every((polygon) => polygon.length === 0))
    .map((cell) => fault('omission', [cell.id], { where: null, detail: 'no_polygon' }));
}

/** Clause 5: a cell is in one part, unless its boundary is in parts that each hold one. */
function findMultiparts(cells: readonly Cell[], boundary: readonly Polygon[] | undefined): Fault[] {
  return cells
    .filter(({ polygons }) => polygons.length > 1 && !areOnIslands(polygons, boundary))
    .map((cell) => areaFault('multipart', [cell.id], cell.polygons));
}

function areOnIslands(polygons: readonly Polygon[], boundary: readonly Polygon[] | undefined): boolean {
  if (boundary === undefined || boundary.length < polygons.length) return false;
  const islands = polygons.map(([outer]) =>
    boundary.findIndex(([coast]) => {
      for (let i = 0; i < outer.length; i += 2) {
        const side = sideOfRing(coast, outer[i], outer[i + 1]);
        if (side !== 0) return side > 0;
      }
      return true;
    }),
  );
  return new Set(islands).size === islands.length;
}
