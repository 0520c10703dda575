import { describe, expect, it } from 'vitest';
import { checkWithin } from './check/parents.ts';
import { type CheckOptions, check, exactArea2 } from './check.ts';
import type { Cell, Polygon } from './lattice.ts';
import { corrupt, seededNumbers, syntheticDistrict } from './synthetic.ts';

/** A cell from its rings as small numbers; several polygons if the outermost array has several. */
const cell = (id: string, ...polygons: number[][][]): Cell => ({
  id,
  polygons: polygons.map((polygon) => polygon.map((ring) => Int32Array.from(ring))),
});
const box = (id: string, x: number, y: number, width: number, height: number): Cell =>
  cell(id, [[x, y, x + width, y, x + width, y + height, x, y + height]]);
const outline = (x: number, y: number, width: number, height: number): Polygon[] => [
  ...box('', x, y, width, height).polygons,
];

/** What is found: kind, detail, ids and, for areas, their doubled lattice area. */
function found(cells: readonly Cell[], options: CheckOptions = {}): string[] {
  const report = check(cells, { toleranceM: 0.05, ...options });
  return report.faults.map(({ kind, detail, ids }) => [kind, detail, ids.join('+')].filter(Boolean).join(' ')).sort();
}

const places = (cells: readonly Cell[], options: CheckOptions = {}): unknown[] =>
  check(cells, { toleranceM: 0.05, ...options }).faults.map(
    (f) =>
      JSON.parse(JSON.stringify(f.where), (_key, value) =>
        typeof value === 'number' ? Math.round(value * 1e7) : value,
      ).coordinates,
  );

describe('a coverage has no faults', () => {
  it('four squares, with and without their boundary', () => {
    const four = [box('a', 0, 0, 50, 50), box('b', 50, 0, 50, 50), box('c', 0, 50, 50, 50), box('d', 50, 50, 50, 50)];
    expect(found(four)).toEqual([]);
    expect(found(four, { boundary: outline(0, 0, 100, 100) })).toEqual([]);
  });

  it('a cell in the hole of another, and a boundary with a hole', () => {
    const ring = cell('ring', [
      [0, 0, 100, 0, 100, 100, 0, 100],
      [20, 20, 20, 60, 60, 60, 60, 20],
    ]);
    expect(found([ring, box('island', 20, 20, 40, 40)], { boundary: outline(0, 0, 100, 100) })).toEqual([]);
    expect(found([ring], { boundary: ring.polygons })).toEqual([]);
  });

  it('rings that run either way', () => {
    expect(found([box('a', 0, 0, 50, 50), cell('b', [[50, 0, 50, 50, 100, 50, 100, 0]])])).toEqual([]);
  });

  it('winding districts, whose areas add up to the boundary exactly', () => {
    const { cells, boundary } = syntheticDistrict({ columns: 12, rows: 9, bends: 5, seed: 4 });
    const report = check(cells, { boundary });
    expect(report.valid).toBe(true);
    expect(report.area2).toBe(exactArea2(boundary));
    expect(report.boundaryArea2).toBe(report.area2);
  });
});

