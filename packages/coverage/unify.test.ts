import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import type { Cell, Polygon } from './lattice.ts';
import { corrupt, seededNumbers, syntheticDistrict } from './synthetic.ts';
import { type UnifyLayer, type UnifyOptions, type UnifyResult, unify } from './unify.ts';

const cell = (id: string, ...rings: number[][]): Cell => ({
  id,
  polygons: [rings.map((ring) => Int32Array.from(ring))],
});
const box = (id: string, x: number, y: number, width: number, height: number): Cell =>
  cell(id, [x, y, x + width, y, x + width, y + height, x, y + height]);
const outline = (x: number, y: number, width: number, height: number): Polygon[] => [
  ...box('', x, y, width, height).polygons,
];
const layer = (name: string, ...cells: Cell[]): UnifyLayer => ({ name, cells });

/** Every polygon as "id: x y x y ..." and every change as "from > to (why)". */
const shapes = ({ cells }: UnifyResult): string[] =>
  cells.map(
    ({ id, polygons }) => `${id}: ${polygons.map((p) => p.map((ring) => ring.join(' ')).join(' / ')).join(' ; ')}`,
  );
const changes = (result: UnifyResult): string[] =>
  result.changes.map(({ from, to, why }) => `${from.join('+')} > ${to ?? 'nobody'} (${why})`);

function expectCoverage(result: UnifyResult, boundary: readonly Polygon[]): void {
  const report = check(result.cells, { boundary: result.boundary });
  expect(report.faults.map((fault) => fault.text.en)).toEqual([]);
  expect(report.area2).toBe(result.area2);
  expect(result.area2).toBe(check([{ id: 'all', polygons: boundary }]).area2);
}

describe('who gets what several claim', () => {
  const first = layer('civil', box('a', 0, 0, 6000, 9000));
  const second = layer('police', box('b', 4000, 0, 8000, 9000));
  const boundary = outline(0, 0, 12000, 9000);
  const run = (options: UnifyOptions): UnifyResult => unify([first, second], { boundary, ...options });

  it('priority: the cell of the first layer', () => {
    const result = run({ rule: 'priority' });
    expect(changes(result)).toEqual(['b > a (priority)']);
    expect(shapes(result)).toEqual([
      'a: 0 0 4000 0 6000 0 6000 9000 4000 9000 0 9000',
      'b: 6000 0 12000 0 12000 9000 6000 9000',
    ]);
    expectCoverage(result, boundary);
  });

  it('largest: the cell with the greater area', () => {
    expect(changes(run({ rule: 'largest' }))).toEqual(['a > b (largest)']);
  });

  it('longest border: the cell that surrounds the place most', () => {
    const corner = unify(
      [layer('l', cell('a', [0, 0, 50, 0, 50, 50, 0, 50]), cell('b', [40, 20, 50, 0, 90, 0, 90, 50]))],
      {
        rule: 'longest-border',
      },
    );
    expect(corner.changes[0].why).toBe('longest-border');
  });

  it('a decision overrules the rule', () => {
    const [change] = run({}).changes;
    const decided = run({ decisions: [{ key: change.key, to: 'b' }] });
    expect(changes(decided)).toEqual(['a > b (decision)']);
    expectCoverage(decided, boundary);
  });

  it('the same cell in two layers is claimed once', () => {
    const result = unify([layer('civil', box('a', 0, 0, 100, 100)), layer('police', box('a', 0, 0, 100, 100))]);
    expect(changes(result)).toEqual([]);
    expect(shapes(result)).toEqual(['a: 0 0 100 0 100 100 0 100']);
  });
});

describe('gaps, slivers, parts, the outside', () => {
  it('a gap goes to the neighbour with the longest border', () => {
    const boundary = outline(0, 0, 100, 100);
    const result = unify([layer('l', box('a', 0, 0, 40, 100), box('b', 50, 0, 50, 30), box('c', 50, 30, 50, 70))], {
      boundary,
    });
    expect(changes(result)).toEqual([' > a (gap)']);
    expectCoverage(result, boundary);
  });

  it('a hole of the boundary stays a hole', () => {
    const boundary: Polygon[] = cell(
      '',
      [0, 0, 100, 0, 100, 100, 0, 100],
      [20, 20, 20, 60, 60, 60, 60, 20],
    ).polygons.slice();
    const result = unify([layer('l', box('a', 0, 0, 50, 100), box('b', 50, 0, 50, 100))], { boundary });
    expect(result.changes.map((change) => change.why)).toEqual(['outside', 'outside']);
    expectCoverage(result, boundary);
  });

  it('without a boundary a wide hole stays, a narrow one is filled', () => {
    const holes = cell(
      'a',
      [0, 0, 90000, 0, 90000, 90000, 0, 90000],
      [200, 200, 200, 9000, 9000, 9000, 9000, 200],
      [20000, 200, 20000, 210, 60000, 210, 60000, 200],
    );
    const result = unify([layer('l', holes)], {});
    expect(changes(result)).toEqual([' > a (gap)']);
    expect(result.cells[0].polygons[0]).toHaveLength(2);
  });

  it('what lies outside is given to nobody, and said', () => {
    const boundary = outline(0, 0, 100, 100);
    const result = unify([layer('l', box('a', 0, 0, 150, 100), box('far', 300, 300, 10, 10))], { boundary });
    expect(changes(result)).toEqual(['a > nobody (outside)', 'far > nobody (outside)']);
    expect(result.lost).toEqual(['far']);
    expectCoverage(result, boundary);
  });

  it('a part that is cut off joins its neighbour', () => {
    const boundary = outline(0, 0, 120_000, 30_000);
    const result = unify(
      [layer('first', box('bar', 30_000, 0, 30_000, 30_000)), layer('second', box('long', 0, 0, 120_000, 30_000))],
      { boundary },
    );
    expect(changes(result)).toEqual(['long > bar (priority)', 'long > bar (part)']);
    expectCoverage(result, boundary);
  });

  it('nothing to unify', () => {
    expect(() => unify([], {})).toThrow('no cells');
  });
});

