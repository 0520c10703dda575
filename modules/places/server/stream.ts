import {
  type Author,
  chain,
  type Database,
  type Db,
  type Entry,
  FIRST,
  type HashAlgorithm,
  insertEntry,
  newId,
  raw,
  type StreamCheck,
} from '#packages/server-kit';
import type { PlanAction, PlanStatus } from '../core/lifecycle.ts';
import { problems } from '../core/problems.ts';
import { findPlanState } from './queries.ts';

/** The ledger stream of a grid plan. */
export const STREAM = 'grid_plan';

/** What the public may know of each step of a plan. */
export interface PlanFacts {
  readonly name: string;
  readonly grids: number;
  readonly faults: number;
  /** SHA-256 of the uploaded file; null where there was none. */
  readonly upload: string | null;
  /** The plan that this one takes the place of, or that takes its place. */
  readonly other: string | null;
}

export interface Step {
  readonly district: string;
  readonly plan: string;
  readonly after: { readonly seq: number; readonly hash: string };
  readonly at: string;
  readonly author: Author;
  readonly action: PlanAction;
  readonly facts: PlanFacts;
  readonly algorithm: HashAlgorithm;
}

export const BEGINNING = { seq: 0, hash: FIRST };

export const entryOf = (step: Step): Entry<PlanAction, PlanFacts> =>
  chain({
    district: step.district,
    stream: STREAM,
    streamId: step.plan,
    seq: step.after.seq + 1,
    at: step.at,
    ...step.author,
    action: step.action,
    facts: step.facts,
    sealed: null,
    transaction: newId(),
    algorithm: step.algorithm,
    previous: step.after.hash,
  });

/** Records a step inside the transaction that changes the plan. Throws `clock_off`, which undoes the transaction. */
export async function record(tx: Db, entry: Entry<PlanAction, PlanFacts>): Promise<void> {
  if ((await tx.run(insertEntry(entry, raw('select 1')))) === 0) throw problems.clock_off();
}

const AFTER: Record<PlanAction, PlanStatus> = { import: 'draft', publish: 'published', supersede: 'superseded' };

/** Checks that a plan's row says what its ledger says. */
export const checkPlanStream =
  (database: Database, district: string): StreamCheck =>
  async (entries) => {
    const last = entries[entries.length - 1];
    const state = await findPlanState(database, district, last.streamId);
    if (!state) return { seq: last.seq, why: 'state', detail: 'the plan is missing' };
    if (state.seq !== last.seq || state.hash !== last.hash) {
      return { seq: last.seq, why: 'head', detail: `the plan stands at entry ${state.seq}` };
    }
    const status = AFTER[last.action as PlanAction];
    return state.status === status ? null : { seq: last.seq, why: 'state', detail: `${state.status}, not ${status}` };
  };
