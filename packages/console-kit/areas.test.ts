import { expect, it } from 'vitest';
import { type AreaRow, nameOfArea, treeOf } from './areas.ts';

const row = (code: string, name: string, parent: string | null): AreaRow => ({
  code,
  name,
  parent,
  level: 'street',
  grids: 0,
  households: 0,
});

const AREAS = [
  row('320508', '姑苏区', null),
  row('320508011', '平江街道', '320508'),
  row('320508011001', '历史街区社区', '320508011'),
  row('320508011002', '北园社区', '320508011'),
  row('320508017', '沧浪街道', '320508'),
];

it('a picker shows what lies in the scope and the way down to it', () => {
  expect(treeOf(AREAS, ['320508011002'])).toEqual([
    {
      value: '320508',
      label: '姑苏区',
      children: [{ value: '320508011', label: '平江街道', children: [{ value: '320508011002', label: '北园社区' }] }],
    },
  ]);
});

it('a scope of the district shows everything, no scope nothing', () => {
  expect(treeOf(AREAS, ['320508'])[0].children).toHaveLength(2);
  expect(treeOf(AREAS, [])).toEqual([]);
});

it('a community is named with its street', () => {
  expect(nameOfArea(AREAS, '320508011001')).toBe('平江街道 历史街区社区');
  expect(nameOfArea(AREAS, '320508017')).toBe('沧浪街道');
  expect(nameOfArea(AREAS, '320508999')).toBe('');
});
