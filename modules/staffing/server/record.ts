import canonicalize from 'canonicalize';
import { fold } from '#packages/procedure';
import { type Author, chain, type Entry, FIRST, type StreamCheck } from '#packages/server-kit';
import { DUTY_STREAM } from '../contract.ts';
import { type ActionFacts, apply, type DutyState, type Recorded } from '../core/duty.ts';
import type { Action } from '../core/lifecycle.ts';
import type { StaffingDeps } from './context.ts';
import { findDuty } from './queries.ts';

export interface NewEntry<A extends Action> {
  readonly id: string;
  readonly action: A;
  readonly facts: ActionFacts[A];
  readonly author: Author;
  readonly transaction: string;
  readonly at: string;
}

type Before = { readonly state: DutyState; readonly head: string } | null;

/** The next ledger entry of an item, and the state after it. */
export function nextEntry<A extends Action>(
  { district, algorithm }: Pick<StaffingDeps, 'district' | 'algorithm'>,
  before: Before,
  { id, author, ...draft }: NewEntry<A>,
) {
  const entry: Entry = chain({
    district,
    stream: DUTY_STREAM,
    streamId: id,
    seq: (before?.state.version ?? 0) + 1,
    ...author,
    ...draft,
    sealed: null,
    algorithm,
    previous: before?.head ?? FIRST,
  });
  return { id, entry, state: apply(before?.state ?? null, entry as unknown as Recorded) };
}

function folded(entries: readonly Entry[]): DutyState | null {
  try {
    return fold(entries as unknown as readonly Recorded[], apply);
  } catch {
    return null;
  }
}

/** What the table says must be what the ledger says. */
export const dutyStreamCheck =
  ({ database, district }: StaffingDeps): StreamCheck =>
  async (entries) => {
    const last = entries[entries.length - 1];
    const duty = await findDuty(database, district, last.streamId);
    if (!duty) return { seq: last.seq, why: 'state', detail: 'the item is gone from its table' };
    if (duty.head !== last.hash) return { seq: last.seq, why: 'head', detail: `the item's head is ${duty.head}` };
    return canonicalize(folded(entries)) === canonicalize(duty.state)
      ? null
      : { seq: last.seq, why: 'state', detail: 'the stored state is not the fold of the ledger' };
  };
