import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CoverageError, check } from '#packages/coverage';
import { dbf, layerOf, shp, square, utf8, zipped } from './fixtures.ts';
import { cellsOf, FormatError, featuresOf, type Limits, readLayer, writeLayer } from './index.ts';

const SUZHOU = square(120.6, 31.3, 0.01);
const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const polygon = (...ring: number[][]) => ({
  type: 'Feature',
  properties: { code: 'a' },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const GOOD = polygon([120.6, 31.3], [120.61, 31.3], [120.61, 31.31], [120.6, 31.3]);

/** The codes and English sentences of a refusal. */
async function refusalOf(name: string, bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<FormatError> {
  try {
    await readLayer({ name, bytes }, { crs: 'wgs84', limits });
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error('was read');
}
const codesOf = async (...args: Parameters<typeof refusalOf>): Promise<string[]> =>
  (await refusalOf(...args)).faults.map((fault) => fault.code);

it('zip bomb by ratio: refused before it is unpacked', async () => {
  const bytes = await zipped({ 'a.geojson': new Uint8Array(20 * 2 ** 20) });
  expect(bytes.length).toBeLessThan(100_000);
  expect(await codesOf('bomb.zip', bytes)).toEqual(['too_large']);
});

it('zip bomb by total: many files of a modest ratio', async () => {
  const bytes = await zipped({ 'a.geojson': new Uint8Array(600_000), 'b.dbf': new Uint8Array(600_000) });
  expect(await codesOf('bomb.zip', bytes, { unpackedBytes: 1_000_000 })).toEqual(['too_large']);
});

/** A zip of one deflated file, whose headers may state another size than it has. */
function lyingZip(path: string, content: Uint8Array, statedSize: number): Uint8Array {
  const [name, packed] = [utf8(path), deflateRawSync(content)];
  const local = new DataView(new ArrayBuffer(30));
  const central = new DataView(new ArrayBuffer(46));
  local.setUint32(0, 0x04034b50, true);
  central.setUint32(0, 0x02014b50, true);
  central.setUint16(4, 20, true);
  for (const [view, at] of [
    [local, 4],
    [central, 6],
  ] as const) {
    view.setUint16(at, 20, true);
    view.setUint16(at + 4, 8, true);
    view.setUint32(at + 14, packed.length, true);
    view.setUint32(at + 18, statedSize, true);
    view.setUint16(at + 22, name.length, true);
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + name.length, true);
  end.setUint32(16, 30 + name.length + packed.length, true);
  const parts = [
    new Uint8Array(local.buffer),
    name,
    packed,
    new Uint8Array(central.buffer),
    name,
    new Uint8Array(end.buffer),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

it('a zip that states a smaller size than it unpacks to is cut off and refused', async () => {
  const [code] = await codesOf('liar.zip', lyingZip('a.geojson', new Uint8Array(4_000_000), 100));
  expect(['too_large', 'bad_archive']).toContain(code);
});

it('a damaged checksum is noticed', async () => {
  expect(await codesOf('a.zip', lyingZip('a.geojson', json(collection(GOOD)), json(collection(GOOD)).length))).toEqual([
    'bad_archive',
  ]);
});

it.each(['../../etc/a.geojson', '/etc/a.geojson', '..\\a.geojson', 'C:/a.geojson'])(
  'the name %s leaves its folder',
  async (path) => {
    const bytes = lyingZip(path, json(collection(GOOD)), 10);
    const { faults } = await refusalOf('names.zip', bytes);
    expect(faults[0].code).toBe('unsafe_name');
    expect(faults[0].text.en).toContain(path);
  },
);

it('archives in archives, too many files, no layer and several layers are refused', async () => {
  const inner = await zipped({ 'a.geojson': json(collection(GOOD)) });
  expect(await codesOf('a.zip', await zipped({ 'inner.zip': inner }))).toEqual(['nested_archive']);
  expect(await codesOf('a.zip', await zipped({ 'disguised.geojson': inner }))).toEqual(['nested_archive']);
  const many = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.txt`, utf8('x')]));
  expect(await codesOf('a.zip', await zipped(many), { entries: 5 })).toEqual(['too_large']);
  expect(await codesOf('a.zip', await zipped({ 'readme.txt': utf8('x') }))).toEqual(['no_layer']);
  const two = { 'a.geojson': json(collection(GOOD)), 'b.kml': utf8('<kml/>') };
  expect((await refusalOf('a.zip', await zipped(two))).faults[0].text.en).toContain('a.geojson, b.kml');
});

it('empty files of every kind', async () => {
  expect(await codesOf('a.zip', new Uint8Array(0))).toEqual(['empty_file']);
  expect(await codesOf('a.geojson', utf8(' \n '))).toEqual(['empty_file']);
  expect(await codesOf('a.geojson', json(collection()))).toEqual(['empty_file']);
  expect(await codesOf('a.kml', utf8('<kml><Document/></kml>'))).toEqual(['empty_file']);
  expect(await codesOf('a.csv', utf8('lon,lat\n'))).toEqual(['empty_file']);
  expect(await codesOf('a.zip', await zipped({ 'a.shp': shp([]) }))).toEqual(['empty_file']);
});

it('formats that are not read say what to bring instead', async () => {
  expect((await refusalOf('a.rar', utf8('Rar!\u001a\u0007'))).faults[0].text.en).toMatch(
    /RAR files are not read.*GeoJSON/,
  );
  expect(await codesOf('a.gpkg', utf8('SQLite format 3\0'))).toEqual(['unsupported_format']);
  expect(await codesOf('a.bin', Uint8Array.of(1, 2, 3))).toEqual(['unknown_format']);
});

it('ten million positions are refused before they are taken apart, in every format', async () => {
  const most = { vertices: 1000, features: 100 };
  const ring = Array.from({ length: 2000 }, (_, i) => [120 + i / 1e5, 31]);
  expect(await codesOf('a.geojson', json(collection(polygon(...ring))), most)).toEqual(['too_large']);
  const written = await writeLayer(
    featuresOf([{ id: 'a', polygons: [[Int32Array.from(ring.flatMap(([x, y], i) => [x * 1e7, y * 1e7 + (i % 2)]))]] }]),
    'flatgeobuf',
    { name: 'a' },
  );
  expect(await codesOf('a.fgb', written.bytes, most)).toEqual(['too_large']);
  const kml = `<kml><Placemark><LineString><coordinates>${ring.join(' ')}</coordinates></LineString></Placemark></kml>`;
  expect(await codesOf('a.kml', utf8(kml), most)).toEqual(['too_large']);
  expect(await codesOf('a.csv', utf8(`lon,lat\n${ring.join('\n')}`), most)).toEqual(['too_large']);
  const huge = { 'a.shp': shp([[ring.flat()]]) };
  expect(await codesOf('a.zip', await zipped(huge), most)).toEqual(['too_large']);
  expect(await codesOf('a.geojson', json(collection(GOOD)), { bytes: 10 })).toEqual(['too_large']);
});

it('positions that are none: each feature is told with its place in the file', async () => {
  const bad = collection(
    GOOD,
    polygon([120.6, 31.3], [Number.NaN, 31.3], [120.61, 31.31], [120.6, 31.3]),
    polygon([31.3, 120.6], [31.31, 120.6], [31.31, 120.61], [31.3, 120.6]),
    polygon([500, 31.3], [501, 31.3], [501, 31.31], [500, 31.3]),
    polygon([120.6, 31.3], [120.61, 31.3], [120.61, 31.31], [120.6, 31.30001]),
    polygon([120.6, 31.3], [120.61, 31.3], [120.6, 31.3]),
  );
  bad.features.forEach((feature, i) => {
    (feature as { properties: { code: string } }).properties.code = `c${i}`;
  });
  const { faults } = await refusalOf('bad.geojson', json(bad));
  expect(faults.map(({ code, feature, file }) => [code, feature, file])).toEqual([
    ['not_a_number', '#2 c1', 'bad.geojson'],
    ['swapped_axes', '#3 c2', 'bad.geojson'],
    ['out_of_range', '#4 c3', 'bad.geojson'],
    ['ring_not_closed', '#5 c4', 'bad.geojson'],
    ['too_few_points', '#6 c5', 'bad.geojson'],
  ]);
  expect(faults[1].place).toEqual([31.3, 120.6]);
});

it('NaN and infinity in binary files', async () => {
  for (const value of [Number.NaN, Infinity, -Infinity, 1e300]) {
    const records = { 'a.shp': shp([[SUZHOU.map((own, i) => (i === 4 ? value : own))]]) };
    expect(['not_a_number', 'out_of_range']).toContain((await codesOf('a.zip', await zipped(records)))[0]);
  }
});

it('arrays nested without end do not exhaust the stack', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const feature = `{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":${deep}}}`;
  expect(await codesOf('a.geojson', utf8(`{"type":"FeatureCollection","features":[${feature}]}`))).toEqual([
    'not_a_number',
  ]);
});

it('XML that grows by entities, is nested without end or is no KML', async () => {
  const laughs =
    '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>';
  expect(await codesOf('a.kml', utf8(laughs))).toEqual(['malformed']);
  expect(await codesOf('a.kml', utf8(`<kml>${'<Folder>'.repeat(1e5)}`))).toEqual(['malformed']);
  expect(await codesOf('a.kml', utf8('<html></html>'))).toEqual(['malformed']);
  expect(await codesOf('a.kml', utf8('<kml><Placemark>'))).toEqual(['malformed']);
});

it('a polygon of KML without its outer ring is refused; an empty one is nowhere', async () => {
  const ring = '<LinearRing><coordinates>120,31 121,31 121,32 120,31</coordinates></LinearRing>';
  const kml = (polygon: string): Uint8Array => utf8(`<kml><Placemark>${polygon}</Placemark></kml>`);
  const inner = `<Polygon><innerBoundaryIs>${ring}</innerBoundaryIs></Polygon>`;
  expect(await codesOf('a.kml', kml(inner))).toEqual(['malformed']);
  expect((await layerOf('a.kml', kml('<Polygon></Polygon>'))).features[0].shape).toEqual({ kind: 'none' });
});

it('holes without end cost a bounded time; a hole outside every outer ring is told', async () => {
  const holes = Array.from({ length: 200 }, (_, i) => [...square(120.601 + i * 1e-5, 31.301, 5e-6)].reverse());
  const turned = holes.map((ring) => ring.map((_, i) => ring[i % 2 === 0 ? i + 1 : i - 1]));
  const bytes = await zipped({ 'a.shp': shp([[SUZHOU, ...turned]]) });
  expect(await codesOf('a.zip', bytes, { nestingWork: 1000 })).toEqual(['too_complex']);
  expect((await layerOf('a.zip', bytes, { crs: 'wgs84' })).features).toHaveLength(1);
  const stray = [120.7, 31.3, 120.71, 31.3, 120.71, 31.31, 120.7, 31.3];
  expect(await codesOf('a.zip', await zipped({ 'a.shp': shp([[SUZHOU, stray]]) }))).toEqual(['stray_hole']);
});

it('a table that does not fit its shapes, or is cut short', async () => {
  const shapes = shp([[SUZHOU]]);
  const two = dbf([utf8('name')], [[utf8('a')], [utf8('b')]]);
  expect(await codesOf('a.zip', await zipped({ 'a.shp': shapes, 'a.dbf': two }))).toEqual(['table_mismatch']);
  expect(await codesOf('a.zip', await zipped({ 'a.shp': shapes, 'a.dbf': two.subarray(0, 120) }))).toEqual([
    'truncated',
  ]);
});

it('counts that lie: shapes and FlatGeobuf vectors', async () => {
  const shapes = shp([[SUZHOU]]);
  for (const [at, count] of [
    [144, 2 ** 31 - 1],
    [148, 2 ** 30],
    [152, 7],
    [144, -1],
  ]) {
    const lying = shapes.slice();
    new DataView(lying.buffer).setInt32(at, count, true);
    expect(await codesOf('a.zip', await zipped({ 'a.shp': lying }))).toEqual(['malformed']);
  }
});

/** Any damage is a refusal or another layer that can be checked: never another error, and never a hang. */
const damage = async (name: string, bytes: Uint8Array): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: bytes.length }),
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }),
      async (length, changes) => {
        const damaged = bytes.slice(0, length);
        for (const [at, value] of changes) if (at < length) damaged[at] = value;
        try {
          const layer = await layerOf(name, damaged, { crs: 'wgs84' });
          check(cellsOf(layer));
        } catch (error) {
          if (error instanceof CoverageError) return;
          if (!(error instanceof FormatError)) throw error;
          expect(error.faults[0].file).toBe(name);
        }
      },
    ),
    { numRuns: 300 },
  );
};

