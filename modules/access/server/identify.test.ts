import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#packages/server-kit';
import { findCookie } from './identify.ts';
import { type TestDistrict, testDistrict } from './test-district.ts';

describe('the cookie of the session', () => {
  it.each([
    ['nothing was sent', undefined, undefined],
    ['it is alone', 'session=a.b', 'a.b'],
    ['it is among others', 'theme=dark; session=a.b%3D; lang=zh', 'a.b%3D'],
    ['another ends in its name', 'old-session=x; session=y', 'y'],
    ['another only contains it', 'note=session=x', undefined],
    ['it is empty', 'session=', undefined],
  ])('where %s', (_, header, value) => {
    expect(findCookie(header, 'session')).toBe(value);
  });
});

describe('who makes a request', () => {
  let district: TestDistrict;
  beforeAll(async () => {
    district = await testDistrict();
  });
  afterAll(() => district.close());
  const identify = (cookie: string) => district.access.identify({ headers: { cookie } } as never);

  it('is remembered for ten seconds, then looked up again', async () => {
    const cookie = await district.signIn('auditor');
    expect((await identify(cookie)).grants).toHaveLength(1);
    await district.database.run(sql`
      update access.persons set active = false where district = '320508' and username = 'auditor'`);
    district.clock.tick(9_000);
    expect((await identify(cookie)).person).not.toBe(null);
    district.clock.tick(1_000);
    expect((await identify(cookie)).person).toBe(null);
  });

  it('is looked up once where many requests arrive together', async () => {
    const cookie = await district.signIn('urban');
    const people = await Promise.all(Array.from({ length: 20 }, () => identify(cookie)));
    expect(new Set(people).size).toBe(1);
  });

  it('a session of which one letter was changed is nobody’s', async () => {
    const cookie = await district.signIn('urban');
    const at = cookie.indexOf('=') + 3;
    const changed = cookie.slice(0, at) + (cookie[at] === 'a' ? 'b' : 'a') + cookie.slice(at + 1);
    expect((await identify(changed)).person).toBe(null);
  });
});
