import { asPossible, decide, reasonsOf } from '#packages/procedure';
import { findByTransaction, newId } from '#packages/server-kit';
import type { Person } from '../../access/contract.ts';
import type { ActionFacts, DutyItem, DutyState } from '../core/duty.ts';
import { type Action, dutyProcedure } from '../core/lifecycle.ts';
import { departmentsOf, MAY } from '../core/policy.ts';
import { APPLICATION_RULES, RULES } from '../core/rules.ts';
import { problems, type StaffingDeps, todayOf } from './context.ts';
import { possibleFor } from './present.ts';
import { type DutyRecord, findDuty } from './queries.ts';
import { nextEntry } from './record.ts';
import { insertDuty, moveDuty } from './store.ts';

export interface Application {
  readonly transaction: string;
  readonly owner: string;
  readonly urgent: boolean;
  readonly item: DutyItem;
}

const authorOf = (actor: Person, owner: string, district: string) => {
  const grant =
    actor.grants.find(({ organisation }) => organisation === owner) ??
    actor.grants.find(({ role, area }) => role === 'district_centre' && area === district);
  return { person: actor.person, role: grant?.role ?? 'resident', organisation: grant?.organisation ?? null };
};

async function recordedBefore(deps: StaffingDeps, transaction: string, action: Action, id?: string) {
  const entry = await findByTransaction(deps.database, deps.district, transaction);
  if (entry === undefined) return undefined;
  if (entry.action !== action || (id !== undefined && entry.streamId !== id)) throw problems.transaction_reused();
  return entry.streamId;
}

export async function getDuty({ database, district }: StaffingDeps, id: string): Promise<DutyRecord> {
  const found = await findDuty(database, district, id);
  if (!found) throw problems.unknown_duty();
  return found;
}

/** A department applies for an item of its own. Sent twice, it is one application. */
export async function applyFor(deps: StaffingDeps, { transaction, ...facts }: Application, actor: Person) {
  if (!departmentsOf(actor).includes(facts.owner)) throw problems.not_allowed();
  const before = await recordedBefore(deps, transaction, 'apply');
  if (before !== undefined) return getDuty(deps, before);
  const reasons = reasonsOf(APPLICATION_RULES, facts);
  if (reasons.length > 0) throw problems.bad_item({ reasons });
  const author = authorOf(actor, facts.owner, deps.district);
  const at = deps.clock().toISOString();
  const move = nextEntry(deps, null, { id: newId(), action: 'apply', facts, author, transaction, at });
  if ((await insertDuty(deps.database, move)) === 0) throw problems.not_possible();
  return getDuty(deps, move.id);
}

export interface Step<A extends Exclude<Action, 'apply'>> {
  readonly id: string;
  readonly action: A;
  readonly facts: ActionFacts[A];
  readonly transaction: string;
  readonly version: number;
}

/** One step of an item: authorise, decide (pure), write and record in one statement. */
export async function act<A extends Exclude<Action, 'apply'>>(deps: StaffingDeps, step: Step<A>, actor: Person) {
  const { id, action, facts, transaction, version } = step;
  const duty = await getDuty(deps, id);
  if (!MAY[action](actor, duty.state, deps.district)) throw problems.not_allowed();
  if ((await recordedBefore(deps, transaction, action, id)) !== undefined) return duty;
  if (version !== duty.state.version) throw stale(deps, duty.state, actor);
  refuse(deps, duty.state, action, facts, actor);
  const author = authorOf(actor, duty.state.owner, deps.district);
  const at = deps.clock().toISOString();
  const move = nextEntry(deps, duty, { id, action, facts, author, transaction, at });
  if ((await moveDuty(deps.database, move)) === 0) throw stale(deps, (await getDuty(deps, id)).state, actor);
  return getDuty(deps, id);
}

function refuse<A extends Exclude<Action, 'apply'>>(
  deps: StaffingDeps,
  state: DutyState,
  action: A,
  facts: ActionFacts[A],
  actor: Person,
): void {
  const { from, until, item } = facts as { from?: string; until?: string; item?: DutyItem };
  const input = { state, today: todayOf(deps), from, until, item };
  const decision = decide(dutyProcedure, state.stage, action, RULES[action] ?? [], input);
  if (!decision.allowed) {
    throw problems.not_possible({ reasons: decision.reasons, possible: offers(deps, state, actor) });
  }
  const bad = item ? reasonsOf(APPLICATION_RULES, { item, urgent: state.urgent }) : [];
  if (bad.length > 0) throw problems.bad_item({ reasons: bad });
}

const offers = (deps: StaffingDeps, state: DutyState, actor: Person) =>
  asPossible(dutyProcedure, possibleFor(state, actor, deps.district));

function stale(deps: StaffingDeps, state: DutyState, actor: Person) {
  const { zh, en } = dutyProcedure.stages[state.stage].label;
  const text = { zh: `现在的状态是“${zh}”。`, en: `It is now “${en}”.` };
  return problems.stale({ reasons: [{ rule: 'version_is_current', text }], possible: offers(deps, state, actor) });
}
