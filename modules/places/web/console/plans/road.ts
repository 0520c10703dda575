import type { PlanRow } from '../../../core/api.ts';
import { PLAN_ROAD, type PlanStatus } from '../../../core/lifecycle.ts';

export type Milestone = { readonly status: PlanStatus; readonly state: 'done' | 'now' | 'ahead' };

/** How far a plan came before it was withdrawn, as far as its row tells. */
function lastBefore({ effective, notice, faults }: PlanRow): PlanStatus {
  if (effective !== null) return 'filed';
  if (notice !== null) return 'noticed';
  return faults > 0 ? 'draft' : 'checked';
}

/** The stages of a plan with what is behind it; a withdrawn plan stands nowhere, one that is in force or was has them all. */
export function roadOf(plan: PlanRow): Milestone[] {
  const { status } = plan;
  if (status === 'superseded') return PLAN_ROAD.map((stage) => ({ status: stage, state: 'done' }));
  const at = PLAN_ROAD.indexOf(status === 'withdrawn' ? lastBefore(plan) : status);
  return PLAN_ROAD.map((stage, i) => {
    if (i === at && status !== 'withdrawn') return { status: stage, state: status === 'in_force' ? 'done' : 'now' };
    return { status: stage, state: i <= at ? 'done' : 'ahead' };
  });
}
