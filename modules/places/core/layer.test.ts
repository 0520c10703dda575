import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import type { Crs } from '../contract.ts';
import { fromWgs84 } from './crs.ts';
import { readGridLayer } from './layer.ts';
import { COMMUNITIES, featureOf, GRIDS, layerOf } from './small-district.ts';

const frame = { communities: new Set<string>(COMMUNITIES) };
const bytes = (content: unknown) =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
const read = (content: unknown, crs: Crs = 'wgs84') => readGridLayer(bytes(content), crs, frame);

const reasonsOf = (content: unknown) => {
  const reading = read(content);
  return reading.readable ? [] : reading.reasons.map(({ rule, field }) => `${rule} ${field}`);
};
const withProperties = (properties: object) => {
  const feature = featureOf(GRIDS[0], GRIDS[0].at);
  return {
    type: 'FeatureCollection',
    features: [{ ...feature, properties: { ...feature.properties, ...properties } }],
  };
};
const withGeometry = (geometry: unknown) => ({
  type: 'FeatureCollection',
  features: [featureOf(GRIDS[1], GRIDS[1].at), { ...featureOf(GRIDS[0], GRIDS[0].at), geometry }],
});

it('a layer is read as it was drawn', () => {
  const reading = read(layerOf());
  expect(reading).toMatchObject({
    readable: true,
    grids: GRIDS.map(({ code, name, households }) => ({ code, name, households })),
  });
  if (reading.readable) expect(reading.grids[0].polygons[0][0]).toHaveLength(12);
});

it.each(['gcj02', 'bd09'] as const)('a layer in %s comes to the same lattice', (crs) => {
  const layer = layerOf();
  const drawn = layer.features.map((feature) => {
    const [ring] = (feature.geometry as Polygon).coordinates;
    const coordinates = [ring.map(([lon, lat]) => Object.values(fromWgs84({ lon, lat }, crs)))];
    return { ...feature, geometry: { type: 'Polygon', coordinates } };
  });
  expect(read({ ...layer, features: drawn }, crs)).toEqual(read(layer));
});

it('a byte order mark and Chinese kinds are understood, a code may be a number', () => {
  expect(read(`\ufeff${JSON.stringify(withProperties({ kind: '专属网格', code: 320508001001001 }))}`)).toMatchObject({
    readable: true,
    grids: [{ kind: 'dedicated', code: '320508001001001' }],
  });
});

it('a file that is cut short, empty, no collection, or not UTF-8 is refused as a whole', () => {
  const whole = JSON.stringify(layerOf());
  expect(reasonsOf(whole.slice(0, whole.length / 2))).toEqual(['layer_is_geojson file']);
  expect(reasonsOf('')).toEqual(['layer_is_geojson file']);
  expect(reasonsOf('null')).toEqual(['layer_is_geojson file']);
  expect(reasonsOf({ type: 'Feature' })).toEqual(['layer_is_geojson file']);
  expect(reasonsOf({ type: 'FeatureCollection', features: [] })).toEqual(['layer_has_features file']);
  const gbk = Uint8Array.of(0x7b, 0x22, 0xcd, 0xf8, 0xb8, 0xf1, 0x22, 0x7d);
  expect(readGridLayer(gbk, 'wgs84', frame)).toMatchObject({ reasons: [{ rule: 'layer_is_utf8' }] });
});

it('a file that names a projected coordinate system is refused, one that names degrees is not', () => {
  const named = (name: string) => ({ ...layerOf(), crs: { type: 'name', properties: { name } } });
  expect(reasonsOf(named('urn:ogc:def:crs:EPSG::4549'))).toEqual(['coordinate_system_is_known file']);
  expect(reasonsOf(named('urn:ogc:def:crs:OGC:1.3:CRS84'))).toEqual([]);
  expect(reasonsOf(named('EPSG:4490'))).toEqual([]);
});

