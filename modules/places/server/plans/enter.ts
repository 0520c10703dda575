import { decide } from '#packages/procedure';
import { newId } from '#packages/server-kit';
import { type PlanAction, planProcedure } from '../../core/lifecycle.ts';
import { PLAN_RULES } from '../../core/rules.ts';
import type { Context } from '../context.ts';
import { type LockedPlan, lockPlans, plansDue } from '../queries.ts';
import { SYSTEM } from '../stream.ts';
import { stepPlan } from './step.ts';

/**
 * Plans whose day has come take effect, each in a transaction of its own in which the one before is superseded. Sent twice, or by two
 * processes at once, each takes effect once. One that may not (another took effect since its notice) stays filed.
 */
export async function enterDuePlans(context: Context): Promise<void> {
  const { database, today, district, holder } = context;
  const due = await plansDue(database, district, today());
  for (const { id } of due) await enter(context, id);
  if (due.length > 0) await holder.reload();
}

async function enter(context: Context, id: string): Promise<void> {
  await context.database.transaction(async (tx) => {
    const locked = await lockPlans(tx, context.district, id);
    const plan = locked.find((one) => one.id === id);
    const before = locked.find(({ state }) => state.status === 'in_force');
    const rules = { inForce: before?.id ?? null };
    if (!plan || !mayEnter(context, plan, rules)) return; // another process was first, or its page says what it waits for
    const step = (
      one: LockedPlan,
      action: Extract<PlanAction, 'enter_into_force' | 'supersede'>,
      other: string | null,
    ) => {
      const { name, grids, faults } = one.state;
      const facts = { name, grids, faults, upload: one.upload, other };
      return stepPlan(context, tx, one, { action, facts, author: SYSTEM, transaction: newId(), rules });
    };
    if (before) await step(before, 'supersede', id);
    await step(plan, 'enter_into_force', before?.id ?? null);
  });
}

function mayEnter({ today }: Context, { state }: LockedPlan, rules: { readonly inForce: string | null }): boolean {
  const input = { ...rules, state, today: today() };
  return decide(planProcedure, state.status, 'enter_into_force', PLAN_RULES.enter_into_force ?? [], input).allowed;
}
