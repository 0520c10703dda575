import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diff } from './diff.ts';
import type { Cell, Ring } from './lattice.ts';
import { hasSameShape } from './same-shape.ts';
import { seededNumbers, syntheticDistrict } from './synthetic.ts';

const { cells } = syntheticDistrict({ columns: 5, rows: 4, bends: 2, seed: 3 });

function redrawn(ring: Ring, random: () => number): Ring {
  const n = ring.length / 2;
  const start = Math.floor(random() * n);
  const step = random() < 0.5 ? 1 : n - 1;
  return Int32Array.from({ length: ring.length }, (_, i) => ring[2 * ((start + step * (i >> 1)) % n) + (i & 1)]);
}

const rewritten = (cell: Cell, random: () => number): Cell => ({
  id: cell.id,
  polygons: cell.polygons
    .map(([outer, ...holes]) => [redrawn(outer, random), ...holes.map((hole) => redrawn(hole, random)).reverse()])
    .reverse(),
});

const square = (x: number, y: number, side: number): Ring =>
  Int32Array.of(x, y, x + side, y, x + side, y + side, x, y + side);

it('finds nothing when rings only start elsewhere, run the other way or stand in another order', () => {
  const islands: Cell = {
    id: 'islands',
    polygons: [[square(0, 0, 900), square(100, 100, 50), square(300, 300, 80)], [square(2_000, 0, 10)]],
  };
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = seededNumbers(seed);
      const before = [...cells, islands];
      const result = diff(
        before,
        before.map((cell) => rewritten(cell, random)),
      );
      expect(result).toEqual({
        added: [],
        removed: [],
        changed: [],
        redrawn: [],
        unchanged: before.length,
        flows: [],
      });
    }),
    { numRuns: 50, seed: 5 },
  );
});

it('tells shapes apart that have the same vertices in another order, or a hole more', () => {
  const cell = (...polygons: Ring[][]): Cell => ({ id: 'a', polygons });
  const bow = Int32Array.of(0, 0, 10, 10, 10, 0, 0, 10);
  expect(hasSameShape(cell([square(0, 0, 10)]), cell([bow]))).toBe(false);
  expect(hasSameShape(cell([square(0, 0, 10)]), cell([square(0, 0, 10), square(2, 2, 3)]))).toBe(false);
  expect(hasSameShape(cell([square(0, 0, 10), square(2, 2, 3)]), cell([square(0, 0, 10)], [square(2, 2, 3)]))).toBe(
    false,
  );
  expect(hasSameShape(cell([bow]), cell([bow]))).toBe(true);
});
