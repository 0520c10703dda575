import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#packages/server-kit';
import { ACCOUNTS_PER_ADDRESS } from './attempts.ts';
import { DEMO_PASSWORD } from './demo-accounts.ts';
import { type CallOptions, type TestDistrict, testDistrict } from './test-district.ts';

let district: TestDistrict;
let admin = '';
let secretary = '';
beforeAll(async () => {
  district = await testDistrict();
  [admin, secretary] = [await district.signIn('admin'), await district.signIn('secretary')];
});
afterAll(() => district.close());

const call = (method: 'GET' | 'POST' | 'DELETE', url: string, options?: CallOptions) =>
  district.call(method, url, options);
const rulesOf = (answer: { body: { reasons: { rule: string }[] } }) => answer.body.reasons.map(({ rule }) => rule);
const find = async (username: string) =>
  (await call('GET', `/api/people?q=${username}`, { cookie: admin })).body.rows[0];
const organisation = async (kind: string, area: string) =>
  (await call('GET', '/api/organisations')).body.find(
    (o: { kind: string; area: string }) => o.kind === kind && o.area === area,
  );
const newcomer = (username: string, grant: object) => ({
  name: '钱小雨',
  username,
  password: 'under the bridge',
  grant,
});
const worker = { role: 'grid_worker', area: '320508017003002' };

describe('not signed in', () => {
  it.each([
    ['GET', '/api/people', undefined],
    ['POST', '/api/people', newcomer('qian.1', worker)],
    ['POST', '/api/people/019a0000-0000-7000-8000-000000000000/grants', worker],
    [
      'DELETE',
      '/api/people/019a0000-0000-7000-8000-000000000000/grants/019a0000-0000-7000-8000-000000000000',
      undefined,
    ],
  ] as const)('%s %s', async (method, url, body) => {
    expect(await call(method, url, { body })).toMatchObject({ status: 401, body: { code: 'sign_in_needed' } });
  });
});

describe('not allowed', () => {
  it('a resident sees no list of people and gives no role', async () => {
    const cookie = await district.signIn('resident');
    expect(await call('GET', '/api/people', { cookie })).toMatchObject({
      status: 403,
      body: { code: 'may_not_see_people' },
    });
    const answer = await call('POST', '/api/people', { cookie, body: newcomer('qian.2', worker) });
    expect(answer).toMatchObject({ status: 403, body: { code: 'may_not_give' } });
    expect(rulesOf(answer)).toEqual(['within_own_rights']);
  });

  it('a secretary appoints in their own community only, and is told everything that is wrong', async () => {
    const body = newcomer('qian.3', { role: 'street_staff', area: '320508018001' });
    const answer = await call('POST', '/api/people', { cookie: secretary, body });
    expect(answer.status).toBe(403);
    expect(rulesOf(answer)).toEqual(['within_own_rights', 'role_suits_level', 'organisation_needed']);
  });

  it('an administrator does not make themselves something more', async () => {
    const { id } = await find('admin');
    const answer = await call('POST', `/api/people/${id}/grants`, {
      cookie: admin,
      body: { role: 'auditor', area: '320508' },
    });
    expect(rulesOf(answer)).toEqual(['not_to_oneself', 'officers_are_separate']);
  });

  it('a secretary does not withdraw what they could not give', async () => {
    const { id, grants } = await find('street');
    const answer = await call('DELETE', `/api/people/${id}/grants/${grants[0].id}`, { cookie: secretary });
    expect(answer).toMatchObject({ status: 403, body: { code: 'may_not_withdraw' } });
  });
});

it('the demo accounts sign in, each with the role that is shown', async () => {
  const accounts = (await call('GET', '/api/demo-accounts')).body;
  expect(accounts.map(({ role }: { role: string }) => role)).toEqual([
    ...['resident', 'resident', 'grid_worker', 'grid_head', 'community_staff', 'community_secretary', 'street_staff'],
    ...['department_staff', 'department_staff', 'district_centre', 'auditor', 'administrator'],
  ]);
  for (const { username, password, name } of accounts) {
    expect(password).toBe(DEMO_PASSWORD);
    const me = (await call('GET', '/api/me', { cookie: await district.signIn(username, password) })).body;
    expect(me.person).toMatchObject({ username, name });
  }
});

describe('the list', () => {
  it('shows a secretary the people of their community, never residents', async () => {
    const { body } = await call('GET', '/api/people', { cookie: secretary });
    const usernames = body.rows.map((row: { username: string }) => row.username);
    expect(usernames.sort()).toEqual(['community', 'grid', 'head', 'secretary', 'w320508017003002']);
    expect(body).toMatchObject({ next: null, total: 5 });
  });

  it('finds by part of a name, by role and by area', async () => {
    const street = await find('street');
    const url = `/api/people?q=${encodeURIComponent(street.name.slice(0, 2))}&role=street_staff&area=320508017`;
    const { rows } = (await call('GET', url, { cookie: admin })).body;
    expect(rows).toContainEqual(street);
    expect(street).toMatchObject({
      phone: expect.stringMatching(/^0512-5550\d{4}$/),
      grants: [{ role: 'street_staff', areaName: '白洋湾街道', organisation: { name: '白洋湾街道办事处' } }],
    });
    expect((await call('GET', '/api/people?q=%25', { cookie: admin })).body.total).toBe(0);
  });

  it('goes on from page to page without a gap', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { body } = await call('GET', `/api/people?after=${after}`, { cookie: admin });
      seen.push(...body.rows.map((row: { username: string }) => row.username));
      if (body.next === null) {
        expect(seen).toHaveLength(body.total);
        expect(new Set(seen).size).toBe(body.total);
        return;
      }
      after = body.next;
    }
  });

  it('finds somebody without a duty by the exact user name only, for the administrator only', async () => {
    expect((await find('neighbour')).grants).toMatchObject([{ role: 'resident' }]);
    expect(await find('neighbou')).toBe(undefined);
    expect((await call('GET', '/api/people?q=neighbour', { cookie: secretary })).body.total).toBe(0);
  });
});

