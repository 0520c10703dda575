import { type Actor, covers, holds } from '#packages/kernel';
import type { Role } from '../../access/contract.ts';

const DISTRICT: readonly Role[] = ['district_centre', 'administrator'];

/** Streets propose grids (舟山网格条例 10): their staff may upload a layer of the district that their street lies in. */
const streetOf = (actor: Actor<Role>, district: string): boolean =>
  actor.grants.some(({ role, area }) => role === 'street_staff' && covers(district, area));

/** Whether the actor may upload a layer as a draft. */
export const canImportGridLayer = (actor: Actor<Role>, district: string): boolean =>
  holds(actor, DISTRICT, district) || streetOf(actor, district);

/** The district agrees: only its centre and administrators make a plan the one grid of everybody. */
export const canPublishGridPlan = (actor: Actor<Role>, district: string): boolean => holds(actor, DISTRICT, district);

/** Drafts are not public; whoever may propose one, and the auditor, see all of them. */
export const canSeeGridPlans = (actor: Actor<Role>, district: string): boolean =>
  canImportGridLayer(actor, district) || holds(actor, ['auditor'], district);

/** The role in which the actor writes, for the ledger: the first of theirs that allows it. */
export const roleOfPlanner = (actor: Actor<Role>, district: string): Role =>
  actor.grants.find(({ role, area }) => DISTRICT.includes(role) && covers(area, district))?.role ?? 'street_staff';
