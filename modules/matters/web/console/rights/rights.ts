import { ROLES, type Role } from '../../../../access/contract.ts';
import type { Action } from '../../../core/lifecycle.ts';
import { type Acting, canSee, canSeeContact, MAY } from '../../../core/policy.ts';
import type { MatterState } from '../../../core/state.ts';
import { ORDER } from '../actions/forms.ts';

const GRID = '320508017003001';
const UNIT = 'unit';
/** The policy looks at the grid and the unit alone. */
const MATTER = { grid: GRID, unit: UNIT } as MatterState;

/** Whoever reports and follows, and whoever only works for the unit that a matter was given to. */
export type Column = Role | 'unit';

export const COLUMNS: readonly Column[] = [
  ...['grid_worker', 'grid_head', 'community_staff', 'community_secretary'],
  ...['street_staff', 'district_centre', 'unit', 'auditor', 'administrator'],
] as const satisfies readonly Column[];

const actingAs = (column: Column): Acting => ({
  isReporter: false,
  actor: {
    person: 'somebody',
    name: null,
    grants:
      column === 'unit'
        ? [{ role: 'department_staff', area: '320508', organisation: UNIT }]
        : [{ role: column, area: GRID, organisation: null }],
  },
});

export type Right = 'see' | 'contact' | Action;

/** Rights in the order of a matter's life. */
export const RIGHTS: readonly Right[] = ['see', 'contact', ...ORDER];

/** Whether a role may do it at all, asked of the very policy that the server asks. */
export function hasRight(column: Column, right: Right): boolean {
  const acting = actingAs(column);
  if (right === 'see') return canSee(acting, MATTER);
  if (right === 'contact') return canSeeContact(acting, MATTER);
  return MAY[right as keyof typeof MAY](acting, MATTER);
}

export const isRole = (column: Column): column is Role => column in ROLES;