const SMALL = featuresOf([
  {
    id: '320508001',
    properties: { name: '平江', n: 5 },
    polygons: [[Int32Array.of(1206000000, 313000000, 1206100000, 313000000, 1206100000, 313100000)]],
  },
]);

it.each(['geojson', 'kml', 'flatgeobuf', 'shapefile', 'kmz'] as const)(
  '%s: cut short or changed anywhere',
  async (format) => {
    const { bytes } = await writeLayer(SMALL, format, { name: 'a' });
    await damage(`a.${format}`, bytes);
  },
);

it('the files of a Shapefile: cut short or changed anywhere', async () => {
  const [shapes, table] = [shp([[SUZHOU], [SUZHOU]]), dbf([utf8('name')], [[utf8('a')], [utf8('b')]])];
  await damage('a.shp', shapes);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: table.length }),
      fc.nat(table.length - 1),
      fc.nat(255),
      async (length, at, value) => {
        const damaged = table.slice(0, length);
        if (at < length) damaged[at] = value;
        const bytes = await zipped({ 'a.shp': shapes, 'a.dbf': damaged });
        await readLayer({ name: 'a.zip', bytes }, { crs: 'wgs84' }).catch((error) =>
          expect(error).toBeInstanceOf(FormatError),
        );
      },
    ),
    { numRuns: 100 },
  );
});
