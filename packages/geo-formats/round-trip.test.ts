import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cell, cellsFromGeoJson, cellsToGeoJson, type Polygon, type Ring } from '#packages/coverage';
import { layerOf } from './fixtures.ts';
import { type CrsId, cellsOf, featuresOf, type OutputFormat, type Properties, writeLayer } from './index.ts';

/** A box with some extra corners, counter-clockwise, a few lattice steps to some kilometres wide. */
const box = (x: number, y: number, w: number, h: number): number[] => [
  x,
  y,
  x + w,
  y,
  x + w,
  y + h,
  x + (w >> 1),
  y + h + 7,
  x,
  y + h,
];
const hole = (x: number, y: number, w: number, h: number): number[] => [x, y, x, y + h, x + w, y + h, x + w, y];
const ring = (points: readonly number[]): Ring => Int32Array.from(points);

const polygon = (around: { x: number; y: number }): fc.Arbitrary<Polygon> =>
  fc
    .record({
      dx: fc.integer({ min: 0, max: 150_000 }),
      dy: fc.integer({ min: -3e6, max: 3e6 }),
      w: fc.integer({ min: 20, max: 400_000 }),
      h: fc.integer({ min: 20, max: 400_000 }),
      hasHole: fc.boolean(),
    })
    .map(({ dx, dy, w, h, hasHole }) => {
      const [x, y] = [around.x + dx, around.y + dy];
      const inner = hasHole ? [ring(hole(x + (w >> 2), y + (h >> 2), w >> 2, h >> 2))] : [];
      return [ring(box(x, y, w, h)), ...inner];
    });

/** Wider than any box with its distance from the corner: parts of a cell lie side by side, as parts of one shape do. */
const APART = 600_000;
const aside = (shape: Polygon, part: number): Polygon =>
  shape.map((points) => points.map((value, i) => (i % 2 === 0 ? value + part * APART : value)));

const SIGNS = [...'姑苏区平江路一二三号abcXYZ 0189<&">,;'];
const words = fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((signs) => signs.join('').trim());
const properties = fc.record({
  name: words,
  households: fc.integer({ min: 0, max: 9_999_999 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Number(value.toFixed(6))),
});

const MERIDIANS: Readonly<Record<string, number>> = {
  'EPSG:4549': 120,
  'EPSG:4528': 120,
  'EPSG:4508': 111,
  'EPSG:4547': 114,
};

const cells = (crs: CrsId): fc.Arbitrary<(Cell & { properties: Properties })[]> => {
  const lon = (MERIDIANS[crs] ?? 105) * 1e7;
  return fc
    .record({ x: fc.integer({ min: lon - 1e7, max: lon + 1e7 }), y: fc.integer({ min: 18e7, max: 50e7 }) })
    .chain((around) =>
      fc.array(fc.record({ polygons: fc.array(polygon(around), { minLength: 1, maxLength: 3 }), properties }), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map((list) => list.map((cell, i) => ({ id: `32050800${i}`, ...cell, polygons: cell.polygons.map(aside) })));
};

const shapeOf = (list: readonly Cell[]) =>
  list.map(({ id, polygons }) => ({ id, rings: polygons.map((p) => p.map((r) => [...r])) }));

const CASES: readonly (readonly [OutputFormat, CrsId])[] = [
  ['geojson', 'wgs84'],
  ['kml', 'wgs84'],
  ['kmz', 'cgcs2000'],
  ['flatgeobuf', 'wgs84'],
  ['flatgeobuf', 'EPSG:4549'],
  ['flatgeobuf', 'gcj02'],
  ['shapefile', 'wgs84'],
  ['shapefile', 'cgcs2000'],
  ['shapefile', 'EPSG:4549'],
  ['shapefile', 'EPSG:4528'],
  ['shapefile', 'EPSG:4508'],
  ['shapefile', 'EPSG:4547'],
  ['shapefile', 'bd09'],
];

it.each(CASES)('%s in %s: exact to the lattice, with its properties', async (format, crs) => {
  await fc.assert(
    fc.asyncProperty(cells(crs), async (before) => {
      const { bytes } = await writeLayer(featuresOf(before), format, { name: '网格', crs });
      const isShifted = crs === 'gcj02' || crs === 'bd09';
      const layer = await layerOf(`layer.${format}`, bytes, isShifted ? { crs } : {});
      const after = cellsOf(layer);
      expect(shapeOf(after)).toEqual(shapeOf(before));
      const asText = format === 'kml' || format === 'kmz';
      after.forEach((cell, i) => {
        const { name, households, share } = before[i].properties;
        expect(cell.properties.name).toBe(name);
        expect(cell.properties.households).toEqual(asText ? String(households) : households);
        expect(cell.properties.share).toEqual(asText ? String(share) : share);
      });
    }),
    { numRuns: 25 },
  );
});

it('the reader of GeoJSON agrees with that of the coverage engine', async () => {
  await fc.assert(
    fc.asyncProperty(cells('wgs84'), async (before) => {
      const written = cellsToGeoJson(before);
      const layer = await layerOf('a.geojson', new TextEncoder().encode(JSON.stringify(written)));
      expect(shapeOf(cellsOf(layer))).toEqual(shapeOf(cellsFromGeoJson(written)));
    }),
    { numRuns: 50 },
  );
});

it.each(['wgs84', 'gcj02', 'EPSG:4549'] as const)('csv points in %s: exact to the lattice', async (crs) => {
  const point = fc.tuple(fc.integer({ min: 119e7, max: 121e7 }), fc.integer({ min: 18e7, max: 50e7 }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ point, properties }), { minLength: 1, maxLength: 20 }), async (list) => {
      const features = list.map((one, i) => ({
        id: String(i + 1),
        properties: one.properties,
        shape: { kind: 'point', points: Int32Array.from(one.point) } as const,
      }));
      const { bytes } = await writeLayer(features, 'csv', { name: 'points', crs });
      const layer = await layerOf('points.csv', bytes, { crs });
      expect(layer.features.map(({ shape }) => shape)).toEqual(features.map(({ shape }) => shape));
      expect(layer.features.map((feature) => feature.properties.name)).toEqual(list.map((one) => one.properties.name));
    }),
    { numRuns: 25 },
  );
});

