import { expect, it } from 'vitest';
import { addDays, dayIn } from './day.ts';

it.each([
  ['2026-11-24T15:59:59.999Z', '2026-11-24'],
  ['2026-11-24T16:00:00.000Z', '2026-11-25'],
  ['2026-12-31T16:00:00Z', '2027-01-01'],
])('%s is the day %s in Shanghai', (moment, day) => {
  expect(dayIn(new Date(moment))).toBe(day);
});

it.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-28', 7, '2027-01-04'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-03-01', 0, '2026-03-01'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});
