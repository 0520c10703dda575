import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { newId, sql, verifyChains } from '#packages/server-kit';
import { addDays } from '../core/day.ts';
import { at, DISTRICT, featureOf, GRIDS, layerOf, ringOf, STREETS } from '../core/small-district.ts';
import { type SmallTown, smallTown, type Upload, upload } from './small-town.ts';

let town: SmallTown;
beforeAll(async () => {
  town = await smallTown();
});
afterAll(() => town.close());

const [WEST, MIDDLE, SOUTH] = GRIDS;
const sound = (name: string): Upload => ({ file: JSON.stringify(layerOf()), crs: 'wgs84', name });
/** The first grid has another name: one street is concerned. */
const renamed = (name: string, grid = '西社区新第一网格'): Upload => {
  const layer = layerOf();
  layer.features[0] = featureOf({ ...WEST, name: grid }, WEST.at);
  return { file: JSON.stringify(layer), crs: 'wgs84', name };
};
/** The border between the two western grids lies elsewhere, and an eastern grid has another name: two streets are concerned. */
const moved = (name: string): Upload => {
  const layer = layerOf((grid) => (grid === WEST ? [0, 0, 1, 2] : grid.at));
  layer.features[2] = featureOf({ ...SOUTH, name: '东社区南网格' }, SOUTH.at);
  layer.features[0] = featureOf({ ...WEST, households: 333 }, WEST.at);
  return { file: JSON.stringify(layer), crs: 'wgs84', name };
};
const overlapping: Upload = {
  file: JSON.stringify(layerOf((grid) => (grid === WEST ? [0, 0, 2, 2] : grid.at))),
  crs: 'wgs84',
  name: '有重叠',
};

const send = (who: string, form: Upload) => upload(town.app, who, form);
const get = async (who: string, url: string) => {
  const answer = await town.app.inject({ url, headers: { 'x-person': who } });
  return { status: answer.statusCode, body: answer.json() };
};
const post = async (who: string, url: string, body: object = {}) => {
  const answer = await town.app.inject({
    method: 'POST',
    url,
    headers: { 'x-person': who },
    payload: { transaction: newId(), ...body },
  });
  return { status: answer.statusCode, body: answer.json() };
};
const pageOf = async (id: string, who = 'auditor') => (await get(who, `/api/grid-plans/${id}`)).body;
/** One step of a plan, on the version as it is. */
const step = async (who: string, id: string, verb: string, body: object = {}) =>
  post(who, `/api/grid-plans/${id}/${verb}`, { version: (await pageOf(id)).version, ...body });
const draft = async (form: Upload): Promise<string> => (await send('streetStaff', form)).json().plan.id;
const plans = async () => (await get('auditor', '/api/grid-plans')).body;
const inForce = async () => (await plans()).filter((plan: { status: string }) => plan.status === 'in_force');
const rulesOf = ({ body }: { body: { reasons: { rule: string }[] } }) => body.reasons.map(({ rule }) => rule);

/** All the way from a checked plan to the day before it takes effect. */
async function toFiled(id: string, streets: readonly string[]): Promise<void> {
  expect((await step('centre', id, 'announce', { days: 7 })).status).toBe(200);
  town.passDays(8);
  for (const who of streets) expect((await step(who, id, 'approve')).status).toBe(200);
}

/** A step past the program, as a hand on the database would do it. */
const forced = (id: string, status: string) =>
  town.database.run(sql`
    update places.grid_plans set status = ${status}, published = ${status === 'in_force' ? new Date() : null},
      state = state || jsonb_build_object('status', ${status}::text)
    where district = ${DISTRICT} and id = ${id}`);

it('nobody uploads or moves a plan on without signing in', async () => {
  expect((await send('nobody', sound('无名'))).json()).toMatchObject({ status: 401, code: 'sign_in_needed' });
  const id = await draft(renamed('无名'));
  for (const verb of ['announce', 'approve', 'file', 'withdraw']) {
    const body = { version: 2, days: 7, effective: '2027-01-01', reason: 'x' };
    expect((await post('nobody', `/api/grid-plans/${id}/${verb}`, body)).status).toBe(401);
  }
});

