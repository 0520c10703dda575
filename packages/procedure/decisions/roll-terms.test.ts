import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../calendar.ts';
import { answerObjection, findRollCalendar, lastDayOf, reasonsAgainstNotice } from './roll-terms.ts';
import { isSilent, type RuleId } from './rule.ts';
import { findEdition, getRule } from './rules.ts';

/** 2026: 1 to 7 October are days off, Saturday 10 October is a working day. */
const CALENDAR: WorkingCalendar = {
  edition: 'test',
  daysOff: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  workingWeekends: new Set(['2026-10-10']),
  knownUntil: '2026-12-31',
  officeHours: [{ from: 540, to: 1020 }],
  utcOffset: 480,
};
const edition = (rule: RuleId, date: string) => {
  const found = findEdition(getRule(rule), date);
  if (found === undefined || isSilent(found)) throw new Error(`no edition of ${rule} on ${date}`);
  return found;
};
const ELECTION = edition('residents-committee-election', '2026-06-01');
const rulesOf = (reasons: readonly { readonly rule: string }[] | undefined) => reasons?.map(({ rule }) => rule);

it('a term in days does not count its first day, and does not end on a day off', () => {
  expect(lastDayOf(CALENDAR, '2026-06-01', 5)).toBe('2026-06-08'); // 6 June is a Saturday
  expect(lastDayOf(CALENDAR, '2026-06-02', 3)).toBe('2026-06-05');
  expect(lastDayOf(CALENDAR, '2026-09-28', 5)).toBe('2026-10-08');
  expect(lastDayOf(CALENDAR, '2026-10-05', 5)).toBe('2026-10-10');
});

describe('the roll of an election (居 17, 村 17): 20 days before, 5 for objections, 3 for answers', () => {
  const calendar = (published: string, day: string, of = ELECTION) =>
    findRollCalendar(of, CALENDAR, { published, day });

  it('published 20 days before is in time, 19 days before is not', () => {
    expect(calendar('2026-06-01', '2026-06-21')).toEqual({
      publishedUntil: '2026-06-01',
      objectionsUntil: '2026-06-08',
      answersUntil: '2026-06-11',
      reasons: [],
    });
    const late = calendar('2026-06-02', '2026-06-21');
    expect(rulesOf(late?.reasons)).toEqual(['roll_published_in_time']);
    expect(late?.reasons[0].text.zh).toContain('居 17');
  });

  it.each([
    ['residents-committee-election', '2026-07-01'],
    ['village-committee-election', '2026-07-01'],
    ['village-committee-election', '2025-07-01'],
  ] as const)('the days to the day: %s for %s', (rule, day) => {
    const year = day.slice(0, 4);
    const found = calendar(`${year}-06-03`, day, edition(rule, day));
    // In 2025 the fifth day is a Sunday: the term ends on the Monday.
    expect(found).toMatchObject({
      publishedUntil: `${year}-06-11`,
      objectionsUntil: year === '2026' ? '2026-06-08' : '2025-06-09',
      answersUntil: year === '2026' ? '2026-06-11' : '2025-06-12',
    });
  });

  it('an election before objections are answered is told too', () => {
    expect(rulesOf(calendar('2026-06-15', '2026-06-21')?.reasons)).toEqual([
      'roll_published_in_time',
      'objections_answered_before',
    ]);
  });

  it('villages as well, in both editions; a meeting has no such roll', () => {
    expect(
      calendar('2025-06-02', '2025-06-21', edition('village-committee-election', '2025-06-21'))?.reasons[0].text.en,
    ).toContain('村 14');
    expect(
      calendar('2026-06-02', '2026-06-21', edition('village-committee-election', '2026-06-21'))?.reasons[0].text.en,
    ).toContain('村 17');
    expect(calendar('2026-06-01', '2026-06-21', edition('residents-meeting', '2026-06-21'))).toBeUndefined();
  });

  it('an objection on the last day is in time and answered in three days, one on the next is late', () => {
    const published = '2026-06-02';
    expect(answerObjection(ELECTION, CALENDAR, { published, received: '2026-06-08' })).toEqual({
      inTime: true,
      answerUntil: '2026-06-11',
    });
    expect(answerObjection(ELECTION, CALENDAR, { published, received: '2026-06-09' })?.inTime).toBe(false);
    expect(answerObjection(ELECTION, CALENDAR, { published, received: '2026-06-01' })?.inTime).toBe(false);
  });
});

describe('notice of a meeting', () => {
  const against = (rule: RuleId, date: string, given: string, urgent = false) =>
    rulesOf(reasonsAgainstNotice(edition(rule, date), { given, day: date, urgent }));

  it('ten days before are enough, nine are not', () => {
    expect(against('residents-meeting', '2026-06-21', '2026-06-11')).toEqual([]);
    expect(against('residents-meeting', '2026-06-21', '2026-06-12')).toEqual(['notice_in_time']);
  });
  it('at once in special cases: residents and villagers since 2026, villagers not before', () => {
    expect(against('residents-meeting', '2026-06-21', '2026-06-21', true)).toEqual([]);
    expect(against('villagers-meeting', '2026-06-21', '2026-06-21', true)).toEqual([]);
    expect(against('villagers-meeting', '2025-06-21', '2025-06-21', true)).toEqual(['notice_in_time']);
    expect(against('residents-meeting', '2026-06-21', '2026-06-22', true)).toEqual(['notice_in_time']);
  });
  it('villagers: ten days as well, in both editions', () => {
    expect(against('villagers-meeting', '2026-06-21', '2026-06-11')).toEqual([]);
    expect(against('villagers-meeting', '2026-06-21', '2026-06-12')).toEqual(['notice_in_time']);
    expect(against('villagers-meeting', '2025-06-21', '2025-06-11')).toEqual([]);
    expect(against('villagers-meeting', '2025-06-21', '2025-06-12')).toEqual(['notice_in_time']);
  });
  it('owners are told fifteen days before, without exception', () => {
    expect(against('owners-special', '2026-06-21', '2026-06-20', true)).toEqual(['notice_in_time']);
    expect(against('owners-special', '2026-06-21', '2026-06-06')).toEqual([]);
    expect(against('owners-special', '2026-06-21', '2026-06-07')).toEqual(['notice_in_time']);
  });
  it('the residents’ law of 2018 gives no days', () => {
    expect(against('residents-meeting', '2025-06-21', '2025-06-20')).toEqual([]);
  });
});
