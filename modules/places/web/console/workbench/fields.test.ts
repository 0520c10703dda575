import { expect, it } from 'vitest';
import type { LayerFeature, Properties } from '#packages/geo-formats';
import type { AreaShape } from '../../../core/published.ts';
import { fieldsOf, interpret, usualFields, usualUse } from './fields.ts';

const square = (x: number, side = 1000) => [[Int32Array.from([x, 0, x + side, 0, x + side, side, x, side])]];
const community = (code: string, x: number): AreaShape => ({
  code,
  name: code,
  level: 'community',
  parent: code.slice(0, 9),
  polygons: square(x, 10_000),
});
const WEST = '320508001001';
const EAST = '320508001002';
const areas = [community(WEST, 0), community(EAST, 10_000)];

const feature = (title: string, x: number, properties: Properties): LayerFeature => ({
  id: title,
  title,
  properties,
  shape: { kind: 'area', polygons: square(x) },
});
const fields = { code: 'wgbm', name: 'wgmc', households: 'hs' };
const grids = (features: readonly LayerFeature[], taken: readonly string[] = []) => {
  const { content, issues } = interpret({ features, fields, use: 'grids' }, areas, new Set(taken));
  return { grids: content.kind === 'grids' ? content.grids : [], issues };
};

it('the usual names of fields are found, in the tables of departments too', () => {
  const features = [feature('#1', 0, { OBJECTID: 1, WGBM: 'x', 网格名称: '第一网格', 户数: 400 })];
  expect(usualFields(fieldsOf(features))).toEqual({ code: 'WGBM', name: '网格名称', households: '户数' });
  expect(usualFields(fieldsOf([feature('#1', 0, { geom: 'x' })]))).toEqual({
    code: null,
    name: null,
    households: null,
  });
  expect(usualUse(features)).toBe('grids');
});

it('an example of each field, and in how many features it is filled', () => {
  const features = [feature('#1', 0, { wgmc: '' }), feature('#2', 0, { wgmc: '第二网格' })];
  expect(fieldsOf(features)).toEqual([{ name: 'wgmc', example: '第二网格', filled: 1 }]);
});

it('a code of the district is kept, with name and households', () => {
  const { grids: read, issues } = grids([feature('#1', 0, { wgbm: `${WEST}007`, wgmc: ' 第七网格 ', hs: '412' })]);
  expect(read).toMatchObject([{ code: `${WEST}007`, community: WEST, name: '第七网格', households: 412 }]);
  expect(issues).toEqual([]);
});

it('a grid without a code of the district gets a free one where it lies, and that is said', () => {
  const features = [feature('#1', 2000, { wgbm: 'A-17' }), feature('#2', 12_000, {}), feature('#3', 14_000, {})];
  const { grids: read, issues } = grids(features, [`${WEST}001`]);
  expect(read.map(({ code }) => code)).toEqual([`${WEST}002`, `${EAST}001`, `${EAST}002`]);
  expect(issues).toHaveLength(1);
  expect(issues[0].zh).toContain(`#1 → ${WEST}002`);
});

it('a code that comes twice names two grids, and that is said', () => {
  const code = `${WEST}001`;
  const { grids: read, issues } = grids([feature('#1', 0, { wgbm: code }), feature('#2', 2000, { wgbm: code })]);
  expect(read.map((grid) => grid.code)).toEqual([code, `${WEST}002`]);
  expect(issues[0].zh).toContain('#2');
});

it('what lies outside the district is left out, and that is said', () => {
  const { grids: read, issues } = grids([feature('#1 远方', 900_000, {})]);
  expect(read).toEqual([]);
  expect(issues[0].zh).toContain('#1 远方');
});

it('points with households become demand, a point without a count is one household if no field says', () => {
  const point = (hs: unknown): LayerFeature => ({
    id: '1',
    title: '#1',
    properties: { hs },
    shape: { kind: 'point', points: Int32Array.from([5, 6]) },
  });
  const demand = (households: string | null) => {
    const { content } = interpret(
      { features: [point(30), point('x')], fields: { ...fields, households }, use: 'demand' },
      areas,
      new Set(),
    );
    return content.kind === 'demand' ? [...content.demand.households] : [];
  };
  expect(demand('hs')).toEqual([30, 0]);
  expect(demand(null)).toEqual([1, 1]);
});
