import { type AreaLevel, covers, isAreaCode, levelOf, type Reason, text } from '#packages/kernel';
import { type Rule, reasonsOf } from '#packages/procedure';
import { type Person, ROLES, type Role } from '../contract.ts';

const ALL = Object.keys(ROLES) as Role[];

/** Who may give and withdraw which roles, always within the area that the giver holds. */
const APPOINTS: Partial<Record<Role, readonly Role[]>> = {
  administrator: ALL,
  community_secretary: ['grid_worker', 'grid_head'],
};

/** On which levels a role is held: a grid worker has grids, a street's staff have their street. */
export const LEVELS_OF_ROLE: Record<Role, readonly AreaLevel[]> = {
  resident: ['district', 'street', 'community', 'grid'],
  grid_worker: ['grid'],
  grid_head: ['community', 'grid'],
  community_secretary: ['community'],
  community_staff: ['community'],
  street_staff: ['street'],
  department_staff: ['district', 'street'],
  district_centre: ['district'],
  auditor: ['district', 'street'],
  administrator: ['district', 'street', 'community'],
};

/** Roles that act for a body and are nothing without it. */
const FOR_AN_ORGANISATION: readonly Role[] = [
  'community_secretary',
  'community_staff',
  'street_staff',
  'department_staff',
  'district_centre',
];

/** Roles that are in effect only with a second factor (GB/T 22239-2019, 8.1.4.1). */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['administrator'];

/** Roles whose name and telephone of the post are public (滨州网格条例 6(2)). */
export const PUBLIC_ROLES: readonly Role[] = ['grid_worker', 'grid_head', 'community_secretary'];

export const isStaff = (person: Person): boolean => person.grants.some(({ role }) => role !== 'resident');

export const canAdministerPeople = (person: Person, area: string): boolean =>
  person.grants.some((grant) => grant.role in APPOINTS && covers(grant.area, area));

/** Areas whose people the person may list: those that they administer or audit. */
export const sightOfPeople = (person: Person): readonly string[] => [
  ...new Set(person.grants.filter(({ role }) => role in APPOINTS || role === 'auditor').map(({ area }) => area)),
];

export const canSeePeople = (person: Person): boolean => sightOfPeople(person).length > 0;

/** The log of rights and of looks is for auditors: administrators do not audit themselves. */
export const canSeeAudit = (person: Person, area: string): boolean =>
  person.grants.some((grant) => grant.role === 'auditor' && covers(grant.area, area));

/** An account that has no duty yet is found by its exact user name, by whoever may give roles in the whole district. */
export const canFindAnyAccount = (person: Person, district: string): boolean =>
  person.grants.some(({ role, area }) => role === 'administrator' && area === district);

/** Roles that the person may give on the area, in the order of `ROLES`. */
export const rolesToGive = (person: Person, area: string): Role[] =>
  isAreaCode(area)
    ? ALL.filter((role) => canGive(person, role, area) && LEVELS_OF_ROLE[role].includes(levelOf(area)))
    : [];

export const canGive = (person: Person, role: Role, area: string): boolean =>
  person.grants.some((grant) => APPOINTS[grant.role]?.includes(role) && covers(grant.area, area));

/**
 * Whether the person may hand somebody a new password: only who could have given every role that the other holds, so that nobody
 * rises by it; never to oneself.
 */
export const canResetPassword = (by: Person, of: { readonly id: string; readonly grants: Person['grants'] }): boolean =>
  by.person !== of.id &&
  by.grants.some(({ role }) => role === 'administrator') &&
  of.grants.every(({ role, area }) => canGive(by, role, area));

/** Bodies of an area are named by its administrators. */
export const canNameOrganisations = (person: Person, area: string): boolean =>
  person.grants.some((grant) => grant.role === 'administrator' && covers(grant.area, area));

export interface Appointment {
  readonly role: Role;
  readonly area: string;
  readonly areaExists: boolean;
  /** The organisation as it is known; null without one, undefined where the id is unknown. */
  readonly organisation: { readonly id: string; readonly area: string } | null | undefined;
}

/** What a rule of appointments looks at: who gives what to whom, and what they hold already. */
export interface Giving {
  readonly giver: Person;
  readonly receiver: { readonly id: string | null; readonly grants: Person['grants'] };
  readonly appointment: Appointment;
}

