import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raw, sql } from '#packages/server-kit';
import { WRONG_PASSWORDS } from './attempts.ts';
import { DEMO_PASSWORD } from './demo-accounts.ts';
import { type TestDistrict, testDistrict } from './test-district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict();
});
afterAll(() => district.close());

const signIn = (username: string, password: string, language = 'zh') =>
  district.call('POST', '/api/auth/sign-in/username', { body: { username, password }, language });
const me = async (cookie?: string) => (await district.call('GET', '/api/me', { cookie })).body;

describe('not signed in', () => {
  it('a visitor is nobody', async () => {
    expect(await me()).toEqual({ person: null, grants: [], secondFactorNeeded: false });
  });

  it('a cookie that was made up is nobody', async () => {
    expect((await me('gongzhi.session_token=abc.def')).person).toBe(null);
  });

  it('what asks for the password again asks who it is first', async () => {
    const answer = await district.call('POST', '/api/auth/two-factor/enable', { body: { password: DEMO_PASSWORD } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'sign_in_needed' } });
  });
});

describe('what better-auth offers beyond the list', () => {
  it.each([
    '/sign-up/email',
    '/sign-in/email',
    '/update-user',
    '/delete-user',
    '/is-username-available',
    '/change-email',
  ])('%s is not to be reached', async (path) => {
    expect((await district.call('POST', `/api/auth${path}`, { body: {} })).status).toBe(404);
  });
});

describe('signing in', () => {
  it('by user name, in any case of letters; the cookie is closed to scripts and the token is not in the answer', async () => {
    const answer = await signIn('Resident', DEMO_PASSWORD);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('token');
    expect(String(answer.headers['set-cookie'])).toMatch(/gongzhi\.session_token=.*HttpOnly; SameSite=Lax/);
    expect(await me(answer.cookies)).toMatchObject({
      person: { username: 'resident', secondFactor: false },
      grants: [{ role: 'resident', area: '320508017003', areaName: '路南社区', organisation: null }],
    });
  });

  it('by mobile number, which the database does not know in clear', async () => {
    const answer = await signIn(' 19900000001 ', DEMO_PASSWORD);
    expect((await me(answer.cookies)).person.username).toBe('resident');
    const rows = await district.database.rows(raw('select * from access.persons'));
    expect(JSON.stringify(rows)).not.toContain('1990000000');
  });

  it('with a wrong password: a problem in the language that was asked for', async () => {
    expect(await signIn('street', 'not-the-password', 'en')).toMatchObject({
      status: 401,
      body: { code: 'wrong_sign_in', title: 'Wrong user name, mobile number or password' },
    });
    expect((await signIn('street', 'not-the-password')).body.title).toBe('用户名（手机号）或密码不对');
  });

  it('an unknown name is told the same as a wrong password', async () => {
    expect((await signIn('who.is.this', DEMO_PASSWORD)).body).toMatchObject({ code: 'wrong_sign_in', status: 401 });
    expect((await signIn('19900000099', DEMO_PASSWORD)).body).toMatchObject({ code: 'wrong_sign_in', status: 401 });
  });

  it('without a password every missing field is named', async () => {
    const answer = await district.call('POST', '/api/auth/sign-in/username', { body: {} });
    expect(answer.body.reasons.map((reason: { field: string }) => reason.field)).toEqual(['username', 'password']);
  });

  it('from a page of another site is refused', async () => {
    const answer = await district.call('POST', '/api/auth/sign-in/username', {
      body: { username: 'resident', password: DEMO_PASSWORD },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
  });

  it('works under every name of the host', async () => {
    const answer = await district.call('POST', '/api/auth/sign-in/username', {
      body: { username: 'resident', password: DEMO_PASSWORD },
      headers: { host: '10.0.0.5:8600', origin: 'http://10.0.0.5:8600' },
    });
    expect(answer.status).toBe(200);
  });

  it('keeps no address and no browser', async () => {
    const cookie = await district.signIn('resident');
    expect(cookie).not.toBe('');
    const kept = await district.database.rows(
      sql`select 1 from auth."session" where "ipAddress" is not null or "userAgent" is not null`,
    );
    expect(kept).toEqual([]);
  });
});

describe('the lock', () => {
  it('closes after five wrong passwords, for fifteen minutes, for the right one too, by name and by mobile alike', async () => {
    for (let i = 0; i < WRONG_PASSWORDS; i++) expect((await signIn('neighbour', `wrong ${i} wrong`)).status).toBe(401);
    const answer = await signIn('neighbour', DEMO_PASSWORD);
    expect(answer).toMatchObject({ status: 429, body: { code: 'account_locked' } });
    expect(answer.body.reasons[0].text).toBe('请在 15 分钟后再试。');
    expect((await signIn('19900000002', DEMO_PASSWORD)).body.code).toBe('account_locked');
    district.clock.tick(14 * 60_000);
    expect((await signIn('neighbour', DEMO_PASSWORD)).body.reasons[0].text).toBe('请在 1 分钟后再试。');
    district.clock.tick(60_000);
    expect((await signIn('neighbour', DEMO_PASSWORD)).status).toBe(200);
  });

  it('counts guesses that arrive together', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, (_, i) => signIn('resident.3', `together ${i}`)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429]);
  });

  it('forgets wrong passwords when the right one comes', async () => {
    for (const password of [
      'a wrong one',
      'another wrong',
      DEMO_PASSWORD,
      'wrong again!',
      'and wrong...',
      'still wrong.',
    ]) {
      await signIn('resident.4', password);
    }
    expect((await signIn('resident.4', DEMO_PASSWORD)).status).toBe(200);
  });

  it('closes for names that do not exist just the same', async () => {
    for (let i = 0; i < WRONG_PASSWORDS; i++) await signIn('nobody.here', `wrong ${i} wrong`);
    expect((await signIn('nobody.here', DEMO_PASSWORD)).body.code).toBe('account_locked');
  });
});

