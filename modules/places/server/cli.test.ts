import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fromWgs84 } from '../core/crs.ts';
import { at, featureOf, GRIDS, layerOf } from '../core/small-district.ts';
import { gridCheck, gridLocate } from './cli.ts';

let folder: string;
let out: string[];
let err: string[];
const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  out = [];
  err = [];
});

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return path;
};
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const [WEST, MIDDLE, SOUTH, NORTH] = GRIDS;
const grids = () => write('grids.geojson', layerOf());

it('check: an exact coverage of its boundary is good', async () => {
  const boundary = write('boundary.geojson', collection(featureOf(WEST, [0, 0, 4, 2])));
  expect(await gridCheck([grids(), '--boundary', boundary, '--json'], io)).toBe(0);
  expect(JSON.parse(out.join(''))).toEqual({
    valid: true,
    grids: 4,
    area_m2: expect.closeTo(8_440_000, -5),
    counts: {
      overlap: 0,
      gap: 0,
      duplicate: 0,
      outside: 0,
      omission: 0,
      mismatched_edge: 0,
      invalid_ring: 0,
      multipart: 0,
    },
    faults: [],
  });
  expect(await gridCheck([grids()], io)).toBe(0);
  expect(out.at(-1)).toContain('4 个网格 grids');
});

it('check: faults are told with kind, ids, area and place, and the code is 1', async () => {
  const overlapping = write(
    'overlap.geojson',
    layerOf((grid) => (grid === WEST ? [0, 0, 2, 2] : grid.at)),
  );
  expect(await gridCheck([overlapping, '--json'], io)).toBe(1);
  const report = JSON.parse(out.join(''));
  expect(report).toMatchObject({ valid: false, grids: 4, counts: { overlap: 1 } });
  expect(report.faults[0]).toMatchObject({
    kind: 'overlap',
    ids: [WEST.code, MIDDLE.code],
    where: { type: 'Polygon' },
  });
  expect(await gridCheck([overlapping], io)).toBe(1);
  expect(out.at(-1)).toMatch(/重叠.*120\.6/);
});

it('check: several files are parts of one layer', async () => {
  const west = write('west.geojson', collection(...[WEST, MIDDLE].map((grid) => featureOf(grid, grid.at))));
  const east = write('east.geojson', collection(...[SOUTH, NORTH].map((grid) => featureOf(grid, grid.at))));
  const boundary = write('whole.geojson', collection(featureOf(WEST, [0, 0, 4, 2])));
  expect(await gridCheck([west, east, '--boundary', boundary], io)).toBe(0);
  expect(await gridCheck([west, '--boundary', boundary], io)).toBe(1);
  expect(await gridCheck([west, west], io)).toBe(2);
  expect(err.at(-1)).toContain(`"${MIDDLE.code}" comes twice`);
});

it('check: what cannot be read is bad input, named by file, feature and place', async () => {
  expect(await gridCheck([write('cut.geojson', JSON.stringify(layerOf()).slice(0, 300))], io)).toBe(2);
  expect(err.at(-1)).toMatch(/^cut\.geojson: .*complete GeoJSON/);
  const swapped = featureOf(SOUTH, SOUTH.at);
  swapped.geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [31.3, 120.6],
        [31.3, 120.7],
        [31.4, 120.7],
        [31.3, 120.6],
      ],
    ],
  };
  expect(await gridCheck([write('swapped.geojson', collection(featureOf(WEST, WEST.at), swapped))], io)).toBe(2);
  expect(err.at(-1)).toMatch(/^swapped\.geojson: .*#2 320508002001001.*31\.3, 120\.6/);
  expect(await gridCheck([join(folder, 'none.geojson')], io)).toBe(2);
  expect(err.at(-1)).toContain('ENOENT');
});

it('check: wrong arguments are bad input, with the usage', async () => {
  for (const args of [[], ['--wrong'], [grids(), '--crs', 'mars'], [grids(), '--tolerance-m', 'x']]) {
    err = [];
    expect(await gridCheck(args, io)).toBe(2);
    expect(err.join('')).toMatch(/gongzhi grid check|Unknown coordinate|tolerance/);
  }
});

const OUT = () => join(folder, 'out.csv');
const locate = (points: unknown, ...more: string[]) =>
  gridLocate([grids(), write('points.csv', points), '-o', OUT(), ...more], io);
const rows = () => readFileSync(OUT(), 'utf8').trim().split('\n');
const row = (id: string, x: number, y: number) => `${id},${at(x, y).lon},${at(x, y).lat}`;

it('locate: each point gets its one grid, also on a shared edge; other columns stay', async () => {
  const points = ['编号,经度,纬度', row('甲', 0.5, 0.5), row('"乙,丙"', 1, 0.5), ''].join('\r\n');
  expect(await locate(points, '--json')).toBe(0);
  expect(JSON.parse(out[0])).toEqual({ points: 2, inside: 2, outside: 0 });
  expect(rows()).toEqual([
    '编号,经度,纬度,grid,grid_name,metres',
    `${row('甲', 0.5, 0.5)},${WEST.code},${WEST.name},0.0`,
    `${row('"乙,丙"', 1, 0.5)},${MIDDLE.code},${MIDDLE.name},0.0`,
  ]);
});

it('locate: points outside have no grid but a distance, and the code is 1', async () => {
  expect(await locate(['lon,lat', '120.65,31.305'].join('\n'))).toBe(1);
  expect(rows()[1]).toMatch(/^120\.65,31\.305,,,95\d\.\d$/);
  expect(out[0]).toContain('1 个在网格外');
});

it('locate: points in GCJ-02 are turned', async () => {
  const { lon, lat } = fromWgs84(at(1.5, 0.5), 'gcj02');
  expect(await locate(`lng,lat\n${lon},${lat}\n`, '--crs', 'gcj02')).toBe(0);
  expect(rows()[1]).toContain(MIDDLE.code);
});

it.each([
  ['no coordinate columns', 'name,x1\na,b\n', /No columns/],
  ['an empty file', '', /empty/],
  ['a cell that is no number', 'lon,lat\n120.6,31.3\neast,31.3\n', /Row 3/],
  ['swapped coordinates', 'lon,lat\n31.3,120.6\n', /Row 2: .*swapped/],
  ['a column that is there already', 'lon,lat,grid\n120.6,31.3,1\n', /there already: grid/],
  ['a row of another width', 'lon,lat\n120.6,31.3,1\n', /points\.csv/],
  ['another encoding', Buffer.from([0x6c, 0x6f, 0x6e, 0x2c, 0xbe, 0xad, 0xb6, 0xc8, 0x0a]), /not UTF-8/],
])('locate: %s is bad input, and nothing is written', async (_, points, sentence) => {
  rmSync(OUT(), { force: true });
  expect(await locate(points)).toBe(2);
  expect(err.join('\n')).toMatch(sentence);
  expect(readdirSync(folder).filter((name) => name.startsWith('out.csv'))).toEqual([]);
});

it('locate: missing arguments, missing files and a place that cannot be written to are bad input', async () => {
  expect(await gridLocate([grids()], io)).toBe(2);
  expect(await gridLocate([grids(), join(folder, 'none.csv'), '-o', OUT()], io)).toBe(2);
  expect(
    await gridLocate([grids(), write('p.csv', 'lon,lat\n120.605,31.305\n'), '-o', join(folder, 'no/out.csv')], io),
  ).toBe(2);
  expect(err.at(-1)).toMatch(/Cannot be written/);
});
