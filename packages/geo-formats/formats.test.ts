import { expect, it } from 'vitest';
import { dbf, gbk, layerOf, questionOf, shp, square, utf8, zipped } from './fixtures.ts';
import { cellsOf, findCrs, readLayer, transformOf } from './index.ts';

const SUZHOU = square(120.6, 31.3, 0.01);
const WGS84_PRJ = utf8(
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
);
const prj = (datum: string) =>
  utf8(
    `PROJCS["some_GK",GEOGCS["g",DATUM["${datum}",SPHEROID["e",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`,
  );
const collection = (...features: unknown[]) => utf8(JSON.stringify({ type: 'FeatureCollection', features }));

it.each([
  ['GBK said by its .cpg', { cpg: utf8('GBK'), encode: gbk, driver: 0 }, 'stated'],
  ['GBK said by its header', { cpg: undefined, encode: gbk, driver: 77 }, 'stated'],
  ['GBK that nobody says', { cpg: undefined, encode: gbk, driver: 0 }, 'detected'],
  ['UTF-8 said by its .cpg', { cpg: utf8('UTF-8'), encode: utf8, driver: 0 }, 'stated'],
  ['UTF-8 that nobody says', { cpg: undefined, encode: utf8, driver: 0 }, 'detected'],
])('attribute table: %s', async (_, { cpg, encode, driver }, source) => {
  const table = dbf([encode('名称'), encode('街道')], [[encode('平江社区'), encode('观前')]], driver);
  const bytes = await zipped({
    'a.shp': shp([[SUZHOU]]),
    'a.dbf': table,
    'a.prj': WGS84_PRJ,
    ...(cpg && { 'a.cpg': cpg }),
  });
  const layer = await layerOf('a.zip', bytes);
  expect(layer.encoding?.source).toBe(source);
  expect(layer.features[0]).toMatchObject({ properties: { 名称: '平江社区', 街道: '观前' }, title: '#1 平江社区' });
});

it('text that is not in the encoding that the file states is refused with its row and field; a person may say better', async () => {
  const table = dbf([utf8('name')], [[utf8('ok')], [gbk('平江')]]);
  const bytes = await zipped({
    'a.shp': shp([[SUZHOU], [SUZHOU]]),
    'a.dbf': table,
    'a.prj': WGS84_PRJ,
    'a.cpg': utf8('UTF-8'),
  });
  await expect(readLayer({ name: 'a.zip', bytes })).rejects.toThrow(/row 2, field "name" is not utf-8/);
  const layer = await layerOf('a.zip', bytes, { encoding: 'gbk' });
  expect(layer.features[1].properties.name).toBe('平江');
  await expect(readLayer({ name: 'a.zip', bytes }, { encoding: 'klingon' })).rejects.toThrow(/klingon/);
});

it('a Shapefile in a folder with a Chinese name, with upper-case endings and files of the system beside it', async () => {
  const bytes = await zipped({
    '网格/界线.SHP': shp([[SUZHOU]]),
    '网格/界线.PRJ': WGS84_PRJ,
    '__MACOSX/网格/._界线.SHP': utf8('x'),
  });
  const layer = await layerOf('a.zip', bytes);
  expect(layer).toMatchObject({ format: 'shapefile', crs: { source: 'file' } });
  expect(layer.notes[0].en).toContain('no .dbf');
});

it('rings of a Shapefile: holes go into the smallest outer ring, rings the wrong way round are read and told', async () => {
  const island = square(120.603, 31.303, 0.002);
  const hole = [120.602, 31.302, 120.606, 31.302, 120.606, 31.306, 120.602, 31.306, 120.602, 31.302];
  const bytes = await zipped({ 'a.shp': shp([[island, hole, SUZHOU]]) });
  const [cell] = cellsOf(await layerOf('a.zip', bytes, { crs: 'wgs84' }));
  expect(cell.polygons.map((polygon) => polygon.length)).toEqual([1, 2]);
  const reversed = await layerOf('a.zip', await zipped({ 'a.shp': shp([[hole]]) }), { crs: 'wgs84' });
  expect(reversed.notes.at(-1)?.en).toContain('1 shapes have counter-clockwise outer rings');
});

it('a file that does not say: degrees in China may be four systems, and none is chosen', async () => {
  const question = await questionOf('a.zip', await zipped({ 'a.shp': shp([[SUZHOU]]) }));
  expect(question.candidates.map(({ id }) => id)).toEqual(['cgcs2000', 'wgs84', 'gcj02', 'bd09']);
  expect(question.candidates[2].why.en).toContain('do not tell which system');
  expect(question.candidates[2].centre[0]).not.toBe(question.candidates[0].centre[0]);
});

it('eastings with a zone number name their belt; without one a place narrows the central meridians', async () => {
  const [x, y] = transformOf('EPSG:4528').fromDegrees(120.6, 31.3);
  const zoned = await questionOf('a.csv', utf8(`x,y\n${x},${y}\n`));
  expect(zoned.candidates.map(({ id }) => id)).toEqual(['EPSG:4528']);
  expect(zoned.candidates[0].why.en).toBe('Eastings begin with 40: 3-degree zone 40.');
  const plain = utf8(`x,y\n${x - 40e6},${y}\n`);
  expect((await questionOf('a.csv', plain)).candidates.length).toBeGreaterThan(40);
  const near = await questionOf('a.csv', plain, { near: [120.6, 31.3] });
  expect(near.candidates.map(({ id }) => id)).toEqual(['EPSG:4549']);
});

