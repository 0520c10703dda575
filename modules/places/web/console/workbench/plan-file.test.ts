import { expect, it } from 'vitest';
import { cellsFromGeoJson } from '#packages/coverage';
import { nameByNumber, numberInChinese, planFile } from './plan-file.ts';
import { newGrid } from './work.ts';

const shape = [[Int32Array.from([1_205_493_129, 313_811_771, 1_205_503_129, 313_811_771, 1_205_493_129, 313_821_771])]];
const grid = newGrid('320508017015001', shape);

it('a plan as a file comes back with the same coordinates and the properties that the server asks for', () => {
  const file = JSON.parse(planFile([{ ...grid, name: '第一网格', households: 380 }]));
  const { features } = file;
  expect(features[0].properties).toMatchObject({
    code: grid.code,
    name: '第一网格',
    kind: 'comprehensive',
    households: 380,
  });
  expect(cellsFromGeoJson(file)[0].polygons).toEqual(shape);
});

it('numbers as names of grids have them', () => {
  expect([1, 10, 12, 20, 35, 101, 110, 999].map(numberInChinese)).toEqual([
    '一',
    '十',
    '十二',
    '二十',
    '三十五',
    '一百零一',
    '一百一十',
    '九百九十九',
  ]);
});

it('only grids without a name are named', () => {
  const named = nameByNumber([grid, { ...grid, code: '320508017015002', name: '有名' }], () => '和泰社区');
  expect(named.map(({ name }) => name)).toEqual(['和泰社区第一网格']);
});
