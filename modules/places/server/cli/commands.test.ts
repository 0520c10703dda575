import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Polygon } from '#packages/coverage';
import { featuresOf, type OutputFormat, type WriteOptions, writeLayer } from '#packages/geo-formats';
import { gridCheck, gridDiff, gridDivide, gridLocate, gridUnify } from '../cli.ts';

let folder: string;
let out: string[];
let err: string[];
const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-grid-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  out = [];
  err = [];
});

/** A box on a lattice of 0.001 degree beside Suzhou. */
const box = (x: number, y: number, w: number, h: number): Polygon[] => {
  const [west, south, east, north] = [x, y, x + w, y + h].map(
    (v, i) => (i % 2 === 0 ? 1_206_000_000 : 313_000_000) + v * 10_000,
  );
  return [[Int32Array.of(west, south, east, south, east, north, west, north)]];
};
const cell = (id: string, ...at: [number, number, number, number]) => ({
  id,
  polygons: box(...at),
  properties: { name: `网格${id}` },
});

const at = (name: string): string => join(folder, name);

async function layer(
  name: string,
  cells: readonly { id: string; polygons: Polygon[] }[],
  format: OutputFormat = 'geojson',
  options: Partial<WriteOptions> = {},
): Promise<string> {
  const { bytes } = await writeLayer(featuresOf(cells), format, { name: basename(name), ...options });
  writeFileSync(at(name), bytes);
  return at(name);
}

function text(name: string, content: string): string {
  writeFileSync(at(name), content);
  return at(name);
}

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const WEST = cell('1', 0, 0, 10, 10);
const EAST = cell('2', 10, 0, 10, 10);
const DISTRICT = cell('district', 0, 0, 20, 10);

it.each([
  ['grids.zip', 'shapefile', 'EPSG:4549'],
  ['grids.fgb', 'flatgeobuf', 'EPSG:4528'],
  ['grids.kmz', 'kmz', 'wgs84'],
  ['grids.kml', 'kml', 'wgs84'],
] as const)('check: %s in %s and %s is the same exact coverage', async (name, format, crs) => {
  const boundary = await layer('district.geojson', [DISTRICT]);
  expect(
    await gridCheck([await layer(name, [WEST, EAST], format, { crs }), '--boundary', boundary, '--json'], io),
  ).toBe(0);
  expect(JSON.parse(out[0])).toMatchObject({ valid: true, grids: 2, faults: [] });
});

it('check: the coordinate system of a file that does not say is asked for, and can be said for each file', async () => {
  const grids = await layer('amap.zip', [WEST, EAST], 'shapefile', { crs: 'gcj02' });
  expect(await gridCheck([grids], io)).toBe(2);
  expect(err[0]).toContain('State it with --crs');
  expect(err.join('\n')).toMatch(/--crs amap\.zip=gcj02 {2}GCJ-02.*@ 120\.6/);
  const boundary = await layer('district.geojson', [DISTRICT]);
  expect(await gridCheck([grids, '--boundary', boundary, '--crs', 'amap.zip=gcj02'], io)).toBe(0);
});

it('check: an id from a field that is named; what is wrong in a file is told with its name', async () => {
  const grids = await layer('names.geojson', [WEST, EAST]);
  expect(await gridCheck([grids, '--id', 'name', '--json'], io)).toBe(0);
  expect(await gridCheck([grids, '--id', 'Q'], io)).toBe(2);
  expect(err.at(-1)).toMatch(/^names\.geojson: .*no field "Q"/);
  expect(await gridCheck([text('a.rar', 'Rar!\u001a\u0007')], io)).toBe(2);
  expect(err.at(-1)).toMatch(/^a\.rar: .*RAR files are not read/);
});

