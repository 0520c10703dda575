import { expect, it } from 'vitest';
import { baseLinesOf } from './base-lines.ts';
import { sideInWords, sidesOf } from './extent.ts';
import { at, GRIDS, ringOf } from './small-district.ts';

const SHAPES = GRIDS.map(({ code, at: rectangle }) => ({ code, polygons: [[ringOf(rectangle)]] }));
const nameOf = (code: string) => GRIDS.find((grid) => grid.code === code)?.name ?? code;

/** A road from south to north, `east` squares from the corner of the drawing. */
const road = (east: number, name: string | null) => ({
  type: 'Feature',
  properties: { kind: 'road', name },
  geometry: { type: 'LineString', coordinates: [-1, 3].map((y) => [at(east, y).lon, at(east, y).lat]) },
});

it('a grid at the edge of the district has its border there', () => {
  const sides = sidesOf(SHAPES[0], SHAPES.slice(1), []);
  expect(sides.map(({ side, neighbours }) => [side, neighbours])).toEqual([
    ['east', ['320508001001002']],
    ['south', [null]],
    ['west', [null]],
    ['north', [null]],
  ]);
});

it('neighbours stand in the order of their borders', () => {
  const [east] = sidesOf(SHAPES[1], SHAPES, []);
  expect(sideInWords(east, nameOf)).toEqual({
    zh: '东与东社区第一网格、东社区第二网格相邻',
    en: 'East: next to 东社区第一网格, 东社区第二网格',
  });
});

it.each([
  ['on the border', 1, '西至平江路，与西社区第一网格相邻'],
  ['ten metres off', 1.01, '西至平江路，与西社区第一网格相邻'],
  ['fifty metres off', 1.05, '西与西社区第一网格相邻'],
])('a road %s', (_, east, words) => {
  const west = sidesOf(SHAPES[1], SHAPES, baseLinesOf([road(east, '平江路')])).find(({ side }) => side === 'west');
  expect(sideInWords(west!, nameOf).zh).toBe(words);
});

it('a road without a name is a road; one that only crosses is not followed', () => {
  const lines = baseLinesOf([road(1, null), road(1.5, '人民路')]);
  const sides = sidesOf(SHAPES[1], SHAPES, lines);
  expect(sides.map((side) => sideInWords(side, nameOf).zh)).toEqual([
    '东与东社区第一网格、东社区第二网格相邻',
    '南至区界',
    '西至道路，与西社区第一网格相邻',
    '北至区界',
  ]);
});

it('of the base map only waters, roads and parks count, in any of the shapes of GeoJSON', () => {
  const [lon, lat] = [120.6, 31.3];
  const lines = baseLinesOf([
    {
      type: 'Feature',
      properties: { kind: 'river' },
      geometry: { type: 'MultiLineString', coordinates: [[[lon, lat]], [[lon, lat]]] },
    },
    {
      type: 'Feature',
      properties: { kind: 'park', name: ' ' },
      geometry: { type: 'Polygon', coordinates: [[[lon, lat]], [[lon, lat]]] },
    },
    { type: 'Feature', properties: { kind: 'shop' }, geometry: { type: 'LineString', coordinates: [[lon, lat]] } },
    { type: 'Feature', properties: null, geometry: null },
  ]);
  expect(lines.map(({ kind, name, closed }) => [kind, name, closed])).toEqual([
    ['river', null, false],
    ['river', null, false],
    ['park', null, true],
  ]);
});
