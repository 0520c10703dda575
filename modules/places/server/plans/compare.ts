import type { Database } from '#packages/server-kit';
import { type Changes, changesBetween } from '../../core/plan-changes.ts';
import type { GridShape } from '../../core/published.ts';
import { findPlanInForce, gridsOf } from '../queries.ts';

/** Two plans beside each other. */
export interface Comparison extends Changes {
  readonly before: { readonly id: string; readonly name: string };
  readonly gridsBefore: ReadonlyMap<string, GridShape>;
  readonly gridsAfter: ReadonlyMap<string, GridShape>;
}

/** Comparisons of plans, the last few kept: the same two are asked for by everybody who looks at a notice. */
export interface Comparisons {
  /** Undefined where no plan is in force, or the plan is the one in force. `version` because a draft is redrawn. */
  withPlanInForce(id: string, version: number): Promise<Comparison | undefined>;
  with(id: string, version: number, before: { id: string; name: string }): Promise<Comparison>;
}

const KEPT = 8;

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
    with(id, version, before) {
      const key = `${id} ${version} ${before.id}`;
      const known = kept.get(key);
      if (known) return known;
      const made = compare(id, before);
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
      return made;
    },
    async withPlanInForce(id, version) {
      const inForce = await findPlanInForce(database, district);
      return inForce && inForce.id !== id ? comparisons.with(id, version, inForce) : undefined;
    },
  };
  return comparisons;
}
