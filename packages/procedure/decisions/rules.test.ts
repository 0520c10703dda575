import { describe, expect, it } from 'vitest';
import type { Basis, RuleId } from './rule.ts';
import { isSilent } from './rule.ts';
import { RULES } from './rules.ts';
import { verdictOf } from './verdict.ts';

const OLD = '2025-12-31';
const NEW = '2026-01-01';

const meeting = (rule: RuleId, date: string, basis: Basis, total: number, present: number, yes: number) =>
  verdictOf({ rule, date, counts: { basis, total, present, for: yes, against: present - yes, abstain: 0 } });

/** Rule, day, basis, edition; of so many: too few and just enough to be valid; article. */
const QUORUMS: readonly (readonly [RuleId, string, Basis, string, number, number, number, string])[] = [
  ['residents-meeting', OLD, 'residents', '2018', 100, 50, 51, '居 9'],
  ['residents-meeting', OLD, 'households', '2018', 500, 250, 251, '居 9'],
  ['residents-meeting', OLD, 'representatives', '2018', 30, 15, 16, '居 9'],
  ['residents-meeting', NEW, 'residents', '2025', 100, 50, 51, '居 27'],
  ['residents-meeting', NEW, 'households', '2025', 1200, 600, 601, '居 27'],
  ['residents-representatives', NEW, 'members', '2025', 60, 39, 40, '居 29'],
  ['residents-committee-recall', OLD, 'residents', '2018', 100, 50, 51, '居 9'],
  ['residents-committee-recall', NEW, 'voters', '2025', 2000, 1000, 1001, '居 20'],
  ['residents-committee-recall', NEW, 'households', '2025', 900, 450, 451, '居 20'],
  ['residents-committee-recall', NEW, 'representatives', '2025', 60, 40, 41, '居 20'],
  ['villagers-meeting', OLD, 'villagers', '2018', 600, 300, 301, '村 22'],
  ['villagers-meeting', OLD, 'households', '2018', 300, 199, 200, '村 22'],
  ['villagers-meeting', NEW, 'villagers', '2025', 600, 300, 301, '村 26'],
  ['villagers-meeting', NEW, 'households', '2025', 300, 199, 200, '村 26'],
  ['villagers-representatives', OLD, 'members', '2018', 45, 29, 30, '村 26'],
  ['villagers-representatives', NEW, 'members', '2025', 45, 29, 30, '村 30'],
  ['villagers-group', OLD, 'villagers', '2018', 90, 59, 60, '村 28'],
  ['villagers-group', OLD, 'households', '2018', 30, 19, 20, '村 28'],
  ['villagers-group', NEW, 'villagers', '2025', 90, 59, 60, '村 32'],
  ['villagers-group', NEW, 'households', '2025', 31, 20, 21, '村 32'],
  ['village-committee-recall', OLD, 'voters', '2018', 500, 250, 251, '村 16'],
  ['village-committee-recall', NEW, 'voters', '2025', 501, 250, 251, '村 19'],
];

describe.each(QUORUMS)('%s on %s by %s (%s)', (rule, date, basis, edition, total, few, enough, article) => {
  it(`${few} of ${total} are too few, ${enough} are enough (${article})`, () => {
    const short = meeting(rule, date, basis, total, few, few);
    expect(short).toMatchObject({ rule, edition, valid: false, passed: false });
    expect(short.conditions[0]).toMatchObject({ numerator: few, denominator: total, met: false, article });
    const held = meeting(rule, date, basis, total, enough, enough);
    expect(held).toMatchObject({ edition, valid: true, passed: true });
    expect(held.conditions[0]).toMatchObject({ numerator: enough, denominator: total, met: true, article });
  });

  it('exactly half of those present does not carry, one more does; abstentions are not in favour', () => {
    const present = total - (total % 2);
    expect(meeting(rule, date, basis, total, present, present / 2)).toMatchObject({ valid: true, passed: false });
    const carried = meeting(rule, date, basis, total, present, present / 2 + 1);
    expect(carried).toMatchObject({ valid: true, passed: true });
    expect(carried.conditions[1]).toMatchObject({
      id: 'majority',
      needs: '1/2',
      op: 'gt',
      numerator: present / 2 + 1,
      denominator: present,
    });
    const counts = { basis, total, present, for: present / 2, against: 0, abstain: present / 2 };
    expect(verdictOf({ rule, date, counts }).passed).toBe(false);
  });
});

/** Elections: rule, mode, of so many: too few and just enough to be valid; article; the comparison. */
const TURNOUTS: readonly (readonly [RuleId, string, Basis, number, number, number, string, string])[] = [
  ['residents-committee-election', NEW, 'voters', 2000, 1000, 1001, '居 19', 'gt'],
  ['residents-committee-election', NEW, 'households', 901, 450, 451, '居 19', 'gt'],
  ['residents-committee-election', NEW, 'representatives', 60, 40, 41, '居 19', 'gt'],
  ['village-committee-election', OLD, 'voters', 600, 300, 301, '村 15', 'gt'],
  ['village-committee-election', NEW, 'voters', 600, 300, 301, '村 18', 'gt'],
];

describe.each(TURNOUTS)('%s on %s by %s', (rule, date, mode, total, few, enough, article, op) => {
  const election = (voted: number, votes: number, runoff = false) =>
    verdictOf({
      rule,
      date,
      mode,
      total,
      voted,
      seats: 1,
      candidates: [
        { id: 'a', votes },
        { id: 'b', votes: 0 },
      ],
      ...(runoff && { runoff }),
    });

  it(`${few} of ${total} are too few, ${enough} are enough (${article})`, () => {
    expect(election(few, few)).toMatchObject({ valid: false, passed: false, elected: [] });
    expect(election(few, few).conditions[0]).toMatchObject({ id: 'turnout', met: false, article, op });
    expect(election(enough, enough)).toMatchObject({ valid: true, passed: true, elected: ['a'] });
  });

  it('more than half of the votes cast elect; in a run-off a third is enough', () => {
    const voted = total;
    expect(election(voted, voted / 2 - (voted % 2) / 2).elected).toEqual([]);
    expect(election(voted, Math.floor(voted / 2) + 1).elected).toEqual(['a']);
    expect(election(voted, Math.ceil(voted / 3), true).elected).toEqual(['a']);
    expect(election(voted, Math.ceil(voted / 3) - 1, true).elected).toEqual([]);
  });
});

it('whether it is valid is counted of all on the roll', () => {
  for (const { id, editions } of RULES) {
    for (const edition of editions) {
      const validities = isSilent(edition) ? [] : edition.electorates.flatMap(({ validity }) => validity ?? []);
      expect(
        validities.map(({ of }) => of),
        id,
      ).toEqual(validities.map(() => 'total'));
    }
  }
});

it('every rule gives for each edition who counts, or why it is silent; editions follow each other day by day', () => {
  for (const { id, editions } of RULES) {
    editions.forEach((edition, i) => {
      expect(isSilent(edition) || edition.electorates.length > 0, id).toBe(true);
      const next = editions[i + 1];
      expect(edition.until === undefined, id).toBe(next === undefined);
      if (edition.until !== undefined && next !== undefined) {
        expect(Date.parse(next.from) - Date.parse(edition.until), id).toBe(86_400_000);
      }
    });
  }
});
