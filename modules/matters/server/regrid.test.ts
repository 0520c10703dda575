import { randomUUID } from 'node:crypto';
import type { Feature, FeatureCollection } from 'geojson';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql, verifyChains } from '#packages/server-kit';
import { type TestInstallation, testInstallation } from '#server/test-installation';
import type { MattersDeps } from './context.ts';
import { followNewPlan, followPlan } from './regrid.ts';

const [FIRST, SECOND] = ['320508017003001', '320508017003002'];
const OPEN = 5;

let at: TestInstallation;
let deps: MattersDeps;
beforeAll(async () => {
  at = await testInstallation({ GONGZHI_GRID_NOTICE_DAYS: '0' });
  deps = at.composition.matters;
});
afterAll(() => at.close());

const report = async (code: string) => {
  const { inside } = (await at.call(null, `GET /api/grids/${code}`)).body;
  const body = { transaction: randomUUID(), place: inside, category: '0202', text: '弄堂里第二盏路灯不亮了' };
  return (await at.call(null, 'POST /api/matters', body)).body.code as string;
};
const gridOf = async (code: string) =>
  (await at.database.first<{ grid: string }>(sql`select grid from matters.matters where code = ${code}`))!.grid;
const movesOf = async (code: string) =>
  at.database.rows<{ facts: object }>(sql`
    select e.facts from ledger.entries e join matters.matters m on m.id = e.stream_id
    where m.code = ${code} and e.action = 'regrid'`);

/** The two grids change their places: what lay in the first lies in the second. */
async function swapped(): Promise<FeatureCollection> {
  const layer = (await at.call(null, 'GET /api/map/grid')).body as FeatureCollection;
  const find = (code: string) => layer.features.find(({ properties }) => properties?.code === code) as Feature;
  const [one, other] = [find(FIRST), find(SECOND)];
  return {
    ...layer,
    features: layer.features.map((feature) => {
      if (feature === one) return { ...one, geometry: other.geometry };
      return feature === other ? { ...other, geometry: one.geometry } : feature;
    }),
  };
}

/** The plan goes its whole way in one day. */
async function putInForce(layer: FeatureCollection): Promise<string> {
  const content = Buffer.from(JSON.stringify(layer));
  const fields = { crs: 'wgs84', name: '对调两个网格' };
  const { plan } = (await at.upload('street', '/api/grid-plans', 'plan.geojson', content, fields)).body;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  let { version } = plan;
  for (const [who, verb, more] of [
    ['centre', 'announce', { days: 0 }],
    ['street', 'approve', {}],
    ['centre', 'file', { effective: today }],
  ] as const) {
    const body = { transaction: randomUUID(), version, ...more };
    const answer = await at.call(who, `POST /api/grid-plans/${plan.id}/${verb}`, body);
    expect({ verb, ...answer }).toMatchObject({ status: 200 });
    version = answer.body.version;
  }
  return plan.id;
}

it('open matters follow the plan into their new grids, once each, also when cut off; ended ones stay', async () => {
  const open = await Promise.all(Array.from({ length: OPEN }, () => report(FIRST)));
  const ended = await report(FIRST);
  const refusal = { transaction: randomUUID(), version: 1, branch: 'legal_way', reason: '请向法院提起诉讼' };
  expect((await at.call('community', `POST /api/matters/${ended}/refuse`, refusal)).status).toBe(200);
  const elsewhere = await report('320508017003003');
  const plan = await putInForce(await swapped());

  let asked = 0;
  const places = {
    ...deps.places,
    locate: (point: Parameters<MattersDeps['places']['locate']>[0]) => {
      if (++asked > 3) throw new Error('cut off');
      return deps.places.locate(point);
    },
  };
  await expect(followPlan({ ...deps, places })).rejects.toThrow('cut off');
  const before = (await Promise.all(open.map(movesOf))).flat().length;
  expect(before).toBeLessThan(OPEN);
  expect(await followPlan(deps)).toEqual({ moved: OPEN - before, left: 0 });
  for (const code of open) {
    expect(await gridOf(code)).toBe(SECOND);
    expect(await movesOf(code)).toEqual([{ facts: { plan, from: FIRST, to: SECOND } }]);
  }
  expect(await gridOf(ended)).toBe(FIRST);
  expect(await movesOf(elsewhere)).toEqual([]);
  expect(await followPlan(deps)).toEqual({ moved: 0, left: 0 });

  const inbox = (await at.call('grid', 'GET /api/inbox?limit=100')).body.rows.map(({ code }: { code: string }) => code);
  expect(inbox).not.toContain(open[0]);
  expect((await verifyChains(at.database, '320508', { checks: streams() })).broken).toBeNull();
});

const streams = () => Object.assign({}, ...at.composition.modules.map((module) => module.streams ?? {}));

it('a plan is followed when every process holds it, and marked as followed once nothing is left behind', async () => {
  const { id } = deps.places.plan();
  const wrong = { ...deps, clock: () => new Date(Date.now() + 3_600_000) };
  const stray = await report(FIRST);
  await at.database.run(sql`
    update matters.matters set grid = ${SECOND}, state = state || jsonb_build_object('grid', ${SECOND}::text) where code = ${stray}`);
  await followNewPlan(wrong);
  expect(await at.database.rows(sql`select 1 from matters.followed_plans where plan = ${id}`)).toEqual([]);
  await followNewPlan(deps);
  expect(await at.database.rows(sql`select 1 from matters.followed_plans where plan = ${id}`)).toEqual([]);
  at.clock.tick(11_000);
  await followNewPlan(deps);
  expect(await at.database.rows(sql`select moved from matters.followed_plans where plan = ${id}`)).toEqual([
    { moved: 1 },
  ]);
});
