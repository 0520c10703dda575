import { describe, expect, it } from 'vitest';
import { plainText, squares } from '#packages/documents';
import { baseLinesOf } from '../../core/base-lines.ts';
import { sidesOf } from '../../core/extent.ts';
import { at, GRIDS, ringOf } from '../../core/small-district.ts';
import { extentMap } from './map.ts';
import { mapSize, noticeBlocks } from './sheet.ts';

const GRID_SHAPES = GRIDS.map(({ at: rectangle, ...grid }) => ({
  ...grid,
  community: grid.name.slice(0, 3),
  polygons: [[ringOf(rectangle)]],
}));
const MIDDLE = GRID_SHAPES[1];
const nameOf = (code: string) => GRID_SHAPES.find((grid) => grid.code === code)?.name ?? code;

const line = (kind: string, name: string | null, points: readonly (readonly [number, number])[]) => ({
  type: 'Feature',
  properties: { kind, name },
  geometry: { type: 'LineString', coordinates: points.map(([x, y]) => [at(x, y).lon, at(x, y).lat]) },
});
const LINES = baseLinesOf([
  line('main', '平江路', [
    [1, -1],
    [1, 3],
  ]),
  line('river', null, [
    [-1, 0],
    [5, 0],
  ]),
]);

function notice(
  locale: 'zh' | 'en',
  people: readonly { name: string; role: string; phone: string | null; area: string }[],
) {
  const others = GRID_SHAPES.filter((grid) => grid !== MIDDLE);
  const map = extentMap({ grid: MIDDLE, others, lines: LINES, locale, ...mapSize(people.length) });
  const { code, name, households, community } = MIDDLE;
  return noticeBlocks({
    page: {
      ...{ code, name, kind: 'comprehensive', households, community, street: '西街道' },
      ...{ bounds: [0, 0, 0, 0], inside: at(1.5, 1), people: [...people] },
    },
    sides: sidesOf(MIDDLE, others, LINES),
    map,
    code: squares(21, (row, column) => row === column),
    supervision: '0512-12345',
    mapReview: '苏S（2026）1号',
    body: '西街道办事处',
    since: '2026-06-01',
    day: '2026-11-25',
    nameOf,
    locale,
  });
}

describe('a notice', () => {
  it('says what must be put up: name, extent, grid worker with telephone, supervision telephone (滨州网格条例 6(2))', () => {
    const words = plainText({
      blocks: notice('zh', [{ name: '陆小雨', role: 'grid_worker', phone: '0512-55550101', area: '西社区第二网格' }]),
    });
    for (const part of [
      '西社区第二网格',
      '320508001001002',
      '网格员\t陆小雨\t0512-55550101',
      '0512-12345',
      '西街道办事处\n2026年11月25日',
      '本网格自2026年6月1日起施行',
      '审图号：苏S（2026）1号',
      '示意边界',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('says the extent by what lies to its four sides, and draws the same', () => {
    const words = plainText({ blocks: notice('zh', []) });
    expect(words).toContain(
      '东与东社区第一网格、东社区第二网格相邻；南至河道、区界；西至平江路，与西社区第一网格相邻；北至区界。',
    );
    for (const label of ['平江路', '河道', '第一网格', '东社区', '北']) expect(words.split('\n')).toContain(label);
    expect(words).toMatch(/\d+米/);
  });

  it('says where nobody holds the post whom to call', () => {
    expect(plainText({ blocks: notice('zh', []) })).toContain('暂缺，请拨打监督电话');
  });

  it('is complete in English', () => {
    const words = plainText({ blocks: notice('en', []) });
    expect(words).toContain('West: 平江路; next to 西社区第一网格');
    expect(words).toContain('Supervision telephone');
  });
});
