import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orient, polygonArea2, ringArea2, toDegrees, toE7 } from './lattice.ts';

it('every lattice value survives the way to degrees and back', () => {
  fc.assert(fc.property(fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }), (v) => toE7(toDegrees(v)) === v));
});

it('orientation is exact: it agrees with BigInt for all differences below 2^26', () => {
  const d = fc.integer({ min: -(2 ** 25), max: 2 ** 25 - 1 });
  fc.assert(
    fc.property(d, d, d, d, d, d, (ax, ay, bx, by, cx, cy) => {
      const exact = BigInt(bx - ax) * BigInt(cy - ay) - BigInt(by - ay) * BigInt(cx - ax);
      return BigInt(orient(ax, ay, bx, by, cx, cy)) === exact;
    }),
  );
});

it('a unit square has doubled area 2, counter-clockwise positive, a hole subtracts', () => {
  expect(ringArea2(Int32Array.of(0, 0, 1, 0, 1, 1, 0, 1))).toBe(2);
  expect(ringArea2(Int32Array.of(0, 0, 0, 1, 1, 1, 1, 0))).toBe(-2);
  expect(polygonArea2([Int32Array.of(0, 0, 4, 0, 4, 4, 0, 4), Int32Array.of(1, 1, 1, 2, 2, 2, 2, 1)])).toBe(30);
});
