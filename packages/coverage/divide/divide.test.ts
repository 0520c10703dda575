import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { type Cell, type Polygon, polygonArea2 } from '../lattice.ts';
import { buildLocator } from '../locate.ts';
import { gridCount, planCounts, targetsFor } from './counts.ts';
import { divide } from './divide.ts';
import type { Barrier, Demand, DivideInput } from './input.ts';
import { type Random, seededRandom } from './random.ts';

const X = 1_206_000_000;
const Y = 313_000_000;
/** About 1 m, in lattice steps. */
const M = 100;

const rectangle = (x: number, y: number, width: number, height: number): Int32Array =>
  Int32Array.of(
    X + x * M,
    Y + y * M,
    X + (x + width) * M,
    Y + y * M,
    X + (x + width) * M,
    Y + (y + height) * M,
    X + x * M,
    Y + (y + height) * M,
  );

const line = (...points: number[]): Int32Array =>
  Int32Array.from(points, (value, i) => (i % 2 === 0 ? X : Y) + Math.round(value * M));

/** Buildings of 10 to 30 households every 25 m or so. */
function town(width: number, height: number, random: Random): Demand {
  const x: number[] = [];
  const y: number[] = [];
  const households: number[] = [];
  for (let u = 12; u < width; u += 25) {
    for (let v = 12; v < height; v += 25) {
      x.push(X + Math.round((u + 10 * (random() - 0.5)) * M));
      y.push(Y + Math.round((v + 10 * (random() - 0.5)) * M));
      households.push(10 + Math.floor(random() * 21));
    }
  }
  return { x: Int32Array.from(x), y: Int32Array.from(y), households };
}

const RULES = { target: 400, range: { min: 300, max: 500 } };

function townInput(random: Random): DivideInput {
  const boundary = [[rectangle(0, 0, 800, 600)]];
  const barriers: Barrier[] = [
    { id: 'river', kind: 'river', line: line(-50, 310, 300, 290, 850, 330) },
    { id: 'road', kind: 'road', line: line(200, -20, 210, 620) },
    { id: 'street', kind: 'road', line: line(600, -20, 610, 400) },
    { id: 'court', kind: 'compound', line: line(420, 80, 520, 80, 520, 180, 420, 180) },
  ];
  const within: Cell[] = [
    { id: '320508001001', polygons: [[rectangle(0, 0, 400, 600)]] },
    { id: '320508001002', polygons: [[rectangle(400, 0, 400, 600)]] },
  ];
  return { boundary, within, demand: town(800, 600, random), barriers, ...RULES };
}

/** The town in two communities without right angles: almost no point of their borders is on the lattice. */
function slanted(seed: number): { boundary: Polygon[]; within: Cell[] } {
  const random = seededRandom(seed);
  const corner = (x: number, y: number): number[] => [x + 3 * random(), y + 3 * random()];
  const [a, b, c, d] = [corner(-5, -5), corner(400, -5), corner(800, -5), corner(800, 600)];
  const [e, f, g] = [corner(390, 600), corner(-5, 600), corner(410, 300)];
  return {
    boundary: [[line(...a, ...b, ...c, ...d, ...e, ...f)]],
    within: [
      { id: '320508001001', polygons: [[line(...a, ...b, ...g, ...e, ...f)]] },
      { id: '320508001002', polygons: [[line(...b, ...c, ...d, ...e, ...g)]] },
    ],
  };
}

const area2 = (cells: readonly Cell[]): number =>
  cells.flatMap((cell) => cell.polygons).reduce((sum, polygon) => sum + polygonArea2(polygon), 0);

function expectCoverage(grids: readonly Cell[], within: readonly Cell[]): void {
  for (const community of within) {
    const own = grids.filter((grid) => grid.id.startsWith(community.id));
    expect(check(own, { boundary: community.polygons }).faults).toEqual([]);
    expect(area2(own)).toBe(area2([community]));
  }
  expect(check(grids, { boundary: within.length === 1 ? within[0].polygons : undefined }).faults).toEqual([]);
  for (const grid of grids) expect(grid.polygons.length).toBe(1);
}

