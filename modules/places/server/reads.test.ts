import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromWgs84 } from '../core/crs.ts';
import { at } from '../core/small-district.ts';
import { type SmallTown, smallTown } from './small-town.ts';

let town: SmallTown;
beforeAll(async () => {
  town = await smallTown();
});
afterAll(() => town.close());

const get = (url: string, headers: Record<string, string> = {}) => town.app.inject({ url, headers });
const locate = (query: Record<string, string | number>) =>
  get(`/api/locate?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]))}`);

it('plans: nobody who is not signed in sees them', async () => {
  expect((await get('/api/grid-plans')).statusCode).toBe(401);
});

it('plans: a resident or grid worker does not see them, an auditor does', async () => {
  expect((await get('/api/grid-plans', { 'x-person': 'resident' })).statusCode).toBe(403);
  expect((await get('/api/grid-plans', { 'x-person': 'gridWorker' })).statusCode).toBe(403);
  const answer = await get('/api/grid-plans', { 'x-person': 'auditor' });
  expect(answer.json()).toMatchObject([{ name: '示意网格方案', status: 'in_force', grids: 4, faults: 0 }]);
});

it('areas come with the grids and households in them', async () => {
  const areas = (await get('/api/areas')).json();
  expect(areas).toHaveLength(5);
  expect(areas[0]).toEqual({
    code: '320508',
    name: '小区划',
    level: 'district',
    parent: null,
    grids: 4,
    households: 1300,
  });
});

it('grids are listed by area; an unknown area is said to be unknown', async () => {
  expect((await get('/api/grids')).json()).toHaveLength(4);
  expect((await get('/api/grids?area=320508002')).json().map((grid: { code: string }) => grid.code)).toEqual([
    '320508002001001',
    '320508002001002',
  ]);
  expect((await get('/api/grids?area=320508009')).json()).toMatchObject({ status: 404, code: 'unknown_area' });
  expect((await get('/api/grids?area=x')).statusCode).toBe(422);
});

it('a grid tells whose duty it is, with the telephone of the post and never an id', async () => {
  const answer = await get('/api/grids/320508001001001');
  expect(answer.json()).toMatchObject({
    name: '西社区第一网格',
    community: '西社区',
    street: '西街道',
    bounds: [120.6, 31.3, 120.61, 31.32],
    people: [
      { name: '陆小雨', role: 'grid_worker', phone: '0512-55550101', area: '西社区第一网格' },
      { name: '顾敏', role: 'grid_head', phone: null, area: '西社区第一网格' },
      { name: '何书记', role: 'community_secretary', phone: '0512-55550100', area: '西社区' },
    ],
  });
  expect(answer.body).not.toContain('00000000-0000-7000');
  expect((await get('/api/grids/320508001001009')).json()).toMatchObject({ status: 404, code: 'unknown_grid' });
});

it('locate: a place on a shared edge and on a shared vertex lies in one grid, every time', async () => {
  const codes = async (x: number, y: number) => {
    const answers = await Promise.all([1, 2, 3].map(() => locate({ ...at(x, y) })));
    return [...new Set(answers.map((answer) => answer.json().grid.code))];
  };
  expect(await codes(1, 0.5)).toEqual(['320508001001002']);
  expect(await codes(2, 1)).toEqual(['320508002001002']);
});

it('locate: outside, the nearest grid is named with the distance', async () => {
  expect((await locate(at(5, 0.5))).json()).toMatchObject({
    inside: false,
    grid: { code: '320508002001001' },
    metres: expect.closeTo(952, -1),
  });
});

it('locate: a place given in GCJ-02 or BD-09 is the same place', async () => {
  for (const crs of ['gcj02', 'bd09'] as const) {
    const answer = await locate({ ...fromWgs84(at(1.5, 0.5), crs), crs });
    expect(answer.json()).toMatchObject({ inside: true, grid: { code: '320508001001002' }, point: at(1.5, 0.5) });
  }
});

it('locate: swapped or impossible coordinates and unknown systems are refused with a sentence', async () => {
  const swapped = await locate({ lon: 31.31, lat: 120.62 });
  expect(swapped.json()).toMatchObject({
    status: 422,
    code: 'bad_place',
    reasons: [{ rule: 'coordinates_are_not_swapped' }, { rule: 'coordinates_are_in_range' }],
  });
  expect((await locate({ lon: 200, lat: 31 })).json()).toMatchObject({ code: 'bad_place' });
  expect((await locate({ lon: 'east', lat: 31 })).json()).toMatchObject({ code: 'invalid_input' });
  expect((await locate({ lat: 31 })).json()).toMatchObject({ code: 'invalid_input', reasons: [{ field: 'lon' }] });
  expect((await locate({ ...at(1, 1), crs: 'mars' })).json()).toMatchObject({ code: 'invalid_input' });
});

it('locate: where the formula of GCJ-02 has no inverse, that is said', async () => {
  const answer = await locate({ lon: 72.0041, lat: 40, crs: 'gcj02' });
  expect(answer.json()).toMatchObject({ status: 422, code: 'bad_place', reasons: [{ rule: 'place_exists' }] });
});

it.each([
  ['district', 1],
  ['street', 2],
  ['community', 2],
  ['grid', 4],
  ['base', 0],
])('layer %s has %i features', async (layer, count) => {
  const answer = await get(`/api/map/${layer}`);
  expect(answer.headers['content-type']).toBe('application/geo+json; charset=utf-8');
  expect(answer.json().features).toHaveLength(count);
});

it('a layer is sent compressed to those who take it, and not again to those who have it', async () => {
  const plain = await get('/api/map/grid');
  const compressed = await get('/api/map/grid', { 'accept-encoding': 'br, gzip;q=0.8' });
  expect(compressed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(compressed.rawPayload).equals(plain.rawPayload)).toBe(true);
  expect(compressed.headers.etag).not.toBe(plain.headers.etag);
  const again = await get('/api/map/grid', {
    'accept-encoding': 'gzip',
    'if-none-match': String(compressed.headers.etag),
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const refused = await get('/api/map/grid', { 'accept-encoding': 'gzip;q=0' });
  expect(refused.headers['content-encoding']).toBeUndefined();
  expect((await get('/api/map/buildings')).statusCode).toBe(422);
});

it('a grid of the layer is drawn exactly as it is stored', async () => {
  const [first] = (await get('/api/map/grid')).json().features;
  expect(first.properties).toEqual({
    code: '320508001001001',
    name: '西社区第一网格',
    kind: 'comprehensive',
    households: 310,
  });
  expect(first.geometry.coordinates[0]).toEqual([
    [120.6, 31.3],
    [120.61, 31.3],
    [120.61, 31.31],
    [120.61, 31.32],
    [120.6, 31.32],
    [120.6, 31.31],
    [120.6, 31.3],
  ]);
});

it('before the first plan every answer says that there is none', async () => {
  const bare = await smallTown(null);
  expect((await bare.app.inject('/api/areas')).json()).toMatchObject({ status: 503, code: 'no_plan_published' });
  expect(() => bare.places.queries.district()).toThrow(/no_plan_published/);
  await bare.close();
});

it('other modules ask the same plan', () => {
  const { queries } = town.places;
  expect(queries.district()).toMatchObject({ code: '320508', level: 'district' });
  expect(queries.locate(at(0.5, 0.5))).toMatchObject({ inside: true, grid: { code: '320508001001001' } });
  expect([queries.nameOf('320508001'), queries.nameOf('999')]).toEqual(['西街道', '999']);
  expect(queries.findGrid('320508001001009')).toBeUndefined();
  expect(queries.grids()).toHaveLength(4);
});