it('survey coordinates with the northing first are suspected, not turned', async () => {
  const [x, y] = transformOf('EPSG:4549').fromDegrees(120.6, 31.3);
  await expect(readLayer({ name: 'a.csv', bytes: utf8(`x,y\n${y},${x}\n`) })).rejects.toThrow(/axes swapped/);
  await expect(readLayer({ name: 'a.csv', bytes: utf8('lon,lat\n31.3,120.6\n') })).rejects.toThrow(/axes swapped/);
});

it('a .prj with another datum is not followed in silence: Beijing 1954 lies a hundred metres off', async () => {
  for (const datum of ['D_Beijing_1954', 'D_Xian_1980']) {
    const bytes = await zipped({ 'a.shp': shp([[SUZHOU]]), 'a.prj': prj(datum) });
    const question = await questionOf('a.zip', bytes);
    expect(question.why.en).toContain(datum);
    expect(question.candidates).toEqual([]);
  }
  const bytes = await zipped({ 'a.shp': shp([[square(557_000, 3_464_000, 100)]]), 'a.prj': prj('D_China_2000') });
  const { shape } = (await layerOf('a.zip', bytes)).features[0];
  expect(shape.kind === 'area' && Math.abs(shape.polygons[0][0][0] / 1e7 - 120.6)).toBeLessThan(0.01);
});

it('what a person says goes before the file, and a note says so', async () => {
  const bytes = await zipped({ 'a.shp': shp([[SUZHOU]]), 'a.prj': WGS84_PRJ });
  const layer = await layerOf('a.zip', bytes, { crs: 'gcj02' });
  expect(layer.crs).toMatchObject({ id: 'gcj02', source: 'given' });
  expect(layer.notes.at(-1)?.en).toBe(
    'The file states "GCS_WGS_1984"; it was read as "GCJ-02 (Amap, Tencent)", as asked.',
  );
});

it('GeoJSON: WGS 84 by its standard; an old crs member is followed', async () => {
  const feature = {
    type: 'Feature',
    properties: { code: 'a' },
    geometry: { type: 'Point', coordinates: [120.6, 31.3] },
  };
  expect((await layerOf('a.json', collection(feature))).crs.source).toBe('standard');
  const named = (name: string) =>
    utf8(
      JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [feature] }),
    );
  expect((await layerOf('a.json', named('urn:ogc:def:crs:EPSG::4490'))).crs).toMatchObject({
    id: 'cgcs2000',
    source: 'file',
  });
  expect((await questionOf('a.json', named('urn:ogc:def:crs:EPSG::2437'))).why.en).toContain('EPSG::2437');
});

it('KML in GBK, with data, folders and holes', async () => {
  const ring = (x: number, size: number) =>
    `<LinearRing><coordinates>${x},31.3,0 ${x + size},31.3,0 ${x + size},31.4,0 ${x},31.3,0</coordinates></LinearRing>`;
  const kml = `<?xml version="1.0" encoding="GBK"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>全区</name><Folder><Placemark><name>平江</name><ExtendedData><SchemaData><SimpleData name="code">320508001</SimpleData></SchemaData><Data name="户数"><value>412</value></Data></ExtendedData><Polygon><innerBoundaryIs>${ring(120.62, 0.02)}</innerBoundaryIs><outerBoundaryIs>${ring(120.6, 0.1)}</outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>`;
  const layer = await layerOf('a.kml', gbk(kml));
  expect(layer.features[0]).toMatchObject({ id: '320508001', properties: { name: '平江', 户数: '412' } });
  const [cell] = cellsOf(layer);
  expect(cell.polygons[0].map((r) => r[0])).toEqual([1_206_000_000, 1_206_200_000]);
});

it('CSV from a Chinese Excel: GBK, Chinese headers, a byte order mark', async () => {
  const layer = await layerOf('户数.csv', gbk('楼栋,经度,纬度,户数\r\n甲幢,120.6,31.3,24\r\n'), { crs: 'wgs84' });
  expect(layer).toMatchObject({
    encoding: { name: 'gb18030', source: 'detected' },
    features: [{ properties: { 楼栋: '甲幢', 户数: '24' } }],
  });
  const marked = await layerOf('a.csv', utf8('\ufefflon,lat\n120.6,31.3\n'), { crs: 'wgs84' });
  expect(marked.encoding?.name).toBe('utf-8');
});

it('a zip may hold a layer of any format', async () => {
  const packed = await zipped({ '楼栋/户数.csv': utf8('lon,lat,n\n120.6,31.3,4\n'), 'readme.txt': utf8('x') });
  expect(await layerOf('a.zip', packed, { crs: 'wgs84' })).toMatchObject({ name: 'a.zip', format: 'csv' });
});

it('an id comes from a field that is asked for; twice the same is refused', async () => {
  const point = (properties: object) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [120.6, 31.3] },
  });
  const bytes = collection(point({ Q: 'x' }), point({ Q: 'y' }));
  expect((await layerOf('a.json', bytes, { idField: 'Q' })).features.map(({ id }) => id)).toEqual(['x', 'y']);
  expect((await layerOf('a.json', bytes)).features.map(({ id }) => id)).toEqual(['#1', '#2']);
  await expect(readLayer({ name: 'a.json', bytes }, { idField: 'R' })).rejects.toThrow(/no field "R": Q/);
  await expect(readLayer({ name: 'a.json', bytes: collection(point({ id: 1 }), point({ id: 1 })) })).rejects.toThrow(
    /comes twice/,
  );
});

it('names of coordinate systems as people write them', () => {
  expect(
    ['WGS84', 'epsg:4547', '4547', 'EPSG:4326', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:9999', 'mars'].map(findCrs),
  ).toEqual(['wgs84', 'EPSG:4547', 'EPSG:4547', 'wgs84', 'wgs84', undefined, undefined]);
});