it('who may what: street staff upload, the district announces, the auditor looks on, the public sees no draft', async () => {
  for (const who of ['resident', 'gridWorker', 'auditor']) expect((await send(who, sound(who))).statusCode).toBe(403);
  const id = await draft(renamed('街道提出的方案'));
  expect((await step('streetStaff', id, 'announce', { days: 7 })).body).toMatchObject({ code: 'not_allowed' });
  expect((await step('auditor', id, 'announce', { days: 7 })).status).toBe(403);
  expect((await get('nobody', `/api/grid-plans/${id}`)).status).toBe(404);
  expect((await get('resident', `/api/grid-plans/${id}/layer`)).status).toBe(404);
  expect((await get('nobody', '/api/grid-plans')).status).toBe(401);
});

it('a department that divides by itself is refused, and told what it can do instead', async () => {
  const answer = (await send('department', sound('部门网格'))).json();
  expect(answer).toMatchObject({ status: 403, code: 'one_grid_for_all', reasons: [{ rule: 'no_second_division' }] });
  expect(answer.possible.map(({ action }: { action: string }) => action)).toEqual(['register_use', 'propose']);
});

it('a department registers that it works on the one grid, and nobody else does it for them', async () => {
  const use = { organisation: '00000000-0000-7000-8000-0000000000aa', purpose: '市容巡查', since: '2026-07-01' };
  expect((await post('centre', '/api/grid-uses', use)).body).toMatchObject({ code: 'use_not_yours' });
  expect((await post('nobody', '/api/grid-uses', use)).status).toBe(401);
  const made = await post('department', '/api/grid-uses', use);
  expect(made.body).toMatchObject({ purpose: '市容巡查', organisation: { name: '城市管理局' }, until: null });
  const ended = await post('department', `/api/grid-uses/${made.body.id}/end`, { until: '2026-12-31' });
  expect(ended.body.until).toBe('2026-12-31');
  expect((await get('nobody', '/api/grid-uses')).body).toMatchObject([{ purpose: '市容巡查' }]);
  expect((await post('centre', `/api/grid-uses/${made.body.id}/end`, { until: '2026-12-31' })).status).toBe(403);
  expect((await post('department', `/api/grid-uses/${newId()}/end`, { until: '2026-12-31' })).status).toBe(404);
});

it('a layer with faults stays a draft: it goes no further, by the program or past it', async () => {
  const answer = (await send('centre', overlapping)).json();
  expect(answer.plan).toMatchObject({ status: 'draft', faults: answer.faults.length });
  const overlap = answer.faults.find(({ kind }: { kind: string }) => kind === 'overlap');
  expect(overlap).toMatchObject({
    ids: [WEST.code, MIDDLE.code],
    where: { type: 'Polygon' },
    text: expect.stringContaining('重叠'),
  });
  expect(overlap.area_m2 / 1e6).toBeCloseTo(2.11, 1);
  const { id } = answer.plan;
  expect(rulesOf(await step('centre', id, 'announce', { days: 7 }))).toEqual(['action_belongs_to_stage']);
  expect((await pageOf(id)).waits).toMatchObject([{ rule: 'plan_is_sound' }]);
  for (const status of ['checked', 'in_force']) {
    await expect(forced(id, status)).rejects.toMatchObject({ constraint: 'grids_cover_the_district' });
  }
  await town.database.run(sql`
    update places.grid_plans set faults = 0, state = state || '{"faults": 0}' where district = ${DISTRICT} and id = ${id}`);
  await expect(forced(id, 'checked')).rejects.toMatchObject({ constraint: 'grids_cover_the_district' });
  const { faults } = answer.plan;
  await town.database.run(sql`
    update places.grid_plans set faults = ${faults}, state = state || jsonb_build_object('faults', ${faults}::integer)
    where district = ${DISTRICT} and id = ${id}`);
});

it('a draft is redrawn: the same plan, with another layer, checked anew', async () => {
  const { id } = (await send('centre', overlapping)).json().plan;
  const answer = (await send('streetStaff', { ...renamed('已改正'), plan: id })).json();
  expect(answer.plan).toMatchObject({ id, name: '已改正', status: 'checked', faults: 0 });
  expect((await pageOf(id)).history.map(({ action }: { action: string }) => action)).toEqual([
    'import',
    'redraw',
    'check',
  ]);
  const layer = (await get('auditor', `/api/grid-plans/${id}/layer`)).body;
  expect(layer.features[0].properties.name).toBe('西社区新第一网格');
});

