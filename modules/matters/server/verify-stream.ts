import canonicalize from 'canonicalize';
import { fold } from '#packages/procedure';
import { type Entry, type StreamCheck, seal } from '#packages/server-kit';
import { apply, type MatterState } from '../core/state.ts';
import type { MattersDeps } from './context.ts';
import { partsOfOrder } from './joint/queries.ts';
import { findMatterById, findText, type MatterRecord, sealedOf } from './queries.ts';
import { asRecorded } from './record.ts';

/** Deadlines follow the working calendar and the terms of the day: they are derived anew, not recorded, so they prove nothing. */
function proven({ clock, held, joint, supervision, ...state }: MatterState) {
  const started = (c: MatterState['clock']) => c && { kind: c.kind, startedAt: c.startedAt, pausedAt: c.pausedAt };
  const parts = joint?.parts.map(({ clock: { startedAt, term }, ...part }) => ({
    ...part,
    clock: { startedAt, term },
  }));
  const { clock: asked, ...supervised } = supervision ?? {};
  return {
    ...state,
    clock: started(clock),
    held: started(held),
    joint: joint && { ...joint, parts },
    supervision: supervision && { ...supervised, startedAt: asked?.startedAt, term: asked?.term },
  };
}

const same = (folded: MatterState | null, kept: MatterState) =>
  folded !== null && canonicalize(proven(folded)) === canonicalize(proven(kept));

/** What the table says must be what the ledger says: the head, the folded state, and every sealed part that is still kept. */
export const matterStreamCheck =
  (deps: MattersDeps): StreamCheck =>
  async (entries) => {
    const last = entries[entries.length - 1];
    const matter = await findMatterById(deps.database, deps.district, last.streamId);
    if (!matter) return { seq: last.seq, why: 'state', detail: 'the matter is gone from its table' };
    if (matter.head !== last.hash) return { seq: last.seq, why: 'head', detail: `the matter's head is ${matter.head}` };
    const state = foldEntries(deps, entries);
    if (!same(state, matter.state))
      return { seq: last.seq, why: 'state', detail: 'the stored state is not the fold of the ledger' };
    if (!(await sameParts(deps, matter)))
      return { seq: last.seq, why: 'state', detail: 'the parts of the joint order are not those of the ledger' };
    return sealedFault(deps, matter, entries);
  };

/** Whether the table from which joint orders are listed and assessed says what the state says. */
async function sameParts(
  { database, district }: MattersDeps,
  { id, state: { joint } }: MatterRecord,
): Promise<boolean> {
  if (!joint) return true;
  const kept = await partsOfOrder(database, district, id, joint.seq);
  const asKept = joint.parts.map(({ unit, reportedAt = null, excusedAt = null, came = null }) => ({
    unit,
    reportedAt,
    excusedAt,
    came,
  }));
  const sorted = (parts: typeof kept) => canonicalize([...parts].sort((a, b) => a.unit.localeCompare(b.unit)));
  return sorted(kept) === sorted(asKept);
}

/** The state that a stream folds to; null where the record breaks the procedure. */
export function foldEntries(deps: MattersDeps, entries: readonly Entry[]): MatterState | null {
  try {
    return fold(entries.map(asRecorded), (state: MatterState | null, entry) => apply(deps.calendar, state, entry));
  } catch {
    return null;
  }
}

async function sealedFault(deps: MattersDeps, matter: MatterRecord, entries: readonly Entry[]) {
  const sealed = await sealedOf(deps.database, deps.district, matter.id);
  const text = await findText(deps.database, deps.district, matter.id);
  for (const { seq, sealed: digest, algorithm } of entries) {
    const part = sealed.get(seq);
    if (!part || digest === null || (seq === 1 && !text)) continue; // deleted by law: the digest stays, nothing to compare
    const content = seq === 1 ? { text: text?.body, address: text?.address } : part.content;
    if (seal(algorithm, part.salt, content) !== digest) {
      return { seq, why: 'sealed' as const, detail: 'the private words are not those that were sealed' };
    }
  }
  return null;
}
