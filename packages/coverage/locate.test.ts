import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Ring } from './lattice.ts';
import { buildLocator, deserialiseLocator } from './locate.ts';
import { corrupt, seededNumbers, syntheticDistrict } from './synthetic.ts';

/** The half-open rule, word by word: the ray to the far west from a hair north-east of the point, in BigInt. */
function isIn(cell: Cell, x: number, y: number): boolean {
  let inside = false;
  const ray = (ring: Ring): void => {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      const [x1, y1, x2, y2] = ring[i + 1] < ring[j + 1] ? [i, i + 1, j, j + 1] : [j, j + 1, i, i + 1];
      if (!(ring[y1] <= y && y < ring[y2])) continue;
      const right = BigInt(ring[y2] - ring[y1]) * BigInt(x - ring[x1]);
      if (BigInt(ring[x2] - ring[x1]) * BigInt(y - ring[y1]) <= right) inside = !inside;
    }
  };
  for (const polygon of cell.polygons) for (const ring of polygon) ray(ring);
  return inside;
}

const bruteForce = (cells: readonly Cell[], x: number, y: number): number =>
  cells.findIndex((cell) => isIn(cell, x, y));

/** Every vertex, its eight neighbours, the middle of every edge, and points anywhere. */
function interestingPoints(cells: readonly Cell[], seed: number): [number, number][] {
  const points: [number, number][] = [];
  const random = seededNumbers(seed);
  for (const ring of cells.flatMap((cell) => cell.polygons.flat())) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      points.push([ring[i], ring[i + 1]]);
      points.push([Math.round((ring[i] + ring[j]) / 2), Math.round((ring[i + 1] + ring[j + 1]) / 2)]);
      points.push([ring[i] + Math.floor(random() * 3) - 1, ring[i + 1] + Math.floor(random() * 3) - 1]);
      points.push([ring[i] + Math.floor((random() - 0.5) * 200), ring[j + 1] + Math.floor((random() - 0.5) * 200)]);
    }
  }
  return points;
}

function expectAgreement(cells: readonly Cell[], seed = 1): void {
  const locator = buildLocator(cells);
  for (const [x, y] of interestingPoints(cells, seed)) {
    const expected = bruteForce(cells, x, y);
    if (locator.locate(x, y) !== expected)
      expect({ x, y, owner: locator.locate(x, y) }).toEqual({ x, y, owner: expected });
  }
}

const square = (id: string, x: number, y: number, size: number): Cell => ({
  id,
  polygons: [[Int32Array.of(x, y, x + size, y, x + size, y + size, x, y + size)]],
});

describe('locate agrees with a brute-force exact test on vertices, edges, beside them and anywhere', () => {
  it('in districts of winding cells', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom(9, 60, 500, 27_000),
        (seed, bends, side) => {
          expectAgreement(syntheticDistrict({ columns: 5, rows: 4, bends, seed, side }).cells, seed);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('where cells overlap, gape, stand twice', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { cells } = syntheticDistrict({ columns: 6, rows: 6, bends: 2, seed });
        const faulty = cells.flatMap((cell) => corrupt([cell], seed + Number(cell.id.slice(1))));
        expectAgreement([...faulty, square('over all', 1_214_500_000, 312_000_000, 60_000)], seed);
      }),
      { numRuns: 20 },
    );
  });

  it('for any rings at all: bow-ties, spikes, points', () => {
    const coordinate = fc.integer({ min: -6, max: 6 });
    const ring = fc
      .array(coordinate, { minLength: 6, maxLength: 12 })
      .map((a) => Int32Array.from(a.slice(0, a.length & ~1)));
    fc.assert(
      fc.property(fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { maxLength: 4 }), (polygons) => {
        expectAgreement(polygons.map((polygon, i) => ({ id: String(i), polygons: [polygon] })));
      }),
      { numRuns: 300 },
    );
  });

  it('with a hole that another cell fills, and with a cell in two parts', () => {
    const hole = Int32Array.of(20, 20, 20, 60, 60, 60, 60, 20);
    const ring: Cell = { id: 'ring', polygons: [[square('', 0, 0, 100).polygons[0][0], hole]] };
    const parts: Cell = {
      id: 'parts',
      polygons: [...square('', 100, 0, 50).polygons, ...square('', 100, 60, 50).polygons],
    };
    expectAgreement([ring, square('island', 20, 20, 40), parts]);
  });
});

it('a point on a border belongs to the east or the north, and a shared vertex to the cell that opens east-north-east', () => {
  const locator = buildLocator([
    square('sw', 0, 0, 10),
    square('se', 10, 0, 10),
    square('nw', 0, 10, 10),
    square('ne', 10, 10, 10),
  ]);
  const at = (x: number, y: number): string => locator.ids[locator.locate(x, y)] ?? 'none';
  expect([at(10, 5), at(5, 10), at(10, 10), at(0, 0)]).toEqual(['se', 'nw', 'ne', 'sw']);
  expect([at(20, 5), at(5, 20), at(-1, 5), at(21, 5)]).toEqual(['none', 'none', 'none', 'none']);
});

it('many points at once get the same answers as one by one, in any order', () => {
  const { cells } = syntheticDistrict({ columns: 40, rows: 40, bends: 3, seed: 7 });
  const locator = buildLocator(cells);
  const random = seededNumbers(3);
  const xs = Int32Array.from({ length: 50_000 }, () => 1_214_500_000 + Math.floor(random() * 1_200_000 - 50_000));
  const ys = Int32Array.from({ length: 50_000 }, () => 312_000_000 + Math.floor(random() * 1_200_000 - 50_000));
  const owners = locator.locateMany(xs, ys);
  expect([...owners].every((owner, i) => owner === locator.locate(xs[i], ys[i]))).toBe(true);
});

it('nearest: the distance in metres to the closest border, 0 inside', () => {
  const locator = buildLocator([square('a', 0, 0, 1000), square('b', 1000, 0, 1000)]);
  expect(locator.nearest(500, 500)).toEqual({ index: 0, metres: 0 });
  const east = locator.nearest(3000, 500);
  expect(east?.index).toBe(1);
  expect(east?.metres).toBeCloseTo(11.132, 2);
  expect(locator.nearest(-1_000_000, -1_000_000)?.index).toBe(0);
  expect(buildLocator([]).nearest(0, 0)).toBeUndefined();
});

it('a serialised index answers alike, shared or not, and a damaged one is refused', () => {
  const { cells } = syntheticDistrict({ columns: 5, rows: 5, bends: 3, seed: 7 });
  const locator = buildLocator(cells);
  for (const shared of [false, true]) {
    const copy = deserialiseLocator(locator.serialise({ shared }));
    expect(copy.ids).toEqual(locator.ids);
    for (const [x, y] of interestingPoints(cells, 5)) expect(copy.locate(x, y)).toBe(locator.locate(x, y));
  }
  expect(() => deserialiseLocator(new ArrayBuffer(10))).toThrow('damaged');
  expect(() => deserialiseLocator(locator.serialise().slice(0, 100) as ArrayBuffer)).toThrow('damaged');
});

it('no cells: every point is outside; NaN is outside', () => {
  expect(buildLocator([]).locate(0, 0)).toBe(-1);
  expect(buildLocator([square('a', 0, 0, 10)]).locate(Number.NaN, 5)).toBe(-1);
});
