import { text } from '#packages/kernel';
import { decide, type Rule, reasonsOf } from '#packages/procedure';
import { findByTransaction, newId } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import { matterProcedure } from '../../core/lifecycle.ts';
import { MAY } from '../../core/policy.ts';
import { capacityOf, type MattersDeps, problems } from '../context.ts';
import type { MatterRecord } from '../queries.ts';
import { nextEntry } from '../record.ts';
import { moveMatter } from '../store.ts';
import { staleNow } from './act.ts';
import { getMatter } from './load.ts';

export interface MergeRequest {
  readonly code: string;
  readonly into: string;
  readonly transaction: string;
  readonly version: number;
}

interface Pair {
  readonly from: MatterRecord;
  readonly into: MatterRecord;
}

/** What makes two matters one: named rules, all told at once. */
const RULES: readonly Rule<Pair>[] = [
  {
    id: 'merges_into_another',
    text: text('不能并入自身。', 'A matter cannot be merged into itself.'),
    field: 'into',
    broken: ({ from, into }) => from.id === into.id,
  },
  {
    id: 'target_is_open',
    text: text('目标事项已经结束，不能并入。', 'The other matter has ended.'),
    field: 'into',
    broken: ({ into }) => matterProcedure.table[into.state.stage].absorb === undefined,
  },
  {
    id: 'same_street',
    text: text('只能并入同一街道的事项。', 'Only matters of the same street are merged.'),
    field: 'into',
    broken: ({ from, into }) => from.state.grid.slice(0, 9) !== into.state.grid.slice(0, 9),
  },
];

/** Merges a matter into another: both codes stay alive, the reporters are added up, both ledgers tell it. */
export async function merge(deps: MattersDeps, request: MergeRequest, actor: Person): Promise<MatterRecord> {
  const pair = { from: await getMatter(deps, request.code), into: await getMatter(deps, request.into) };
  const acting = { actor, isReporter: false };
  if (!MAY.merge(acting, pair.from.state) || !MAY.merge(acting, pair.into.state)) throw problems.not_allowed();
  if (await mergedBefore(deps, pair, request.transaction)) return getMatter(deps, request.code);
  if (request.version !== pair.from.state.version) throw await staleNow(deps, pair.from.code, acting);
  const decision = decide(matterProcedure, pair.from.state.stage, 'merge', [], {});
  const reasons = [...(decision.allowed ? [] : decision.reasons), ...reasonsOf(RULES, pair)];
  if (reasons.length > 0) throw problems.bad_merge({ reasons });
  if (!(await recordBoth(deps, pair, request.transaction, actor))) throw await staleNow(deps, pair.from.code, acting);
  return getMatter(deps, request.code);
}

async function mergedBefore(deps: MattersDeps, { from }: Pair, transaction: string): Promise<boolean> {
  const entry = await findByTransaction(deps.database, deps.district, transaction);
  if (entry === undefined) return false;
  if (entry.streamId !== from.id || entry.action !== 'merge') throw problems.transaction_reused();
  return true;
}

/** Both, or neither: false where somebody has acted on one of them meanwhile. */
async function recordBoth(
  deps: MattersDeps,
  { from, into }: Pair,
  transaction: string,
  actor: Person,
): Promise<boolean> {
  const at = deps.clock().toISOString();
  const author = { person: actor.person, ...capacityOf(actor, from.state) };
  const given = { author, at };
  const merged = nextEntry(deps, from, {
    id: from.id,
    action: 'merge',
    facts: { into: into.code },
    transaction,
    ...given,
  });
  const facts = { from: from.code, supporters: from.state.supporters };
  const absorbed = nextEntry(deps, into, { id: into.id, action: 'absorb', facts, transaction: newId(), ...given });
  const moves = [
    { id: from.id, ...merged },
    { id: into.id, ...absorbed },
  ].sort((a, b) => a.id.localeCompare(b.id));
  return deps.database
    .transaction(async (tx) => {
      for (const move of moves) if ((await moveMatter(tx, move)) === 0) throw new Overtaken();
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof Overtaken) return false;
      throw error;
    });
}

/** Rolls the transaction back. */
class Overtaken extends Error {}
