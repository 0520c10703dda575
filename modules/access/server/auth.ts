import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { type Database, newId } from '#packages/server-kit';
import { isMobile } from '../core/credentials.ts';
import { LOCK_MINUTES, WRONG_PASSWORDS } from './attempts.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { usernameOfSubject } from './store.ts';

export interface Oidc {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthOptions {
  readonly database: Database;
  readonly secret: string;
  readonly baseUrl: string;
  readonly sessionSeconds: number;
  readonly oidc?: Oidc;
  /** Called before a session begins, also for people who came through the unified identity for the first time. */
  readonly beforeSession: (user: string) => Promise<void>;
}

export const AUTH_PATH = '/api/auth';
export const OIDC_PROVIDER = 'unified';

const TIMESTAMPTZ = 1184;

/** better-auth compares dates as dates, while the rest of the house reads them as ISO text. */
const asDates = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === TIMESTAMPTZ ? (value: string) => new Date(value) : pg.types.getTypeParser(oid, format)) as never,
};

/** The pool of the house, for Kysely: the same connections, dates as dates. */
function poolFor({ pool }: Database): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      const query = (text: string, values: readonly unknown[]) =>
        client.query({ text, values: [...values], types: asDates });
      return { query: query as never, release: () => client.release() };
    },
    end: async () => {},
  };
}

/** Of what the unified identity knows, only a name is kept; its number becomes a user name that says nothing. */
const unified = ({ issuer, clientId, clientSecret }: Oidc) =>
  genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile'],
        mapProfileToUser: (profile) => {
          const made = usernameOfSubject(issuer, String(profile.sub));
          const name = String(profile.name ?? '').slice(0, 40) || made;
          return { name, username: made, email: `${made}@people.invalid`, emailVerified: false, image: undefined };
        },
      },
    ],
  });

export function createAuth({ database, secret, baseUrl, sessionSeconds, oidc, beforeSession }: AuthOptions) {
  return betterAuth({
    appName: '共治 Gongzhi',
    baseURL: baseUrl,
    basePath: AUTH_PATH,
    secret,
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool: poolFor(database) }) }),
      type: 'postgres',
      schemaName: 'auth',
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    plugins: [
      username({ displayUsername: false, usernameValidator: (name) => /^[a-z0-9_.]+$/i.test(name) && !isMobile(name) }),
      twoFactor({
        issuer: '共治 Gongzhi',
        accountLockout: { maxFailedAttempts: WRONG_PASSWORDS, durationSeconds: LOCK_MINUTES * 60 },
      }),
      ...(oidc ? [unified(oidc)] : []),
    ],
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    account: { accountLinking: { enabled: false }, updateAccountOnSignIn: false },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            await beforeSession(session.userId);
            return { data: { ...session, ipAddress: null, userAgent: null } };
          },
        },
      },
      account: {
        create: {
          // Tokens of the unified identity are used once, to learn who it is, and not kept.
          before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // One line of JSON as the rest of the log, without the details: they may hold what a person typed.
    logger: {
      level: 'error',
      log: (level, message) => console.error(JSON.stringify({ level, source: 'sign-in', message })),
    },
    onAPIError: { errorURL: `${baseUrl}/` },
    advanced: {
      // Said outright, because the library leaves both out where it takes the surroundings for a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: 'gongzhi',
      useSecureCookies: baseUrl.startsWith('https://'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: newId },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Name of the cookie that holds the session. */
export const sessionCookieOf = async (auth: Auth): Promise<string> =>
  (await auth.$context).authCookies.sessionToken.name;

/** Throws where the schema `auth` lacks something that this version of better-auth would create or add. */
export async function checkTables(auth: Auth): Promise<void> {
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
  const missing = [...toBeCreated, ...toBeAdded].map(
    ({ table, fields }) => `${table} (${Object.keys(fields).join(', ')})`,
  );
  if (missing.length > 0) throw new Error(`schema auth needs a migration for better-auth: ${missing.join('; ')}`);
}
