import { type Reason, text } from '#packages/kernel';
import { addTerm, type WorkingCalendar } from '../calendar.ts';
import { cite } from './law.ts';
import type { RulingEdition } from './rule.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** So many days before or after a day, `YYYY-MM-DD`. */
export const shiftDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The last day of a term in natural days that begins on a day: that day is not counted, a last day off moves on (民法典 201, 203). */
export function lastDayOf(calendar: WorkingCalendar, date: string, days: number): string {
  const begin = Date.parse(`${date}T00:00:00Z`) - calendar.utcOffset * MINUTE;
  const end = addTerm(calendar, begin, { amount: days, unit: 'natural_day' });
  return new Date(end - 1 + calendar.utcOffset * MINUTE).toISOString().slice(0, 10);
}

export interface RollCalendar {
  /** The roll is published on this day at the latest. */
  readonly publishedUntil: string;
  /** Objections come in until the end of this day. */
  readonly objectionsUntil: string;
  /** The answer to an objection of the last day comes until the end of this day. */
  readonly answersUntil: string;
  readonly reasons: readonly Reason[];
}

/**
 * The days of an election's roll (居 17, 村 17) that is published on one day for an election on another, and why they do not fit.
 * Undefined where the edition asks for no published roll.
 */
export function findRollCalendar(
  { roll }: RulingEdition,
  calendar: WorkingCalendar,
  { published, day }: { readonly published: string; readonly day: string },
): RollCalendar | undefined {
  if (roll === undefined) return undefined;
  const publishedUntil = shiftDate(day, -roll.publishedBefore);
  const objectionsUntil = lastDayOf(calendar, published, roll.objections);
  const answersUntil = lastDayOf(calendar, objectionsUntil, roll.answers);
  const article = cite(roll.article);
  const reasons: Reason[] = [];
  if (published > publishedUntil) {
    reasons.push({
      rule: 'roll_published_in_time',
      field: 'published',
      text: text(
        `名单应当在选举日的 ${roll.publishedBefore} 日前公布（${article}）：最迟 ${publishedUntil}，而不是 ${published}。`,
        `The roll is published ${roll.publishedBefore} days before the election (${article}): by ${publishedUntil}, not on ${published}.`,
      ),
    });
  }
  if (answersUntil >= day) {
    reasons.push({
      rule: 'objections_answered_before',
      field: 'day',
      text: text(
        `对名单的申诉可能到 ${answersUntil} 才处理完（${article}）：选举日应当在此之后。`,
        `Objections to the roll may be answered as late as ${answersUntil} (${article}): the election comes after that.`,
      ),
    });
  }
  return { publishedUntil, objectionsUntil, answersUntil, reasons };
}

/** Whether an objection comes in time, and the last day for its answer. */
export function answerObjection(
  { roll }: RulingEdition,
  calendar: WorkingCalendar,
  { published, received }: { readonly published: string; readonly received: string },
): { readonly inTime: boolean; readonly answerUntil: string } | undefined {
  if (roll === undefined) return undefined;
  return {
    inTime: received >= published && received <= lastDayOf(calendar, published, roll.objections),
    answerUntil: lastDayOf(calendar, received, roll.answers),
  };
}

/** Why the notice of a meeting is too short; none: it is in time, or a special case that may be announced at once. */
export function reasonsAgainstNotice(
  { notice }: RulingEdition,
  { given, day, urgent = false }: { readonly given: string; readonly day: string; readonly urgent?: boolean },
): Reason[] {
  if (notice === undefined || (urgent && notice.urgent && given <= day)) return [];
  const latest = shiftDate(day, -notice.days);
  if (given <= latest) return [];
  const article = cite(notice.article);
  const special = notice.urgent
    ? text('；遇有特殊情况的，可以临时通知，但须说明', '; in special cases it may be given at once, with the reason')
    : text('', '');
  return [
    {
      rule: 'notice_in_time',
      field: 'given',
      text: text(
        `应当提前 ${notice.days} 日通知（${article}）：最迟 ${latest}，而不是 ${given}${special.zh}。`,
        `Notice is given ${notice.days} days before (${article}): by ${latest}, not on ${given}${special.en}.`,
      ),
    },
  ];
}
