import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Access, createAccess } from '#modules/access/server/index';
import { createMatters, type MattersDeps } from '#modules/matters/server/index';
import { createPlaces, type Places } from '#modules/places/server/index';
import { createStaffing, type StaffingDeps } from '#modules/staffing/server/index';
import type { Clock } from '#packages/kernel';
import type { WorkingCalendar } from '#packages/procedure';
import {
  blobsIn,
  createHttp,
  type Database,
  type Env,
  type Jobs,
  type ServerModule,
  sealingWith,
  workingCalendar,
} from '#packages/server-kit';
import type { Keys } from './keys.ts';
import { createPlatform, oidcOf } from './platform.ts';
import { servePages } from './static.ts';

export interface Installation {
  readonly database: Database;
  readonly env: Env;
  readonly keys: Keys;
  readonly version: string;
  readonly clock?: Clock;
}

/** All modules, wired: each is given what it needs, nothing else. The one place that knows them all. */
export interface Composition {
  readonly modules: readonly ServerModule[];
  readonly access: Access;
  readonly places: Places;
  readonly matters: MattersDeps;
  readonly staffing: StaffingDeps;
  readonly calendar: WorkingCalendar;
  /** Gives the modules the means to send jobs, once there are any. */
  attachJobs(jobs: Jobs): void;
  /** The web server, not listening yet. */
  http(): Promise<FastifyInstance>;
  close(): Promise<void>;
}

const tileHost = ({ GONGZHI_TILES: tiles }: Env) => (tiles ? [new URL(tiles.replace(/\{.*$/, '')).origin] : []);

export const addressOf = (env: Env): string =>
  env.PUBLIC_URL ?? `http://${env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST}:${env.PORT}`;

export async function compose({
  database,
  env,
  keys,
  version,
  clock = () => new Date(),
}: Installation): Promise<Composition> {
  const district = env.GONGZHI_DISTRICT;
  const calendar = workingCalendar();
  const sealing = sealingWith(keys.sealing);
  let jobs: Jobs | undefined;
  const places = await createPlaces({
    database,
    clock,
    district,
    access: () => access.queries,
    algorithm: env.GONGZHI_HASH,
    leastNoticeDays: env.GONGZHI_GRID_NOTICE_DAYS,
    notices: {
      supervisionPhone: env.GONGZHI_SUPERVISION_PHONE,
      mapReview: env.GONGZHI_MAP_REVIEW ?? null,
      address: addressOf(env).replace(/\/+$/, ''),
    },
  });
  const access = await createAccess({
    database,
    clock,
    district,
    sealing,
    secret: keys.session,
    baseUrl: addressOf(env),
    demo: env.GONGZHI_DEMO,
    oidc: oidcOf(env),
    nameOfArea: (code) => places.queries.nameOf(code),
    algorithm: env.GONGZHI_HASH,
  });
  const duties: StaffingDeps = {
    database,
    clock,
    calendar,
    district,
    algorithm: env.GONGZHI_HASH,
    access: access.queries,
    places: places.queries,
  };
  const staffing = createStaffing(duties);
  const matters: MattersDeps = {
    database,
    clock,
    calendar,
    district,
    algorithm: env.GONGZHI_HASH,
    sealing,
    blobs: blobsIn(join(env.GONGZHI_DATA, 'blobs')),
    access: access.queries,
    places: places.queries,
    duties: staffing.queries,
    publicUrl: addressOf(env),
    jobs: () => {
      if (!jobs) throw new Error('no jobs are running in this process');
      return jobs;
    },
  };
  const modules = [
    createPlatform({ database, env, places: places.queries, calendar, version }),
    access.module,
    places.module,
    staffing.module,
    createMatters(matters),
  ];
  return {
    modules,
    access,
    places,
    matters,
    staffing: duties,
    calendar,
    attachJobs: (started) => {
      jobs = started;
    },
    http: async () => {
      const app = await createHttp({
        database,
        modules,
        identify: access.identify,
        version,
        logLevel: env.LOG_LEVEL,
        rateLimit: env.GONGZHI_RATE_LIMIT,
        tileHosts: tileHost(env),
      });
      access.mountSignIn(app);
      await servePages(app);
      return app;
    },
    close: async () => places.close(),
  };
}
