import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '#packages/kernel';
import {
  type Database,
  defineModule,
  type HashAlgorithm,
  type Job,
  type Sealing,
  type ServerModule,
} from '#packages/server-kit';
import type { AccessQueries, Person } from '../contract.ts';
import { operations } from '../core/api.ts';
import { RIGHTS_STREAM } from '../core/rights.ts';
import { countAttempts } from './attempts.ts';
import { type Auth, checkTables, createAuth, type Oidc, sessionCookieOf } from './auth.ts';
import type { Context } from './context.ts';
import { keepIdentities } from './identify.ts';
import { offerQueries } from './offers.ts';
import { type Operator, operatorOf } from './operator.ts';
import { holdOrganisations } from './organisations.ts';
import { routes } from './routes.ts';
import { mountSignIn } from './sign-in.ts';
import { clean, ensurePerson } from './store.ts';
import { checkRightsStream } from './stream.ts';

export interface AccessDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly district: string;
  readonly sealing: Sealing;
  /** Signs the session cookies; at least 32 characters. */
  readonly secret: string;
  /** Address under which people reach the server; with https the cookies are Secure. */
  readonly baseUrl: string;
  /** Whether this is the demo district: its accounts are shown, and administrators need no second factor. */
  readonly demo: boolean;
  readonly oidc?: Oidc;
  readonly nameOfArea: (code: string) => string;
  readonly sessions?: SessionTimes;
  /** Of the ledger of rights; sha256 by default. */
  readonly algorithm?: HashAlgorithm;
}

export interface SessionTimes {
  /** Seconds after which an unused session of staff ends; 8 hours by default. */
  readonly staffIdle?: number;
  /** Seconds after which any session ends, residents' sessions only then; 30 days by default. */
  readonly longest?: number;
}

export interface Access {
  readonly module: ServerModule;
  readonly queries: AccessQueries;
  /** For the command line. */
  readonly operator: Operator;
  /** Who makes the request: `VISITOR` when nobody is signed in. Fast: known sessions are held in memory for ten seconds. */
  identify(request: FastifyRequest): Promise<Person>;
  /** Adds the addresses of sign-in (`/api/auth/...`) to the server. */
  mountSignIn(app: FastifyInstance): void;
  /** Throws where the tables of schema `auth` are not what better-auth expects; the migrations make them. */
  migrateAuth(): Promise<void>;
}

const HOUR = 3600;
const DAY_MS = 86_400_000;

const cleaning = ({ database, district, clock }: Context): Job => ({
  name: 'access.clean',
  cron: '10 3 * * *',
  run: () => clean(database, district, clock(), new Date(clock().getTime() - DAY_MS)),
});

async function contextOf(deps: AccessDeps, auth: Auth): Promise<Context> {
  const { database, clock, district, sealing, demo, nameOfArea, sessions, algorithm = 'sha256' } = deps;
  const cookie = await sessionCookieOf(auth);
  const staffIdleSeconds = sessions?.staffIdle ?? 8 * HOUR;
  const identities = keepIdentities({ auth, cookie, database, clock, district, demo, staffIdleSeconds });
  const attempts = countAttempts(database, clock, district, sealing);
  const organisations = holdOrganisations(database, clock, district);
  return { database, clock, district, sealing, algorithm, demo, nameOfArea, organisations, identities, attempts };
}

export async function createAccess(deps: AccessDeps): Promise<Access> {
  const { database, clock, district, secret, baseUrl, oidc, sessions } = deps;
  const auth = createAuth({
    database,
    secret,
    baseUrl,
    sessionSeconds: sessions?.longest ?? 30 * 24 * HOUR,
    oidc,
    beforeSession: async (user) => {
      await ensurePerson(database, district, user, clock());
    },
  });
  const context = await contextOf(deps, auth);
  return {
    module: defineModule({
      name: 'access',
      operations,
      handlers: routes(context),
      jobs: [cleaning(context)],
      streams: { [RIGHTS_STREAM]: checkRightsStream(database, district) },
    }),
    queries: offerQueries(context),
    operator: operatorOf(context),
    identify: context.identities.identify,
    mountSignIn: (app) => mountSignIn(app, { ...context, auth, baseUrl }),
    migrateAuth: () => checkTables(auth),
  };
}
