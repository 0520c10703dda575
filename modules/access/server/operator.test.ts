import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#packages/server-kit';
import { standardBodies } from './bodies.ts';
import { type CallOptions, type TestDistrict, testDistrict } from './test-district.ts';

let district: TestDistrict;
let admin = '';
beforeAll(async () => {
  district = await testDistrict();
  admin = await district.signIn('admin');
});
afterAll(() => district.close());

const post = (url: string, options?: CallOptions) => district.call('POST', url, options);
const find = async (username: string) =>
  (await district.call('GET', `/api/people?q=${username}`, { cookie: admin })).body.rows[0];

describe('a new password', () => {
  it('not signed in, not allowed, not for oneself', async () => {
    const { id } = await find('secretary');
    expect(await post(`/api/people/${id}/password`)).toMatchObject({ status: 401, body: { code: 'sign_in_needed' } });
    for (const who of ['resident', 'secretary', 'auditor', 'centre']) {
      const answer = await post(`/api/people/${id}/password`, { cookie: await district.signIn(who) });
      expect(answer).toMatchObject({ status: 403, body: { code: 'may_not_reset' } });
    }
    const own = await find('admin');
    expect(await post(`/api/people/${own.id}/password`, { cookie: admin })).toMatchObject({
      status: 403,
      body: { code: 'may_not_reset' },
    });
  });

  it('ends every session, lifts a lock, signs in, and is on record', async () => {
    const { id } = await find('street');
    const before = await district.signIn('street');
    for (let i = 0; i < 6; i++) await district.signIn('street', 'wrong guess 1').catch(() => '');
    const answer = await post(`/api/people/${id}/password`, { cookie: admin });
    expect(answer).toMatchObject({ status: 200, body: { username: 'street' } });
    expect((await district.call('GET', '/api/me', { cookie: before })).body.person).toBeNull();
    const after = await district.signIn('street', answer.body.password);
    expect((await district.call('GET', '/api/me', { cookie: after })).body.person).toMatchObject({
      username: 'street',
    });
    const recorded = await district.database.rows<{ action: string }>(sql`
      select action from ledger.entries where stream = 'rights' and stream_id = ${id} order by seq`);
    expect(recorded.map(({ action }) => action)).toEqual(['give', 'reset_password']);
  });
});

describe('organisations', () => {
  const school = { name: '路南实验小学', kind: 'education', area: '320508017003' };

  it('are registered by administrators only, with every reason against them', async () => {
    expect(await post('/api/organisations', { body: school })).toMatchObject({ status: 401 });
    const centre = await district.signIn('centre');
    expect(await post('/api/organisations', { body: school, cookie: centre })).toMatchObject({
      status: 403,
      body: { code: 'may_not_name_organisations' },
    });
    const onGrid = { ...school, area: '320508099001001' };
    const answer = await post('/api/organisations', { body: onGrid, cookie: admin });
    expect(answer.body.reasons.map(({ rule }: { rule: string }) => rule)).toEqual([
      'area_exists',
      'organisation_serves_an_area',
    ]);
  });

  it('are registered once and renamed', async () => {
    const made = await post('/api/organisations', { body: school, cookie: admin });
    expect(made).toMatchObject({ status: 200, body: school });
    expect(await post('/api/organisations', { body: school, cookie: admin })).toMatchObject({
      status: 409,
      body: { code: 'organisation_exists' },
    });
    const renamed = await post(`/api/organisations/${made.body.id}/name`, {
      body: { name: '路南小学' },
      cookie: admin,
    });
    expect(renamed.body.name).toBe('路南小学');
    const all = (await district.call('GET', '/api/organisations')).body;
    expect(all.find(({ id }: { id: string }) => id === made.body.id).name).toBe('路南小学');
  });
});

describe('from the command line', () => {
  it('the usual bodies are founded once', async () => {
    const areas = [{ code: '320508017003', name: '路南社区', level: 'community' }] as const;
    expect(standardBodies(areas).map(({ name }) => name)).toEqual(['中共路南社区委员会', '路南社区居民委员会']);
    expect(await district.access.operator.foundBodies(areas)).toBe(0);
  });

  it('makes an administrator, whose first password signs in', async () => {
    const { person, password } = await district.access.operator.addPerson({
      name: '王芳',
      username: 'wang.fang',
      grant: { role: 'administrator', area: '320508' },
    });
    expect(person.grants).toMatchObject([{ role: 'administrator', area: '320508' }]);
    const cookie = await district.signIn('wang.fang', password);
    expect((await district.call('GET', '/api/me', { cookie })).body.person.name).toBe('王芳');
    await expect(district.access.operator.resetPassword('nobody')).rejects.toMatchObject({ code: 'no_such_person' });
  });
});