it.each([
  [{ code: '32050800100100' }, 'grid_code_is_right features[0].properties.code'],
  [{ code: undefined }, 'grid_code_is_right features[0].properties.code'],
  [{ code: '320508009001001' }, 'grid_code_is_right features[0].properties.code'],
  [{ name: ' ' }, 'grid_name_is_right features[0].properties.name'],
  [{ name: 'x'.repeat(101) }, 'grid_name_is_right features[0].properties.name'],
  [{ kind: 'micro' }, 'grid_code_is_right features[0].properties.code'],
  [{ households: 1.5 }, 'grid_households_is_right features[0].properties.households'],
  [{ households: -1 }, 'grid_households_is_right features[0].properties.households'],
  [{ households: '310' }, 'grid_households_is_right features[0].properties.households'],
])('properties %j are refused', (properties, reason) => {
  expect(reasonsOf(withProperties(properties))).toEqual([reason]);
});

it('the sentence names the feature and what it holds', () => {
  const reading = read(withProperties({ code: '320508009001001' }));
  expect(reading).toMatchObject({
    reasons: [
      {
        text: {
          zh: '要素 #1 320508009001001 西社区第一网格：编码的前 12 位不是本区的社区（现为："320508009001001"）。',
          en: expect.stringContaining('Feature #1 320508009001001'),
        },
      },
    ],
  });
});

it.each([
  [
    'a line',
    {
      type: 'LineString',
      coordinates: [
        [120, 31],
        [121, 31],
      ],
    },
    'not_a_polygon',
  ],
  [
    'swapped axes',
    {
      type: 'Polygon',
      coordinates: [
        [
          [31, 120],
          [31, 121],
          [32, 121],
          [31, 120],
        ],
      ],
    },
    'swapped_axes',
  ],
  [
    'an open ring',
    {
      type: 'Polygon',
      coordinates: [
        [
          [120, 31],
          [121, 31],
          [121, 32],
          [120, 32],
        ],
      ],
    },
    'ring_not_closed',
  ],
  [
    'too few points',
    {
      type: 'Polygon',
      coordinates: [
        [
          [120, 31],
          [121, 31],
          [120, 31],
        ],
      ],
    },
    'too_few_points',
  ],
  [
    'a missing number',
    {
      type: 'Polygon',
      coordinates: [
        [
          [120, null],
          [121, 31],
          [121, 32],
          [120, 31],
        ],
      ],
    },
    'not_a_number',
  ],
  [
    'metres',
    {
      type: 'Polygon',
      coordinates: [
        [
          [4e7, 3e6],
          [4e7, 3.1e6],
          [4.1e7, 3e6],
          [4e7, 3e6],
        ],
      ],
    },
    'out_of_range',
  ],
])('%s is no grid', (_, geometry, rule) => {
  expect(reasonsOf(withGeometry(geometry))).toEqual([`${rule} features[1].geometry`]);
});

it('arrays nested without end, names that cannot be printed, and values that are no value are refused, not walked', () => {
  const deep = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  for (const type of ['Polygon', 'MultiPolygon']) {
    expect(reasonsOf(withGeometry({ type, coordinates: deep(5) }))).toEqual([
      'geometry_is_polygons features[1].geometry',
    ]);
  }
  const text = JSON.stringify(layerOf()).replace(
    /"coordinates":\[+/,
    (all) => `${all}${'['.repeat(200_000)}${']'.repeat(200_000)},`,
  );
  expect(reasonsOf(text)).toEqual(['geometry_is_polygons features[0].geometry']);
  for (const name of ['a\u0000b', 'a\ud800', ['a']]) {
    expect(reasonsOf(withProperties({ name }))).toEqual(['grid_name_is_right features[0].properties.name']);
  }
});

it('all reasons come at once, a repeated code among them; of very many the rest is counted', () => {
  const bad = featureOf({ ...GRIDS[0], name: '', households: -3 }, GRIDS[0].at);
  const good = featureOf(GRIDS[0], GRIDS[0].at);
  expect(reasonsOf({ type: 'FeatureCollection', features: [good, bad] })).toEqual([
    'grid_name_is_right features[1].properties.name',
    'grid_households_is_right features[1].properties.households',
    'grid_code_is_used_once features[1].properties.code',
  ]);
  const many = Array.from({ length: 100 }, () => null);
  expect(reasonsOf({ type: 'FeatureCollection', features: many })).toHaveLength(51);
});
