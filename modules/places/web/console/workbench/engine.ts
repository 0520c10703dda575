import type { CoverageDiff, Difference, EditOperation, UnifyRule } from '#packages/coverage';
import type { Barrier, Demand, Divided, Range } from '#packages/coverage/divide';
import type { LayerReading, ReadOptions, SourceFile } from '#packages/geo-formats';
import type { AreaShape } from '../../../core/published.ts';
import type { Conflict, Verdict, WorkFault, WorkingGrid } from './work.ts';

/** How a caller follows a piece of work, and stops it. */
export interface Running {
  /** Stopped work rejects with an `AbortError`. */
  readonly signal?: AbortSignal;
  /** From 0 to 1; never called by work that cannot tell. */
  readonly onProgress?: (fraction: number) => void;
}

export interface Claims {
  /** Name of the layer, as its department is called. */
  readonly name: string;
  readonly grids: readonly WorkingGrid[];
}

export interface CheckRequest {
  readonly grids: readonly WorkingGrid[];
  readonly areas: readonly AreaShape[];
}

export interface Checked {
  readonly faults: readonly WorkFault[];
  readonly verdict: Verdict;
}

export interface UnifyRequest {
  /** First the one with priority. */
  readonly layers: readonly Claims[];
  /** Grids of the communities in which no layer has any: they stay as they are. */
  readonly ground: readonly WorkingGrid[];
  readonly areas: readonly AreaShape[];
  readonly rule: UnifyRule;
  readonly toleranceM: number;
  /** Who gets a place, by the key of its conflict. */
  readonly decisions: ReadonlyMap<string, string>;
  /** Codes of the communities that are wanted; all when absent. */
  readonly only?: readonly string[];
}

/** What is wrong with layers, each for itself and beside the others, and what merging would make of it. */
export interface Inspected {
  readonly faults: readonly WorkFault[];
  readonly conflicts: readonly Conflict[];
}

export interface Unified {
  readonly grids: readonly WorkingGrid[];
  readonly conflicts: readonly Conflict[];
  /** Codes of grids that got nothing. */
  readonly lost: readonly string[];
}

export interface DivideRequest {
  readonly communities: readonly AreaShape[];
  readonly demand: Demand;
  readonly barriers?: readonly Barrier[];
  /** What must not be cut; those that lie in the communities have to cover them exactly. */
  readonly blocks?: readonly WorkingGrid[];
  readonly target: number;
  readonly range: Range;
  readonly seed: number;
  /** The grids of today, to move as few households as possible. */
  readonly previous?: readonly WorkingGrid[];
}

export interface EditRequest {
  readonly grids: readonly WorkingGrid[];
  readonly areas: readonly AreaShape[];
  /** One after the other, all or none. */
  readonly operations: readonly EditOperation[];
}

/** What an edit changed; give it to the workspace as `change_grids`. A new grid has no name and no households yet. */
export interface Edited {
  readonly remove: readonly string[];
  readonly put: readonly WorkingGrid[];
  readonly difference: Difference;
}

/** What the workbench can ask: each piece of work and what comes of it. */
export interface Tasks {
  read: { request: { file: SourceFile; options: ReadOptions }; answer: LayerReading };
  inspect: { request: UnifyRequest; answer: Inspected };
  check: { request: CheckRequest; answer: Checked };
  unify: { request: UnifyRequest; answer: Unified };
  divide: { request: DivideRequest; answer: Divided };
  edit: { request: EditRequest; answer: Edited };
  diff: { request: { before: readonly WorkingGrid[]; after: readonly WorkingGrid[] }; answer: CoverageDiff };
}

/**
 * The geometry and the formats, off the page's own thread.
 * Rejects with FormatError or CoverageError for input that is refused, with AbortError when it was stopped.
 */
export type Engine = {
  readonly [T in keyof Tasks]: (request: Tasks[T]['request'], running?: Running) => Promise<Tasks[T]['answer']>;
};
