import { actionsFrom, asPossible, type Decision, decide } from '#packages/procedure';
import type { Handler } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import type { operations, PlanRow } from '../../core/api.ts';
import { type PlanStatus, planProcedure } from '../../core/lifecycle.ts';
import { canPublishGridPlan, roleOfPlanner } from '../../core/policy.ts';
import { problems } from '../../core/problems.ts';
import { PUBLICATION_RULES } from '../../core/rules.ts';
import { type Context, permit } from '../context.ts';
import { findPlan, type LockedPlan, lockPlans } from '../queries.ts';
import { movePlan, wasPublishedMeanwhile } from '../store.ts';
import { entryOf, record, type Step } from '../stream.ts';

/** Makes a sound draft the one grid of the district; the plan in force until now is superseded in the same transaction. */
export const publishGridPlan =
  (context: Context): Handler<(typeof operations)['POST /api/grid-plans/:id/publish']> =>
  async ({ actor, params: { id } }) => {
    const person = permit(actor, canPublishGridPlan, context.district);
    const row = await publish(context, person, id).catch((error) => {
      throw wasPublishedMeanwhile(error) ? problems.published_meanwhile() : error;
    });
    await context.holder.reload();
    return row;
  };

async function publish({ database, district, clock, algorithm }: Context, actor: Person, id: string): Promise<PlanRow> {
  return database.transaction(async (tx) => {
    const locked = await lockPlans(tx, district, id);
    const plan = locked.find((one) => one.id === id);
    if (!plan) throw problems.unknown_plan();
    refuse(plan, decide(planProcedure, plan.status, 'publish', PUBLICATION_RULES, plan));
    const inForce = locked.find((one) => one.status === 'published');
    const step = (one: LockedPlan, action: Step['action'], other: string | null): Step => ({
      ...{ district, plan: one.id, after: one, at: clock().toISOString(), action, algorithm },
      author: { person: actor.person, role: roleOfPlanner(actor, district), organisation: null },
      facts: { name: one.name, grids: one.grids, faults: one.faults, upload: one.upload, other },
    });
    if (inForce) {
      const superseded = entryOf(step(inForce, 'supersede', id));
      await movePlan(tx, 'superseded', superseded);
      await record(tx, superseded);
    }
    const published = entryOf(step(plan, 'publish', inForce?.id ?? null));
    await movePlan(tx, 'published', published);
    await record(tx, published);
    return (await findPlan(tx, district, id)) as PlanRow;
  });
}

function refuse({ status }: LockedPlan, decision: Decision<PlanStatus>): void {
  if (decision.allowed) return;
  const possible = decision.why === 'stage' ? asPossible(planProcedure, actionsFrom(planProcedure, status)) : [];
  throw problems.plan_not_publishable({ reasons: decision.reasons, possible });
}
