import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sql, verifyChains } from '#packages/server-kit';
import { at, DISTRICT, featureOf, GRIDS, layerOf, ringOf } from '../core/small-district.ts';
import { type SmallTown, smallTown, type Upload, upload } from './small-town.ts';

let town: SmallTown;
beforeAll(async () => {
  town = await smallTown();
});
afterAll(() => town.close());

const [WEST, MIDDLE] = GRIDS;
const sound = (name: string): Upload => ({ file: JSON.stringify(layerOf()), crs: 'wgs84', name });
/** The first grid has another name. */
const renamed = (name: string): Upload => {
  const layer = layerOf();
  layer.features[0] = featureOf({ ...WEST, name: '西社区新第一网格' }, WEST.at);
  return { file: JSON.stringify(layer), crs: 'wgs84', name };
};
const overlapping: Upload = {
  file: JSON.stringify(layerOf((grid) => (grid === WEST ? [0, 0, 2, 2] : grid.at))),
  crs: 'wgs84',
  name: '有重叠',
};

const send = (who: string, form: Upload) => upload(town.app, who, form);
const publish = (who: string, id: string) =>
  town.app.inject({ method: 'POST', url: `/api/grid-plans/${id}/publish`, headers: { 'x-person': who } });
const draft = async (form: Upload): Promise<string> => (await send('streetStaff', form)).json().plan.id;
const plans = async () =>
  (await town.app.inject({ url: '/api/grid-plans', headers: { 'x-person': 'auditor' } })).json();
const inForce = async () => (await plans()).filter((plan: { status: string }) => plan.status === 'published');

/** Publication past the program, as a hand on the database would do it. */
const publishing = (id: string) =>
  sql`update places.grid_plans set status = 'published', published = now() where district = ${DISTRICT} and id = ${id}`;
/** Connections of this database that wait for somebody else's lock. */
const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

it('nobody uploads or publishes without signing in', async () => {
  expect((await send('nobody', sound('无名'))).json()).toMatchObject({ status: 401, code: 'sign_in_needed' });
  expect((await publish('nobody', '00000000-0000-7000-8000-000000000000')).statusCode).toBe(401);
});

it('a resident, a grid worker and the auditor may not upload; street staff may, but not publish', async () => {
  for (const who of ['resident', 'gridWorker', 'auditor']) expect((await send(who, sound(who))).statusCode).toBe(403);
  const id = await draft(sound('街道提出的方案'));
  expect((await publish('streetStaff', id)).json()).toMatchObject({ status: 403, code: 'not_allowed' });
});

it('a sound layer is kept as a draft, with the file as it came', async () => {
  const form = sound('完好方案');
  const answer = await send('centre', form);
  expect(answer.json()).toMatchObject({
    plan: { name: '完好方案', status: 'draft', grids: 4, faults: 0, published: null },
    grids: 4,
    faults: [],
  });
  expect(answer.json().area_m2 / 1e6).toBeCloseTo(8.44, 1);
  const kept = await town.database.first<{ upload: Buffer }>(
    sql`select upload from places.grid_plans where district = ${DISTRICT} and id = ${answer.json().plan.id}`,
  );
  expect(kept?.upload.toString()).toBe(form.file);
});

it('a layer with an overlap is kept as it is, its faults are told, and it cannot be published', async () => {
  const answer = (await send('centre', overlapping)).json();
  expect(answer.plan.faults).toBe(answer.faults.length);
  const overlap = answer.faults.find(({ kind }: { kind: string }) => kind === 'overlap');
  expect(overlap).toMatchObject({
    ids: [WEST.code, MIDDLE.code],
    where: { type: 'Polygon' },
    text: expect.stringContaining('重叠'),
  });
  expect(overlap.area_m2 / 1e6).toBeCloseTo(2.11, 1);
  expect((await publish('centre', answer.plan.id)).json()).toMatchObject({
    status: 409,
    code: 'plan_not_publishable',
    reasons: [{ rule: 'plan_is_sound' }],
  });
});

it('a layer with a gap, or without the grids of a community, is told so', async () => {
  const without = (codes: readonly string[]) =>
    send('centre', {
      ...overlapping,
      file: JSON.stringify(layerOf((grid) => (codes.includes(grid.code) ? undefined : grid.at))),
    });
  const kinds = async (codes: readonly string[]) =>
    (await without(codes))
      .json()
      .faults.map(({ kind }: { kind: string }) => kind)
      .sort();
  expect(await kinds([WEST.code])).toEqual(['gap']);
  expect(await kinds([WEST.code, MIDDLE.code])).toEqual(['gap', 'omission']);
});

