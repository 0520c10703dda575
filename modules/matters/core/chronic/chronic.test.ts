import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHRONIC, chronicPlaces, metresBetween, type Occurrence, timesOf } from './chronic.ts';

const DAY = 86_400_000;
const METRE_E7 = 1e7 / 110_900;

const at = (day: number, more: Partial<Occurrence> & { north?: number } = {}): Occurrence => {
  const { north = 0, ...rest } = more;
  return {
    category: '0203',
    grid: '320508017003001',
    lonE7: 1_206_200_000,
    latE7: 313_100_000 + Math.round(north * METRE_E7),
    reportedAt: day * DAY,
    endedAt: (day + 5) * DAY,
    ...rest,
  };
};

it('three times after closing is chronic', () => {
  const [place] = chronicPlaces([at(0), at(40, { north: 20 }), at(90, { north: -20 })], CHRONIC);
  expect(place).toMatchObject({ category: '0203', times: 3, matters: 3, firstAt: 0, lastAt: 90 * DAY });
});

it('three reports of one outage are one time', () => {
  expect(timesOf([at(0), at(1), at(4)])).toBe(1);
  expect(chronicPlaces([at(0), at(1), at(4)], CHRONIC)).toEqual([]);
});

it('further apart than the radius, or of another kind, it is not the same trouble', () => {
  expect(chronicPlaces([at(0), at(40, { north: 70 }), at(90, { north: 140 })], CHRONIC)).toEqual([]);
  expect(chronicPlaces([at(0), at(40), at(90, { category: '0202' })], CHRONIC)).toEqual([]);
});

it('across the border of grids it is one place, in the grid with most of it', () => {
  const other = '320508017003002';
  const [place] = chronicPlaces([at(0), at(40, { grid: other, north: 30 }), at(90, { grid: other })], CHRONIC);
  expect(place.grid).toBe(other);
});

it('two spots of one kind are two places', () => {
  const spots = [0, 40, 90].flatMap((day) => [at(day), at(day, { north: 500 })]);
  expect(chronicPlaces(spots, CHRONIC).map(({ times }) => times)).toEqual([3, 3]);
});

it('whatever comes: each place has its times, lies among its matters, and the order of reports does not matter', () => {
  const some = fc.array(
    fc.record({ day: fc.nat(300), north: fc.integer({ min: -300, max: 300 }), kind: fc.constantFrom('0203', '0202') }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(some, (rows) => {
      const occurrences = rows.map(({ day, north, kind }) => at(day, { north, category: kind }));
      const places = chronicPlaces(occurrences, CHRONIC);
      const total = places.reduce((sum, { matters }) => sum + matters, 0);
      expect(total).toBeLessThanOrEqual(occurrences.length);
      for (const place of places) {
        expect(place.times).toBeGreaterThanOrEqual(CHRONIC.times);
        const near = occurrences.filter(
          (one) => one.category === place.category && metresBetween(one, place) <= 2 * CHRONIC.metres,
        );
        expect(near.length).toBeGreaterThanOrEqual(place.matters);
      }
      expect(chronicPlaces([...occurrences].reverse(), CHRONIC).length).toBe(places.length);
    }),
    { numRuns: 60 },
  );
});