it('unify: two conflicting layers in two systems become one exact coverage, with a report of all that changed hands', async () => {
  const civil = await layer('civil.geojson', [cell('1', 0, 0, 11, 10)]);
  const police = await layer('police.zip', [cell('2', 9, 0, 10, 10)], 'shapefile', { crs: 'EPSG:4549' });
  const boundary = await layer('district.geojson', [DISTRICT]);
  const args = [civil, police, '--boundary', boundary, '-o', at('one.geojson'), '--report', at('report.json')];
  expect(await gridUnify([...args, '--boundary-out', at('bounds.geojson'), '--json'], io)).toBe(0);
  expect(JSON.parse(out[0])).toMatchObject({ valid: true, grids: 2, area_exact: true, lost: [] });
  const report = json(at('report.json'));
  expect(report).toMatchObject({
    rule: 'priority',
    layers: [{ name: 'civil.geojson', cells: 1 }, { name: 'police.zip' }],
  });
  expect(report.changed.map((change: { why: string; to: string }) => [change.why, change.to]).sort()).toEqual([
    ['gap', '2'],
    ['priority', '1'],
  ]);
  expect(json(at('one.geojson')).features[1]).toMatchObject({ id: '2', properties: { name: '网格2' } });
  expect(await gridCheck([at('one.geojson'), '--boundary', at('bounds.geojson')], io)).toBe(0);
  expect(err.join('\n')).toContain('unifying');
});

it("unify: a person's decision overrules the rule; unify of the result changes nothing", async () => {
  const civil = await layer('civil.geojson', [cell('1', 0, 0, 11, 10)]);
  const police = await layer('police.geojson', [cell('2', 9, 0, 11, 10)]);
  expect(await gridUnify([civil, police, '-o', at('one.geojson'), '--report', at('report.json')], io)).toBe(0);
  const [{ key }] = json(at('report.json')).changed;
  const decisions = text('decisions.json', JSON.stringify([{ key, to: '2' }]));
  expect(await gridUnify([civil, police, '-o', at('two.fgb'), '--decisions', decisions], io)).toBe(0);
  expect(await gridDiff([at('one.geojson'), at('two.fgb'), '--json'], io)).toBe(1);
  expect(JSON.parse(out.at(-1) ?? '')).toMatchObject({ changed: ['1', '2'], flows: [{ from: '1', to: '2' }] });
  expect(await gridUnify([at('one.geojson'), '-o', at('again.zip'), '--out-crs', 'EPSG:4549'], io)).toBe(0);
  expect(await gridDiff([at('one.geojson'), at('again.zip')], io)).toBe(0);
});

it('unify: wrong arguments and files are bad input, and nothing is written', async () => {
  const civil = await layer('civil.geojson', [WEST]);
  for (const args of [
    [],
    [civil],
    [civil, '-o', at('no.xyz')],
    [civil, '-o', at('no.geojson'), '--rule', 'loudest'],
    [civil, '-o', at('no.geojson'), '--decisions', text('d.json', '{}')],
    [civil, '-o', at('no.geojson'), '--boundary', at('none.zip')],
    [civil, '-o', at('no/no.geojson')],
  ]) {
    err = [];
    expect(await gridUnify(args, io)).toBe(2);
    expect(err).not.toEqual([]);
  }
  expect(readdirSync(folder).filter((name) => name.startsWith('no'))).toEqual([]);
});

const buildings = (each: number): string =>
  [
    'lon,lat,户数',
    ...Array.from(
      { length: 200 },
      (_, i) => `${120.6 + (0.5 + (i % 20)) / 1000},${31.3 + (0.5 + Math.floor(i / 20)) / 1000},${each}`,
    ),
  ].join('\n');

const divide = (demand: string, ...more: string[]): Promise<number> =>
  gridDivide(
    ['--demand', text('demand.csv', demand), '--crs', 'demand.csv=wgs84', '-o', at('grids.geojson'), ...more],
    io,
  );