it.each<[string, Upload, object]>([
  [
    'a file cut short',
    { ...sound('x'), file: JSON.stringify(layerOf()).slice(0, 500) },
    { code: 'bad_layer', reasons: [{ rule: 'layer_is_geojson' }] },
  ],
  [
    'an unknown community',
    { ...sound('x'), file: JSON.stringify(layerOf()).replaceAll('320508002001', '320508002009') },
    {
      code: 'bad_layer',
      reasons: [
        { rule: 'grid_code_is_right', field: 'features[2].properties.code' },
        { rule: 'grid_code_is_right', field: 'features[3].properties.code' },
      ],
    },
  ],
  [
    'points instead of polygons',
    { ...sound('x'), file: JSON.stringify(layerOf()).replaceAll('"Polygon"', '"LineString"') },
    { code: 'bad_layer', reasons: Array.from({ length: 4 }, () => ({ rule: 'not_a_polygon' })) },
  ],
  [
    'a shape as wide as a country',
    { ...sound('x'), file: JSON.stringify(layerOf()).replace('120.61', '130.61') },
    { code: 'bad_layer', reasons: [{ rule: 'too_large' }] },
  ],
  [
    'nothing at all',
    {},
    {
      code: 'bad_upload',
      reasons: [{ rule: 'file_is_given' }, { rule: 'coordinate_system_is_stated' }, { rule: 'plan_has_a_name' }],
    },
  ],
  [
    'a name that cannot be printed',
    { ...sound('x'), name: 'a\u0000b' },
    { code: 'bad_upload', reasons: [{ field: 'name' }] },
  ],
  ['an unknown coordinate system', { ...sound('x'), crs: 'mars' }, { code: 'bad_upload', reasons: [{ field: 'crs' }] }],
])('%s is refused with its reasons, and nothing is kept', async (_, form, problem) => {
  const before = await plans();
  const answer = await send('centre', form);
  expect(answer.json()).toMatchObject({ status: 422, ...problem });
  expect(await plans()).toEqual(before);
});

it('a body that is no form is refused', async () => {
  const answer = await town.app.inject({
    method: 'POST',
    url: '/api/grid-plans',
    headers: { 'x-person': 'centre' },
    payload: { name: 'x' },
  });
  expect(answer.json()).toMatchObject({ status: 422, code: 'bad_request' });
});

it.each([
  ['cut off', '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc', 'boundary=b'],
  ['malformed', '--b\r\nrubbish', 'boundary=b'],
  ['without a boundary', 'x', ''],
])('a form that is %s is refused', async (_, payload, boundary) => {
  const headers = { 'x-person': 'centre', 'content-type': `multipart/form-data; ${boundary}` };
  const answer = await town.app.inject({ method: 'POST', url: '/api/grid-plans', headers, payload });
  expect(answer.json()).toMatchObject({ status: 422, code: 'bad_upload', reasons: [{ rule: 'form_is_whole' }] });
});

it('a file above the limit is too large', async () => {
  const answer = await send('centre', { ...sound('x'), file: Buffer.alloc(21 << 20, ' ') });
  expect(answer.json()).toMatchObject({ status: 413, code: 'too_large' });
});

it('a published plan is the one grid at once, here and in other processes; the one before is superseded', async () => {
  const other = await town.another();
  const id = await draft(renamed('新方案'));
  expect((await publish('administrator', id)).json()).toMatchObject({
    id,
    status: 'published',
    published: expect.any(String),
  });
  const answer = await town.app.inject({ url: '/api/locate', query: { lon: '120.605', lat: '31.305' } });
  expect(answer.json().grid.name).toBe('西社区新第一网格');
  expect((await inForce()).map((plan: { id: string }) => plan.id)).toEqual([id]);
  expect((await plans()).at(-1)).toMatchObject({ name: '示意网格方案', status: 'superseded' });
  await vi.waitFor(
    () => expect(other.queries.locate(at(0.5, 0.5))).toMatchObject({ grid: { name: '西社区新第一网格' } }),
    10_000,
  );
});

it('a plan is published once: again is refused, and so is an unknown one', async () => {
  const id = await draft(sound('发布两次'));
  expect((await publish('centre', id)).statusCode).toBe(200);
  expect((await publish('centre', id)).json()).toMatchObject({
    status: 409,
    code: 'plan_not_publishable',
    reasons: [{ rule: 'action_belongs_to_stage' }],
  });
  expect((await publish('centre', '00000000-0000-7000-8000-000000000000')).json()).toMatchObject({ status: 404 });
  expect((await publish('centre', 'x')).statusCode).toBe(422);
});

