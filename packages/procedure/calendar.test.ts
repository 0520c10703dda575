import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTerm, isBeyondCalendar, type TimeUnit, termBetween, type WorkingCalendar } from './calendar.ts';

/** Spring Festival 2026: 15 to 23 February off, Saturdays 14 and 28 February worked. */
const calendar: WorkingCalendar = {
  edition: 'test',
  daysOff: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23']),
  workingWeekends: new Set(['2026-02-14', '2026-02-28']),
  knownUntil: '2026-12-31',
  officeHours: [
    { from: 9 * 60, to: 12 * 60 },
    { from: 13 * 60 + 30, to: 17 * 60 + 30 },
  ],
  utcOffset: 480,
};

const at = (local: string) => Date.parse(`${local}+08:00`);
const due = (from: string, amount: number, unit: TimeUnit) =>
  new Date(addTerm(calendar, at(from), { amount, unit }) + 8 * 3600_000).toISOString().slice(0, 16);

describe('the four time units', () => {
  it('urgent hours run day and night, through holidays', () => {
    expect(due('2026-02-16T23:00', 2, 'urgent_hour')).toBe('2026-02-17T01:00');
  });
  it('work hours stop for lunch, for the night and for the festival', () => {
    expect(due('2026-02-13T11:00', 2, 'work_hour')).toBe('2026-02-13T14:30');
    expect(due('2026-02-14T17:00', 1, 'work_hour')).toBe('2026-02-24T09:30');
  });
  it('working days do not count the first day, and end with the office', () => {
    expect(due('2026-02-13T10:00', 1, 'work_day')).toBe('2026-02-14T17:30'); // a worked Saturday
    expect(due('2026-02-13T10:00', 2, 'work_day')).toBe('2026-02-24T17:30'); // across the festival
  });
  it('natural days end at midnight, and not on a day off', () => {
    expect(due('2026-03-02T10:00', 3, 'natural_day')).toBe('2026-03-06T00:00');
    expect(due('2026-02-13T10:00', 5, 'natural_day')).toBe('2026-02-25T00:00'); // 18 February is off: moves to the 24th
  });
  it('a year whose holidays are not announced is said to be so', () => {
    expect(isBeyondCalendar(calendar, at('2027-01-01T00:00'))).toBe(true);
    expect(isBeyondCalendar(calendar, at('2026-12-31T23:59'))).toBe(false);
  });
});

const moment = fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-11-30T00:00') });

it('a later start never gives an earlier deadline', () => {
  const unit = fc.constantFrom<TimeUnit>('urgent_hour', 'work_hour', 'work_day', 'natural_day');
  fc.assert(
    fc.property(moment, fc.nat(10 * 86_400_000), fc.integer({ min: 1, max: 20 }), unit, (from, later, amount, unit) => {
      return addTerm(calendar, from, { amount, unit }) <= addTerm(calendar, from + later, { amount, unit });
    }),
  );
});

it('work hours: what was added lies between', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 60 }), (from, amount) => {
      const to = addTerm(calendar, from, { amount, unit: 'work_hour' });
      return Math.abs(termBetween(calendar, from, to, 'work_hour').amount - amount) < 1e-9;
    }),
  );
});
