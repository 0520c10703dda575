import { decide } from '#packages/procedure';
import { findByTransaction } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import { matterProcedure } from '../../core/lifecycle.ts';
import { type MattersDeps, problems } from '../context.ts';
import type { MatterRecord } from '../queries.ts';
import { nextEntry } from '../record.ts';
import { moveMatter, wasJoinedBefore, wasSentBefore } from '../store.ts';
import { getMatter } from './load.ts';

const TRIES = 8;

/** Me too (同诉): joins a matter instead of reporting it again. Joining commutes with everything, so a race is simply tried again. */
export async function join(deps: MattersDeps, code: string, transaction: string, actor: Person): Promise<MatterRecord> {
  for (let attempt = 1; ; attempt++) {
    const matter = await getMatter(deps, code);
    const decision = decide(matterProcedure, matter.state.stage, 'join', [], {});
    if (!decision.allowed) throw problems.not_possible({ reasons: decision.reasons });
    const author = { person: actor.person, role: 'resident', organisation: null };
    const at = deps.clock().toISOString();
    const { entry, state } = nextEntry(deps, matter, {
      id: matter.id,
      action: 'join',
      facts: {},
      author,
      transaction,
      at,
    });
    const moved = await moveMatter(deps.database, { id: matter.id, state, entry }).catch((error) =>
      refused(deps, transaction, error),
    );
    if (moved !== 0) return getMatter(deps, code);
    if (attempt === TRIES) throw problems.stale();
  }
}

/** Sent twice: recorded already, so nothing is left to do. */
async function refused(deps: MattersDeps, transaction: string, error: unknown): Promise<number> {
  if (wasJoinedBefore(error)) throw problems.joined_before();
  if (!wasSentBefore(error)) throw error;
  const entry = await findByTransaction(deps.database, deps.district, transaction);
  if (entry?.action !== 'join') throw problems.transaction_reused();
  return 1;
}