it('a plan that changes nothing cannot be announced; one that does is, for long enough', async () => {
  const same = await draft(sound('没有变化'));
  expect(rulesOf(await step('centre', same, 'announce', { days: 7 }))).toEqual(['plan_changes_something']);
  const id = await draft(renamed('公示期'));
  expect(rulesOf(await step('centre', id, 'announce', { days: 3 }))).toEqual(['notice_is_long_enough']);
  expect((await step('centre', id, 'announce', { days: 5 })).body).toMatchObject({
    status: 'noticed',
    approvals: [{ street: STREETS[0], name: '西街道', at: null }],
  });
  expect((await get('nobody', '/api/grid-notices')).body).toMatchObject([{ id, changed: [WEST.code] }]);
  expect((await send('centre', { ...sound('不能再改'), plan: id })).json()).toMatchObject({ code: 'plan_stays' });
  expect((await step('centre', id, 'withdraw', { reason: '重新征求意见' })).body.status).toBe('withdrawn');
});

it('the whole way: comments answered, both streets approve, the district files, on its day the plan takes effect', async () => {
  const other = await town.another();
  const before = (await inForce())[0].id;
  const id = await draft(moved('新方案'));
  expect(await pageOf(id)).toMatchObject({ changed: { grids: 2, households: 0 }, possible: [] });
  await step('centre', id, 'announce', { days: 7 });

  const url = `/api/grid-plans/${id}/comments`;
  const transaction = newId();
  const words = { transaction, text: '幼儿园门口应划在一个网格里', place: at(0.5, 0.5) };
  expect((await post('nobody', url, words)).body).toMatchObject({ number: 1, answer: null });
  expect((await post('nobody', url, words)).body).toMatchObject({ number: 1 });
  expect((await get('nobody', url)).body).toMatchObject([{ number: 1, text: null, place: null }]);
  expect((await get('streetStaff', url)).body).toMatchObject([{ text: words.text }]);
  expect((await post('nobody', url, { text: ' ' })).status).toBe(422);

  expect(rulesOf(await step('streetStaff', id, 'approve'))).toEqual(['notice_is_over', 'comments_are_answered']);
  town.passDays(8);
  expect(rulesOf(await post('nobody', url, { text: '太晚了' }))).toEqual(['notice_is_open']);
  expect(rulesOf(await step('streetStaff', id, 'approve'))).toEqual(['comments_are_answered']);
  const answer = { answer: '已采纳，边界沿围墙。', release: true };
  expect((await step('resident', id, 'comments/1/answer', answer)).status).toBe(403);
  expect((await step('streetStaff', id, 'comments/1/answer', answer)).body.comments).toEqual({
    total: 1,
    unanswered: 0,
  });
  expect(rulesOf(await step('streetStaff', id, 'comments/1/answer', answer))).toEqual(['comment_waits_for_an_answer']);
  expect((await get('nobody', url)).body).toMatchObject([{ text: words.text, answer: '已采纳，边界沿围墙。' }]);

  expect((await step('streetStaff', id, 'approve')).body.status).toBe('noticed');
  expect(rulesOf(await step('streetStaff', id, 'approve'))).toEqual(['street_has_not_approved']);
  expect((await step('otherStreet', id, 'approve')).body).toMatchObject({ status: 'approved' });

  expect(rulesOf(await step('centre', id, 'file', { effective: '2020-01-01' }))).toEqual(['effective_day_is_not_past']);
  const tomorrow = addDays(town.today(), 1);
  expect((await step('centre', id, 'file', { effective: tomorrow })).body.status).toBe('filed');
  expect((await pageOf(id)).waits).toMatchObject([{ rule: 'day_of_effect_has_come' }]);
  await town.runJob('places-plans');
  expect((await inForce())[0].id).toBe(before);

  town.passDays(1);
  await Promise.all([town.runJob('places-plans'), town.runJob('places-plans')]);
  expect(await inForce()).toMatchObject([{ id, name: '新方案' }]);
  expect(await pageOf(before)).toMatchObject({ status: 'superseded' });
  const located = await get('nobody', `/api/locate?lon=${at(3, 0.5).lon}&lat=${at(3, 0.5).lat}`);
  expect(located.body.grid.name).toBe('东社区南网格');
  await vi.waitFor(
    () => expect(other.queries.locate(at(3, 0.5))).toMatchObject({ grid: { name: '东社区南网格' } }),
    10_000,
  );
});