describe('how many grids', () => {
  it.each([
    [2_000, 5, true],
    [1_000, 3, true],
    [550, 1, false],
    [800, 2, true],
    [250, 1, false],
  ])('makes of %i households %i grids (legal: %s)', (total, count, isLegal) => {
    expect(gridCount(total, 400, RULES.range)).toEqual({ count, isLegal });
  });

  it('gives units beyond the range grids of their own, and what is little beside them to these', () => {
    const plan = (...households: number[]) => planCounts(households, 400, RULES.range);
    expect(plan(1_000, 150, 150)).toMatchObject({ count: 2, isLegal: true, rest: 300, restCount: 1, off: 0 });
    expect(plan(700)).toMatchObject({ count: 1, isLegal: true, rest: 0, off: 0 });
    expect(plan(700, 100)).toMatchObject({ count: 1, isLegal: false, rest: 100, restCount: 0, off: 100 });
    expect(plan(200, 350)).toMatchObject({ count: 1, isLegal: false, off: 50 });
  });

  it('gives a unit that is larger than its share a grid of its size', () => {
    expect([...targetsFor(1_000, 3, [480, 100])]).toEqual([480, 260, 260]);
    expect([...targetsFor(900, 3, [250])]).toEqual([300, 300, 300]);
  });
});

describe('dividing a town', () => {
  const input = townInput(seededRandom(1));
  const { grids, report } = divide(input);

  it('makes an exact coverage of each community, each grid in one piece', () => {
    expectCoverage(grids, input.within ?? []);
    expect(check(grids, { boundary: input.boundary }).faults).toEqual([]);
  });

  it('keeps every grid within the legal range and within two per cent of the mean', () => {
    expect(report.problems).toEqual([]);
    expect(report.households.min).toBeGreaterThanOrEqual(300);
    expect(report.households.max).toBeLessThanOrEqual(500);
    expect(report.households.deviation).toBeLessThanOrEqual(0.03);
  });

  it('counts the households that lie in each grid', () => {
    const locator = buildLocator(grids);
    const counts = new Map<string, number>();
    input.demand.x.forEach((x, i) => {
      const id = grids[locator.locate(x, input.demand.y[i])].id;
      counts.set(id, (counts.get(id) ?? 0) + input.demand.households[i]);
    });
    expect(report.grids.map(({ id, households }) => [id, households])).toEqual(
      grids.map(({ id }) => [id, counts.get(id)]),
    );
  });

  it('numbers the grids of each community from 001', () => {
    for (const community of input.within ?? []) {
      const own = grids.filter((grid) => grid.id.startsWith(community.id));
      expect(own.map(({ id }) => id.slice(12))).toEqual(own.map((_, i) => String(i + 1).padStart(3, '0')));
    }
  });

  it('lets borders run along the river for more than half of its length', () => {
    const river = report.barriers.find(({ id }) => id === 'river');
    expect(river?.lengthM).toBeGreaterThan(750);
    expect((river?.followedM ?? 0) / (river?.lengthM ?? 1)).toBeGreaterThan(0.5);
  });

  it('does not cut the compound', () => {
    expect(report.cutCompounds).toEqual([]);
    const locator = buildLocator(grids);
    const at = (x: number, y: number): number => locator.locate(X + x * M, Y + y * M);
    expect(new Set([at(421, 81), at(519, 81), at(519, 179), at(421, 179), at(470, 130)]).size).toBe(1);
  });

  it('keeps the compound whole whichever way its ring runs', () => {
    const barriers = input.barriers?.map((barrier) =>
      barrier.kind === 'compound' ? { ...barrier, line: line(420, 80, 420, 180, 520, 180, 520, 80) } : barrier,
    );
    expect(divide({ ...input, barriers }).report.households).toEqual(report.households);
  });

  it('makes compact grids', () => {
    expect(report.compactness.mean).toBeGreaterThan(0.5);
  });

  it('gives the same grids for the same input, and for the same seed', () => {
    expect(divide(townInput(seededRandom(1))).grids).toEqual(grids);
    const turned = (seed: number): readonly Cell[] => divide({ ...input, random: seededRandom(seed) }).grids;
    expect(turned(5)).toEqual(turned(5));
    expect(turned(5)).not.toEqual(turned(6));
  });
});

