import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, isAreaCode, levelOf, VISITOR } from '#packages/kernel';
import { type Person, ROLES, type Role } from '../contract.ts';
import * as policy from './policy.ts';

const roles = Object.keys(ROLES) as Role[];
const held = (...grants: [Role, string, string?][]): Person => ({
  person: 'giver',
  name: '王',
  grants: grants.map(([role, area, organisation = null]) => ({ role, area, organisation })),
});
const lunan = { id: 'committee', area: '320508017003' };

function reasons(giver: Person, appointment: Partial<policy.Appointment>, receiver = held()) {
  const given = {
    role: 'grid_worker',
    area: '320508017003001',
    areaExists: true,
    organisation: null,
    ...appointment,
  } as const;
  const { rights, fitness } = policy.reasonsAgainst({
    giver,
    receiver: { id: 'receiver', grants: receiver.grants },
    appointment: given,
  });
  return [...rights, ...fitness].map(({ rule }) => rule);
}

describe('not allowed', () => {
  it('a visitor may do nothing', () => {
    expect(policy.canSeePeople(VISITOR)).toBe(false);
    expect(policy.canAdministerPeople(VISITOR, '320508')).toBe(false);
    expect(policy.canSeeAudit(VISITOR, '320508')).toBe(false);
    expect(reasons(VISITOR, {})).toEqual(['within_own_rights']);
  });

  it('staff without the duty give no role, in their own area either', () => {
    expect(reasons(held(['street_staff', '320508017']), {})).toEqual(['within_own_rights']);
    expect(reasons(held(['auditor', '320508']), {})).toEqual(['within_own_rights']);
  });

  it('a secretary appoints no secretary, and nobody next door', () => {
    const secretary = held(['community_secretary', '320508017003']);
    expect(reasons(secretary, { role: 'community_secretary', area: '320508017003', organisation: lunan })).toContain(
      'within_own_rights',
    );
    expect(reasons(secretary, { area: '320508017004001' })).toEqual(['within_own_rights']);
  });

  it('a secretary cannot lend somebody the hands of a bureau', () => {
    const bureau = { id: 'housing', area: '320508' };
    expect(reasons(held(['community_secretary', '320508017003']), { organisation: bureau })).toEqual([
      'organisation_within_own_area',
    ]);
  });

  it('nobody gives a role to themselves', () => {
    const giver = held(['administrator', '320508']);
    const appointment = { role: 'grid_worker', area: '320508017003001', areaExists: true, organisation: null } as const;
    const { rights } = policy.reasonsAgainst({ giver, receiver: { id: 'giver', grants: giver.grants }, appointment });
    expect(rights.map(({ rule }) => rule)).toEqual(['not_to_oneself']);
  });
});

describe('allowed', () => {
  it('a secretary appoints grid workers and heads of their community', () => {
    const secretary = held(['community_secretary', '320508017003']);
    expect(reasons(secretary, {})).toEqual([]);
    expect(reasons(secretary, { role: 'grid_head', area: '320508017003', organisation: lunan })).toEqual([]);
    expect(policy.rolesToGive(secretary, '320508017003')).toEqual(['grid_head']);
    expect(policy.rolesToGive(secretary, '320508017003001')).toEqual(['grid_worker', 'grid_head']);
    expect(policy.rolesToGive(secretary, '320508017')).toEqual([]);
  });

  it('an administrator gives every role in their area', () => {
    const administrator = held(['administrator', '320508']);
    expect(policy.rolesToGive(administrator, '320508')).toEqual([
      'resident',
      'department_staff',
      'district_centre',
      'auditor',
      'administrator',
    ]);
    expect(reasons(administrator, { role: 'community_staff', area: '320508017003', organisation: lunan })).toEqual([]);
  });

  it('auditors see people and the audit, administrators do not audit', () => {
    expect(policy.canSeePeople(held(['auditor', '320508']))).toBe(true);
    expect(policy.canSeeAudit(held(['auditor', '320508']), '320508017')).toBe(true);
    expect(policy.canSeeAudit(held(['administrator', '320508']), '320508')).toBe(false);
  });
});