it('a plan filed for today takes effect at once', async () => {
  const id = await draft(renamed('今日生效', '西社区甲网格'));
  await toFiled(id, ['streetStaff', 'otherStreet']);
  expect((await step('centre', id, 'file', { effective: town.today() })).body.status).toBe('in_force');
  expect(rulesOf(await step('centre', id, 'withdraw', { reason: '太晚了' }))).toEqual(['action_belongs_to_stage']);
});

it('two people at once: the second is told that the plan has moved on, and what is possible', async () => {
  const id = await draft(renamed('同时', '西社区乙网格'));
  const { version } = await pageOf(id);
  const ask = (who: string) => post(who, `/api/grid-plans/${id}/announce`, { version, days: 7 });
  const both = await Promise.all([ask('centre'), ask('administrator')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const late = both.find(({ status }) => status === 409);
  expect(late?.body).toMatchObject({ code: 'stale_plan' });
  expect(late?.body.possible.map(({ action }: { action: string }) => action)).toContain('withdraw');
  await step('centre', id, 'withdraw', { reason: '试验' });
});

it('thirty people comment at once: each is heard once, also who sends twice, and staff answer meanwhile', async () => {
  const id = await draft(renamed('众说', '西社区丙网格'));
  await step('centre', id, 'announce', { days: 7 });
  const url = `/api/grid-plans/${id}/comments`;
  const spoken = Array.from({ length: 30 }, (_, i) => ({ transaction: newId(), text: `第 ${i + 1} 个人的意见` }));
  const answers = await Promise.all([...spoken, ...spoken.slice(0, 5)].map((words) => post('nobody', url, words)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const heard = (await get('centre', url)).body;
  expect(heard.map(({ number }: { number: number }) => number)).toEqual(spoken.map((_, i) => i + 1));
  expect(new Set(heard.map(({ text }: { text: string }) => text)).size).toBe(30);
  expect(answers[34].body).toMatchObject({ number: answers[4].body.number, text: spoken[4].text });
  const { version } = await pageOf(id);
  const answer = (number: number) =>
    post('centre', `${url}/${number}/answer`, { version, answer: '已收到', release: false });
  expect((await Promise.all([answer(1), answer(2), answer(3)])).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await pageOf(id)).comments).toEqual({ total: 30, unanswered: 27 });
  expect((await get('nobody', url)).body[0]).toMatchObject({ text: null, answer: null, answered: expect.any(String) });
  await step('centre', id, 'withdraw', { reason: '试验' });
  expect(rulesOf(await post('nobody', url, { text: '还有' }))).toEqual(['action_belongs_to_stage']);
});

it('what is possible: a street that is concerned approves, visitors comment while the notice lasts', async () => {
  const id = await draft(renamed('各有其事', '西社区丁网格'));
  const mayDo = async (who: string) =>
    (await pageOf(id, who)).possible.map(({ action }: { action: string }) => action).sort();
  expect(await mayDo('streetStaff')).toEqual(['redraw']);
  expect((await post('nobody', `/api/grid-plans/${id}/comments`, { text: '看不见' })).status).toBe(404);
  await step('centre', id, 'announce', { days: 5 });
  expect(await mayDo('nobody')).toEqual(['comment']);
  expect(await mayDo('streetStaff')).toEqual(['answer', 'approve', 'comment']);
  expect(await mayDo('otherStreet')).toEqual(['comment']);
  town.passDays(5);
  expect(await mayDo('nobody')).toEqual([]);
  expect(rulesOf(await step('otherStreet', id, 'approve'))).toEqual(['street_is_concerned']);
  expect((await step('centre', id, 'approve')).status).toBe(403);
  await step('centre', id, 'withdraw', { reason: '重新征求意见' });
  expect((await pageOf(id)).history.at(-1)).toMatchObject({ action: 'withdraw', reason: '重新征求意见' });
});

it('a plan whose comparison is past goes no further: not to approval, not to filing, not into force', async () => {
  const [late, filed] = [await draft(renamed('落后', '西社区戊网格')), await draft(renamed('先备案', '西社区己网格'))];
  const first = await draft(renamed('先生效', '西社区庚网格'));
  for (const id of [late, filed, first]) await step('centre', id, 'announce', { days: 5 });
  town.passDays(5);
  for (const id of [filed, first]) await step('streetStaff', id, 'approve');
  const tomorrow = addDays(town.today(), 1);
  expect((await step('centre', filed, 'file', { effective: tomorrow })).body.status).toBe('filed');
  const { version, changed } = await pageOf(late);
  expect((await step('centre', first, 'file', { effective: town.today() })).body.status).toBe('in_force');
  expect(rulesOf(await post('streetStaff', `/api/grid-plans/${late}/approve`, { version }))).toEqual([
    'compared_plan_is_in_force',
  ]);
  town.passDays(1);
  await town.runJob('places-plans');
  expect(await inForce()).toMatchObject([{ id: first }]);
  expect(await pageOf(filed)).toMatchObject({ status: 'filed', waits: [{ rule: 'compared_plan_is_in_force' }] });
  expect((await pageOf(late)).changed).toEqual(changed);
  expect((await get('nobody', `/api/grid-plans/${first}/changes`)).body.renamed).toMatchObject([
    { code: WEST.code, to: '西社区庚网格' },
  ]);
  for (const id of [late, filed]) await step('centre', id, 'withdraw', { reason: '比较已过时' });
});

it('sent twice, a layer and a use are kept once; a transaction id is not used for something else', async () => {
  const form = { ...renamed('只要一份'), transaction: newId() };
  const [one, again] = [(await send('streetStaff', form)).json().plan, (await send('streetStaff', form)).json().plan];
  expect(again).toEqual(one);
  const { transaction } = form;
  expect((await step('centre', one.id, 'announce', { days: 7, transaction })).body.code).toBe('transaction_reused');
  expect((await step('centre', one.id, 'withdraw', { reason: 'x', transaction })).body.code).toBe('transaction_reused');
  const late = { ...renamed('晚了一步'), plan: one.id, version: '1' };
  expect((await send('centre', late)).json()).toMatchObject({ code: 'stale_plan' });
  const use = { organisation: '00000000-0000-7000-8000-0000000000aa', purpose: '消防检查', since: '2026-07-01' };
  const uses = [await post('department', '/api/grid-uses', { ...use, transaction })];
  uses.push(await post('department', '/api/grid-uses', { ...use, transaction }));
  expect(uses[1].body).toEqual(uses[0].body);
  const broken = (await send('centre', { ...late, transaction: 'x', version: 'x' })).json();
  expect(broken.reasons.map(({ field }: { field: string }) => field)).toEqual(['transaction', 'version']);
});

it('comparison: moved land with its households, against the plan in force or another', async () => {
  const layer = layerOf();
  layer.features[0] = featureOf(WEST, [0, 0, 1, 1]);
  layer.features[1] = featureOf(MIDDLE, [0, 1, 1, 2]);
  const halves = {
    ...layer,
    features: [featureOf(WEST, [0, 0, 2, 1]), featureOf(MIDDLE, [0, 1, 2, 2]), ...layer.features.slice(2)],
  };
  const id = await draft({ file: JSON.stringify(halves), crs: 'wgs84', name: '横切' });
  const { body } = await get('centre', `/api/grid-plans/${id}/changes`);
  expect(body.changed.map(({ code }: { code: string }) => code)).toEqual([WEST.code, MIDDLE.code]);
  expect(body.moves).toHaveLength(2);
  expect(body.households_moved).toBe((WEST.households + MIDDLE.households) / 2);
  const same = await draft({ file: JSON.stringify(halves), crs: 'wgs84', name: '横切二' });
  const between = (await get('centre', `/api/grid-plans/${same}/changes?against=${id}`)).body;
  expect(between).toMatchObject({ changed: [], moves: [], against: { id } });
});

it('micro-grids cover the grid that they lie below, or they are faults', async () => {
  const micro = (code: string, box: readonly [number, number, number, number]) => {
    const feature = featureOf({ ...WEST, code, name: `微网格${code.slice(-2)}`, households: 60 }, box);
    return { ...feature, properties: { ...feature.properties, kind: 'micro' } };
  };
  const layer = (boxes: readonly (readonly [number, number, number, number])[]) => ({
    ...layerOf(),
    features: [...layerOf().features, ...boxes.map((box, i) => micro(`${WEST.code}0${i + 1}`, box))],
  });
  const form = (boxes: readonly (readonly [number, number, number, number])[]) => ({
    file: JSON.stringify(layer(boxes)),
    crs: 'wgs84',
    name: '微网格',
  });
  const good = (
    await send(
      'centre',
      form([
        [0, 0, 1, 1],
        [0, 1, 1, 2],
      ]),
    )
  ).json();
  expect(good).toMatchObject({ grids: 4, faults: [], plan: { status: 'checked' } });
  expect((await get('centre', `/api/grid-plans/${good.plan.id}/layer?kind=micro`)).body.features).toHaveLength(2);
  const gap = (await send('centre', form([[0, 0, 1, 1]]))).json();
  expect(gap.plan.status).toBe('draft');
  expect(gap.faults.map(({ kind }: { kind: string }) => kind)).toEqual(['gap']);
});

it('a sound layer is kept as a draft, with the file as it came', async () => {
  const form = sound('完好方案');
  const answer = await send('centre', form);
  expect(answer.json()).toMatchObject({
    plan: { name: '完好方案', status: 'checked', grids: 4, faults: 0, published: null },
    grids: 4,
    faults: [],
  });
  expect(answer.json().area_m2 / 1e6).toBeCloseTo(8.44, 1);
  const kept = await town.database.first<{ upload: Buffer }>(
    sql`select upload from places.grid_plans where district = ${DISTRICT} and id = ${answer.json().plan.id}`,
  );
  expect(kept?.upload.toString()).toBe(form.file);
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

it('every step is in the ledger, and the state of each plan is what its ledger says', async () => {
  const verify = () => verifyChains(town.database, DISTRICT, { checks: town.places.module.streams });
  const [{ id }] = await inForce();
  const set = (patch: object) =>
    town.database.run(sql`
      update places.grid_plans set state = state || ${JSON.stringify(patch)}::jsonb where district = ${DISTRICT} and id = ${id}`);
  const { state } = (await town.database.first<{ state: { effective: string } }>(
    sql`select state from places.grid_plans where district = ${DISTRICT} and id = ${id}`,
  ))!;
  await set({ effective: '2030-01-01' });
  expect((await verify()).broken).toMatchObject({ streamId: id, why: 'state' });
  await set({ effective: state.effective });
  expect((await verify()).streams).toBe((await plans()).length);
});

it('the database refuses a second plan in force, a plan born further than a draft, and a change of grids on notice or in force', async () => {
  const id = await draft(sound('第二个'));
  await expect(forced(id, 'in_force')).rejects.toMatchObject({ constraint: 'one_plan_in_force' });
  await expect(
    town.database.run(sql`
      update places.grid_plans set faults = 1, state = state || '{"faults": 1}' where district = ${DISTRICT} and id = ${id}`),
  ).rejects.toMatchObject({ constraint: 'only_sound_plans_go_on' });
  await expect(forced(id, 'noticed')).rejects.toMatchObject({ constraint: 'plan_was_on_notice' });
  const noticed = await draft(renamed('公示中不改', '西社区辛网格'));
  await step('centre', noticed, 'announce', { days: 7 });
  for (const change of [
    sql`update places.grids set households = 1 where district = ${DISTRICT} and plan = ${noticed}`,
    sql`insert into places.micro_grids (district, plan, code, grid, name, households, polygons, area2)
        values (${DISTRICT}, ${noticed}, ${`${WEST.code}01`}, ${WEST.code}, 'x', 1, '[]', 1)`,
  ]) {
    await expect(town.database.run(change)).rejects.toMatchObject({ constraint: 'published_grids_stay' });
  }
  await step('centre', noticed, 'withdraw', { reason: '试验' });
  const [{ id: current }] = await inForce();
  await expect(
    town.database.run(sql`
      insert into places.grid_plans (district, id, name, status, grids, faults, crs, created, published, hash, state)
      values (${DISTRICT}, gen_random_uuid(), 'x', 'in_force', 4, 0, 'wgs84', now(), now(), ${'0'.repeat(64)}, '{}')`),
  ).rejects.toMatchObject({ constraint: 'plans_begin_as_drafts' });
  for (const change of [
    sql`update places.grids set households = 1 where district = ${DISTRICT} and plan = ${current}`,
    sql`update places.grids set plan = ${id} where district = ${DISTRICT} and plan = ${current}`,
    sql`delete from places.grids where district = ${DISTRICT} and plan = ${current}`,
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