describe('dividing by given blocks', () => {
  const blocks: Cell[] = Array.from({ length: 48 }, (_, i) => ({
    id: `block ${i}`,
    polygons: [[rectangle((i % 8) * 100, Math.floor(i / 8) * 100, 100, 100)]],
  }));
  const uniform = (households: number): Demand => ({
    x: Int32Array.from(blocks, ({ polygons }) => polygons[0][0][0] + 50 * M),
    y: Int32Array.from(blocks, ({ polygons }) => polygons[0][0][1] + 50 * M),
    households: blocks.map(() => households),
  });
  const boundary = [[rectangle(0, 0, 800, 600)]];

  it('cuts no block and follows the barrier that runs by', () => {
    const road: Barrier = { id: 'road', kind: 'main', line: line(402, -10, 398, 610) };
    const { grids, report } = divide({ boundary, blocks, demand: uniform(100), barriers: [road], ...RULES });
    expectCoverage(grids, [{ id: '', polygons: boundary }]);
    expect(report.grids.map(({ households }) => households)).toEqual(Array(12).fill(400));
    const locator = buildLocator(grids);
    for (const { polygons } of blocks) {
      const [x, y] = polygons[0][0];
      const corners = [1, 99].flatMap((u) => [1, 99].map((v) => locator.locate(x + u * M, y + v * M)));
      expect(new Set(corners).size).toBe(1);
    }
    expect(report.barriers[0].followedM / report.barriers[0].lengthM).toBeGreaterThan(0.99);
  });

  it('tells which block is too large for any grid, and the bound', () => {
    const demand = uniform(50);
    const households = Array.from(demand.households, (h, i) => (i === 20 ? 700 : h));
    const { report } = divide({ boundary, blocks, demand: { ...demand, households }, ...RULES });
    expect(report.problems.filter(({ kind }) => kind === 'indivisible')).toMatchObject([
      { id: 'block 20', households: 700, bound: 700 },
    ]);
  });
});

describe('what cannot be done', () => {
  const boundary = [[rectangle(0, 0, 200, 200)]];
  const along = (households: readonly number[], start = 10): Demand => ({
    x: Int32Array.from(households, (_, i) => X + (start + 18 * i) * M),
    y: new Int32Array(households.length).fill(Y + 100 * M),
    households,
  });

  it('says that 550 households fit neither one grid nor two', () => {
    const { report } = divide({ boundary, demand: along(Array(11).fill(50)), ...RULES });
    expect(report.problems.map(({ kind }) => kind)).toContain('no_legal_count');
    expect(report.problems[0].text.en).toContain('550 households');
  });

  it('says how many households lie outside the boundary', () => {
    const { report } = divide({ boundary, demand: along([400], 900), ...RULES });
    expect(report.problems.filter(({ kind }) => kind === 'unplaced')).toMatchObject([{ households: 400 }]);
  });

  it('divides the parts of a community that do not touch by themselves, and says so', () => {
    const parts = [[rectangle(0, 0, 300, 300)], [rectangle(500, 0, 300, 300)]];
    const { grids, report } = divide({ boundary: parts, demand: town(800, 300, seededRandom(3)), ...RULES });
    expect(report.problems.map(({ kind }) => kind)).toContain('detached');
    for (const grid of grids) expect(grid.polygons.length).toBe(1);
  });

  it('goes around a hole', () => {
    const ring = [rectangle(0, 0, 600, 600), line(200, 200, 200, 400, 400, 400, 400, 200)];
    const { grids, report } = divide({ boundary: [ring], demand: town(600, 600, seededRandom(4)), ...RULES });
    expectCoverage(grids, [{ id: '', polygons: [ring] }]);
    expect(report.problems.map(({ kind }) => kind)).toEqual(['unplaced']);
  });
});

