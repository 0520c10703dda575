import { newId } from '#packages/server-kit';
import type { PlanAction } from '../../core/lifecycle.ts';
import type { Context } from '../context.ts';
import { type LockedPlan, lockPlans, plansDue } from '../queries.ts';
import { SYSTEM } from '../stream.ts';
import { stepPlan } from './step.ts';

/**
 * Plans whose day has come take effect, each in a transaction of its own in which the one before is superseded. Sent twice, or by two
 * processes at once, each takes effect once.
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
    if (plan?.state.status !== 'filed') return; // another process was first
    const before = locked.find(({ state }) => state.status === 'in_force');
    const step = (one: LockedPlan, action: Extract<PlanAction, 'enter' | 'supersede'>, other: string | null) => {
      const { name, grids, faults } = one.state;
      const facts = { name, grids, faults, upload: one.upload, other };
      return stepPlan(context, tx, one, { action, facts, author: SYSTEM, transaction: newId() });
    };
    if (before) await step(before, 'supersede', id);
    await step(plan, 'enter', before?.id ?? null);
  });
}