describe('overlap, gap, duplicate, outside, omission', () => {
  it('two squares that overlap in a strip', () => {
    const cells = [box('a', 0, 0, 60, 50), box('b', 50, 0, 50, 50)];
    expect(found(cells)).toEqual(['overlap a+b']);
    expect(places(cells)).toEqual([
      [
        [
          [50, 0],
          [60, 0],
          [60, 50],
          [50, 50],
          [50, 0],
        ],
      ],
    ]);
  });

  it('a small square inside a big one', () => {
    expect(found([box('a', 0, 0, 100, 100), box('b', 20, 20, 50, 50)])).toEqual(['overlap a+b']);
  });

  it('one polygon over a whole coverage overlaps each of its cells', () => {
    const { cells, boundary } = syntheticDistrict({ columns: 3, rows: 3, bends: 2, seed: 1 });
    const over: Cell = { id: 'over', polygons: boundary };
    expect(found([...cells, over])).toEqual(cells.map((one) => `overlap ${one.id}+over`));
  });

  it('the same square twice, started elsewhere and running the other way', () => {
    expect(found([box('a', 0, 0, 50, 50), cell('b', [[50, 50, 50, 0, 0, 0, 0, 50]])])).toEqual(['duplicate a+b']);
  });

  it('a hole between cells is a gap that names its neighbours; a strip along the boundary too', () => {
    const ring = cell('ring', [
      [0, 0, 100, 0, 100, 100, 0, 100],
      [20, 20, 20, 60, 60, 60, 60, 20],
    ]);
    expect(found([ring])).toEqual(['gap ring']);
    expect(found([box('a', 0, 0, 50, 50)], { boundary: outline(0, 0, 60, 50) })).toEqual(['gap a']);
    expect(places([box('a', 0, 0, 50, 50)], { boundary: outline(0, 0, 60, 50) })).toEqual([
      [
        [
          [50, 0],
          [60, 0],
          [60, 50],
          [50, 50],
          [50, 0],
        ],
      ],
    ]);
  });

  it('no cell at all: the whole boundary is a gap', () => {
    expect(found([], { boundary: outline(0, 0, 60, 50) })).toEqual(['gap']);
  });

  it('over the boundary, half and wholly', () => {
    const boundary = outline(0, 0, 100, 50);
    expect(found([box('a', 0, 0, 50, 50), box('b', 50, 0, 80, 50)], { boundary })).toEqual(['outside b']);
    expect(found([box('a', 0, 0, 100, 50), box('b', 150, 0, 80, 50)], { boundary })).toEqual(['outside b']);
  });

  it('a cell without a polygon', () => {
    expect(found([box('a', 0, 0, 50, 50), cell('b')])).toEqual(['omission no_polygon b']);
  });
});

describe('borders that do not match', () => {
  it('a vertex on the edge of a neighbour that has none there', () => {
    const cells = [box('a', 0, 0, 50, 50), cell('b', [[50, 0, 100, 0, 100, 50, 50, 50, 50, 20]])];
    expect(found(cells)).toEqual(['mismatched_edge vertex_on_edge a+b']);
    expect(places(cells)).toEqual([[50, 20]]);
  });

  it('a vertex that misses its neighbour by one step to either side', () => {
    const wide = (x: number): Cell[] => [
      cell('a', [[0, 0, 9000, 0, 9000, 4000, 9000, 9000, 0, 9000]]),
      cell('b', [[9000, 0, 18000, 0, 18000, 9000, 9000, 9000, x, 4000]]),
    ];
    expect(found(wide(9001))).toEqual(['mismatched_edge narrow_gap a+b']);
    expect(found(wide(8999))).toEqual(['mismatched_edge narrow_overlap a+b']);
    expect(found(wide(8900))).toEqual(['overlap a+b']);
  });
});

describe('rings', () => {
  const kinds = (...ring: number[]): string[] =>
    found([cell('a', [ring])]).filter((text) => text.startsWith('invalid'));

  it('a bow-tie crosses itself', () => {
    expect(kinds(0, 0, 50, 50, 50, 0, 0, 60)).toEqual(['invalid_ring self_intersection a']);
  });
  it('a spike, a repeated point, a touched vertex, a touched edge', () => {
    expect(kinds(0, 0, 50, 0, 80, 0, 50, 0, 50, 50, 0, 50)).toContain('invalid_ring spike a');
    expect(kinds(0, 0, 50, 0, 50, 0, 50, 50, 0, 50)).toEqual(['invalid_ring repeated_point a']);
    expect(kinds(0, 0, 50, 0, 25, 25, 50, 50, 0, 50, 25, 25)).toEqual(['invalid_ring self_touch a']);
    expect(kinds(0, 0, 50, 0, 50, 50, 25, 0, 0, 50)).toEqual(['invalid_ring self_touch a']);
  });
  it('no area: two points, or all on one line', () => {
    expect(kinds(0, 0, 50, 0)).toEqual(['invalid_ring zero_area a']);
    expect(kinds(0, 0, 50, 0, 20, 0)).toEqual(['invalid_ring zero_area a']);
  });
  it('a hole that lies outside, in another hole, across its outer ring, along it', () => {
    const outer = [0, 0, 100, 0, 100, 100, 0, 100];
    const withHoles = (...holes: number[][]): string[] =>
      found([cell('a', [outer, ...holes])]).filter((text) => text.startsWith('invalid'));
    expect(withHoles([200, 0, 200, 10, 210, 10])).toEqual(['invalid_ring hole_outside a']);
    expect(withHoles([10, 10, 10, 60, 60, 60, 60, 10], [20, 20, 20, 30, 30, 30])).toEqual([
      'invalid_ring nested_ring a',
    ]);
    expect(withHoles([50, 50, 50, 70, 150, 60])).toEqual(['invalid_ring rings_cross a']);
    expect(withHoles([0, 20, 0, 60, 50, 40])).toEqual(['invalid_ring rings_share_edge a']);
    expect(withHoles([0, 20, 50, 60, 50, 20])).toEqual([]);
  });
  it('two parts are multipart, on two islands of the boundary they are not', () => {
    const two = cell('a', [[0, 0, 50, 0, 50, 50, 0, 50]], [[70, 0, 90, 0, 90, 50, 70, 50]]);
    expect(found([two])).toEqual(['multipart a']);
    expect(found([two], { boundary: two.polygons })).toEqual([]);
    expect(found([cell('a', ...two.polygons.map((p) => p.map((r) => [...r])), [[10, 10, 20, 10, 20, 20]])])).toEqual([
      'invalid_ring nested_ring a',
      'multipart a',
    ]);
  });
});

