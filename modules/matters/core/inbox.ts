import type { Actor } from '#packages/kernel';
import type { Role } from '../../access/contract.ts';
import type { Stage } from './lifecycle.ts';

/** Matters that wait for somebody: in these stages, in an area or with a unit; some only once they are overdue. */
export interface Waiting {
  readonly stages: readonly Stage[];
  readonly area?: string;
  readonly unit?: string;
  readonly overdue?: true;
}

const BY_AREA: Partial<Record<Role, { stages: readonly Stage[]; overdue?: true }>> = {
  grid_worker: { stages: ['reported', 'handled'] },
  grid_head: { stages: ['reported', 'handled'] },
  community_staff: { stages: ['reported', 'accepted', 'returned', 'handled', 'verified'] },
  community_secretary: { stages: ['returned', 'verified'] },
  street_staff: { stages: ['returned', 'verified'] },
  district_centre: { stages: ['reported', 'accepted', 'returned', 'handled', 'verified'], overdue: true },
};

const WITH_UNIT: readonly Stage[] = ['dispatched', 'handling', 'paused'];

/** What waits for a person, by each of their roles. */
export function waitingFor(actor: Actor<Role>): Waiting[] {
  const areas = actor.grants.flatMap(({ role, area }) => {
    const row = BY_AREA[role];
    return row ? [{ ...row, area }] : [];
  });
  const units = [...new Set(actor.grants.flatMap(({ organisation }) => organisation ?? []))];
  return [...areas, ...units.map((unit) => ({ stages: WITH_UNIT, unit }))];
}
