import type { Change, Fault } from '#packages/coverage';
import type { GridShape } from '../../../core/published.ts';

/** A grid of the working coverage, on the lattice of 1e-7 degree. */
export interface WorkingGrid extends GridShape {
  /** Code of the community that it lies in: the first 12 digits of its own. */
  readonly community: string;
}

export const workingGrid = (grid: GridShape): WorkingGrid => ({ ...grid, community: grid.code.slice(0, 12) });

/** A fault with the names of its parties, as a person knows them. */
export type WorkFault = Fault;

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
}
