import { describe, expect, it } from 'vitest';
import type { PlanChanges } from '../../core/api.ts';
import { comparisonShapes, whereItChanges } from './change-shapes.ts';
import { gridChanges } from './grid-changes.ts';
import { meaningFor } from './my-place.ts';
import { gridAt, namesOf, type PlanFeature, type PlanLayer } from './plan-layer.ts';

const [A, B, C, D] = ['320508001001001', '320508001001002', '320508001001003', '320508001001004'];

const square = (west: number, east: number, north = 1) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 0],
      [east, 0],
      [east, north],
      [west, north],
      [west, 0],
    ],
  ],
});

const grid = (code: string, name: string, west: number, east: number): PlanFeature => ({
  type: 'Feature',
  geometry: square(west, east),
  properties: { code, name, kind: 'comprehensive', households: 300 },
});

const layer = (...features: PlanFeature[]): PlanLayer => ({ type: 'FeatureCollection', features });
const before = layer(grid(A, '第一网格', 0, 4), grid(B, '第二网格', 4, 6), grid(D, '第四网格', 6, 7));
const after = layer(grid(A, '第一网格', 0, 2), grid(C, '第三网格', 2, 6), grid(D, '桥东网格', 6, 7));

const row = (code: string, name: string) => ({ code, name, households: 300, area_m2: 100 });
const piece = (from: string, to: string, area_m2: number, households: number, where: unknown = square(2, 4)) => ({
  from,
  to,
  area_m2,
  households,
  where,
});

const changes: PlanChanges = {
  against: null,
  added: [row(C, '第三网格')],
  removed: [row(B, '第二网格')],
  changed: [row(A, '第一网格')],
  redrawn: [],
  renamed: [{ code: D, from: '第四网格', to: '桥东网格' }],
  moves: [piece(A, C, 30, 12), piece(B, C, 80, 300), piece(A, C, 20, 8)],
  households_moved: 320,
};

describe('what happens to each grid', () => {
  it('is told in the order of codes, a new name among it', () => {
    expect(gridChanges(changes).map(({ code, kind }) => [code, kind])).toEqual([
      [A, 'changed'],
      [B, 'removed'],
      [C, 'added'],
      [D, 'renamed'],
    ]);
  });

  it('adds up the pieces that go to the same grid', () => {
    const [first, , third] = gridChanges(changes);
    expect(first.gives).toEqual([{ with: C, area_m2: 50, households: 20 }]);
    expect(third.takes.map((part) => part.with)).toEqual([B, A]);
  });

  it('says both where a grid changes its place and its name', () => {
    const both = gridChanges({ ...changes, renamed: [{ code: A, from: '老网格', to: '第一网格' }] });
    expect(both.find(({ code }) => code === A)).toMatchObject({ kind: 'changed', formerName: '老网格' });
  });
});

describe('what a plan means for a home', () => {
  it('goes to one other grid as a whole', () => {
    expect(meaningFor(B, changes)).toEqual({ kind: 'whole', to: C });
  });
  it('depends on the place where a part moves', () => {
    expect(meaningFor(A, changes)).toEqual({ kind: 'parts', to: [C], stays: true });
  });
  it('depends on the place where a grid is shared out among several', () => {
    const shared = { ...changes, moves: [piece(B, A, 10, 1), piece(B, C, 70, 2)] };
    expect(meaningFor(B, shared)).toEqual({ kind: 'parts', to: [A, C], stays: false });
  });
  it('is another grid as a whole where two grids change their places', () => {
    const swap = { ...changes, removed: [], added: [], changed: [row(A, '一'), row(B, '二')] };
    const moves = [piece(A, B, 100, 300), piece(B, A, 100, 300)];
    expect(meaningFor(A, { ...swap, moves })).toEqual({ kind: 'whole', to: B });
  });
  it('is nothing where only a sliver at the border goes', () => {
    expect(meaningFor(A, { ...changes, moves: [piece(A, C, 0.2, 0)] })).toEqual({ kind: 'grows' });
  });
  it('is a new name only', () => {
    expect(meaningFor(D, changes)).toEqual({ kind: 'renamed', to: '桥东网格' });
  });
  it('is nothing where the grid only takes in more, or is not touched', () => {
    expect(meaningFor(A, { ...changes, moves: [piece(B, A, 10, 1)] })).toEqual({ kind: 'grows' });
    expect(meaningFor('320508001001009', changes)).toEqual({ kind: 'same' });
  });
});

describe('a plan’s layer', () => {
  it('knows the grid of a place, and that there is none outside', () => {
    expect(gridAt(before, 5, 0.5)?.code).toBe(B);
    expect(gridAt(after, 5, 0.5)?.code).toBe(C);
    expect(gridAt(after, 5, 1.5)).toBeUndefined();
  });
  it('leaves a hole to the grid that lies in it', () => {
    const holed = grid(A, '外', 0, 4);
    holed.geometry = { type: 'Polygon', coordinates: [...square(0, 4).coordinates, ...square(1, 2, 0.5).coordinates] };
    expect(gridAt(layer(holed), 1.5, 0.25)).toBeUndefined();
    expect(gridAt(layer(holed), 3, 0.25)?.code).toBe(A);
  });
  it('gives names, the later layer’s first', () => {
    expect(namesOf([before, undefined, after]).get(D)).toBe('桥东网格');
  });
});

describe('the map of two plans', () => {
  const compared = { before, after, changes };

  it('draws the plan after, what moves, and former borders of what changes', () => {
    const sets = comparisonShapes('changes', compared);
    expect(sets.map(({ id, shapes }) => [id, shapes.length])).toEqual([
      ['moved', 3],
      ['after', 3],
      ['former', 2],
    ]);
    expect(sets.filter(({ inert }) => !inert).map(({ id }) => id)).toEqual(['after']);
  });

  it('names the grids that change, and no others', () => {
    const [{ shapes }] = comparisonShapes('before', compared);
    expect(shapes.map(({ label }) => label)).toEqual(['第一网格', '第二网格', undefined]);
  });

  it('has no before for the first plan of a district', () => {
    expect(comparisonShapes('before', { ...compared, before: undefined }).map(({ id }) => id)).toEqual([
      'moved',
      'after',
    ]);
  });

  it('looks at what moves, else at what is new', () => {
    expect(whereItChanges(compared)).toHaveLength(3);
    expect(whereItChanges({ after, changes: { ...changes, moves: [] } })).toHaveLength(2);
  });
});