describe('what is refused', () => {
  const sound: DivideInput = {
    boundary: [[rectangle(0, 0, 200, 200)]],
    demand: { x: Int32Array.of(X + 50 * M), y: Int32Array.of(Y + 50 * M), households: [400] },
    ...RULES,
  };

  it.each<[string, Partial<DivideInput>, string]>([
    ['no boundary', { boundary: [] }, 'no polygon'],
    ['a community without a polygon', { within: [{ id: '320508001001', polygons: [] }] }, '320508001001'],
    ['a target outside the range', { target: 600 }, 'not within 300 to 500'],
    ['households that are no number', { demand: { ...sound.demand, households: [Number.NaN] } }, 'Point 1 has "NaN"'],
    ['fewer households than points', { demand: { ...sound.demand, households: [] } }, 'differ in length'],
    ['a barrier of one point', { barriers: [{ id: 'r1', kind: 'river', line: line(1, 1) }] }, 'r1'],
    ['a tolerance of two', { tolerance: 2 }, 'tolerance'],
  ])('refuses %s', (_what, change, said) => {
    expect(() => divide({ ...sound, ...change })).toThrow(said);
  });

  it('divides an area where nobody lives into one grid, and says that it is below the range', () => {
    const { grids, report } = divide({ ...sound, demand: { ...sound.demand, households: [0] } });
    expect(grids.length).toBe(1);
    expect(report.problems.map(({ kind }) => kind)).toEqual(['no_legal_count', 'out_of_range']);
  });
});

describe('islands', () => {
  /** A mainland and islets of these widths beside it, with buildings on all of them. */
  function archipelago(mainland: number, islets: readonly number[], random: Random): DivideInput {
    const spots = islets.map((size, i) => ({ x: mainland + 60 + 20 * (i % 3), y: 130 * i, size }));
    const polygons = [
      [rectangle(0, 0, mainland, 600)],
      ...spots.map(({ x, y, size }) => [rectangle(x, y, size, size)]),
    ];
    const locator = buildLocator([{ id: 'all', polygons }]);
    const { x, y, households } = town(mainland + 400, 1_000, random);
    const on = [...x.keys()].filter((i) => locator.locate(x[i], y[i]) >= 0);
    const demand: Demand = {
      x: Int32Array.from(on, (i) => x[i]),
      y: Int32Array.from(on, (i) => y[i]),
      households: on.map((i) => households[i]),
    };
    return { boundary: polygons, within: [{ id: '320508001001', polygons }], demand, ...RULES };
  }

  it('are in grids with the mainland rather than grids far too small, and the report says which', () => {
    const input = archipelago(400, [60, 100, 40], seededRandom(3));
    const { grids, report } = divide(input);
    expect(check(grids, { boundary: input.boundary }).faults).toEqual([]);
    expect(report.households.min).toBeGreaterThanOrEqual(300);
    expect(report.households.max).toBeLessThanOrEqual(500);
    const inParts = grids.filter(({ polygons }) => polygons.length > 1).map(({ id }) => id);
    expect(inParts.length).toBeGreaterThan(0);
    const told = report.problems.filter(({ kind }) => kind === 'detached').map(({ id }) => id);
    expect(told).toEqual(['320508001001', ...inParts]);
  });

  it('have grids of their own where they are large enough', () => {
    const { grids, report } = divide(archipelago(400, [115, 115], seededRandom(3)));
    expect(report.households.min).toBeGreaterThanOrEqual(300);
    for (const { polygons } of grids) expect(polygons.length).toBe(1);
  });

  it('are never cut off against the law where it can be kept, whatever they are like', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 150, max: 500 }),
        fc.array(fc.integer({ min: 15, max: 110 }), { minLength: 1, maxLength: 5 }),
        (seed, mainland, islets) => {
          const input = archipelago(mainland, islets, seededRandom(seed));
          const { grids, report } = divide(input);
          // At most one part of a grid on each island: this is what check allows.
          expect(check(grids, { boundary: input.boundary }).faults).toEqual([]);
          const total = Array.from(input.demand.households).reduce((a, b) => a + b, 0);
          expect(report.households.total).toBe(total);
          const illegal = report.problems.filter(({ kind }) => kind === 'out_of_range');
          if (gridCount(total, RULES.target, RULES.range).isLegal) expect(illegal).toEqual([]);
          else for (const { bound } of illegal) expect(bound).toBeGreaterThan(0);
        },
      ),
      { numRuns: 20, seed: 8 },
    );
  });
});