it('divide: two communities into grids within the legal range; the same seed, the same grids', async () => {
  const boundary = await layer('district.geojson', [DISTRICT]);
  const within = await layer('within.geojson', [WEST, EAST]);
  const more = ['--boundary', boundary, '--within', within, '--report', at('report.json'), '--seed', '7', '--json'];
  expect(await divide(buildings(8), ...more)).toBe(0);
  expect(JSON.parse(out[0])).toMatchObject({ grids: 4, problems: 0, households: { total: 1600, min: 400, max: 400 } });
  const first = json(at('grids.geojson'));
  expect(first.features.map(({ id }: { id: string }) => id)).toEqual(['1001', '1002', '2001', '2002']);
  expect(first.features[0].properties.households).toBe(400);
  expect(json(at('report.json')).grids[0]).toMatchObject({ id: '1001', households: 400 });
  expect(await divide(buildings(8), ...more)).toBe(0);
  expect(json(at('grids.geojson'))).toEqual(first);
  expect(await gridCheck([at('grids.geojson'), '--boundary', boundary], io)).toBe(0);
});

it('divide: borders follow a road; what is impossible is told with its bound, and the code is 1', async () => {
  const boundary = await layer('district.geojson', [DISTRICT]);
  const road = {
    type: 'Feature',
    properties: { id: 'r', kind: '主干道' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [120.611, 31.299],
        [120.611, 31.311],
      ],
    },
  };
  const barriers = text('roads.geojson', JSON.stringify({ type: 'FeatureCollection', features: [road] }));
  const more = ['--boundary', boundary, '--barriers', barriers, '--report', at('report.json')];
  expect(await divide(buildings(4), ...more)).toBe(0);
  expect(json(at('report.json')).barriers[0]).toMatchObject({ id: 'r' });
  expect(await divide(buildings(1), ...more)).toBe(1);
  expect(json(at('report.json')).problems[0]).toMatchObject({ kind: 'no_legal_count', bound: 200 });
});

it.each([
  ['no households', 'lon,lat,n\n120.601,31.301,4\n', /no field of households/],
  ['households that are no number', 'lon,lat,households\n120.601,31.301,many\n', /#1.*no count of households: "many"/],
  ['a target outside its range', null, /not within 300 to 500/],
])('divide: %s is bad input', async (_, demand, sentence) => {
  const boundary = await layer('district.geojson', [DISTRICT]);
  const more = demand === null ? ['--target', '900'] : [];
  expect(await divide(demand ?? buildings(8), '--boundary', boundary, ...more)).toBe(2);
  expect(err.join('\n')).toMatch(sentence);
});

it('divide: communities that do not cover the boundary are refused with the first faults', async () => {
  const boundary = await layer('district.geojson', [DISTRICT]);
  const within = await layer('half.geojson', [WEST]);
  expect(await divide(buildings(8), '--boundary', boundary, '--within', within)).toBe(2);
  expect(err.join('\n')).toMatch(/half\.geojson: .*does not cover the boundary exactly/);
});

it('diff: what came, went and changed hands, in words', async () => {
  const before = await layer('before.geojson', [WEST, EAST]);
  const after = await layer('after.geojson', [cell('1', 0, 0, 12, 10), cell('3', 12, 0, 8, 10)]);
  expect(await gridDiff([before, before], io)).toBe(0);
  expect(await gridDiff([before, after], io)).toBe(1);
  expect(out.join('\n')).toMatch(/added 1: 3[\s\S]*removed 1: 2[\s\S]*2 → 3/);
  expect(await gridDiff([before], io)).toBe(2);
});

it('locate: grids in any format', async () => {
  const grids = await layer('locate.zip', [WEST, EAST], 'shapefile', { crs: 'EPSG:4549' });
  expect(await gridLocate([grids, text('p.csv', 'lon,lat\n120.615,31.305\n'), '-o', at('out.csv')], io)).toBe(0);
  expect(readFileSync(at('out.csv'), 'utf8')).toContain('2,网格2,0.0');
});
