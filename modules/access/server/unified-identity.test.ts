import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { raw } from '#packages/server-kit';
import { type TestDistrict, testDistrict } from './test-district.ts';

const PROFILE = { sub: '320508-000017', name: '沈清', email: 'shen.qing@gov.example', email_verified: true };

/** A unified identity that signs everybody in as the same person. */
function identityServer(): Server {
  return createServer((request, response) => {
    const { address, port } = server.address() as AddressInfo;
    const issuer = `http://${address}:${port}`;
    const answers: Record<string, object> = {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
      },
      '/token': { access_token: 'a token to be used once', token_type: 'Bearer', expires_in: 60 },
      '/userinfo': { id: PROFILE.sub, ...PROFILE },
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[new URL(request.url ?? '/', issuer).pathname] ?? {}));
  });
}

let server: Server;
let district: TestDistrict;
beforeAll(async () => {
  server = identityServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const oidc = { issuer: `http://127.0.0.1:${port}`, clientId: 'gongzhi', clientSecret: 'between the two' };
  district = await testDistrict({ oidc });
});
afterAll(async () => {
  await district.close();
  server.close();
});

const begin = (callbackURL = '/console') =>
  district.call('POST', '/api/auth/sign-in/social', { body: { provider: 'unified', callbackURL } });

async function signIn() {
  const begun = await begin();
  const state = new URL(begun.body.url).searchParams.get('state');
  return district.call('GET', `/api/auth/callback/unified?code=once&state=${state}`, { cookie: begun.cookies });
}

it('not signed in: a state that was made up leads nowhere', async () => {
  const answer = await district.call('GET', '/api/auth/callback/unified?code=once&state=made-up');
  expect(answer.status).toBe(302);
  expect(answer.cookies).not.toContain('session_token');
});

it('after sign-in only pages of this site can be opened', async () => {
  expect(await begin('https://elsewhere.example/')).toMatchObject({ status: 403, body: { code: 'foreign_address' } });
});

it('somebody who comes for the first time becomes a resident; the second time they are known', async () => {
  const first = await signIn();
  expect(first).toMatchObject({ status: 302, headers: { location: '/console' } });
  const me = (await district.call('GET', '/api/me', { cookie: first.cookies })).body;
  expect(me).toMatchObject({ person: { name: '沈清' }, grants: [{ role: 'resident', area: '320508' }] });
  const second = await signIn();
  expect((await district.call('GET', '/api/me', { cookie: second.cookies })).body.person).toEqual(me.person);
});

it('there is no password to change', async () => {
  const { cookies } = await signIn();
  const body = { currentPassword: 'there is none', newPassword: 'nor shall there be' };
  const answer = await district.call('POST', '/api/auth/change-password', { cookie: cookies, body });
  expect(answer).toMatchObject({ status: 409, body: { code: 'no_password_here' } });
});

it('of what the unified identity knows, neither address nor tokens are kept', async () => {
  const users = JSON.stringify(await district.database.rows(raw('select * from auth."user"')));
  const accounts = JSON.stringify(
    await district.database.rows(raw('select * from auth."account" where "providerId" = \'unified\'')),
  );
  expect(users).not.toContain('gov.example');
  expect(accounts).toContain('unified');
  expect(accounts).not.toContain('a token to be used once');
});
