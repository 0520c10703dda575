import { decide } from '#packages/procedure';
import { type Db, findByTransaction } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import { matterProcedure } from '../../core/lifecycle.ts';
import { type MattersDeps, problems } from '../context.ts';
import { lockMatter, type MatterRecord } from '../queries.ts';
import { nextEntry } from '../record.ts';
import { moveMatter, wasJoinedBefore, wasSentBefore } from '../store.ts';
import { getMatter } from './load.ts';

/** Me too (同诉): joins a matter instead of reporting it again. Joining commutes with everything, so those who come at once wait in line. */
export async function join(deps: MattersDeps, code: string, transaction: string, actor: Person): Promise<MatterRecord> {
  const { id } = await getMatter(deps, code);
  try {
    await deps.database.transaction((tx) => add(deps, tx, id, transaction, actor));
  } catch (error) {
    await refused(deps, id, transaction, error);
  }
  return getMatter(deps, code);
}

async function add(deps: MattersDeps, tx: Db, id: string, transaction: string, actor: Person): Promise<void> {
  const matter = await lockMatter(tx, deps.district, id);
  const decision = decide(matterProcedure, matter.state.stage, 'join', [], {});
  if (!decision.allowed) throw problems.not_possible({ reasons: decision.reasons });
  const author = { person: actor.person, role: 'resident', organisation: null };
  const at = deps.clock().toISOString();
  const { entry, state } = nextEntry(deps, matter, { id, action: 'join', facts: {}, author, transaction, at });
  if ((await moveMatter(tx, { id, state, entry })) === 0) throw problems.clock_off();
}

/** Sent twice: recorded already, so nothing is left to do. */
async function refused(deps: MattersDeps, id: string, transaction: string, error: unknown): Promise<void> {
  if (wasJoinedBefore(error)) throw problems.joined_before();
  if (!wasSentBefore(error)) throw error;
  const entry = await findByTransaction(deps.database, deps.district, transaction);
  if (entry?.action !== 'join' || entry.streamId !== id) throw problems.transaction_reused();
}
