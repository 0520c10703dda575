import { describe, expect, it } from 'vitest';
import { Problem } from '#packages/kernel';
import { verdictOf } from './verdict.ts';

const COUNTS = { basis: 'residents', total: 100, present: 60, for: 40, against: 15, abstain: 5 };
const meeting = (counts: object = {}, more: object = {}) => ({
  rule: 'residents-meeting',
  date: '2026-05-01',
  counts: { ...COUNTS, ...counts },
  ...more,
});
const ELECTION = {
  rule: 'village-committee-election',
  date: '2026-05-01',
  total: 100,
  voted: 60,
  seats: 1,
  candidates: [{ id: 'a', votes: 40 }],
};
const OWNERS = {
  rule: 'owners-special',
  date: '2026-05-01',
  owners: [{ id: 'a', parts: [{ area_cm2: 900_000 }], vote: 'for' }],
};

const problemOf = (input: unknown): Problem => {
  try {
    verdictOf(input);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('a verdict, where it should have been refused');
};
/** The rules that refuse, each with its place. */
const refusals = (input: unknown) => problemOf(input).reasons.map(({ rule, field = '' }) => `${rule} ${field}`);

it('input as it should be is decided', () => {
  for (const input of [meeting(), ELECTION, OWNERS]) expect(verdictOf(input).passed).toBe(true);
});

describe('counts', () => {
  it('zero participants: not valid, and not carried by half of nobody', () => {
    const verdict = verdictOf(meeting({ present: 0, for: 0, against: 0, abstain: 0 }));
    expect(verdict).toMatchObject({ valid: false, passed: false });
    expect(verdict.conditions.map(({ met }) => met)).toEqual([false, false]);
  });
  it('total 0 is refused: there is nobody to decide', () => {
    expect(refusals(meeting({ total: 0, present: 0, for: 0, against: 0, abstain: 0 }))).toEqual([
      'is_integer counts.total',
    ]);
  });
  it('votes that are more than those present are refused', () => {
    expect(refusals(meeting({ for: 41 }))).toEqual(['votes_add_up counts']);
  });
  it('votes that are fewer than those present: the rest is recorded as not voting, in nobody’s favour', () => {
    expect(verdictOf(meeting({ for: 31, against: 0, abstain: 0 }))).toMatchObject({ passed: true, notVoting: 29 });
    expect(verdictOf(meeting({ for: 30, against: 0, abstain: 0 }))).toMatchObject({ passed: false, notVoting: 30 });
  });
  it('more present than there are is refused', () => {
    expect(refusals(meeting({ present: 101 }))).toEqual(['is_within_roll counts.present']);
  });
  it.each([2.5, -1, '40', null, Number.NaN, Number.POSITIVE_INFINITY, true, [40]])('%s is no count', (value) => {
    expect(refusals(meeting({ for: value }))).toEqual(['is_integer counts.for']);
  });
  it('numbers of 2^53 and more are refused: they cannot be counted exactly', () => {
    expect(refusals(meeting({ total: 2 ** 53 }))).toEqual(['is_safe_integer counts.total']);
    expect(verdictOf(meeting({ total: 2 ** 53 - 1 })).valid).toBe(false);
  });
  it('the sum of votes near 2^53 is not lost in floats', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(refusals(meeting({ total: most, present: most, for: most, against: 1, abstain: 0 }))).toEqual([
      'votes_add_up counts',
    ]);
  });
  it('a count that is missing is not taken for zero', () => {
    expect(refusals(meeting({ abstain: undefined }))).toEqual(['is_integer counts.abstain']);
  });
});

describe('form', () => {
  it.each([null, 7, 'residents-meeting', [], undefined])('%s is no input', (value) => {
    expect(refusals(value)).toEqual(['is_object ']);
  });
  it('an unknown rule names the rules there are', () => {
    const { reasons } = problemOf({ ...meeting(), rule: 'residents-metting' });
    expect(reasons[0].text.en).toContain('residents-meeting');
    expect(refusals({ ...meeting(), rule: 'constructor' })).toEqual(['is_choice rule']);
  });
  it('unknown fields are refused wherever they are', () => {
    expect(refusals(meeting({ absent: 3 }, { note: 'x' }))).toEqual([
      'is_known_field note',
      'is_known_field counts.absent',
    ]);
    expect(refusals(JSON.parse('{"__proto__":1,"rule":"owners-special","date":"2026-05-01"}'))).toContain(
      'is_known_field __proto__',
    );
    expect(refusals({ ...ELECTION, candidates: [{ id: 'a', votes: 4, name: '张' }] })).toEqual([
      'is_known_field candidates[0].name',
    ]);
  });
  it('the form of another kind of rule is refused', () => {
    expect(refusals({ ...ELECTION, rule: 'owners-special' })).toContain('is_list owners');
    expect(refusals({ ...meeting(), rule: 'village-committee-election' })).toContain('is_known_field counts');
  });
  it('all that is wrong is told at once, each with its place, in both languages', () => {
    const problem = problemOf({
      rule: 'residents-meeting',
      date: '2026-02-30',
      counts: { basis: 'owners', total: -1, present: 1.5, yes: 3 },
    });
    expect(problem.kind).toBe('invalid');
    expect(problem.reasons.map(({ field }) => field)).toEqual([
      'date',
      'counts.yes',
      'counts.total',
      'counts.present',
      'counts.for',
      'counts.against',
      'counts.abstain',
    ]);
    for (const { text } of problem.reasons) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/undefined|\[object/);
    }
  });
});

