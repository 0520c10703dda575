import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { divide } from './divide/divide.ts';
import { CoverageEditor } from './edit.ts';
import { CoverageError } from './error.ts';
import type { Cell, Ring } from './lattice.ts';
import { buildLocator } from './locate.ts';
import { unify } from './unify.ts';

const X = 1_206_000_000;
const Y = 313_000_000;
const ringOf = (offsets: readonly number[]): Ring =>
  Int32Array.from(offsets, (value, i) => value + (i % 2 === 0 ? X : Y));
const ring = (...offsets: number[]): Ring => ringOf(offsets);
const square = (x: number, y: number, side: number): Ring => ring(x, y, x + side, y, x + side, y + side, x, y + side);
const cell = (id: string, ...polygons: Ring[][]): Cell => ({ id, polygons });
const good = cell('good', [square(0, 0, 100_000)]);

/** Every way into the engine, each with the cell beside a good one. */
const doors: Record<string, (bad: Cell) => unknown> = {
  check: (bad) => check([good, bad]),
  'check within a boundary': (bad) => check([good, bad], { boundary: good.polygons }),
  'check of a boundary': (bad) => check([good], { boundary: bad.polygons }),
  unify: (bad) => unify([{ name: 'one', cells: [good, bad] }], { boundary: good.polygons }),
  'unify without a boundary': (bad) => unify([{ name: 'one', cells: [good, bad] }]),
  locate: (bad) => buildLocator([good, bad]).locate(X + 500, Y + 500),
  diff: (bad) => diff([good], [bad]),
  divide: (bad) =>
    divide({
      boundary: good.polygons,
      within: [good, bad],
      demand: { x: Int32Array.of(X + 500), y: Int32Array.of(Y + 500), households: [400] },
      target: 400,
      range: { min: 300, max: 500 },
    }),
  edit: (bad) => new CoverageEditor([good, bad]).apply({ op: 'move_vertex', from: [X, Y], to: [X + 1, Y + 1] }),
};

/** What comes of it: the code of a CoverageError, or `done`. Anything else fails the test. */
function outcome(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    expect(error.text.zh).not.toBe('');
    return error.code;
  }
}

const asRing = (values: number[]): Ring => values as unknown as Ring;

describe.each<[string, Cell]>([
  ['a polygon without rings', cell('bad', [])],
  ['a ring without points', cell('bad', [new Int32Array(0)])],
  ['a ring of one point', cell('bad', [ring(5, 5)])],
  ['a ring of two points', cell('bad', [ring(5, 5, 900, 900)])],
  ['a ring of one point many times', cell('bad', [ring(...new Array(40).fill(5))])],
  ['a ring without area', cell('bad', [ring(0, 0, 500, 500, 900, 900)])],
  ['a bow-tie', cell('bad', [ring(0, 0, 1000, 1000, 1000, 0, 0, 1000)])],
  ['a hole beside its outer ring', cell('bad', [square(0, 0, 100), square(500, 500, 100)])],
])('%s', (_what, bad) => {
  it.each(Object.entries(doors))('is borne by %s', (_door, work) => {
    expect(['done', 'empty', 'edit_refused']).toContain(outcome(() => work(bad)));
  });

  it('is a fault', () => {
    expect(check([good, bad]).valid).toBe(false);
  });
});

describe.each<[string, Cell, string]>([
  ['coordinates that are no numbers', cell('bad', [asRing([Number.NaN, 1, 2, 3, 4, 5])]), 'not_a_number'],
  ['half a point', cell('bad', [ring(0, 0, 100, 0, 100, 100, 7)]), 'not_a_polygon'],
  ['a place beyond 180 degrees', cell('bad', [Int32Array.of(2e9, 0, 2e9 + 100, 0, 2e9, 100)]), 'out_of_range'],
  ['a place beyond the pole', cell('bad', [Int32Array.of(0, 1e9, 100, 1e9, 0, 1e9 + 100)]), 'out_of_range'],
  ['a ring wider than 6.7 degrees', cell('bad', [Int32Array.of(X, Y, X + 7e7, Y, X, Y + 100)]), 'too_large'],
])('%s', (_what, bad, code) => {
  it.each(['check', 'check of a boundary', 'unify', 'locate', 'diff', 'divide'])('is refused by %s', (door) => {
    expect(outcome(() => doors[door](bad))).toBe(code);
  });
});

describe('great shapes come to an end', () => {
  const circle = (vertices: number, radius: number): Cell => {
    const round = new Int32Array(2 * vertices);
    for (let i = 0; i < vertices; i++) {
      round[2 * i] = X + Math.round(radius * Math.cos((2 * Math.PI * i) / vertices));
      round[2 * i + 1] = Y + Math.round(radius * Math.sin((2 * Math.PI * i) / vertices));
    }
    return cell('circle', [round]);
  };

  /** Teeth so long and close that every edge lies beside thousands of others. */
  const comb = (teeth: number, length: number): Cell => {
    const points: number[] = [];
    for (let i = 0; i < teeth; i++) {
      points.push(100, 20 * i, length, 20 * i, length, 20 * i + 10, 100, 20 * i + 10);
    }
    return cell('comb', [ringOf([...points, 0, 20 * teeth, 0, 0])]);
  };

  const sieve = (side: number): Ring[] => {
    const holes = Array.from({ length: side * side }, (_, i) =>
      square(100 + 900 * (i % side), 100 + 900 * Math.floor(i / side), 300),
    );
    return [square(0, 0, 900 * side + 100), ...holes];
  };

  it('ten million vertices are refused, as they lie too close', () => {
    expect(outcome(() => check([circle(10_000_000, 30_000_000)]))).toBe('too_large');
  });

  it('a round lake of half a million vertices is sound', () => {
    const lake = circle(500_000, 30_000_000);
    expect(check([lake]).faults).toEqual([]);
    expect(buildLocator([lake]).locate(X, Y)).toBe(0);
  });

  it('a comb of 60,000 teeth is refused, one of 1,000 is sound', () => {
    expect(outcome(() => check([comb(60_000, 6_000_000)]))).toBe('too_large');
    expect(outcome(() => unify([{ name: 'one', cells: [comb(60_000, 6_000_000)] }]))).toBe('too_large');
    expect(check([comb(1_000, 600_000)]).faults).toEqual([]);
  });

  it('a cell as wide as a district among tiny ones can be edited', () => {
    const wide = cell('wide', [square(0, 200, 60_000_000)]);
    const tiny = Array.from({ length: 400 }, (_, i) => cell(`tiny ${i}`, [square(200 * i, -100, 100)]));
    const editor = new CoverageEditor([...tiny, wide]);
    editor.apply({ op: 'insert_vertex', a: [X, Y + 200], b: [X + 60_000_000, Y + 200], at: [X + 500, Y + 200] });
    expect(editor.cell('wide').polygons[0][0].length).toBe(10);
  });

  it('ten thousand holes, and ten thousand parts in them', () => {
    const [outer, ...holes] = sieve(100);
    const islands = cell('islands', ...holes.map((hole) => [hole]));
    expect(check([cell('sieve', [outer, ...holes]), islands]).counts).toMatchObject({
      multipart: 1,
      gap: 0,
      overlap: 0,
    });
    expect(unify([{ name: 'one', cells: [cell('sieve', [outer, ...holes])] }]).cells.length).toBe(1);
  });
});
