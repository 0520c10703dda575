import { seedAccess } from '#modules/access/seeds/demo';
import { DEMO_COMMUNITY } from '#modules/access/server/demo-accounts';
import { seedMatters } from '#modules/matters/seeds/demo';
import { readDemoDistrict } from '#modules/places/seeds/district';
import { seedPlaces } from '#modules/places/server/seed';
import type { Database, Env } from '#packages/server-kit';
import { sealingWith, sql } from '#packages/server-kit';
import type { Composition } from './compose.ts';
import type { Keys } from './keys.ts';

const MATTERS = 480;

export type Progress = (label: string, done: number) => void;

/** Whether the district has its areas already. */
export const hasDistrict = async (database: Database, district: string): Promise<boolean> =>
  (await database.first(sql`select 1 from places.areas where district = ${district} limit 1`)) !== undefined;

export const hasPeople = async (database: Database, district: string): Promise<boolean> =>
  (await database.first(sql`select 1 from access.persons where district = ${district} limit 1`)) !== undefined;

export const hasMatters = async (database: Database, district: string): Promise<boolean> =>
  (await database.first(sql`select 1 from matters.matters where district = ${district} limit 1`)) !== undefined;

/** Areas and grids: before the modules are composed, since they hold the published plan in memory. Goes on where a start was cut off. */
export async function loadDemoPlaces(database: Database, env: Env): Promise<void> {
  if (await hasDistrict(database, env.GONGZHI_DISTRICT)) return;
  await seedPlaces(database, readDemoDistrict(), { algorithm: env.GONGZHI_HASH });
}

/** People, organisations and matters, each all or nothing. */
export async function loadDemoLife(
  database: Database,
  env: Env,
  keys: Keys,
  composition: Composition,
  progress: Progress,
): Promise<void> {
  const district = env.GONGZHI_DISTRICT;
  if (!(await hasPeople(database, district))) {
    const { areas, grids } = readDemoDistrict();
    const named = new Map(areas.map(({ code, name }) => [code, name]));
    const withPlaces = grids.map((grid) => ({
      ...grid,
      community: named.get(grid.community) ?? '',
      street: named.get(grid.community.slice(0, 9)) ?? '',
    }));
    await seedAccess(
      { database, clock: () => new Date(), district, sealing: sealingWith(keys.sealing) },
      areas,
      withPlaces,
    );
  }
  progress('people', 0.6);
  if (!(await hasMatters(database, district))) await seedMatters(composition.matters, MATTERS, DEMO_COMMUNITY);
  progress('matters', 1);
}
