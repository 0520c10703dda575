import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { polygonArea2 } from '#packages/coverage';
import { insertEntries, newId, raw, sql, verifyChains } from '#packages/server-kit';
import { type TestDatabase, testDatabase } from '#packages/testkit';
import type { LayerFacts } from '../core/plan-state.ts';
import { DISTRICT, smallDistrict } from '../core/small-district.ts';
import { gridsOf, plansOf } from './queries.ts';
import { insertAreas } from './store.ts';
import { BEGINNING, checkPlanStream, STREAM, SYSTEM, type Taken, takeStep } from './stream.ts';

type OldAction = 'import' | 'publish' | 'supersede';

const FOLDER = join(import.meta.dirname, '../migrations');
const [first, ...later] = readdirSync(FOLDER).sort();
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const { areas, grids } = smallDistrict();
const AT = '2026-06-01T01:00:00.000Z';

let database: TestDatabase;
/** A district as the first edition of this module kept it. */
beforeAll(async () => {
  database = await testDatabase();
  await database.run(raw('drop schema places cascade'));
  await database.script(read(first));
  await insertAreas(
    database,
    DISTRICT,
    areas.map(({ cell, ...area }) => ({ ...area, polygons: cell.polygons })),
  );
});
afterAll(() => database.close());

async function oldPlan(name: string, faults: number, ...actions: OldAction[]): Promise<string> {
  const facts: LayerFacts = { name, grids: grids.length, faults, upload: null, other: null };
  const plan = newId();
  const taken: Taken[] = [];
  for (const action of actions) {
    const step = { district: DISTRICT, plan, at: AT, author: SYSTEM, action, facts, transaction: newId() };
    taken.push(takeStep(taken[taken.length - 1] ?? BEGINNING, { ...step, algorithm: 'sha256' }));
  }
  await database.run(sql`
    insert into places.grid_plans (district, id, name, status, grids, faults, crs, created, seq, hash)
    values (${DISTRICT}, ${plan}, ${name}, 'draft', ${grids.length}, ${faults}, 'wgs84', ${AT}, 1, ${taken[0].hash})`);
  for (const { code, community, name: called, kind, households, cell } of grids) {
    const polygons = cell.polygons.map((rings) => rings.map((ring) => [...ring]));
    await database.run(sql`
      insert into places.grids (district, plan, code, community, name, kind, households, polygons, area2)
      values (${DISTRICT}, ${plan}, ${code}, ${community}, ${called}, ${kind}, ${households}, ${JSON.stringify(polygons)}::jsonb,
        ${polygonArea2(cell.polygons[0])})`);
  }
  for (const { entry, hash, state } of taken.slice(1)) {
    const status = entry.action === 'publish' ? 'published' : 'superseded';
    await database.run(sql`
      update places.grid_plans set status = ${status}, published = ${AT}, seq = ${state.version}, hash = ${hash}
      where district = ${DISTRICT} and id = ${plan}`);
  }
  await database.run(insertEntries(taken.map(({ entry }) => entry)));
  return plan;
}

it('plans that were kept before come through: the published one is in force, and each is what its ledger says', async () => {
  const superseded = await oldPlan('旧方案', 0, 'import', 'publish', 'supersede');
  const current = await oldPlan('现行方案', 0, 'import', 'publish');
  const draft = await oldPlan('草案', 0, 'import');
  const faulty = await oldPlan('有问题的草案', 3, 'import');
  for (const name of later) await database.script(read(name));

  const plans = await plansOf(database, DISTRICT);
  expect(Object.fromEntries(plans.map(({ id, state }) => [id, state.status]))).toEqual({
    [superseded]: 'superseded',
    [current]: 'in_force',
    [draft]: 'draft',
    [faulty]: 'draft',
  });
  expect((await gridsOf(database, DISTRICT, current)).map(({ code }) => code)).toEqual(grids.map(({ code }) => code));
  const checks = { [STREAM]: checkPlanStream(database, DISTRICT) };
  expect(await verifyChains(database, DISTRICT, { checks })).toMatchObject({ broken: null, streams: 4 });
});
