import type { MattersDeps } from './context.ts';
import { provisionalMatters, timelineOf } from './queries.ts';
import { updateDeadlines } from './store.ts';
import { foldEntries } from './verify-stream.ts';

/**
 * Counts provisional deadlines anew by replaying the ledger on the calendar as it is known now: after the yearly notice of holidays
 * has come. Resolves to how many were counted. Whoever acts at the same moment goes first; the next run looks again.
 */
export async function recountDeadlines(deps: MattersDeps): Promise<number> {
  let counted = 0;
  for (const { id } of await provisionalMatters(deps.database, deps.district)) {
    const state = foldEntries(deps, await timelineOf(deps.database, deps.district, id));
    if (state) counted += await updateDeadlines(deps.database, deps.district, id, state);
  }
  return counted;
}
