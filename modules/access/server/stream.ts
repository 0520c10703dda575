import {
  type Author,
  chain,
  type Database,
  type Db,
  type Entry,
  entriesOf,
  FIRST,
  type HashAlgorithm,
  insertEntry,
  newId,
  raw,
  type StreamCheck,
} from '#packages/server-kit';
import { type NoFacts, RIGHTS_STREAM, type RightsAction, type RightsFacts, rightsAfter } from '../core/rights.ts';
import { problems } from './problems.ts';
import { grantsOnRecord } from './queries.ts';

export interface RightsStep {
  readonly district: string;
  readonly person: string;
  readonly at: Date;
  readonly author: Author;
  readonly action: RightsAction;
  readonly facts: RightsFacts | NoFacts;
  readonly algorithm: HashAlgorithm;
}

/** The step as the entry after `last`; the first of the person's stream where there is none. */
export const entryAfter = (last: Entry | undefined, step: RightsStep): Entry<RightsAction, RightsFacts | NoFacts> =>
  chain({
    district: step.district,
    stream: RIGHTS_STREAM,
    streamId: step.person,
    seq: (last?.seq ?? 0) + 1,
    at: step.at.toISOString(),
    ...step.author,
    action: step.action,
    facts: step.facts,
    sealed: null,
    transaction: newId(),
    algorithm: step.algorithm,
    previous: last?.hash ?? FIRST,
  });

/** Records a step in the transaction that changes the rights, after the person was locked. Throws `clock_off`. */
export async function recordRights(tx: Db, step: RightsStep): Promise<void> {
  const last = (await entriesOf(tx, step.district, RIGHTS_STREAM, step.person)).at(-1);
  if ((await tx.run(insertEntry(entryAfter(last, step), raw('select 1')))) === 0) throw problems.clock_off();
}

const sameRight = (a: RightsFacts | undefined, b: RightsFacts): boolean =>
  a !== undefined && a.role === b.role && a.area === b.area && a.organisation === b.organisation;

/** Checks that a person has exactly the rights that are on record: nobody slipped in a role past the ledger. */
export const checkRightsStream =
  (database: Database, district: string): StreamCheck =>
  async (entries) => {
    const { streamId, seq } = entries[entries.length - 1];
    const recorded = rightsAfter(entries);
    const held = await grantsOnRecord(database, district, streamId);
    const foreign = held.find((right) => !sameRight(recorded.get(right.grant), right));
    if (foreign) return { seq, why: 'state', detail: `${foreign.role} on ${foreign.area} is held and not on record` };
    const missing = [...recorded.values()].find(({ grant }) => !held.some((right) => right.grant === grant));
    return missing
      ? { seq, why: 'state', detail: `${missing.role} on ${missing.area} is on record and not held` }
      : null;
  };
