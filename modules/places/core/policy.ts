import { type Actor, covers, holds } from '#packages/kernel';
import type { Role } from '../../access/contract.ts';
import type { PlanAction } from './lifecycle.ts';
import type { PlanState } from './plan-state.ts';

const DISTRICT: readonly Role[] = ['district_centre', 'administrator'];

/** Streets that the actor works for, in the district. */
export const streetsOf = (actor: Actor<Role>, district: string): string[] =>
  actor.grants.filter(({ role, area }) => role === 'street_staff' && covers(district, area)).map(({ area }) => area);

const isDistrict = (actor: Actor<Role>, district: string): boolean => holds(actor, DISTRICT, district);

/** Streets propose grids (舟山网格条例 10): their staff may upload a layer of the district that their street lies in. */
export const canImportGridLayer = (actor: Actor<Role>, district: string): boolean =>
  isDistrict(actor, district) || streetsOf(actor, district).length > 0;

/** The district agrees: only its centre and administrators put a plan on notice, file it or withdraw it. */
export const canPublishGridPlan = (actor: Actor<Role>, district: string): boolean => isDistrict(actor, district);

/** Drafts are not public; whoever may propose one, and the auditor, see all of them. */
export const canSeeGridPlans = (actor: Actor<Role>, district: string): boolean =>
  canImportGridLayer(actor, district) || holds(actor, ['auditor'], district);

/** What everybody may see: a plan that was put on notice, and one that is or was in force. */
export const isPublicPlan = ({ status, notice }: Pick<PlanState, 'status' | 'notice'>): boolean =>
  notice !== null || status === 'in_force' || status === 'superseded';

/** A department registers that it works on the one grid. */
export const canRegisterGridUse = (actor: Actor<Role>, organisation: string): boolean =>
  actor.grants.some((grant) => grant.role === 'department_staff' && grant.organisation === organisation);

/** Works for a department and for nobody who divides: a division of its own is refused (滨州网格条例 6(3)). */
export const isDepartmentOnly = (actor: Actor<Role>, district: string): boolean =>
  !canImportGridLayer(actor, district) && actor.grants.some(({ role }) => role === 'department_staff');

type May = (actor: Actor<Role>, district: string, state: PlanState) => boolean;

/** Who may do what with a plan; steps that are not here are done by the clock. */
export const MAY_WITH_PLAN: Partial<Record<PlanAction, May>> = {
  redraw: canImportGridLayer,
  announce: isDistrict,
  comment: () => true,
  answer: (actor, district, { approvals }) =>
    isDistrict(actor, district) ||
    streetsOf(actor, district).some((street) => approvals.some((one) => one.street === street)),
  approve: (actor, district) => streetsOf(actor, district).length > 0,
  file: isDistrict,
  withdraw: isDistrict,
};

/** The role in which the actor writes, for the ledger: the first of theirs that allows it. */
export const roleOfPlanner = (actor: Actor<Role>, district: string): Role =>
  actor.grants.find(({ role, area }) => DISTRICT.includes(role) && covers(area, district))?.role ??
  (streetsOf(actor, district).length > 0 ? 'street_staff' : (actor.grants[0]?.role ?? 'resident'));