it('lines and points go through GeoJSON, KML and FlatGeobuf; a feature without a place stays one', async () => {
  const features = [
    {
      id: '1',
      shape: { kind: 'line', lines: [Int32Array.of(1_200_000_000, 310_000_000, 1_200_000_001, 310_000_009)] },
    },
    { id: '2', shape: { kind: 'point', points: Int32Array.of(1_200_000_007, 310_000_001) } },
    { id: '3', shape: { kind: 'none' } },
  ] as const;
  for (const format of ['geojson', 'kml', 'flatgeobuf'] as const) {
    const { bytes } = await writeLayer(features, format, { name: 'roads' });
    const layer = await layerOf(`roads.${format}`, bytes);
    expect(layer.features.map(({ id, shape }) => ({ id, shape }))).toEqual(features);
  }
});

it('what a format cannot hold is refused, never cut off', async () => {
  const line = { id: '1', shape: { kind: 'line', lines: [Int32Array.of(0, 0, 1, 1)] } } as const;
  await expect(writeLayer([line], 'shapefile', { name: 'a' })).rejects.toThrow(/only polygons/);
  await expect(writeLayer([line], 'csv', { name: 'a' })).rejects.toThrow(/single points/);
  await expect(writeLayer([line], 'geojson', { name: 'a', crs: 'gcj02' })).rejects.toThrow(/only WGS 84/);
  const long = { id: '1', properties: { remark: '长'.repeat(85) }, shape: { kind: 'none' } } as const;
  await expect(writeLayer([long], 'shapefile', { name: 'a' })).rejects.toThrow(/254 bytes/);
  const control = { id: '1', properties: { name: '\u0001' }, shape: { kind: 'none' } } as const;
  await expect(writeLayer([control], 'kml', { name: 'a' })).rejects.toThrow(/control characters/);
});

it('long Chinese field names are shortened in a Shapefile, told, and stay apart', async () => {
  const feature = {
    id: '1',
    properties: { 常住人口户数: 1, 常住人口人数: 2 },
    shape: { kind: 'area', polygons: [[ring(box(1_206_000_000, 313_000_000, 1000, 1000))]] },
  } as const;
  const { bytes, notes } = await writeLayer([feature], 'shapefile', { name: 'a' });
  expect(notes[0].en).toContain('常住人口户数 → 常住人');
  const layer = await layerOf('a.zip', bytes);
  expect(layer.features[0].properties).toEqual({ id: '1', 常住人: 1, 常住人1: 2 });
});
