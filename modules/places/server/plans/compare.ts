import type { Database } from '#packages/server-kit';
import { type Changes, changesBetween } from '../../core/plan-changes.ts';
import type { GridShape } from '../../core/published.ts';
import { findPlan, findPlanInForce, gridsOf, type PlanRecord } from '../queries.ts';

/** Two plans beside each other. */
export interface Comparison extends Changes {
  readonly before: { readonly id: string; readonly name: string };
  readonly gridsBefore: ReadonlyMap<string, GridShape>;
  readonly gridsAfter: ReadonlyMap<string, GridShape>;
}

type Compared = Pick<PlanRecord, 'id' | 'state'>;

/** Comparisons of plans, the last few kept: the same two are asked for by everybody who looks at a notice. */
export interface Comparisons {
  /**
   * With the plan that was in force when it was put on notice; before that, with the one in force now. Undefined where there is none, and
   * of the first plan of a district.
   */
  withBefore(plan: Compared): Promise<Comparison | undefined>;
  with(plan: Compared, before: { id: string; name: string }): Promise<Comparison>;
}

const KEPT = 8;

/** Names the grids of a plan: a draft is redrawn, later they stay, whatever else happens to the plan. */
export const drawingOf = ({ id, state: { status, version } }: Compared): string =>
  status === 'draft' || status === 'checked' ? `${id} ${version}` : id;

export function keepComparisons(database: Database, district: string): Comparisons {
  const kept = new Map<string, Promise<Comparison>>();
  const compare = async (id: string, before: { id: string; name: string }): Promise<Comparison> => {
    const [earlier, later] = [await gridsOf(database, district, before.id), await gridsOf(database, district, id)];
    const byCode = (grids: readonly GridShape[]) => new Map(grids.map((grid) => [grid.code, grid]));
    return {
      ...changesBetween(earlier, later),
      ...{ before, gridsBefore: byCode(earlier), gridsAfter: byCode(later) },
    };
  };
  const comparisons: Comparisons = {
    with(plan, before) {
      const key = `${drawingOf(plan)} ${before.id}`;
      const known = kept.get(key);
      if (known) return known;
      const made = compare(plan.id, before);
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
      return made;
    },
    async withBefore(plan) {
      const before = await findBefore(database, district, plan);
      return before && comparisons.with(plan, before);
    },
  };
  return comparisons;
}

async function findBefore(database: Database, district: string, { state: { against, status } }: Compared) {
  if (against === undefined)
    return status === 'draft' || status === 'checked' ? findPlanInForce(database, district) : undefined;
  const plan = against === null ? undefined : await findPlan(database, district, against);
  return plan && { id: plan.id, name: plan.state.name };
}
