import { type Possible, VISITOR } from '#packages/kernel';
import { asPossible, decide } from '#packages/procedure';
import { type Author, type Db, findByTransaction } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import { type PlanAction, planProcedure } from '../../core/lifecycle.ts';
import type { PlanFacts, PlanState } from '../../core/plan-state.ts';
import { MAY_WITH_PLAN, roleOfPlanner, streetsOf } from '../../core/policy.ts';
import { problems } from '../../core/problems.ts';
import { noticeIsOpen, PLAN_RULES, type PlanRuleInput } from '../../core/rules.ts';
import type { Context } from '../context.ts';
import { type LockedPlan, lockPlan, type PlanRecord } from '../queries.ts';
import { movePlan, tookEffectMeanwhile, wasSentBefore } from '../store.ts';
import { record, STREAM, type Taken, takeStep } from '../stream.ts';

/** Who acts, as the ledger has it. */
export const authorOf = (actor: Person, district: string): Author => ({
  person: actor.person,
  role: roleOfPlanner(actor, district),
  organisation: null,
});

/** The actions that somebody may take with a plan now, whatever the rules still wait for. */
export const possibleWith = (
  actor: Person,
  { district, today }: Pick<Context, 'district' | 'today'>,
  { state }: Pick<PlanRecord, 'state'>,
): PlanAction[] =>
  (Object.keys(MAY_WITH_PLAN) as PlanAction[]).filter(
    (action) =>
      planProcedure.table[state.status][action] !== undefined &&
      MAY_WITH_PLAN[action]?.(actor, district, state) &&
      isStillOpen(action, state, streetsOf(actor, district), today()),
  );

/** A step is not offered when waiting does not help any more: the notice is over, the street has approved. */
function isStillOpen(action: PlanAction, state: PlanState, streets: readonly string[], today: string): boolean {
  if (action === 'comment') return !noticeIsOpen.broken({ state, today });
  return action !== 'approve' || state.approvals.some(({ street, at }) => at === null && streets.includes(street));
}

const offers = (actor: Person, context: Context, plan: LockedPlan): Possible[] =>
  asPossible(planProcedure, possibleWith(actor, context, plan));

export interface Wanted<A extends PlanAction> {
  readonly action: A;
  readonly facts: PlanFacts[A];
  readonly author: Author;
  readonly transaction: string;
  readonly rules?: Omit<PlanRuleInput, 'state' | 'today'>;
  readonly words?: string;
}

/**
 * One step of a locked plan: decided by table and rules, its entry recorded; the row is written by `write`, by default only moved on.
 * Throws `plan_stays` with all reasons and with what is possible instead.
 */
export async function stepPlan<A extends PlanAction>(
  { clock, today, district, algorithm }: Context,
  tx: Db,
  plan: LockedPlan,
  wanted: Wanted<A>,
  possible: readonly Possible[] = [],
  write: (taken: Taken) => Promise<unknown> = (taken) => movePlan(tx, taken),
): Promise<Taken> {
  const { action, facts, author, transaction, rules, words } = wanted;
  const now = clock();
  const input = { ...rules, state: plan.state, today: today() };
  const decision = decide(planProcedure, plan.state.status, action, PLAN_RULES[action] ?? [], input);
  if (!decision.allowed) throw problems.plan_stays({ reasons: decision.reasons, possible });
  const taken = takeStep(plan, {
    ...{ district, plan: plan.id, at: now.toISOString(), author, action, facts, transaction, algorithm },
    ...(words !== undefined && { words }),
  });
  await write(taken);
  await record(tx, taken.entry);
  return taken;
}

export interface Asked {
  readonly id: string;
  readonly transaction: string;
  /** The version that was seen; absent where it does not matter. */
  readonly version?: number;
}

type Take = (tx: Db, plan: LockedPlan, possible: readonly Possible[]) => Promise<unknown>;

/**
 * What a person asks of a plan: it is locked, the version they saw is still the one, and the step is taken. The same transaction id
 * sent twice is taken once. Throws `unknown_plan`, `not_allowed`, `stale_plan`, `plan_stays`.
 */
export async function actOnPlan(
  context: Context,
  actor: Person,
  action: PlanAction,
  { id, transaction, version }: Asked,
  take: Take,
): Promise<void> {
  const { database, district } = context;
  if (actor.person === null && action !== 'comment') throw problems.sign_in_needed();
  const isRepeat = async (): Promise<boolean> => {
    const entry = await findByTransaction(database, district, transaction);
    if (!entry) return false;
    const recorded = entry.action === 'endorse' ? 'approve' : entry.action;
    if (entry.stream !== STREAM || entry.streamId !== id || recorded !== action) throw problems.transaction_reused();
    return true;
  };
  if (await isRepeat()) return;
  try {
    await database.transaction(async (tx) => {
      const plan = await lockPlan(tx, district, id);
      if (!plan) throw problems.unknown_plan();
      const possible = offers(actor, context, plan);
      if (!MAY_WITH_PLAN[action]?.(actor, district, plan.state)) throw problems.not_allowed({ possible });
      if (version !== undefined && version !== plan.state.version) throw problems.stale_plan({ possible });
      await take(tx, plan, possible);
    });
  } catch (error) {
    if (wasSentBefore(error) && (await isRepeat())) return;
    throw tookEffectMeanwhile(error) ? problems.took_effect_meanwhile() : error;
  }
}

/** Everybody, also without an account, for what is public. */
export const asPerson = (actor: { readonly person: string | null }): Person => (actor ?? VISITOR) as Person;
