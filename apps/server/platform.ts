import { type Static, Type as t } from '@sinclair/typebox';
import type { PlacesQueries } from '#modules/places/contract';
import type { Operations } from '#packages/kernel';
import type { WorkingCalendar } from '#packages/procedure';
import {
  type Checkpoint,
  checkpointsOf,
  type Database,
  defineModule,
  type Env,
  makeCheckpoint,
  type ServerModule,
} from '#packages/server-kit';

const nullable = t.Union([t.String(), t.Null()]);

const CheckpointRow = t.Object({
  format: t.Literal('gongzhi-checkpoint/1'),
  district: t.String(),
  number: t.Integer(),
  from: t.String(),
  to: t.String(),
  entries: t.Integer(),
  root: t.String(),
  algorithm: t.String(),
  previous: t.String(),
  hash: t.String(),
});

const Platform = t.Object({
  district: t.Object({ code: t.String(), name: t.String() }),
  demo: t.Boolean(),
  tiles: nullable,
  mapReview: nullable,
  oidc: t.Boolean(),
  version: t.String(),
  calendarKnownUntil: t.String(),
  hash: t.String(),
});

/** What every page needs to know of this installation, and the ledger's checkpoints. */
export const operations = {
  'GET /api/platform': {
    summary: 'The district, and how this installation is set up',
    access: 'public',
    response: Platform,
  },
  'GET /api/ledger/checkpoints': {
    summary: 'Checkpoints of the ledger, to be kept by anybody',
    access: 'public',
    response: t.Array(CheckpointRow),
  },
} as const satisfies Operations;

export interface PlatformDeps {
  readonly database: Database;
  readonly env: Env;
  readonly places: PlacesQueries;
  readonly calendar: WorkingCalendar;
  readonly version: string;
}

/** The unified identity, where all that it needs is set. */
export const oidcOf = ({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }: Env) =>
  issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;

const platformOf = ({ env, places, calendar, version }: PlatformDeps): Static<typeof Platform> => ({
  district: { code: env.GONGZHI_DISTRICT, name: places.nameOf(env.GONGZHI_DISTRICT) },
  demo: env.GONGZHI_DEMO,
  tiles: env.GONGZHI_TILES ?? null,
  mapReview: env.GONGZHI_MAP_REVIEW ?? null,
  oidc: oidcOf(env) !== undefined,
  version,
  calendarKnownUntil: calendar.knownUntil,
  hash: env.GONGZHI_HASH,
});

export const createPlatform = (deps: PlatformDeps): ServerModule =>
  defineModule({
    name: 'platform',
    operations,
    handlers: {
      'GET /api/platform': async () => platformOf(deps),
      'GET /api/ledger/checkpoints': async (): Promise<Checkpoint[]> =>
        checkpointsOf(deps.database, deps.env.GONGZHI_DISTRICT),
    },
    jobs: [
      {
        name: 'ledger-checkpoint',
        cron: '5 0 * * *',
        run: async () => {
          await makeCheckpoint(deps.database, deps.env.GONGZHI_DISTRICT, deps.env.GONGZHI_HASH, new Date());
        },
      },
    ],
  });
