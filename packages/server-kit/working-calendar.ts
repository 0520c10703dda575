import chineseDays from 'chinese-days';
import type { WorkingCalendar } from '#packages/procedure';

const OFFICE_HOURS = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 },
];

/** Days of the years as `YYYY-MM-DD`. */
function* daysOf(from: number, to: number): Generator<string> {
  for (let day = Date.UTC(from, 0, 1); day < Date.UTC(to + 1, 0, 1); day += 86_400_000) {
    yield new Date(day).toISOString().slice(0, 10);
  }
}

const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/**
 * The working calendar by the State Council office's yearly notices, from npm `chinese-days`. That package falls back silently to
 * weekends for a year that is not announced: the calendar is known until the last year in which it has a working weekend or day off.
 */
export function workingCalendar(from = 2024, to = 2030): WorkingCalendar {
  const daysOff = new Set<string>();
  const workingWeekends = new Set<string>();
  for (const date of daysOf(from, to)) {
    const works = chineseDays.isWorkday(date);
    if (works && isWeekend(date)) workingWeekends.add(date);
    if (!works && !isWeekend(date)) daysOff.add(date);
  }
  const knownYear = [...daysOff].sort().at(-1)?.slice(0, 4) ?? `${from - 1}`;
  return {
    edition: `chinese-days ${knownYear}`,
    daysOff,
    workingWeekends,
    knownUntil: `${knownYear}-12-31`,
    officeHours: OFFICE_HOURS,
    utcOffset: 480,
  };
}
