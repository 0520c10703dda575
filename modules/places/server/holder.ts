import type { Database } from '#packages/server-kit';
import { problems } from '../core/problems.ts';
import { type AreaShape, type GridShape, type Published, publish } from '../core/published.ts';
import { buildLayers, type Layers } from './layers.ts';
import { areasOf, baseMapOf, findPlanInForce, gridsOf } from './queries.ts';

/** The plan in force, as this process holds it. */
export interface Held {
  readonly plan: string;
  /** When it took effect. */
  readonly since: string;
  readonly areas: readonly AreaShape[];
  readonly grids: readonly GridShape[];
  /** GeoJSON features of the base map. */
  readonly base: readonly unknown[];
  readonly published: Published;
  readonly layers: Layers;
}

export interface Holder {
  /** Throws `no_plan_published` before the first plan. */
  get(): Held;
  /** Undefined before the first plan. */
  find(): Held | undefined;
  /** Reads the plan in force again, whatever is held. */
  reload(): Promise<void>;
  /** Stops looking for plans that other processes publish. */
  close(): void;
}

/** How soon a plan that another process published is seen here. */
const POLL_MS = 2_000;

async function load(database: Database, district: string, plan: string, since: string): Promise<Held> {
  const [areas, grids, base] = await Promise.all([
    areasOf(database, district),
    gridsOf(database, district, plan),
    baseMapOf(database, district),
  ]);
  const published = publish(areas, grids);
  return { plan, since, areas, grids, base, published, layers: await buildLayers({ areas, grids, base }, published) };
}

/** Holds the published plan in memory and replaces it whole: a reader sees the old plan or the new one, never a mixture. */
export async function holdPublished(database: Database, district: string): Promise<Holder> {
  let held: Held | undefined;
  let queue: Promise<void> = Promise.resolve();
  const read = async () => {
    const plan = await findPlanInForce(database, district);
    held = plan && (await load(database, district, plan.id, plan.since));
  };
  // One after the other: a slow look never puts back an older plan over a newer one.
  const reload = () => {
    queue = queue.catch(() => {}).then(read);
    return queue;
  };
  const follow = async () => {
    if ((await findPlanInForce(database, district))?.id !== held?.plan) await reload();
  };
  await reload();
  // A look that fails (the database restarts) is made up for by the next one.
  const timer = setInterval(() => follow().catch(() => {}), POLL_MS).unref();
  return {
    find: () => held,
    get: () => {
      if (!held) throw problems.no_plan_published();
      return held;
    },
    reload,
    close: () => clearInterval(timer),
  };
}
