import { Type as t } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, VISITOR } from '#packages/kernel';
import { reasonsOf } from '#packages/procedure';
import { type Database, newId, type Sealing } from '#packages/server-kit';
import { isMobile, PASSWORD_RULES } from '../core/credentials.ts';
import type { Attempts } from './attempts.ts';
import { AUTH_PATH, type Auth, OIDC_PROVIDER } from './auth.ts';
import type { Identities } from './identify.ts';
import { problems } from './problems.ts';
import { findByLogin } from './queries.ts';

export interface SignIn {
  readonly auth: Auth;
  readonly attempts: Attempts;
  readonly identities: Identities;
  readonly database: Database;
  readonly district: string;
  readonly sealing: Sealing;
  readonly baseUrl: string;
}

type Answer = (signIn: SignIn, request: FastifyRequest) => Promise<Response>;

/** What a person types at sign-in; `username` may be a mobile number too. */
const Typed = t.Object({
  username: t.String({ minLength: 1, maxLength: 64 }),
  password: t.String({ minLength: 1, maxLength: 128 }),
  rememberMe: t.Optional(t.Boolean()),
});

/** Every address of sign-in; what better-auth offers beyond these is not to be reached. */
const PATHS: Record<string, { answer: Answer; body?: object }> = {
  'POST /sign-in/username': { answer: signInByName, body: Typed },
  'POST /sign-in/social': { answer: signInElsewhere },
  [`GET /callback/${OIDC_PROVIDER}`]: { answer: pass },
  'POST /sign-out': { answer: pass },
  'GET /get-session': { answer: pass },
  'POST /two-factor/enable': { answer: withPassword },
  'POST /two-factor/disable': { answer: withPassword },
  'POST /two-factor/generate-backup-codes': { answer: withPassword },
  'POST /two-factor/verify-totp': { answer: withCode },
  'POST /two-factor/verify-backup-code': { answer: withCode },
  'POST /change-password': { answer: changePassword },
  'POST /revoke-other-sessions': { answer: pass },
};

const PROBLEM_OF: Record<string, () => Problem> = {
  INVALID_USERNAME_OR_PASSWORD: problems.wrong_sign_in,
  INVALID_USERNAME: problems.wrong_sign_in,
  USERNAME_TOO_SHORT: problems.wrong_sign_in,
  USERNAME_TOO_LONG: problems.wrong_sign_in,
  INVALID_PASSWORD: problems.wrong_password,
  INVALID_CODE: problems.wrong_code,
  INVALID_BACKUP_CODE: problems.wrong_code,
  INVALID_TWO_FACTOR_COOKIE: problems.second_step_expired,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: problems.second_step_expired,
  ACCOUNT_TEMPORARILY_LOCKED: problems.account_locked,
  TOTP_ALREADY_ENABLED: problems.second_factor_exists,
  TOTP_NOT_ENABLED: problems.no_second_factor,
  TWO_FACTOR_NOT_ENABLED: problems.no_second_factor,
  BACKUP_CODES_NOT_ENABLED: problems.no_second_factor,
  UNAUTHORIZED: problems.sign_in_needed,
  SESSION_EXPIRED: problems.sign_in_needed,
  SESSION_NOT_FRESH: problems.sign_in_needed,
  PASSWORD_TOO_SHORT: problems.credentials_refused,
  PASSWORD_TOO_LONG: problems.credentials_refused,
  INVALID_ORIGIN: problems.foreign_address,
  INVALID_CALLBACK_URL: problems.foreign_address,
  INVALID_ERROR_CALLBACK_URL: problems.foreign_address,
  INVALID_NEW_USER_CALLBACK_URL: problems.foreign_address,
  PROVIDER_NOT_FOUND: problems.no_unified_identity,
  CREDENTIAL_ACCOUNT_NOT_FOUND: problems.no_password_here,
};

/** Asked for where nobody has the name that was typed, so that the answer takes as long as for a wrong password. */
const NOBODY = `_${newId().replaceAll('-', '').slice(3)}`;

const WRONG = new Set(['INVALID_USERNAME_OR_PASSWORD', 'INVALID_PASSWORD']);

export function mountSignIn(app: FastifyInstance, signIn: SignIn): void {
  for (const [key, { answer, body }] of Object.entries(PATHS)) {
    const [method, path] = key.split(' ');
    app.route({
      method,
      url: `${AUTH_PATH}${path}`,
      schema: { hide: true, ...(body && { body }) },
      handler: async (request, reply) => {
        const { person } = method === 'POST' ? await signIn.identities.identify(request) : VISITOR;
        const response = await answer(signIn, request);
        if (method === 'POST') forgetSession(signIn.identities, person, request);
        return send(response, reply);
      },
    });
  }
}