describe('the session', () => {
  it('ends at sign-out', async () => {
    const cookie = await district.signIn('head');
    expect((await me(cookie)).person.username).toBe('head');
    expect((await district.call('POST', '/api/auth/sign-out', { cookie })).status).toBe(200);
    expect((await me(cookie)).person).toBe(null);
  });

  it('of staff ends when it is left alone for eight hours, of residents not', async () => {
    const [staff, resident] = [await district.signIn('community'), await district.signIn('resident')];
    district.clock.tick(7 * 3_600_000);
    expect((await me(staff)).person.username).toBe('community');
    district.clock.tick(7 * 3_600_000);
    expect((await me(staff)).person.username).toBe('community');
    district.clock.tick(8 * 3_600_000 + 1000);
    expect((await me(staff)).person).toBe(null);
    expect((await me(resident)).person.username).toBe('resident');
  });

  it('goes on when the password is changed, and the old one is no more', async () => {
    const cookie = await district.signIn('resident.5');
    const change = (newPassword: string, currentPassword = DEMO_PASSWORD) =>
      district.call('POST', '/api/auth/change-password', { cookie, body: { currentPassword, newPassword } });
    expect((await change('resident.5123456')).body).toMatchObject({
      code: 'credentials_refused',
      reasons: [{ rule: 'password_is_not_the_name' }, { rule: 'password_is_no_run' }],
    });
    expect((await change('willow and stone', 'wrong')).body.code).toBe('wrong_password');
    expect((await change('willow and stone')).status).toBe(200);
    expect((await signIn('resident.5', DEMO_PASSWORD)).status).toBe(401);
    expect((await signIn('resident.5', 'willow and stone')).status).toBe(200);
  });
});

it('the tables are those that better-auth expects, and it says so when one is not', async () => {
  await expect(district.access.migrateAuth()).resolves.toBeUndefined();
  await district.database.script('alter table auth."twoFactor" drop column "verified"');
  await expect(district.access.migrateAuth()).rejects.toThrow(/twoFactor \(verified\)/);
});
