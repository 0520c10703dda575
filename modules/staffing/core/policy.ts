import { type Actor, holds, worksFor } from '#packages/kernel';
import type { Role } from '../../access/contract.ts';
import type { DutyState } from './duty.ts';
import type { Action } from './lifecycle.ts';

type Predicate = (actor: Actor<Role>, state: DutyState, district: string) => boolean;

const owner: Predicate = (actor, { owner: department }) => worksFor(actor, department);

/** The grid body of the same level reviews (舟山网格条例 24): here the district's centre. */
const gridBody: Predicate = (actor, _state, district) => holds(actor, ['district_centre'], district);

/** Organisations for which somebody may apply. */
export const departmentsOf = (actor: Actor<Role>): string[] => [
  ...new Set(
    actor.grants.flatMap(({ role, organisation }) =>
      role === 'department_staff' && organisation ? [organisation] : [],
    ),
  ),
];

export const canApply = (actor: Actor<Role>): boolean => departmentsOf(actor).length > 0;

export const canReview = (actor: Actor<Role>, district: string): boolean => holds(actor, ['district_centre'], district);

/** Applications are seen by who made them, by who reviews them, and by the auditor. */
export const canSeeAll = (actor: Actor<Role>, district: string): boolean =>
  holds(actor, ['district_centre', 'auditor'], district);

export const MAY: Record<Exclude<Action, 'apply'>, Predicate> = {
  resubmit: owner,
  withdraw: owner,
  return: gridBody,
  admit: gridBody,
  exit: gridBody,
};
