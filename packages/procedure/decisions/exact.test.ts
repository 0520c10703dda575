import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStrictness, findFraction, findSum, fraction, leastMeeting, meets, type Threshold } from './exact.ts';

const moreThan = (n: number, d: number): Threshold => ({ op: 'gt', needs: fraction(n, d) });
const atLeast = (n: number, d: number): Threshold => ({ op: 'gte', needs: fraction(n, d) });
const MOST = Number.MAX_SAFE_INTEGER;

describe('a share of whole numbers', () => {
  it.each([
    [moreThan(1, 2), 50, 100, false],
    [moreThan(1, 2), 51, 100, true],
    [moreThan(1, 2), 50, 99, true],
    [atLeast(2, 3), 66, 100, false],
    [atLeast(2, 3), 67, 100, true],
    [atLeast(2, 3), 66, 99, true],
    [moreThan(2, 3), 66, 99, false],
    [moreThan(2, 3), 67, 99, true],
    [atLeast(3, 4), 75, 100, true],
    [atLeast(3, 4), 74, 100, false],
    [atLeast(1, 3), 1, 3, true],
  ])('%o: %d of %d is %s', (threshold, part, whole, met) => {
    expect(meets(threshold, part, whole)).toBe(met);
  });

  it('nothing of nothing is never enough', () => {
    expect(meets(atLeast(2, 3), 0, 0)).toBe(false);
    expect(meets(moreThan(1, 2), 0, 0)).toBe(false);
  });

  it('is exact up to 2^53 - 1, where floats are not', () => {
    const half = (MOST - 1) / 2;
    expect(meets(moreThan(1, 2), half, MOST - 1)).toBe(false);
    expect(meets(moreThan(1, 2), half + 1, MOST - 1)).toBe(true);
    expect(meets(moreThan(1, 2), half, MOST)).toBe(false);
    expect(meets(atLeast(2, 3), 6004799503160660, 9007199254740990)).toBe(true);
    expect(meets(atLeast(2, 3), 6004799503160659, 9007199254740990)).toBe(false);
  });
});

const threshold = fc.record({
  op: fc.constantFrom('gt' as const, 'gte' as const),
  needs: fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }))
    .map(([n, more]) => fraction(n, n + more)),
});

it('the least number that is enough: it is, and one less is not', () => {
  fc.assert(
    fc.property(threshold, fc.integer({ min: 1, max: 5000 }), (needed, whole) => {
      const least = leastMeeting(needed, whole);
      expect(meets(needed, least, whole)).toBe(true);
      expect(least === 0 || !meets(needed, least - 1, whole)).toBe(true);
    }),
  );
});

it('a stricter threshold is met by nothing that a looser one refuses', () => {
  fc.assert(
    fc.property(threshold, threshold, fc.nat(200), fc.integer({ min: 1, max: 200 }), (one, other, part, whole) => {
      fc.pre(compareStrictness(one, other) >= 0 && meets(one, part, whole));
      expect(meets(other, part, whole)).toBe(true);
    }),
  );
});

it('fractions are read as they are written, and nothing else is', () => {
  expect(findFraction('2/3')).toEqual({ numerator: 2, denominator: 3 });
  for (const written of ['3/2', '0/3', '1/0', '0.5', '2/3 ', '-1/2', '２/３', '1e1/20', '']) {
    expect(findFraction(written)).toBeUndefined();
  }
});

it('sums are exact or there is none', () => {
  expect(findSum([MOST - 1, 1])).toBe(MOST);
  expect(findSum([MOST, 1])).toBeUndefined();
  expect(findSum([])).toBe(0);
});
