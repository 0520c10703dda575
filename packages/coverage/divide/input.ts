import type { Text } from '#packages/kernel';
import type { Cell, Polygon } from '../lattice.ts';
import type { Following } from '../progress.ts';
import type { Random } from './random.ts';
import type { Range } from './refine.ts';

/** Where people live: points in E7 (a building, or the middle of one) with their households. */
export interface Demand {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly households: ArrayLike<number>;
}

/** What a border should follow; the outline of a compound must not be cut at all. */
export type BarrierKind = 'river' | 'main' | 'road' | 'compound';

export interface Barrier {
  readonly id: string;
  readonly kind: BarrierKind;
  /** x0, y0, x1, y1, ... in E7. A compound is a ring without the repeated last point, counter-clockwise. */
  readonly line: Int32Array;
}

export interface DivideInput extends Following {
  readonly boundary: readonly Polygon[];
  /** Communities that cover the boundary: no grid crosses from one into another. Without them the boundary is one. */
  readonly within?: readonly Cell[];
  readonly demand: Demand;
  /** Blocks that cover the boundary and must not be cut. Without them blocks are made from barriers and demand. */
  readonly blocks?: readonly Cell[];
  readonly barriers?: readonly Barrier[];
  /** Households that a grid should have, and may have. */
  readonly target: number;
  readonly range: Range;
  /** How far the grids of one community may be from their mean for the sake of better borders; 0.02 by default. */
  readonly tolerance?: number;
  /** The grids of today: then as few households as possible change their grid. */
  readonly previous?: readonly Cell[];
  /** Turns the directions of the first cuts: another seed, another division of the same kind. */
  readonly random?: Random;
}

/** Why a division is not what was asked for. */
export type ProblemKind = 'no_legal_count' | 'indivisible' | 'out_of_range' | 'detached' | 'unplaced';

export interface Problem {
  readonly kind: ProblemKind;
  /** The community, block, compound or grid. */
  readonly id: string;
  readonly households: number;
  /** The best that any division can do: the load to which a grid is forced. */
  readonly bound?: number;
  readonly text: Text;
}