/** Whatever was done may have changed who the session is, so what was known of it is forgotten. */
function forgetSession(identities: Identities, person: string | null, request: FastifyRequest): void {
  if (person !== null) identities.forget(person);
  identities.drop(request);
}

const fieldsOf = ({ body }: FastifyRequest): Record<string, unknown> => (body ?? {}) as Record<string, unknown>;

async function pass({ auth, baseUrl }: SignIn, request: FastifyRequest, body = request.body): Promise<Response> {
  const headers = new Headers({ origin: originOf(request, baseUrl) });
  for (const name of ['cookie', 'accept-language']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (request.method !== 'GET') headers.set('content-type', 'application/json');
  return auth.handler(
    new Request(new URL(request.url, baseUrl), {
      method: request.method,
      headers,
      ...(request.method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    }),
  );
}

/** A page of this very host is one of ours, also where the host is reached under another name than the public one. */
function originOf({ headers: { origin, host } }: FastifyRequest, baseUrl: string): string {
  const own = new URL(baseUrl).origin;
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) return own;
  return origin;
}

async function counted(attempts: Attempts, account: string, address: string, attempt: () => Promise<Response>) {
  const counting = await attempts.atPassword(account, address);
  const response = await attempt();
  const code = response.ok ? null : await codeOf(response);
  await counting.settle(code === null ? 'right' : WRONG.has(code) ? 'wrong' : 'neither');
  return response;
}

async function signInByName(signIn: SignIn, request: FastifyRequest): Promise<Response> {
  const { database, district, sealing, attempts } = signIn;
  const { username, password, rememberMe } = request.body as {
    username: string;
    password: string;
    rememberMe?: boolean;
  };
  const typed = username.trim();
  const login = isMobile(typed) ? { mobileIndex: sealing.index(typed) } : { username: typed };
  const found = await findByLogin(database, district, login);
  const body = { username: found?.username ?? NOBODY, password, ...(rememberMe !== undefined && { rememberMe }) };
  return counted(attempts, found?.id ?? typed.toLowerCase(), request.ip, () => pass(signIn, request, body));
}

/** Off to the unified identity: where to come back is all that the browser may say. */
function signInElsewhere(signIn: SignIn, request: FastifyRequest): Promise<Response> {
  const { callbackURL, errorCallbackURL } = fieldsOf(request);
  return pass(signIn, request, { provider: OIDC_PROVIDER, callbackURL, errorCallbackURL });
}

/** The code alone: no device is trusted to leave it out the next time. */
function withCode(signIn: SignIn, request: FastifyRequest): Promise<Response> {
  return pass(signIn, request, { code: fieldsOf(request).code });
}

/** The person is signed in and types their password once more. */
async function withPassword(signIn: SignIn, request: FastifyRequest): Promise<Response> {
  const { person } = await signIn.identities.identify(request);
  if (person === null) throw problems.sign_in_needed();
  return counted(signIn.attempts, person, request.ip, () => pass(signIn, request));
}

async function changePassword(signIn: SignIn, request: FastifyRequest): Promise<Response> {
  const { person } = await signIn.identities.identify(request);
  if (person === null) throw problems.sign_in_needed();
  const { newPassword } = fieldsOf(request);
  const username = (
    await signIn.auth.api.getSession({ headers: new Headers({ cookie: request.headers.cookie ?? '' }) })
  )?.user.username;
  const reasons = reasonsOf(PASSWORD_RULES, { username: username ?? person, password: String(newPassword ?? '') });
  if (reasons.length > 0) throw problems.credentials_refused({ reasons });
  return withPassword(signIn, request);
}

async function codeOf(response: Response): Promise<string> {
  const body = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  return body.code ?? '';
}

async function send(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  if (response.status >= 500) throw new Error(`sign-in failed with ${response.status}: ${await response.text()}`);
  if (response.status >= 400) throw (PROBLEM_OF[await codeOf(response)] ?? problems.sign_in_refused)();
  for (const name of ['location', 'cache-control']) {
    const value = response.headers.get(name);
    if (value !== null) reply.header(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply
    .status(response.status)
    .type('application/json; charset=utf-8')
    .send(await withoutToken(response));
}

/** The session stays in its cookie, out of the reach of scripts. */
async function withoutToken(response: Response): Promise<string> {
  const text = await response.text();
  if (text === '') return '';
  return JSON.stringify(JSON.parse(text), (key, value) => (key === 'token' ? undefined : value));
}
