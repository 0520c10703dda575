import { expect, it } from 'vitest';
import { areaOf, changesBetween, streetsConcerned } from './plan-changes.ts';
import type { GridShape } from './published.ts';
import { GRIDS, ringOf, STREETS, UNIT } from './small-district.ts';

const [WEST, MIDDLE, SOUTH] = GRIDS;
const shapeOf = ({ at, ...grid }: (typeof GRIDS)[number], more: Partial<GridShape> = {}): GridShape => ({
  ...grid,
  kind: 'comprehensive',
  sector: null,
  polygons: [[ringOf(at)]],
  ...more,
});
const BEFORE = GRIDS.map((grid) => shapeOf(grid));
const after = (code: string, more: Partial<GridShape>) =>
  BEFORE.map((grid) => (grid.code === code ? { ...grid, ...more } : grid));

it('the same plan differs in nothing, and concerns no street', () => {
  const changes = changesBetween(BEFORE, BEFORE);
  expect(changes).toEqual({
    ...{ added: [], removed: [], changed: [], redrawn: [], described: [], moves: [] },
    householdsMoved: 0,
  });
  expect(streetsConcerned(changes)).toEqual([]);
});

it('half of a grid that goes to another one takes half of its households along, as an estimate', () => {
  const moved = after(WEST.code, { polygons: [[ringOf([0, 0, 1, 1])]] }).map((grid) =>
    grid.code === MIDDLE.code ? { ...grid, polygons: [[ringOf([1, 0, 2, 2])], [ringOf([0, 1, 1, 2])]] } : grid,
  );
  const { changed, moves, householdsMoved } = changesBetween(BEFORE, moved);
  expect(changed).toEqual([WEST.code, MIDDLE.code]);
  expect(moves).toMatchObject([{ from: WEST.code, to: MIDDLE.code, where: { type: 'Polygon' } }]);
  expect(moves[0].areaM2 / areaOf(BEFORE[0])).toBeCloseTo(0.5, 3);
  expect(householdsMoved).toBe(WEST.households / 2);
});

it('a grid with another code is one that goes and one that comes, with all its households', () => {
  const code = '320508001001009';
  const { added, removed, moves, householdsMoved } = changesBetween(BEFORE, after(WEST.code, { code }));
  expect([added, removed]).toEqual([[code], [WEST.code]]);
  expect(moves).toMatchObject([{ from: WEST.code, to: code }]);
  expect(householdsMoved).toBe(WEST.households);
});

it.each<[string, Partial<GridShape>]>([
  ['name', { name: '另一个名称' }],
  ['count of households', { households: 999 }],
  ['kind and sector', { kind: 'dedicated', sector: '商务局' }],
])('another %s concerns the street of the grid alone', (_, more) => {
  const changes = changesBetween(BEFORE, after(SOUTH.code, more));
  expect(changes).toMatchObject({ changed: [], moves: [], described: [SOUTH.code] });
  expect(streetsConcerned(changes)).toEqual([STREETS[1]]);
});

it('a border with another vertex moves nothing and concerns nobody', () => {
  const [x, y, ...rest] = ringOf(SOUTH.at);
  const ring = Int32Array.from([x, y, x + UNIT / 2, y, ...rest]);
  const changes = changesBetween(BEFORE, after(SOUTH.code, { polygons: [[ring]] }));
  expect(changes).toMatchObject({ changed: [], redrawn: [SOUTH.code], moves: [], householdsMoved: 0 });
  expect(streetsConcerned(changes)).toEqual([]);
});

it('land that crosses from one street into another concerns both', () => {
  const wider = after(MIDDLE.code, { polygons: [[ringOf([1, 0, 3, 2])]] }).map((grid) =>
    grid.code.startsWith(STREETS[1])
      ? { ...grid, polygons: [[ringOf([3, grid.code === SOUTH.code ? 0 : 1, 4, grid.code === SOUTH.code ? 1 : 2])]] }
      : grid,
  );
  expect(streetsConcerned(changesBetween(BEFORE, wider))).toEqual([...STREETS]);
});
