/**
 * The working calendar and the four time units of case standards (数字城管 practice; facts: urgent_hour, work_hour, work_day, natural_day).
 *
 * Counting follows the Civil Code, articles 200 to 204: the day on which a term in days begins is not counted; a term in days ends at the
 * end of its last day, or of business hours where there are some; a last day that is a day off moves to the next day that is none.
 */
export type TimeUnit = 'urgent_hour' | 'work_hour' | 'work_day' | 'natural_day';

/** A length of time to be counted on a calendar. */
export interface Term {
  readonly amount: number;
  readonly unit: TimeUnit;
}

export interface WorkingCalendar {
  /** Names the edition, so that a deadline can say what it was computed with. */
  readonly edition: string;
  /** Days off by the State Council office's yearly notice, `YYYY-MM-DD`. */
  readonly daysOff: ReadonlySet<string>;
  /** Working days on weekends (调休), `YYYY-MM-DD`. */
  readonly workingWeekends: ReadonlySet<string>;
  /** Last day for which the notice is known; later days count weekends only, and say so. */
  readonly knownUntil: string;
  /** Office hours, minutes after local midnight, in order. */
  readonly officeHours: readonly { readonly from: number; readonly to: number }[];
  /** Local time east of UTC, in minutes (Asia/Shanghai: 480, without summer time since 1992). */
  readonly utcOffset: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const localDay = (calendar: WorkingCalendar, time: number) => Math.floor((time + calendar.utcOffset * MINUTE) / DAY);
const startOfDay = (calendar: WorkingCalendar, day: number) => day * DAY - calendar.utcOffset * MINUTE;
const isoDay = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const isWeekend = (day: number) => [0, 6].includes(new Date(day * DAY).getUTCDay());

function isWorkingDay(calendar: WorkingCalendar, day: number): boolean {
  const date = isoDay(day);
  if (calendar.workingWeekends.has(date)) return true;
  return !isWeekend(day) && !calendar.daysOff.has(date);
}

/** Whether the holidays of this time's year are not announced yet, so that only weekends could be counted. */
export const isBeyondCalendar = (calendar: WorkingCalendar, time: number): boolean =>
  isoDay(localDay(calendar, time)) > calendar.knownUntil;

/** The office hours of a day as [from, to) in milliseconds; empty on days off. */
function hoursOf(calendar: WorkingCalendar, day: number): (readonly [number, number])[] {
  if (!isWorkingDay(calendar, day)) return [];
  const start = startOfDay(calendar, day);
  return calendar.officeHours.map(({ from, to }) => [start + from * MINUTE, start + to * MINUTE] as const);
}

const endOfOffice = (calendar: WorkingCalendar, day: number) =>
  startOfDay(calendar, day) + (calendar.officeHours.at(-1)?.to ?? 24 * 60) * MINUTE;

function addWorkHours(calendar: WorkingCalendar, from: number, milliseconds: number): number {
  let left = milliseconds;
  for (let day = localDay(calendar, from); ; day++) {
    for (const [open, close] of hoursOf(calendar, day)) {
      const begin = Math.max(open, from);
      if (begin >= close) continue;
      if (left <= close - begin) return begin + left;
      left -= close - begin;
    }
  }
}

function addWorkDays(calendar: WorkingCalendar, from: number, days: number): number {
  let day = localDay(calendar, from);
  for (let left = days; left > 0; ) if (isWorkingDay(calendar, ++day)) left--;
  return endOfOffice(calendar, day);
}

function addNaturalDays(calendar: WorkingCalendar, from: number, days: number): number {
  let day = localDay(calendar, from) + days;
  while (!isWorkingDay(calendar, day)) day++;
  return startOfDay(calendar, day + 1);
}

/** The moment (ms since 1970) at which a term that starts at `from` runs out. */
export function addTerm(calendar: WorkingCalendar, from: number, { amount, unit }: Term): number {
  switch (unit) {
    case 'urgent_hour':
      return from + amount * HOUR;
    case 'work_hour':
      return addWorkHours(calendar, from, amount * HOUR);
    case 'work_day':
      return addWorkDays(calendar, from, amount);
    case 'natural_day':
      return addNaturalDays(calendar, from, amount);
  }
}

function workHoursBetween(calendar: WorkingCalendar, from: number, to: number): number {
  let sum = 0;
  for (let day = localDay(calendar, from); day <= localDay(calendar, to); day++) {
    for (const [open, close] of hoursOf(calendar, day)) sum += Math.max(0, Math.min(close, to) - Math.max(open, from));
  }
  return sum / HOUR;
}

function daysBetween(calendar: WorkingCalendar, from: number, to: number, counts: (day: number) => boolean): number {
  let sum = 0;
  for (let day = localDay(calendar, from) + 1; day <= localDay(calendar, to); day++) if (counts(day)) sum++;
  return sum;
}

/** How much of a unit lies between two moments; days are those after the first moment's day. */
export function termBetween(calendar: WorkingCalendar, from: number, to: number, unit: TimeUnit): Term {
  switch (unit) {
    case 'urgent_hour':
      return { amount: (to - from) / HOUR, unit };
    case 'work_hour':
      return { amount: workHoursBetween(calendar, from, to), unit };
    case 'work_day':
      return { amount: daysBetween(calendar, from, to, (day) => isWorkingDay(calendar, day)), unit };
    case 'natural_day':
      return { amount: daysBetween(calendar, from, to, () => true), unit };
  }
}