it('of two who publish the same plan at once one is refused', async () => {
  const same = await draft(sound('同一方案'));
  const both = await Promise.all([publish('centre', same), publish('administrator', same)]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect(await inForce()).toMatchObject([{ id: same }]);
});

it('whoever publishes while another plan comes into force is told so, and changes nothing', async () => {
  const own = await smallTown();
  const [first, second] = await Promise.all(
    ['甲方案', '乙方案'].map(async (name) => (await upload(own.app, 'centre', sound(name))).json().plan.id),
  );
  const url = `/api/grid-plans/${second}/publish`;
  const late = await own.database.transaction(async (tx) => {
    await tx.run(
      sql`update places.grid_plans set status = 'superseded' where district = ${DISTRICT} and status = 'published'`,
    );
    const answer = own.app.inject({ method: 'POST', url, headers: { 'x-person': 'centre' } });
    await vi.waitFor(async () => expect(await own.database.rows(waiting)).toHaveLength(1), 10_000);
    await tx.run(publishing(first));
    return { answer };
  });
  expect((await late.answer).json()).toMatchObject({ status: 409, code: 'published_meanwhile' });
  const ids = await own.database.rows(sql`select id from places.grid_plans where status = 'published'`);
  expect(ids).toEqual([{ id: first }]);
  await own.close();
});

it('every step is in the ledger, and the state of each plan is what its ledger says', async () => {
  const report = await verifyChains(town.database, DISTRICT, { checks: town.places.module.streams });
  expect(report.broken).toBeNull();
  expect(report.streams).toBe((await plans()).length);
  const [{ id }] = await inForce();
  const seqOf = (seq: number) =>
    town.database.run(sql`update places.grid_plans set seq = ${seq} where district = ${DISTRICT} and id = ${id}`);
  await seqOf(9);
  expect((await verifyChains(town.database, DISTRICT, { checks: town.places.module.streams })).broken).toMatchObject({
    streamId: id,
    why: 'head',
  });
  await seqOf(2);
});

const faultsOf = (id: string, faults: number) =>
  town.database.run(sql`update places.grid_plans set faults = ${faults} where district = ${DISTRICT} and id = ${id}`);
const force = (id: string) => town.database.run(publishing(id));

it('the database refuses to publish a plan that has faults', async () => {
  const id = await draft(sound('完好'));
  await faultsOf(id, 1);
  await expect(force(id)).rejects.toMatchObject({ constraint: 'only_sound_plans_are_published' });
});

it('the database refuses a plan whose grids do not add up, whatever its row says', async () => {
  const { id } = (await send('centre', overlapping)).json().plan;
  await faultsOf(id, 0);
  await expect(force(id)).rejects.toMatchObject({ constraint: 'grids_cover_the_district' });
});

it('the database refuses a second plan in force, a plan born published, and a change of grids once in force', async () => {
  const id = await draft(sound('第二个'));
  await expect(force(id)).rejects.toMatchObject({ constraint: 'one_published_plan' });
  const [{ id: published }] = await inForce();
  await expect(
    town.database.run(sql`
      insert into places.grid_plans (district, id, name, status, grids, faults, crs, created, published, hash)
      values (${DISTRICT}, gen_random_uuid(), 'x', 'published', 4, 0, 'wgs84', now(), now(), ${'0'.repeat(64)})`),
  ).rejects.toMatchObject({ constraint: 'plans_begin_as_drafts' });
  for (const change of [
    sql`update places.grids set households = 1 where district = ${DISTRICT} and plan = ${published}`,
    sql`update places.grids set plan = ${id} where district = ${DISTRICT} and plan = ${published}`,
    sql`delete from places.grids where district = ${DISTRICT} and plan = ${published}`,
  ]) {
    await expect(town.database.run(change)).rejects.toMatchObject({ constraint: 'published_grids_stay' });
  }
});

it('the database refuses a grid in no community', async () => {
  const id = await draft(sound('游离'));
  const insert = town.database.run(sql`
    insert into places.grids (district, plan, code, community, name, kind, households, polygons, area2)
    values (${DISTRICT}, ${id}, '320508009009001', '320508009009', 'x', 'comprehensive', 1,
            ${JSON.stringify([[[...ringOf([0, 0, 1, 1])]]])}::jsonb, 1)`);
  await expect(insert).rejects.toMatchObject({ code: '23503' });
});
