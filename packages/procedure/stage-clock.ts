import { addTerm, isBeyondCalendar, type Term, termBetween, type WorkingCalendar } from './calendar.ts';

/** A running, paused or extended term. Times are ISO 8601 in UTC, so that a clock can be stored and replayed anywhere. */
export interface StageClock {
  readonly startedAt: string;
  readonly term: Term;
  /** When it runs out; while paused, when it would have run out without the pause. */
  readonly dueAt: string;
  readonly pausedAt: string | null;
  /** The deadline lies beyond the announced holidays: weekends only were counted, to be recomputed when the notice arrives. */
  readonly provisional: boolean;
}

const iso = (time: number) => new Date(time).toISOString();

function running(calendar: WorkingCalendar, startedAt: string, term: Term, due: number): StageClock {
  return { startedAt, term, dueAt: iso(due), pausedAt: null, provisional: isBeyondCalendar(calendar, due) };
}

export const startClock = (calendar: WorkingCalendar, at: string, term: Term): StageClock =>
  running(calendar, at, term, addTerm(calendar, Date.parse(at), term));

export const pauseClock = (clock: StageClock, at: string): StageClock => ({ ...clock, pausedAt: clock.pausedAt ?? at });

/** Adds the time that the pause took, counted in the clock's own unit, to the deadline. */
export function resumeClock(calendar: WorkingCalendar, clock: StageClock, at: string): StageClock {
  if (clock.pausedAt === null) return clock;
  const pause = termBetween(calendar, Date.parse(clock.pausedAt), Date.parse(at), clock.term.unit);
  return running(calendar, clock.startedAt, clock.term, shift(calendar, clock, pause));
}

/** A later deadline by a further term, counted from the old deadline. */
export const extendClock = (calendar: WorkingCalendar, clock: StageClock, by: Term): StageClock =>
  running(calendar, clock.startedAt, clock.term, shift(calendar, clock, by));

/** Days are added to the last day of the term: a moment at its very end (24:00) belongs to that day, not to the next. */
function shift(calendar: WorkingCalendar, clock: StageClock, by: Term): number {
  const due = Date.parse(clock.dueAt);
  return by.amount === 0 ? due : addTerm(calendar, by.unit.endsWith('day') ? due - 1 : due, by);
}

export const isOverdue = (clock: StageClock, now: number): boolean =>
  clock.pausedAt === null && now > Date.parse(clock.dueAt);
