import type { Actor } from '#packages/kernel';
import type { Role } from '../../access/contract.ts';
import type { Stage } from './lifecycle.ts';

/** Matters that wait for somebody: in these stages, in an area or with a unit; some only once they are overdue. */
export interface Waiting {
  readonly stages: readonly Stage[];
  readonly area?: string;
  readonly unit?: string;
  /** What the unit owes to a joint order, whoever has the matter. */
  readonly part?: true;
  /** Something is asked of the workers of the grid. */
  readonly errand?: true;
  /** The unit owes an answer to a supervision, also where the matter was closed. */
  readonly answer?: true;
  readonly overdue?: true;
}

/** Where the matter may be while others than its unit owe something. */
const CALLED: readonly Stage[] = ['dispatched', 'handling', 'paused', 'returned'];

const BY_AREA: Partial<Record<Role, readonly Omit<Waiting, 'area' | 'unit'>[]>> = {
  grid_worker: [{ stages: ['reported', 'handled'] }, { stages: CALLED, errand: true }],
  grid_head: [{ stages: ['reported', 'handled'] }, { stages: CALLED, errand: true }],
  community_staff: [{ stages: ['reported', 'accepted', 'handled', 'verified'] }],
  community_secretary: [{ stages: ['verified'] }],
  street_staff: [{ stages: ['verified'] }],
  district_centre: [
    { stages: ['returned'] },
    { stages: ['reported', 'accepted', 'handled', 'verified'], overdue: true },
  ],
};

/** Where nothing waits for the unit but an answer. */
const DONE: readonly Stage[] = ['returned', 'handled', 'verified', 'closed'];
const WITH_UNIT: readonly Stage[] = ['dispatched', 'handling', 'paused'];

/** What waits for a person, by each of their roles. */
export function waitingFor(actor: Actor<Role>): Waiting[] {
  const areas = actor.grants.flatMap(({ role, area }) => (BY_AREA[role] ?? []).map((row) => ({ ...row, area })));
  const units = [...new Set(actor.grants.flatMap(({ organisation }) => organisation ?? []))];
  return [
    ...areas,
    ...units.map((unit) => ({ stages: WITH_UNIT, unit })),
    ...units.map((unit) => ({ stages: CALLED, unit, part: true as const })),
    ...units.map((unit) => ({ stages: DONE, unit, answer: true as const })),
  ];
}
