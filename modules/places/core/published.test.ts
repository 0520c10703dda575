import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromWgs84 } from './crs.ts';
import { type AreaShape, type GridShape, publish } from './published.ts';
import { at, ORIGIN, smallDistrict, UNIT } from './small-district.ts';

const { areas, grids } = smallDistrict();
const shapes: AreaShape[] = areas.map(({ cell, ...area }) => ({ ...area, polygons: cell.polygons }));
const gridShapes: GridShape[] = grids.map(({ cell, ...grid }) => ({ ...grid, sector: null, polygons: cell.polygons }));
const published = publish(shapes, gridShapes);

const gridAt = (x: number, y: number): string => {
  const located = published.locate(at(x, y), 'wgs84');
  return located.inside ? located.grid.code.slice(6) : `outside, near ${located.nearest.code.slice(6)}`;
};

it('a place lies in the grid that is drawn there', () => {
  expect([gridAt(0.5, 1), gridAt(1.5, 1), gridAt(3, 0.5), gridAt(3, 1.5)]).toEqual([
    '001001001',
    '001001002',
    '002001001',
    '002001002',
  ]);
});

it('a place on a shared edge or vertex lies in exactly one grid, the eastern or northern one, however it is asked', () => {
  expect(gridAt(1, 0.7)).toBe('001001002');
  expect(gridAt(3, 1)).toBe('002001002');
  expect(gridAt(2, 1)).toBe('002001002');
  const again = publish(shapes, gridShapes.toReversed());
  for (const [x, y] of [
    [1, 0.7],
    [3, 1],
    [2, 1],
    [1, 0],
    [0, 0],
  ]) {
    expect(again.locate(at(x, y), 'wgs84')).toEqual(published.locate(at(x, y), 'wgs84'));
  }
});

it('every lattice point of the district has exactly one grid: the one whose half-open rectangle holds it', () => {
  const x = fc.integer({ min: 0, max: 4 * UNIT - 1 });
  const y = fc.integer({ min: 0, max: 2 * UNIT - 1 });
  const near = fc.constantFrom(0, UNIT - 1, UNIT, UNIT + 1, 2 * UNIT, 2 * UNIT - 1);
  fc.assert(
    fc.property(fc.oneof(x, near), fc.oneof(y, near), (dx, dy) => {
      fc.pre(dy < 2 * UNIT);
      const located = published.locate({ lon: (ORIGIN.x + dx) / 1e7, lat: (ORIGIN.y + dy) / 1e7 }, 'wgs84');
      const west = dx < UNIT ? '001001001' : '001001002';
      const east = dy < UNIT ? '002001001' : '002001002';
      return located.inside && located.grid.code.slice(6) === (dx < 2 * UNIT ? west : east);
    }),
  );
});

it('outside the district the nearest grid is named, with its distance', () => {
  expect(gridAt(5, 0.5)).toBe('outside, near 002001001');
  expect(gridAt(-1, 1)).toBe('outside, near 001001001');
  const located = published.locate(at(5, 1.5), 'wgs84');
  expect(located).toMatchObject({ inside: false });
  if (!located.inside) expect(located.metres).toBeCloseTo(951.6, 0); // 0.01 degree of longitude at 31.3 N
});

it('the same place in another coordinate system lies in the same grid', () => {
  const place = at(1.999, 1.001);
  for (const crs of ['gcj02', 'bd09'] as const) {
    expect(published.locate(fromWgs84(place, crs), crs)).toEqual(published.locate(place, 'wgs84'));
  }
  expect(gridAt(1.999, 1.001)).not.toBe(published.locate(fromWgs84(place, 'gcj02'), 'wgs84'));
});

it('areas count the grids and households in them', () => {
  const rows = published.areas.map(({ code, grids, households }) => [code, grids, households]);
  expect(rows).toEqual([
    ['320508', 4, 1300],
    ['320508001', 2, 630],
    ['320508001001', 2, 630],
    ['320508002', 2, 670],
    ['320508002001', 2, 670],
  ]);
});

it('each grid is described with its community, street, bounds and a point inside it', () => {
  for (const grid of published.grids) {
    expect(published.locate(grid.inside, 'wgs84')).toMatchObject({ inside: true, grid: { code: grid.code } });
  }
  expect(published.gridOf.get('320508001001001')).toMatchObject({
    community: '西社区',
    street: '西街道',
    bounds: [120.6, 31.3, 120.61, 31.32],
  });
});

it('a grid in no community, or no district at all, is no plan', () => {
  expect(() => publish(shapes.slice(0, 3), gridShapes)).toThrow(/320508001001001 lies in no community/);
  expect(() => publish([], [])).toThrow(/no district/);
});