it('a corrupted district: every cell named is one that was changed, or its neighbour', () => {
  const { cells, boundary } = syntheticDistrict({ columns: 40, rows: 40, bends: 5, seed: 2 });
  const report = check(corrupt(cells, 5), { boundary });
  expect(report.valid).toBe(false);
  const { duplicate, overlap, gap, mismatched_edge, omission } = report.counts;
  expect(duplicate).toBeGreaterThan(3);
  expect(overlap).toBeGreaterThan(10);
  expect(gap).toBeGreaterThan(10);
  expect(mismatched_edge).toBeGreaterThan(20);
  expect(omission).toBe(0);
});

describe('children within parents', () => {
  const communities = [box('11', 0, 0, 50, 50), box('12', 50, 0, 50, 50)];
  const within = (...grids: Cell[]): string[] =>
    checkWithin(grids, communities, { toleranceM: 0.05 }).faults.map(
      ({ kind, detail, ids, parent }) => `${parent}: ${kind} ${detail ?? ''} ${ids}`,
    );

  it('grids that cover their communities, areas that add up', () => {
    const grids = [box('1101', 0, 0, 20, 50), box('1102', 20, 0, 30, 50), box('1201', 50, 0, 50, 50)];
    expect(within(...grids)).toEqual([]);
    expect(checkWithin(grids, communities).area2).toBe(checkWithin(grids, communities).boundaryArea2);
  });
  it('a community without grids, a grid without community', () => {
    expect(within(box('1101', 0, 0, 50, 50), box('9901', 500, 0, 50, 50))).toEqual([
      'undefined: omission unknown_parent 9901',
      '12: omission no_cells 12',
    ]);
  });
  it('a grid that reaches into the next community is outside its own and leaves a gap in the next', () => {
    expect(within(box('1101', 0, 0, 60, 50), box('1201', 60, 0, 40, 50))).toEqual([
      '11: outside  1101',
      '12: gap  1201',
    ]);
  });
});

describe('hostile shapes come to an end', () => {
  /** A ring through pseudo-random points: it crosses itself almost everywhere. */
  const tangle = (points: number): Cell => {
    const random = seededNumbers(1);
    return { id: 'tangle', polygons: [[Int32Array.from({ length: 2 * points }, () => Math.floor(random() * 6e7))]] };
  };

  it('a tangle is an invalid ring, told at no more than a thousand places', () => {
    const { faults } = check([tangle(150)]);
    expect(faults[0]).toMatchObject({ kind: 'invalid_ring', detail: 'self_intersection' });
    expect(JSON.stringify(faults[0].where).length).toBeLessThan(60_000);
  });

  it('shapes that cross millions of times are refused', () => {
    expect(() => check([tangle(4000)])).toThrow('too often');
  });
});