describe('opening an account', () => {
  const open = (body: object) => call('POST', '/api/accounts', { body });
  const input = { name: '吴一帆', username: 'Wu.Yifan', mobile: '19900000077', password: 'lotus on the canal' };

  it('makes a resident who signs in by name or by mobile', async () => {
    expect((await open(input)).status).toBe(200);
    for (const username of ['wu.yifan', '19900000077']) {
      const me = (await call('GET', '/api/me', { cookie: await district.signIn(username, input.password) })).body;
      expect(me).toMatchObject({
        person: { name: '吴一帆', username: 'wu.yifan' },
        grants: [{ role: 'resident', area: '320508' }],
      });
    }
  });

  it('refuses what is in use, name and mobile at once', async () => {
    expect(rulesOf(await open({ ...input, username: 'WU.yifan' }))).toEqual(['username_is_free', 'mobile_is_free']);
  });

  it('refuses a weak password with every reason, a short one at the door', async () => {
    expect(rulesOf(await open({ ...input, username: '1234567', password: '12345678901' }))).toEqual([
      'username_is_no_number',
      'password_mixes_kinds',
      'password_is_not_the_name',
      'password_is_no_run',
    ]);
    expect((await open({ ...input, password: 'short' })).body).toMatchObject({
      code: 'invalid_input',
      reasons: [{ field: 'password' }],
    });
  });

  it('two who choose one name at the same moment: one gets it', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((n) => open({ ...input, username: 'same.name', mobile: `1990000008${n}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('has an end for one address', async () => {
    const answers = [];
    for (let i = 0; i < ACCOUNTS_PER_ADDRESS; i++) answers.push(await open({ ...input, username: 'wu.yifan' }));
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'address_limited' } });
  });
});

describe('roles', () => {
  it('a secretary adds a grid worker, who signs in and has the grid', async () => {
    const added = await call('POST', '/api/people', {
      cookie: secretary,
      body: { ...newcomer('qian.yu', worker), phone: '0512-55509999' },
    });
    expect(added).toMatchObject({
      status: 200,
      body: { name: '钱小雨', phone: '0512-55509999', grants: [{ role: 'grid_worker' }] },
    });
    const me = (await call('GET', '/api/me', { cookie: await district.signIn('qian.yu', 'under the bridge') })).body;
    expect(me.grants).toMatchObject([{ areaName: '路南社区第二网格' }]);
  });

  it('given and withdrawn: in effect at the next request, and on record', async () => {
    const cookie = await district.signIn('neighbour');
    const grants = async () => (await district.access.identify({ headers: { cookie } } as never)).grants;
    const { id } = await find('neighbour');
    expect(await grants()).toHaveLength(1);
    const committee = await organisation('community', '320508017003');
    const role = { role: 'community_staff', area: '320508017003', organisation: committee.id };
    const given = await call('POST', `/api/people/${id}/grants`, { cookie: admin, body: role });
    expect(given.body.grants).toMatchObject([{ role: 'resident' }, { organisation: { name: '路南社区居民委员会' } }]);
    expect(await grants()).toContainEqual({
      role: 'community_staff',
      area: '320508017003',
      organisation: committee.id,
    });
    expect(rulesOf(await call('POST', `/api/people/${id}/grants`, { cookie: admin, body: role }))).toEqual([
      'not_held_already',
    ]);
    const url = `/api/people/${id}/grants/${given.body.grants[1].id}`;
    expect((await call('DELETE', url, { cookie: admin })).body.grants).toHaveLength(1);
    expect(await grants()).toHaveLength(1);
    expect((await call('DELETE', url, { cookie: admin })).body.code).toBe('no_such_grant');
    const record = await district.database.first(sql`
      select by.username as "by", withdrawn.username as withdrawn from access.grants g
      join access.persons by on by.id = g.given_by join access.persons withdrawn on withdrawn.id = g.withdrawn_by
      where g.person = ${id}`);
    expect(record).toEqual({ by: 'admin', withdrawn: 'admin' });
  });

  it('a role that is unfit is refused with every reason', async () => {
    const { id } = await find('neighbour');
    const bridge = await organisation('community', '320508018001');
    const body = { role: 'street_staff', area: '320508099', organisation: bridge.id };
    const answer = await call('POST', `/api/people/${id}/grants`, { cookie: admin, body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'role_unfit' } });
    expect(rulesOf(answer)).toEqual(['area_exists', 'organisation_serves_area']);
  });

  it('the last administrator stays; a second one may take the place', async () => {
    const { id, grants } = await find('admin');
    const url = `/api/people/${id}/grants/${grants[0].id}`;
    expect(rulesOf(await call('DELETE', url, { cookie: admin }))).toEqual(['last_administrator_stays']);
    const other = await find('centre');
    const body = { role: 'administrator', area: '320508' };
    expect((await call('POST', `/api/people/${other.id}/grants`, { cookie: admin, body })).status).toBe(200);
    expect((await call('DELETE', url, { cookie: admin })).status).toBe(200);
    expect((await call('GET', '/api/people', { cookie: admin })).status).toBe(403);
  });
});
