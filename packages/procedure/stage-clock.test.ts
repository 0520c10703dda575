import { expect, it } from 'vitest';
import type { WorkingCalendar } from './calendar.ts';
import { extendClock, isOverdue, pauseClock, resumeClock, startClock } from './stage-clock.ts';

const calendar: WorkingCalendar = {
  edition: 'test',
  daysOff: new Set(),
  workingWeekends: new Set(),
  knownUntil: '2026-12-31',
  officeHours: [{ from: 9 * 60, to: 17 * 60 }],
  utcOffset: 0,
};

it('a pause moves the deadline by the working time that it took', () => {
  const clock = startClock(calendar, '2026-03-02T10:00:00.000Z', { amount: 4, unit: 'work_hour' });
  expect(clock.dueAt).toBe('2026-03-02T14:00:00.000Z');
  const paused = pauseClock(clock, '2026-03-02T12:00:00.000Z');
  expect(isOverdue(paused, Date.parse('2026-04-01T00:00:00.000Z'))).toBe(false);
  expect(resumeClock(calendar, paused, '2026-03-03T10:00:00.000Z').dueAt).toBe('2026-03-03T12:00:00.000Z');
});

it('working days: a pause within one day costs nothing, over two nights two days', () => {
  const clock = startClock(calendar, '2026-03-02T10:00:00.000Z', { amount: 1, unit: 'work_day' });
  const paused = pauseClock(clock, '2026-03-02T11:00:00.000Z');
  expect(resumeClock(calendar, paused, '2026-03-02T15:00:00.000Z').dueAt).toBe('2026-03-03T17:00:00.000Z');
  expect(resumeClock(calendar, paused, '2026-03-04T15:00:00.000Z').dueAt).toBe('2026-03-05T17:00:00.000Z');
});

it('an extension counts from the old deadline, natural days from its last day', () => {
  const clock = startClock(calendar, '2026-03-02T10:00:00.000Z', { amount: 2, unit: 'natural_day' });
  expect(clock.dueAt).toBe('2026-03-05T00:00:00.000Z');
  expect(extendClock(calendar, clock, { amount: 1, unit: 'natural_day' }).dueAt).toBe('2026-03-06T00:00:00.000Z');
});

it('a deadline beyond the announced holidays is provisional', () => {
  expect(startClock(calendar, '2026-12-30T10:00:00.000Z', { amount: 5, unit: 'work_day' }).provisional).toBe(true);
});