describe('editions', () => {
  it.each(['2026-02-30', '2026-5-1', '2026-13-01', '', 20260501, '2026-05-01T00:00:00Z'])('%s is no date', (date) => {
    expect(refusals(meeting({}, { date }))).toEqual(['is_date date']);
  });
  it('a rule out of force uses the edition that was in force on the day', () => {
    expect(verdictOf(meeting({}, { date: '2025-12-31' })).edition).toBe('2018');
    expect(verdictOf(meeting({}, { date: '2026-01-01' })).edition).toBe('2025');
  });
  it('a day before any edition is refused', () => {
    expect(refusals(meeting({}, { date: '2018-12-28' }))).toEqual(['has_edition date']);
    expect(verdictOf(meeting({}, { date: '2018-12-29' })).edition).toBe('2018');
    expect(refusals({ ...OWNERS, date: '2020-12-31' })).toEqual(['has_edition date']);
    expect(verdictOf({ ...OWNERS, date: '2021-01-01' }).edition).toBe('2020');
  });
  it('before 2026 there is no residents’ representatives’ meeting: refused with the article', () => {
    const input = { ...meeting({ basis: 'members' }), rule: 'residents-representatives', date: '2025-12-31' };
    const [reason] = problemOf(input).reasons;
    expect(reason).toMatchObject({ rule: 'edition_rules', field: 'date' });
    expect(reason.text.zh).toContain('居 9');
  });
  it('before 2026 the law gives no numbers for the election of a residents’ committee: refused with the article', () => {
    const input = { ...ELECTION, rule: 'residents-committee-election', mode: 'voters', date: '2025-12-31' };
    expect(problemOf(input).reasons[0].text.en).toContain('居 8');
  });
});

describe('who counts', () => {
  it('a basis that the rule does not admit is refused, naming those that it does', () => {
    const [reason] = problemOf(meeting({ basis: 'villagers' })).reasons;
    expect(reason).toMatchObject({ rule: 'is_admitted_basis', field: 'counts.basis' });
    expect(reason.text.en).toContain('residents (residents aged 18 or over), households');
    expect(reason.text.zh).toContain('居 27');
  });
  it('delegates of the groups could hold a residents’ meeting until 2025, not since', () => {
    expect(verdictOf(meeting({ basis: 'representatives' }, { date: '2025-06-01' })).valid).toBe(true);
    expect(refusals(meeting({ basis: 'representatives' }))).toEqual(['is_admitted_basis counts.basis']);
  });
  it('the mode of an election is asked for where there are several, and known where there is one', () => {
    expect(refusals({ ...ELECTION, rule: 'residents-committee-election' })).toEqual(['is_admitted_basis mode']);
    expect(verdictOf({ ...ELECTION, mode: 'voters' }).passed).toBe(true);
    expect(refusals({ ...ELECTION, mode: 'households' })).toEqual(['is_admitted_basis mode']);
  });
});

describe('lists', () => {
  it('a person twice on a roll is refused', () => {
    expect(refusals({ ...OWNERS, owners: [...OWNERS.owners, ...OWNERS.owners] })).toEqual(['is_listed_once owners']);
    const twice = [ELECTION.candidates[0], { id: 'a', votes: 1 }];
    expect(refusals({ ...ELECTION, candidates: twice })).toEqual(['is_listed_once candidates']);
  });
  it('more votes than ballots have room for are refused', () => {
    const candidates = [
      { id: 'a', votes: 40 },
      { id: 'b', votes: 21 },
    ];
    expect(refusals({ ...ELECTION, candidates })).toEqual(['votes_add_up candidates']);
    expect(verdictOf({ ...ELECTION, candidates, seats: 2 }).elected).toEqual(['a']);
    expect(refusals({ ...ELECTION, candidates: [{ id: 'a', votes: 61 }] })).toEqual([
      'is_within_roll candidates[0].votes',
      'votes_add_up candidates',
    ]);
  });
  it('an empty roll, no seat, no candidate, an owner without a part, a part without area are refused', () => {
    expect(refusals({ ...OWNERS, owners: [] })).toEqual(['is_list owners']);
    expect(refusals({ ...ELECTION, seats: 0 })).toEqual(['is_integer seats']);
    expect(refusals({ ...ELECTION, candidates: [] })).toEqual(['is_list candidates']);
    expect(refusals({ ...OWNERS, owners: [{ id: 'a', parts: [], vote: 'for' }] })).toEqual(['is_list owners[0].parts']);
    expect(refusals({ ...OWNERS, owners: [{ id: 'a', parts: [{ area_cm2: 0 }], vote: 'for' }] })).toEqual([
      'is_integer owners[0].parts[0].area_cm2',
    ]);
  });
  it('areas that add up to 2^53 are refused', () => {
    const parts = [{ area_cm2: Number.MAX_SAFE_INTEGER }, { area_cm2: 1 }];
    expect(refusals({ ...OWNERS, owners: [{ id: 'a', parts, vote: 'for' }] })).toEqual(['is_safe_integer owners']);
  });
  it('ids are strings that can be printed', () => {
    for (const id of ['', ' ', 7, 'a\u001b[2J']) {
      expect(refusals({ ...ELECTION, candidates: [{ id, votes: 1 }] })).toEqual(['is_id candidates[0].id']);
    }
  });
  it('a vote that is none of the four, a developer that is neither true nor false', () => {
    expect(refusals({ ...OWNERS, owners: [{ ...OWNERS.owners[0], developer: null }] })).toEqual([
      'is_boolean owners[0].developer',
    ]);
    expect(verdictOf({ ...OWNERS, owners: [{ ...OWNERS.owners[0], developer: false }] }).passed).toBe(true);
    expect(refusals({ ...OWNERS, owners: [{ ...OWNERS.owners[0], vote: 'yes', developer: 1 }] })).toEqual([
      'is_choice owners[0].vote',
      'is_boolean owners[0].developer',
    ]);
  });
});