describe('a grid outside the range', () => {
  const blocks: Cell[] = Array.from({ length: 12 }, (_, i) => ({
    id: `block ${i}`,
    polygons: [[rectangle((i % 4) * 100, Math.floor(i / 4) * 100, 100, 100)]],
  }));
  const boundary = [[rectangle(0, 0, 400, 300)]];
  const outOfRange = (households: readonly number[]): { households: number; bound?: number; en: string }[] => {
    const demand: Demand = {
      x: Int32Array.from(blocks, ({ polygons }) => polygons[0][0][0] + 50 * M),
      y: Int32Array.from(blocks, ({ polygons }) => polygons[0][0][1] + 50 * M),
      households,
    };
    return divide({ boundary, blocks, demand, ...RULES })
      .report.problems.filter(({ kind }) => kind === 'out_of_range')
      .map(({ households, bound, text }) => ({ households, bound, en: text.en }));
  };

  it('is forced by the unit in it that must not be cut', () => {
    expect(outOfRange(blocks.map((_, i) => (i === 5 ? 900 : 100)))).toMatchObject([
      { bound: 900, en: expect.stringContaining('it holds block 5, which must not be cut and has 900') },
    ]);
  });

  it('is forced by a total that is too small, or between two numbers of grids', () => {
    expect(outOfRange(blocks.map(() => 10))).toMatchObject([
      { households: 120, bound: 120, en: expect.stringContaining('120 households are to be divided') },
    ]);
    expect(outOfRange(blocks.map((_, i) => (i === 0 ? 40 : 46)))).toMatchObject([{ households: 546, bound: 546 }]);
  });

  it('is not said to be forced when nothing shows that', () => {
    // 290 alone is too little, 580 too much; only 40 households can be added to one of the three.
    const loads = [290, 290, 290, 0, 0, 0, 0, 0, 0, 0, 0, 40];
    for (const { bound, en } of outOfRange(loads)) {
      expect(bound).toBeUndefined();
      expect(en).toContain('nothing was found that forces this');
    }
    expect(outOfRange(loads).length).toBeGreaterThan(0);
  });
});

describe('dividing anew', () => {
  const input = townInput(seededRandom(6));
  const first = divide(input);

  it('changes nothing when nothing has changed', () => {
    const again = divide({ ...input, previous: first.grids });
    expect(again.report.movedHouseholds).toBe(0);
    expect(again.report.continues).toEqual(Object.fromEntries(first.grids.map(({ id }) => [id, id])));
    expect(again.grids.map(({ polygons }) => area2([{ id: '', polygons }])).sort()).toEqual(
      first.grids.map(({ polygons }) => area2([{ id: '', polygons }])).sort(),
    );
  });

  it('moves few households when one corner has grown', () => {
    const households = Array.from(input.demand.households, (h, i) => (i < 30 ? Math.round(h * 1.4) : h));
    const grown = { ...input, demand: { ...input.demand, households } };
    const again = divide({ ...grown, previous: first.grids });
    expect(again.report.problems).toEqual([]);
    const total = again.report.households.total;
    expect(again.report.movedHouseholds).toBeLessThan(total * 0.05);
    expectCoverage(again.grids, input.within ?? []);
  });
});

describe('any town', () => {
  it('is divided into an exact coverage that loses nobody', () => {
    const coordinate = fc.integer({ min: -100, max: 900 });
    const barrier = fc.record({
      kind: fc.constantFrom('river', 'main', 'road') as fc.Arbitrary<'river' | 'main' | 'road'>,
      points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.nat(), fc.array(barrier, { maxLength: 8 }), (seed, drawn) => {
        const input = townInput(seededRandom(seed));
        const barriers = drawn.map(({ kind, points }, i) => ({ id: `${i}`, kind, line: line(...points.flat()) }));
        const { boundary, within } = slanted(seed);
        const { grids, report } = divide({ ...input, boundary, within, barriers });
        expectCoverage(grids, within);
        expect(check(grids, { boundary }).faults).toEqual([]);
        const total = Array.from(input.demand.households).reduce((a, b) => a + b, 0);
        expect(report.households.total).toBe(total);
        for (const { kind } of report.problems) expect(kind).not.toBe('out_of_range');
      }),
      { numRuns: 12, seed: 2 },
    );
  });
});