const holdsExactly = ({ receiver, appointment: { role, area, organisation } }: Giving): boolean =>
  receiver.grants.some((g) => g.role === role && g.area === area && g.organisation === (organisation?.id ?? null));

const SEPARATE: Partial<Record<Role, Role>> = { administrator: 'auditor', auditor: 'administrator' };

/** Whether the role may be given at all: broken rules here are a matter of rights, not of input. */
export const RIGHTS: readonly Rule<Giving>[] = [
  {
    id: 'within_own_rights',
    text: text(
      '您不能授予这个角色，或它超出了您负责的区域。',
      'You may not give this role, or it reaches beyond the area that you are in charge of.',
    ),
    field: 'role',
    broken: ({ giver, appointment: { role, area } }) => !canGive(giver, role, area),
  },
  {
    id: 'organisation_within_own_area',
    text: text(
      '该单位的服务范围超出了您负责的区域。',
      'That organisation serves more than the area you are in charge of.',
    ),
    field: 'organisation',
    broken: ({ giver, appointment: { role, organisation } }) =>
      organisation !== null && organisation !== undefined && !canGive(giver, role, organisation.area),
  },
  {
    id: 'not_to_oneself',
    text: text(
      '不能给自己授予角色，请另一位管理员办理。',
      'Nobody gives a role to themselves: ask another administrator.',
    ),
    broken: ({ giver, receiver }) => receiver.id !== null && giver.person === receiver.id,
  },
];

/** Whether the role makes sense as it is given. */
export const FITNESS: readonly Rule<Giving>[] = [
  {
    id: 'area_exists',
    text: text('没有这个区域编码。', 'There is no area with this code.'),
    field: 'area',
    broken: ({ appointment: { areaExists } }) => !areaExists,
  },
  {
    id: 'role_suits_level',
    text: text('这个角色不能设在这一级区域。', 'This role is not held on an area of that level.'),
    field: 'area',
    broken: ({ appointment: { role, area } }) => isAreaCode(area) && !LEVELS_OF_ROLE[role].includes(levelOf(area)),
  },
  {
    id: 'organisation_exists',
    text: text('没有这个单位。', 'There is no such organisation.'),
    field: 'organisation',
    broken: ({ appointment: { organisation } }) => organisation === undefined,
  },
  {
    id: 'organisation_needed',
    text: text('这个角色须属于一个单位，请选择。', 'This role is held for an organisation: choose one.'),
    field: 'organisation',
    broken: ({ appointment: { role, organisation } }) => organisation === null && FOR_AN_ORGANISATION.includes(role),
  },
  {
    id: 'organisation_serves_area',
    text: text('该单位不服务于这个区域。', 'That organisation does not serve this area.'),
    field: 'organisation',
    broken: ({ appointment: { area, organisation } }) => organisation != null && !covers(organisation.area, area),
  },
  {
    id: 'officers_are_separate',
    text: text('系统管理员与审计员不能由同一人担任。', 'Administrator and auditor cannot be the same person.'),
    field: 'role',
    broken: ({ receiver, appointment: { role } }) => receiver.grants.some((grant) => grant.role === SEPARATE[role]),
  },
  {
    id: 'not_held_already',
    text: text('此人已有这个角色。', 'The person holds this role already.'),
    broken: holdsExactly,
  },
];

/** All reasons why the role cannot be given; none where it can. */
export const reasonsAgainst = (giving: Giving): { rights: Reason[]; fitness: Reason[] } => ({
  rights: reasonsOf(RIGHTS, giving),
  fitness: reasonsOf(FITNESS, giving),
});

export interface Withdrawal {
  readonly by: Person;
  readonly role: Role;
  readonly area: string;
  /** Active administrators of the whole district, the one concerned included. */
  readonly administrators: number;
  readonly district: string;
}

export const canWithdraw = ({ by, role, area }: Pick<Withdrawal, 'by' | 'role' | 'area'>): boolean =>
  canGive(by, role, area);

export const lastAdministratorStays: Rule<Withdrawal> = {
  id: 'last_administrator_stays',
  text: text(
    '这是全区最后一位系统管理员，请先任命另一位。',
    'This is the last administrator of the district: appoint another one first.',
  ),
  broken: ({ role, area, administrators, district }) =>
    role === 'administrator' && area === district && administrators <= 1,
};
