import type { Change, Fault, FaultKind, Polygon } from '#packages/coverage';
import type { GridShape } from '../../../core/published.ts';

/** A grid of the working coverage, on the lattice of 1e-7 degree. */
export interface WorkingGrid extends GridShape {
  /** Code of the community that it lies in: the first 12 digits of its own. */
  readonly community: string;
}

export const workingGrid = (grid: GridShape): WorkingGrid => ({ ...grid, community: grid.code.slice(0, 12) });

/** A grid of which no more is known than where it lies. */
export const newGrid = (code: string, polygons: readonly Polygon[]): WorkingGrid =>
  workingGrid({ code, name: '', kind: 'comprehensive', sector: null, households: 0, polygons });

/** What can be wrong: with the grids of one layer, or between layers that say different things of one place. */
export type WorkFaultKind = FaultKind | 'disagreement';

/** A fault, and what may be decided about it. */
export interface WorkFault extends Pick<Fault, 'detail' | 'ids' | 'areaM2' | 'where' | 'text'> {
  readonly kind: WorkFaultKind;
  /** The layer that it was found in; null for the working coverage, and for what several layers say. */
  readonly layer: string | null;
  /** The conflicts that lie in it: it is mended by deciding them. None where there is nothing to give to anybody. */
  readonly keys: readonly string[];
  /** Codes of the grids that may get the place, the one by the rule first. */
  readonly candidates: readonly string[];
  /** What each layer says of the place. */
  readonly claims: readonly LayerClaim[];
}

export interface LayerClaim {
  readonly layer: string;
  readonly code: string;
}

/** What the check says of the working coverage as a whole. */
export interface Verdict {
  readonly sound: boolean;
  readonly grids: number;
  readonly areaM2: number;
  /** Whether the grids' areas add up to the district's, to the last square step of the lattice. */
  readonly exact: boolean;
}

/** A place that several grids claim, or none: who got it and why. Within one community. */
export interface Conflict extends Change {
  readonly community: string;
  /** What each layer says of the place. */
  readonly claims: readonly LayerClaim[];
  /** Codes of the grids beside it, or of those that claim it, when it may be given to them. */
  readonly candidates: readonly string[];
}
