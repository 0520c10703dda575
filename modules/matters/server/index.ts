import { defineModule, type Job, type ServerModule } from '#packages/server-kit';
import { CATALOGUE_STREAM, CHRONIC_STREAM, MATTER_STREAM } from '../contract.ts';
import { operations } from '../core/api.ts';
import { catalogueStreamCheck } from './catalogue/stream.ts';
import { findChronicPlaces } from './chronic/find.ts';
import { chronicStreamCheck } from './chronic/stream.ts';
import type { MattersDeps } from './context.ts';
import { recountDeadlines } from './deadlines.ts';
import { compareReports } from './duplicates/compare.ts';
import { IMPORT_JOB, runImport } from './imports.ts';
import { followNewPlan, followPlan } from './regrid.ts';
import { routesOf } from './routes.ts';
import { deleteLoosePhotos } from './store.ts';
import { type KindModels, kindModels } from './suggest/kind-model.ts';
import { learnKinds } from './suggest/learn.ts';
import { superviseByRule } from './supervise.ts';
import { matterStreamCheck } from './verify-stream.ts';

const DAY = 86_400_000;

const jobsOf = (deps: MattersDeps, kinds: KindModels): Job[] => [
  { name: IMPORT_JOB, run: (data) => runImport(deps, data as { id: string }) },
  {
    name: 'matters-loose-photos',
    cron: '40 3 * * *',
    run: async () => {
      const before = new Date(deps.clock().getTime() - DAY).toISOString();
      for (const blob of await deleteLoosePhotos(deps.database, deps.district, before)) await deps.blobs.remove(blob);
    },
  },
  {
    name: 'matters-supervision',
    cron: '10 * * * *',
    run: async () => {
      await superviseByRule(deps);
    },
  },
  { name: 'matters-new-plan', cron: '* * * * *', run: () => followNewPlan(deps) },
  {
    // Whoever reopens a matter may bring it back into a grid that is no more.
    name: 'matters-regrid',
    cron: '10 4 * * *',
    run: async () => {
      await followPlan(deps);
    },
  },
  {
    name: 'matters-chronic',
    cron: '30 2 * * *',
    run: async () => {
      await findChronicPlaces(deps);
    },
  },
  {
    name: 'matters-duplicates',
    cron: '*/10 * * * *',
    run: async () => {
      await compareReports(deps);
    },
  },
  {
    name: 'matters-learn-kinds',
    cron: '50 2 * * *',
    run: async () => {
      await learnKinds(deps);
      kinds.forget();
    },
  },
  {
    name: 'matters-deadlines',
    cron: '20 3 * * *',
    run: async () => {
      await recountDeadlines(deps);
    },
  },
];

/** The matters module: one door for every matter, from its report to its verified closure. */
export const createMatters = (deps: MattersDeps): ServerModule => {
  const kinds = kindModels(deps.database, deps.district, deps.clock);
  return defineModule({
    name: 'matters',
    operations,
    handlers: routesOf(deps, kinds),
    jobs: jobsOf(deps, kinds),
    streams: {
      [MATTER_STREAM]: matterStreamCheck(deps),
      [CATALOGUE_STREAM]: catalogueStreamCheck(deps),
      [CHRONIC_STREAM]: chronicStreamCheck(deps),
    },
  });
};

export type { MattersDeps } from './context.ts';
