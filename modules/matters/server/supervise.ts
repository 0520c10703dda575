import { newId } from '#packages/server-kit';
import { ANSWER_TERMS, dueSupervision } from '../core/supervision.ts';
import type { MattersDeps } from './context.ts';
import { type MatterRecord, supervisionCandidates } from './queries.ts';
import { type Author, nextEntry } from './record.ts';
import { moveMatter } from './store.ts';

/** No person urges: the rule does, and the ledger says so. */
const RULE: Author = { person: null, role: 'rule', organisation: null };
const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** How long after its closure the reporter's answer still leads to supervision, in days: as long as it may be reopened. */
const ANSWER_DAYS = 30;

/** Asks the units for answers where the rules say so. Resolves to how many; whoever acts meanwhile goes first, the next run looks again. */
export async function superviseByRule(deps: MattersDeps): Promise<number> {
  const now = deps.clock();
  const since = new Date(now.getTime() - ANSWER_DAYS * 86_400_000).toISOString();
  let asked = 0;
  for (let after = FIRST; ; ) {
    const page = await supervisionCandidates(
      deps.database,
      deps.district,
      { now: now.toISOString(), since, after },
      PAGE,
    );
    for (const matter of page) asked += await supervise(deps, matter, now);
    if (page.length < PAGE) return asked;
    after = page[page.length - 1].id;
  }
}

async function supervise(deps: MattersDeps, matter: MatterRecord, now: Date): Promise<number> {
  const due = dueSupervision(deps.calendar, matter.state, now.getTime());
  if (due === null) return 0;
  const facts = { ...due, term: ANSWER_TERMS[due.level] };
  const draft = { id: matter.id, action: 'supervise' as const, facts, author: RULE, transaction: newId() };
  const { entry, state } = nextEntry(deps, matter, { ...draft, at: deps.clock().toISOString() });
  return moveMatter(deps.database, { id: matter.id, state, entry });
}
