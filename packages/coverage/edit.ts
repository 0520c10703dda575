import type { Text } from '#packages/kernel';
import { type CoverageDiff, diff } from './diff.ts';
import { bendBoundary } from './edit/boundary.ts';
import { type Draft, verifyDraft } from './edit/draft.ts';
import { type Merge, merge } from './edit/merge.ts';
import { type MoveBorder, moveBorder } from './edit/move-border.ts';
import { Neighbourhood } from './edit/neighbourhood.ts';
import { type Split, split } from './edit/split.ts';
import { type Transfer, transfer } from './edit/transfer.ts';
import {
  type InsertVertex,
  insertVertex,
  type MoveVertex,
  moveVertex,
  type RemoveVertex,
  removeVertex,
} from './edit/vertices.ts';
import type { Cell, Polygon } from './lattice.ts';
import type { Point } from './unify/balance.ts';

export type { InsertVertex, Merge, MoveBorder, MoveVertex, Point, RemoveVertex, Split, Transfer };

/** A change to a coverage, as data: it can be stored, sent and replayed. */
export type EditOperation = Split | Merge | Transfer | MoveBorder | MoveVertex | InsertVertex | RemoveVertex;

/** Each operation drafts what it would change; nothing is changed before the draft is verified. */
const OPERATIONS: {
  [Op in EditOperation['op']]: (coverage: Neighbourhood, operation: Extract<EditOperation, { op: Op }>) => Draft;
} = {
  split,
  merge,
  transfer,
  move_border: moveBorder,
  move_vertex: moveVertex,
  insert_vertex: insertVertex,
  remove_vertex: removeVertex,
};

/** A change that was made: what it was, the cells before and after, and which places changed hands. */
export interface Difference {
  readonly summary: Text;
  readonly before: readonly Cell[];
  readonly after: readonly Cell[];
  readonly diff: CoverageDiff;
}

/**
 * Edits a coverage and keeps it one: an operation works on shared borders and on few cells at once, and what it would
 * change is verified (the same area, the same outline, no fault within) before it is done.
 */
export class CoverageEditor {
  readonly #coverage: Neighbourhood;
  #boundary: readonly Polygon[] | undefined;
  readonly #done: { difference: Difference; boundary: readonly Polygon[] | undefined }[] = [];

  /** The cells have to be a coverage (`check`), of the boundary if there is one. */
  constructor(cells: readonly Cell[], boundary?: readonly Polygon[]) {
    this.#coverage = new Neighbourhood(cells);
    this.#boundary = boundary;
  }

  get cells(): Cell[] {
    return this.#coverage.all();
  }

  /** The given boundary, with the vertices at which borders have come to end on it. */
  get boundary(): readonly Polygon[] | undefined {
    return this.#boundary;
  }

  /** @throws CoverageError `unknown_cell` */
  cell(id: string): Cell {
    return this.#coverage.get(id);
  }

  /**
   * Makes one change.
   * @throws CoverageError `edit_refused` with the reason and the place, `unknown_cell`; nothing is changed then.
   */
  apply(operation: EditOperation): Difference {
    const drafting = OPERATIONS[operation.op] as (coverage: Neighbourhood, operation: EditOperation) => Draft;
    const draft = drafting(this.#coverage, operation);
    verifyDraft(draft);
    const { before, after, summary } = draft;
    const difference = { summary, before, after, diff: diff(before, after) };
    this.#done.push({ difference, boundary: this.#boundary });
    this.#replace(before, after);
    this.#boundary = this.#boundary && bendBoundary(this.#boundary, draft.onBoundary ?? []);
    return difference;
  }

  /** Takes the last change back and returns it; undefined when there is none. */
  undo(): Difference | undefined {
    const last = this.#done.pop();
    if (last === undefined) return undefined;
    this.#replace(last.difference.after, last.difference.before);
    this.#boundary = last.boundary;
    return last.difference;
  }

  #replace(before: readonly Cell[], after: readonly Cell[]): void {
    const kept = new Set(after.map((cell) => cell.id));
    for (const cell of before) if (!kept.has(cell.id)) this.#coverage.remove(cell.id);
    for (const cell of after) this.#coverage.put(cell);
  }
}
