import { describe, expect, it } from 'vitest';
import { check, checkWithin, toE7 } from '#packages/coverage';
import type { FeatureCell } from '#packages/geo-formats';
import { foundationOf } from './foundation.ts';

const FIELDS = { code: 'code', name: 'name', street: 'street', households: 'households' };
const DISTRICT = { code: '320115', name: '江宁区' };

/** A square of a hundredth of a degree, by column and row. */
function area(
  code: string,
  column: number,
  row: number,
  properties: Record<string, string | number> = {},
): FeatureCell {
  const [x, y, size] = [toE7(118.8 + column / 100), toE7(31.9 + row / 100), 100_000];
  const ring = Int32Array.of(x, y, x + size, y, x + size, y + size, x, y + size);
  return { id: code, polygons: [[ring]], properties: { code, name: `${code}社区`, street: '东山街道', ...properties } };
}

const two = [area('320115001001', 0, 0, { households: 900 }), area('320115001002', 1, 0)];

describe('a district from a layer of its communities', () => {
  it('streets and district are exact unions, each community is one grid', () => {
    const founded = foundationOf(DISTRICT, [...two, area('320115002001', 0, 1, { street: '秣陵街道' })], FIELDS);
    if (!founded.sound) throw new Error('not sound');
    const { areas, grids } = founded.district;
    expect(areas.map(({ code, name, level, parent }) => [code, name, level, parent])).toEqual([
      ['320115', '江宁区', 'district', null],
      ['320115001', '东山街道', 'street', '320115'],
      ['320115002', '秣陵街道', 'street', '320115'],
      ['320115001001', '320115001001社区', 'community', '320115001'],
      ['320115001002', '320115001002社区', 'community', '320115001'],
      ['320115002001', '320115002001社区', 'community', '320115002'],
    ]);
    expect(grids.map(({ code, households }) => [code, households])).toEqual([
      ['320115001001001', 900],
      ['320115001002001', 0],
      ['320115002001001', 0],
    ]);
    const cells = grids.map(({ cell }) => cell);
    expect(check(cells, { boundary: areas[0].cell.polygons }).valid).toBe(true);
    const streets = areas.filter(({ level }) => level === 'street').map(({ cell }) => cell);
    expect(checkWithin(cells, streets).valid).toBe(true);
  });

  it('communities that overlap are told as faults', () => {
    const founded = foundationOf(DISTRICT, [two[0], area('320115001002', 0.5, 0)], FIELDS);
    expect(founded).toMatchObject({ sound: false, wrong: [], faults: [{ kind: 'overlap' }] });
  });

  it('a community that reaches out of its street is told as a fault', () => {
    const street = area('320115001', 0, 0, { name: '东山街道' });
    const founded = foundationOf(DISTRICT, [...two, street], FIELDS);
    expect(founded.sound).toBe(false);
  });

  it.each([
    ['no digits', [area('东山', 0, 0)], '应为 6、9 或 12 位数字'],
    ['of another district', [area('320508001001', 0, 0)], '不属于 320115'],
    ['without a name', [area('320115001001', 0, 0, { name: ' ' })], '没有名称'],
    ['twice', [two[0], two[0]], '编码 320115001001 重复'],
    ['street without a name', [area('320115001001', 0, 0, { street: '' })], '街道 320115001 没有名称'],
    ['no community', [area('320115001', 0, 0)], '没有社区'],
  ])('%s', (_, features, words) => {
    const founded = foundationOf(DISTRICT, features, FIELDS);
    expect(founded.sound ? [] : founded.wrong.map(({ zh }) => zh).join('\n')).toContain(words);
  });
});
