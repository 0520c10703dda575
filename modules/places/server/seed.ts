import type { Clock } from '#packages/kernel';
import { type Database, type HashAlgorithm, newId } from '#packages/server-kit';
import type { AreaShape, GridShape } from '../core/published.ts';
import type { SeedDistrict } from '../seeds/district.ts';
import { insertAreas, insertBaseMap, insertPlan, insertUse, movePlan } from './store.ts';
import { BEGINNING, record, type Standing, SYSTEM, takeStep } from './stream.ts';

export interface SeedOptions {
  readonly clock?: Clock;
  readonly algorithm?: HashAlgorithm;
  /** What the first plan is called. */
  readonly name?: string;
}

/**
 * Fills the administrative tree and puts a first plan in force, in one transaction. Resolves to the id of the plan.
 * The database refuses a district whose grids do not cover it exactly, and a district that is there already.
 */
export async function seedPlaces(
  database: Database,
  { areas, grids, base }: SeedDistrict,
  { clock = () => new Date(), algorithm = 'sha256', name = '示意网格方案' }: SeedOptions = {},
): Promise<string> {
  const district = areas[0].code;
  const plan = newId();
  const shapes: GridShape[] = grids.map(({ cell, code, name, kind, households }) => ({
    ...{ code, name, kind, sector: null, households },
    polygons: cell.polygons,
  }));
  const facts = { name, grids: grids.length, faults: 0, upload: null, other: null };
  const step = (action: 'import' | 'publish', before: Standing) =>
    takeStep(before, {
      ...{ district, plan, at: clock().toISOString(), author: SYSTEM, action, facts, transaction: newId(), algorithm },
    });
  const imported = step('import', BEGINNING);
  const published = step('publish', imported);
  await database.transaction(async (tx) => {
    await insertAreas(tx, district, areas.map(shapeOf));
    await insertBaseMap(tx, district, base.features);
    await insertPlan(tx, { crs: 'wgs84', grids: shapes, micro: [], upload: null }, imported);
    await record(tx, imported.entry);
    await movePlan(tx, published);
    await record(tx, published.entry);
  });
  return plan;
}

const shapeOf = ({ code, name, level, parent, cell }: SeedDistrict['areas'][number]): AreaShape => ({
  ...{ code, name, level, parent },
  polygons: cell.polygons,
});

/** Departments that work on the one grid of the demo district, since the beginning of the year. */
export async function seedUses(
  database: Database,
  district: string,
  uses: readonly { readonly organisation: string; readonly purpose: string; readonly since: string }[],
): Promise<void> {
  await database.transaction(async (tx) => {
    for (const use of uses) await insertUse(tx, district, { id: newId(), ...use }, new Date());
  });
}
