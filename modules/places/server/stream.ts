import { randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { fold } from '#packages/procedure';
import {
  type Author,
  chain,
  type Database,
  type Db,
  type Entry,
  FIRST,
  type HashAlgorithm,
  insertEntry,
  raw,
  type StreamCheck,
  seal,
} from '#packages/server-kit';
import type { PlanAction } from '../core/lifecycle.ts';
import { applyPlan, type PlanEntry, type PlanFacts, type PlanState } from '../core/plan-state.ts';
import { problems } from '../core/problems.ts';
import { findPlanState } from './queries.ts';

/** The ledger stream of a grid plan. */
export const STREAM = 'grid_plan';

/** Who acts when the clock does. */
export const SYSTEM: Author = { person: null, role: 'system', organisation: null };

/** Where a plan stands: the state and the hash of its last entry; null before the first. */
export interface Standing {
  readonly state: PlanState | null;
  readonly hash: string;
}

export const BEGINNING: Standing = { state: null, hash: FIRST };

export interface Step<A extends PlanAction = PlanAction> {
  readonly district: string;
  readonly plan: string;
  readonly at: string;
  readonly author: Author;
  readonly action: A;
  readonly facts: PlanFacts[A];
  /** Of the client, so that the same step sent twice is taken once. */
  readonly transaction: string;
  readonly algorithm: HashAlgorithm;
  /** Private words: only their salted digest is recorded. */
  readonly words?: string;
}

export interface Taken extends Standing {
  readonly state: PlanState;
  readonly entry: Entry;
  /** Of the private words. */
  readonly salt: string;
}

/** The next entry of a plan, and the state after it. */
export function takeStep<A extends PlanAction>(before: Standing, step: Step<A>): Taken {
  const salt = randomBytes(16).toString('hex');
  const entry = chain({
    district: step.district,
    stream: STREAM,
    streamId: step.plan,
    seq: (before.state?.version ?? 0) + 1,
    at: step.at,
    ...step.author,
    action: step.action,
    facts: step.facts,
    sealed: step.words === undefined ? null : seal(step.algorithm, salt, { words: step.words }),
    transaction: step.transaction,
    algorithm: step.algorithm,
    previous: before.hash,
  });
  return { entry, state: applyPlan(before.state, entry as unknown as PlanEntry), hash: entry.hash, salt };
}

/** Records a step inside the transaction that changes the plan. Throws `clock_off`, which undoes the transaction. */
export async function record(tx: Db, entry: Entry): Promise<void> {
  if ((await tx.run(insertEntry(entry, raw('select 1')))) === 0) throw problems.clock_off();
}

/** Checks that a plan's row says what its ledger says. */
export const checkPlanStream =
  (database: Database, district: string): StreamCheck =>
  async (entries) => {
    const last = entries[entries.length - 1];
    const held = await findPlanState(database, district, last.streamId);
    if (!held) return { seq: last.seq, why: 'state', detail: 'the plan is missing' };
    if (held.hash !== last.hash) {
      return { seq: last.seq, why: 'head', detail: `the plan stands at entry ${held.state.version}` };
    }
    const folded = fold(entries as unknown as readonly PlanEntry[], applyPlan);
    return canonicalize(folded) === canonicalize(held.state)
      ? null
      : { seq: last.seq, why: 'state', detail: `${held.state.status}, not ${folded?.status}` };
  };