describe('borders that cross between lattice points', () => {
  it('a border that ends on a slanting boundary bends it and gives the area back', () => {
    const boundary = cell('', [0, 0, 100_003, 7, 100_010, 50_000, 3, 50_020]).polygons;
    const west = cell('west', [-5000, -5000, 50_001, -5000, 50_023, 60_000, -5000, 60_000]);
    const east = cell('east', [50_001, -5000, 120_000, -5000, 120_000, 60_000, 50_023, 60_000]);
    const result = unify([layer('l', west, east)], { boundary });
    expectCoverage(result, boundary);
    expect(result.boundary[0][0].length).toBeGreaterThan(boundary[0][0].length);
  });

  it('a line that is dropped leaves no vertices behind', () => {
    const boundary = outline(0, 0, 90_000, 90_000);
    const first = layer(
      'first',
      cell('a', [0, 0, 90_000, 0, 0, 90_000]),
      cell('b', [90_000, 0, 90_000, 90_000, 0, 90_000]),
    );
    const second = layer(
      'second',
      cell('c', [0, 0, 90_000, 0, 90_000, 90_000]),
      cell('d', [0, 0, 90_000, 90_000, 0, 90_000]),
    );
    expect(shapes(unify([first, second], { boundary }))).toEqual([
      'a: 0 0 90000 0 0 90000',
      'b: 90000 0 90000 90000 0 90000',
    ]);
  });
});

/** A second department's grid over the same district: other lines, a little over and short of the boundary. */
function otherLayer(seed: number): UnifyLayer {
  const random = seededNumbers(seed);
  const origin = [
    1_214_500_000 + Math.floor(random() * 8000 - 4000),
    312_000_000 + Math.floor(random() * 8000 - 4000),
  ] as const;
  const { cells } = syntheticDistrict({ columns: 4, rows: 5, bends: 3, seed, side: 33_000, origin });
  return { name: 'other', cells: cells.map(({ id, polygons }) => ({ id: `o${id}`, polygons })) };
}

describe('for any layers', () => {
  const rule = fc.constantFrom('priority', 'largest', 'longest-border');

  it('the result is a coverage of exactly the boundary, and unifying it again changes nothing', () => {
    fc.assert(
      fc.property(fc.integer(), rule, fc.boolean(), (seed, rule, isPatchy) => {
        const { cells, boundary } = syntheticDistrict({ columns: 6, rows: 5, bends: 4, seed });
        const faulty = cells.flatMap((one) => corrupt([one], seed ^ (Number(one.id.slice(1)) * 977)));
        const own = isPatchy ? faulty.filter((_, i) => i % 3 !== 0) : faulty;
        const result = unify([{ name: 'own', cells: own }, otherLayer(seed)], { boundary, rule });
        expectCoverage(result, boundary);
        const again = unify([{ name: 'unified', cells: result.cells }], { boundary: result.boundary, rule });
        expect(again.changes).toEqual([]);
        expect(shapes(again)).toEqual(shapes(result));
      }),
      { numRuns: 60 },
    );
  });

  it('a coverage comes out as it went in', () => {
    fc.assert(
      fc.property(fc.integer(), rule, (seed, rule) => {
        const { cells, boundary } = syntheticDistrict({ columns: 5, rows: 5, bends: 3, seed });
        const result = unify([{ name: 'own', cells }], { boundary, rule });
        expect(result.changes).toEqual([]);
        const normal = (list: readonly Cell[]): string[] => shapes(unify([{ name: 'x', cells: list }], {}));
        expect(normal(cells)).toEqual(shapes(result));
        expect(result.area2).toBe(check(cells).area2);
      }),
      { numRuns: 20 },
    );
  });
});
