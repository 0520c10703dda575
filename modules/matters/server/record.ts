import { randomBytes } from 'node:crypto';
import { chain, type Draft, type Entry, FIRST, seal } from '#packages/server-kit';
import { MATTER_STREAM } from '../contract.ts';
import type { Action } from '../core/lifecycle.ts';
import { type ActionFacts, apply, type MatterState, type Recorded } from '../core/state.ts';
import type { MattersDeps } from './context.ts';
import type { SealedPart } from './store.ts';

/** Who acts, as it is recorded. */
export interface Author {
  readonly person: string | null;
  readonly role: string;
  readonly organisation: string | null;
}

export interface NewEntry<A extends Action> {
  readonly id: string;
  readonly action: A;
  readonly facts: ActionFacts[A];
  readonly author: Author;
  readonly transaction: string;
  readonly at: string;
  readonly sealed?: unknown;
}

type Before = { readonly state: MatterState; readonly head: string } | null;

export const asRecorded = (entry: Entry): Recorded => entry as unknown as Recorded;

/** What the record of an action depends on beside the action itself. */
export type Recorder = Pick<MattersDeps, 'district' | 'algorithm' | 'calendar'>;

const sealPart = (deps: Recorder, content: unknown): { part: SealedPart; digest: string } => {
  const salt = randomBytes(16).toString('hex');
  return { part: { salt, content }, digest: seal(deps.algorithm, salt, content) };
};

/** The next ledger entry of a matter, the state after it, and the sealed words that go beside it. */
export function nextEntry<A extends Action>(deps: Recorder, before: Before, draft: NewEntry<A>) {
  const sealed = draft.sealed === undefined ? undefined : sealPart(deps, draft.sealed);
  const { id, action, facts, author, transaction, at } = draft;
  const entry: Entry = chain({
    district: deps.district,
    stream: MATTER_STREAM,
    streamId: id,
    seq: (before?.state.version ?? 0) + 1,
    at,
    ...author,
    action,
    facts,
    sealed: sealed?.digest ?? null,
    transaction,
    algorithm: deps.algorithm,
    previous: before?.head ?? FIRST,
  } satisfies Draft<A, ActionFacts[A]>);
  const state = apply(deps.calendar, before?.state ?? null, asRecorded(entry));
  return { entry, state, sealed: sealed?.part };
}
