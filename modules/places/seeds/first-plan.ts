import { addDays } from '../core/day.ts';
import type { LayerFacts, PlanEntry } from '../core/plan-state.ts';
import { NOTICE_DAYS } from '../core/rules.ts';

/** A step of a plan, who took it in what capacity, and when (ISO 8601, UTC). */
export type DatedStep = Pick<PlanEntry, 'action' | 'facts' | 'at'> & { readonly role: string };

/** Days before the plan takes effect. */
const [DRAWN, ANNOUNCED, APPROVED, FILED] = [24, 23, 15, 10];

/**
 * The way of the first plan of a demo district, as if it had been gone: drawn by the district, on notice without comments, approved by
 * every street, filed, in force from the beginning of a day in Shanghai (YYYY-MM-DD).
 */
export function wayOfFirstPlan(layer: LayerFacts, streets: readonly string[], effective: string): DatedStep[] {
  const at = (before: number, time: string) => `${addDays(effective, -before)}T${time}:00.000Z`;
  const from = addDays(effective, -ANNOUNCED);
  const notice = { from, until: addDays(from, NOTICE_DAYS - 1), streets, against: null };
  const approvals = streets.map((street, i): DatedStep => {
    const action = i === streets.length - 1 ? 'approve' : 'endorse';
    return {
      action,
      facts: { street },
      role: 'street_staff',
      at: at(APPROVED, `02:${String(10 + i).padStart(2, '0')}`),
    };
  });
  return [
    { action: 'import', facts: layer, role: 'district_centre', at: at(DRAWN, '01:12') },
    { action: 'check', facts: {}, role: 'district_centre', at: at(DRAWN, '01:13') },
    { action: 'announce', facts: notice, role: 'district_centre', at: at(ANNOUNCED, '00:40') },
    ...approvals,
    { action: 'file', facts: { effective }, role: 'district_centre', at: at(FILED, '01:30') },
    { action: 'enter_into_force', facts: layer, role: 'system', at: at(1, '16:00') },
  ];
}
