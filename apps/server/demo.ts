import { seedAccess } from '#modules/access/seeds/demo';
import { stableId } from '#modules/access/server/bodies';
import { DEMO_COMMUNITY } from '#modules/access/server/demo-accounts';
import { seedCatalogue } from '#modules/matters/seeds/catalogue';
import { seedMatters } from '#modules/matters/seeds/demo';
import { addDays, dayIn } from '#modules/places/core/day';
import { readDemoDistrict } from '#modules/places/seeds/district';
import { seedPlaces, seedUses } from '#modules/places/server/seed';
import { seedDuties } from '#modules/staffing/seeds/demo';
import type { Database, Env } from '#packages/server-kit';
import { sealingWith, sql } from '#packages/server-kit';
import type { Composition } from './compose.ts';
import type { Keys } from './keys.ts';

const MATTERS = 480;
/** How long the first plan has been in force: longer than the oldest demo matter. */
const PLAN_AGE_DAYS = 60;

/** What departments of the demo district do on its one grid. */
const USES = [
  ['urban_management', '市容环境巡查与垃圾分类督导', '2026-01-01'],
  ['emergency', '“九小场所”消防安全检查', '2026-03-01'],
  ['civil_affairs', '独居老人关爱与社会救助', '2026-05-01'],
] as const;

/** Whether the district has its areas already. */
export const hasDistrict = async (database: Database, district: string): Promise<boolean> =>
  (await database.first(sql`select 1 from places.areas where district = ${district} limit 1`)) !== undefined;

const hasPeople = async (database: Database, district: string): Promise<boolean> =>
  (await database.first(sql`select 1 from access.persons where district = ${district} limit 1`)) !== undefined;

const hasMatters = async (database: Database, district: string): Promise<boolean> =>
  (await database.first(sql`select 1 from matters.matters where district = ${district} limit 1`)) !== undefined;

/** Areas and grids: before the modules are composed, since they hold the published plan in memory. Goes on where a start was cut off. */
export async function loadDemoPlaces(database: Database, env: Env): Promise<void> {
  if (await hasDistrict(database, env.GONGZHI_DISTRICT)) return;
  const demo = readDemoDistrict();
  if (demo.areas[0].code !== env.GONGZHI_DISTRICT) {
    throw new Error(`the demo district is ${demo.areas[0].code}: set GONGZHI_DEMO=false for ${env.GONGZHI_DISTRICT}`);
  }
  const effective = addDays(dayIn(new Date()), -PLAN_AGE_DAYS);
  await seedPlaces(database, demo, { algorithm: env.GONGZHI_HASH, effective });
}

/** Organisations and people, all or none. */
export async function loadDemoPeople(database: Database, env: Env, keys: Keys): Promise<void> {
  const district = env.GONGZHI_DISTRICT;
  if (await hasPeople(database, district)) return;
  const { areas, grids } = readDemoDistrict();
  await seedAccess(
    { database, clock: () => new Date(), district, sealing: sealingWith(keys.sealing), algorithm: env.GONGZHI_HASH },
    areas,
    grids,
  );
  await seedUses(
    database,
    district,
    USES.map(([kind, purpose, since]) => ({ organisation: stableId('organisation', district, kind), purpose, since })),
  );
}

const hasCatalogue = async (database: Database, district: string): Promise<boolean> =>
  (await database.first(sql`select 1 from matters.catalogues where district = ${district} limit 1`)) !== undefined;

const hasDuties = async (database: Database, district: string): Promise<boolean> =>
  (await database.first(sql`select 1 from staffing.duty_items where district = ${district} limit 1`)) !== undefined;

/** The list of duties, the dispatch catalogue and matters in all stages, each all or none. */
export async function loadDemoMatters({ matters, staffing }: Composition, database: Database, env: Env): Promise<void> {
  if (!(await hasDuties(database, env.GONGZHI_DISTRICT))) await seedDuties(staffing);
  if (await hasMatters(database, env.GONGZHI_DISTRICT)) return;
  if (!(await hasCatalogue(database, env.GONGZHI_DISTRICT))) await seedCatalogue(matters);
  await seedMatters(matters, MATTERS, DEMO_COMMUNITY);
}