describe('fitness', () => {
  const administrator = held(['administrator', '320508']);

  it('all reasons at once', () => {
    expect(reasons(administrator, { role: 'street_staff', area: '320508017003', areaExists: false })).toEqual([
      'area_exists',
      'role_suits_level',
      'organisation_needed',
    ]);
  });

  it('an organisation serves its own area only', () => {
    const next = { id: 'next', area: '320508017004' };
    expect(reasons(administrator, { organisation: next })).toEqual(['organisation_serves_area']);
    expect(reasons(administrator, { organisation: undefined })).toEqual(['organisation_exists']);
  });

  it('administrator and auditor are two people', () => {
    expect(reasons(administrator, { role: 'auditor', area: '320508' }, held(['administrator', '320508017']))).toEqual([
      'officers_are_separate',
    ]);
  });

  it('a role is not given twice', () => {
    expect(reasons(administrator, {}, held(['grid_worker', '320508017003001']))).toEqual(['not_held_already']);
  });
});

describe('withdrawing', () => {
  const by = held(['administrator', '320508']);

  it('the last administrator of the district stays', () => {
    const withdrawal = { by, role: 'administrator', area: '320508', district: '320508' } as const;
    expect(policy.lastAdministratorStays.broken({ ...withdrawal, administrators: 1 })).toBe(true);
    expect(policy.lastAdministratorStays.broken({ ...withdrawal, administrators: 2 })).toBe(false);
    expect(policy.lastAdministratorStays.broken({ ...withdrawal, area: '320508017', administrators: 1 })).toBe(false);
  });

  it('who may give it may withdraw it, and nobody else', () => {
    const secretary = held(['community_secretary', '320508017003']);
    expect(policy.canWithdraw({ by: secretary, role: 'grid_worker', area: '320508017003001' })).toBe(true);
    expect(policy.canWithdraw({ by: secretary, role: 'community_staff', area: '320508017003' })).toBe(false);
  });
});

describe('nobody can grant beyond their scope', () => {
  const [street, other, community] = ['320508111', '320508222', '320508111111'];
  const area = fc.constantFrom(
    '320508',
    street,
    other,
    community,
    `${street}222`,
    `${community}111`,
    `${community}222`,
  );
  const role = fc.constantFrom(...roles);
  const givers = fc.constantFrom<Role>('administrator', 'community_secretary', 'street_staff');
  const giver = fc
    .array(fc.record({ role: givers, area, organisation: fc.constant(null) }), { minLength: 1, maxLength: 3 })
    .map((grants): Person => ({ person: 'giver', name: '王', grants }));
  const organisation = fc.option(area.map((a) => ({ id: 'o', area: a })));
  const appointment = fc.record({ role, area, areaExists: fc.constant(true), organisation });

  it('what is given lies, with its organisation, in one area of the giver where they may give that role', () => {
    let given = 0;
    fc.assert(
      fc.property(giver, appointment, (by, wanted) => {
        const { rights, fitness } = policy.reasonsAgainst({
          giver: by,
          receiver: { id: 'r', grants: [] },
          appointment: wanted,
        });
        if (rights.length + fitness.length > 0) return;
        given++;
        const reach = wanted.organisation?.area ?? wanted.area;
        const scopes = by.grants.filter((g) => covers(g.area, wanted.area) && covers(g.area, reach));
        expect(scopes.map((g) => g.role)).toEqual(
          expect.arrayContaining([expect.stringMatching(/^(administrator|community_secretary)$/)]),
        );
        if (!scopes.some((g) => g.role === 'administrator')) expect(wanted.role).toMatch(/^grid_(worker|head)$/);
        expect(isAreaCode(wanted.area) && policy.LEVELS_OF_ROLE[wanted.role].includes(levelOf(wanted.area))).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(given).toBeGreaterThan(50);
  });
});
