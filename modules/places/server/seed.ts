import type { Clock } from '#packages/kernel';
import { type Database, type HashAlgorithm, insertEntries, newId } from '#packages/server-kit';
import type { AreaShape, GridShape } from '../core/published.ts';
import type { SeedDistrict } from '../seeds/district.ts';
import { wayOfFirstPlan } from '../seeds/first-plan.ts';
import { insertAreas, insertBaseMap, insertPlan, insertUse, movePlan } from './store.ts';
import { BEGINNING, SYSTEM, type Taken, takeStep } from './stream.ts';

export interface SeedOptions {
  readonly clock?: Clock;
  readonly algorithm?: HashAlgorithm;
  /** What the first plan is called. */
  readonly name?: string;
  /**
   * The day (YYYY-MM-DD) from which the first plan is in force, its whole way before that day being recorded too: for demo districts.
   * Without it the plan takes effect as the district is set up.
   */
  readonly effective?: string;
}

/**
 * Fills the administrative tree and puts a first plan in force, in one transaction. Resolves to the id of the plan.
 * The database refuses a district whose grids do not cover it exactly, and a district that is there already.
 */
export async function seedPlaces(
  database: Database,
  { areas, grids, base }: SeedDistrict,
  options: SeedOptions = {},
): Promise<string> {
  const shapes: GridShape[] = grids.map(({ cell, code, name, kind, households }) => ({
    ...{ code, name, kind, sector: null, households },
    polygons: cell.polygons,
  }));
  const district = areas[0].code;
  const taken = firstPlan(district, areas, shapes.length, options);
  await database.transaction(async (tx) => {
    await insertAreas(tx, district, areas.map(shapeOf));
    await insertBaseMap(tx, district, base.features);
    await insertPlan(tx, { crs: 'wgs84', grids: shapes, micro: [], upload: null }, taken[0]);
    await movePlan(tx, taken[taken.length - 1]);
    await tx.run(insertEntries(taken.map(({ entry }) => entry)));
  });
  return taken[0].entry.streamId;
}

/** The entries of the first plan, from its import until it is in force. */
function firstPlan(
  district: string,
  areas: SeedDistrict['areas'],
  grids: number,
  { clock = () => new Date(), algorithm = 'sha256', name = '示意网格方案', effective }: SeedOptions,
): Taken[] {
  const facts = { name, grids, faults: 0, upload: null, other: null };
  const streets = areas.filter(({ level }) => level === 'street').map(({ code }) => code);
  const founded = (action: 'import' | 'publish') => ({ action, facts, role: SYSTEM.role, at: clock().toISOString() });
  const steps = effective ? wayOfFirstPlan(facts, streets, effective) : [founded('import'), founded('publish')];
  const plan = newId();
  const taken: Taken[] = [];
  for (const { role, ...step } of steps) {
    const before = taken[taken.length - 1] ?? BEGINNING;
    const author = { ...SYSTEM, role };
    taken.push(takeStep(before, { district, plan, author, transaction: newId(), algorithm, ...step }));
  }
  return taken;
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
