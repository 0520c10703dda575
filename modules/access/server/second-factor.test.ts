import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from './demo-accounts.ts';
import { type TestDistrict, testDistrict } from './test-district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict({ demo: false });
});
afterAll(() => district.close());

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
}

/** The code that an authenticator app shows now (RFC 6238) for the address in its picture. */
function codeOf(uri: string): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const secret = bytesOf(new URL(uri).searchParams.get('secret') ?? '');
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac[mac.length - 1] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const post = (path: string, cookie: string, body: object) =>
  district.call('POST', `/api/auth${path}`, { cookie, body });
const me = async (cookie: string) => (await district.call('GET', '/api/me', { cookie })).body;

describe('an administrator', () => {
  let uri = '';
  let backupCodes: string[] = [];

  it('without a second factor has no rights', async () => {
    const cookie = await district.signIn('admin');
    expect(await me(cookie)).toMatchObject({ person: { username: 'admin' }, grants: [], secondFactorNeeded: true });
    expect(await district.call('GET', '/api/people', { cookie })).toMatchObject({
      status: 403,
      body: { code: 'may_not_see_people' },
    });
  });

  it('sets one up with the password and a code, and has rights from then on', async () => {
    let cookie = await district.signIn('admin');
    expect((await post('/two-factor/enable', cookie, { password: 'not mine' })).body.code).toBe('wrong_password');
    const enabled = await post('/two-factor/enable', cookie, { password: DEMO_PASSWORD });
    uri = enabled.body.totpURI;
    backupCodes = enabled.body.backupCodes;
    expect((await me(cookie)).secondFactorNeeded).toBe(true);
    expect((await post('/two-factor/verify-totp', cookie, { code: wrong(codeOf(uri)) })).body.code).toBe('wrong_code');
    const verified = await post('/two-factor/verify-totp', cookie, { code: codeOf(uri) });
    expect(verified.status).toBe(200);
    cookie = verified.cookies;
    expect(await me(cookie)).toMatchObject({ person: { secondFactor: true }, secondFactorNeeded: false });
    expect((await district.call('GET', '/api/people', { cookie })).status).toBe(200);
  });

  it('is not signed in by the password alone', async () => {
    const first = await district.call('POST', '/api/auth/sign-in/username', {
      body: { username: 'admin', password: DEMO_PASSWORD },
    });
    expect(first).toMatchObject({ status: 200, body: { twoFactorRedirect: true } });
    expect((await me(first.cookies)).person).toBe(null);
    expect((await post('/two-factor/verify-totp', first.cookies, { code: wrong(codeOf(uri)) })).body.code).toBe(
      'wrong_code',
    );
    const second = await post('/two-factor/verify-totp', first.cookies, { code: codeOf(uri), trustDevice: true });
    expect(second.cookies).not.toContain('trust_device');
    expect((await me(second.cookies)).grants).toMatchObject([{ role: 'administrator', area: '320508' }]);
  });

  it('who lost the phone uses a backup code, once', async () => {
    const use = async () =>
      post('/two-factor/verify-backup-code', await district.signIn('admin'), { code: backupCodes[0] });
    expect((await me((await use()).cookies)).grants).toHaveLength(1);
    expect((await use()).body.code).toBe('wrong_code');
  });

  it('is locked out after five wrong codes, whatever the number of sign-ins', async () => {
    for (let i = 0; i < 5; i++) {
      await post('/two-factor/verify-totp', await district.signIn('admin'), { code: wrong(codeOf(uri)) });
    }
    const answer = await post('/two-factor/verify-totp', await district.signIn('admin'), { code: codeOf(uri) });
    expect(answer).toMatchObject({ status: 429, body: { code: 'account_locked' } });
  });

  it('a code without a first step is refused', async () => {
    expect(await post('/two-factor/verify-totp', '', { code: codeOf(uri) })).toMatchObject({
      status: 401,
      body: { code: 'second_step_expired' },
    });
  });
});

it('others need none, and no demo account is shown outside a demo', async () => {
  const cookie = await district.signIn('secretary');
  expect(await me(cookie)).toMatchObject({ secondFactorNeeded: false, grants: [{ role: 'community_secretary' }] });
  expect((await district.call('GET', '/api/demo-accounts')).body).toEqual([]);
});
