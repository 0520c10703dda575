import type { Clock } from '#packages/kernel';
import { type Database, defineModule, type HashAlgorithm, type ServerModule } from '#packages/server-kit';
import type { AccessQueries } from '../../access/contract.ts';
import type { PlacesQueries } from '../contract.ts';
import { operations } from '../core/api.ts';
import { dayIn } from '../core/day.ts';
import { LEAST_NOTICE_DAYS } from '../core/rules.ts';
import type { NoticeSettings, PlanContext } from './context.ts';
import { type Holder, holdPublished } from './holder.ts';
import { keepComparisons } from './plans/compare.ts';
import { enterDuePlans } from './plans/enter.ts';
import { handlersOf } from './routes.ts';
import { checkPlanStream, STREAM } from './stream.ts';

export interface PlacesDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Six digits. */
  readonly district: string;
  readonly access: () => AccessQueries;
  /** Of the ledger; sha256 where it is not said. */
  readonly algorithm?: HashAlgorithm;
  /** The shortest notice of a plan, in days. */
  readonly leastNoticeDays?: number;
  /** By the clock where it is not said. */
  readonly today?: () => string;
  readonly notices?: NoticeSettings;
}

export interface Places {
  readonly module: ServerModule;
  readonly queries: PlacesQueries;
  /** Reads the published plan again: after seeding, or when waiting for the next look (two seconds) is too long. */
  reload(): Promise<void>;
  /** Stops looking for plans that other processes publish. */
  close(): void;
}

/** The module over one district. It starts without a published plan too; until there is one, its answers say so. */
export async function createPlaces(deps: PlacesDeps): Promise<Places> {
  const { database, district } = deps;
  const holder = await holdPublished(database, district);
  const comparisons = keepComparisons(database, district);
  const context: PlanContext = {
    ...deps,
    algorithm: deps.algorithm ?? 'sha256',
    today: deps.today ?? (() => dayIn(deps.clock())),
    leastNoticeDays: deps.leastNoticeDays ?? LEAST_NOTICE_DAYS,
    notices: deps.notices ?? { supervisionPhone: '12345', mapReview: null, address: '' },
    holder,
    comparisons,
  };
  return {
    module: defineModule({
      name: 'places',
      operations,
      handlers: handlersOf(context),
      jobs: [{ name: 'places-plans', cron: '*/5 * * * *', run: () => enterDuePlans(context) }],
      streams: { [STREAM]: checkPlanStream(database, district) },
    }),
    queries: queriesOf(holder),
    reload: holder.reload,
    close: holder.close,
  };
}

const queriesOf = (holder: Holder): PlacesQueries => ({
  district: () => holder.get().published.district,
  plan: () => ({ id: holder.get().plan, since: holder.get().since }),
  locate: (point, crs = 'wgs84') => holder.get().published.locate(point, crs),
  findGrid: (code) => holder.get().published.gridOf.get(code),
  nameOf: (code) => holder.find()?.published.nameOf.get(code) ?? code,
  grids: () => holder.get().published.grids,
});
