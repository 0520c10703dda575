import { describe, expect, it } from 'vitest';
import { isDemanded, reasonsAgainstMembers, signaturesNeeded, type Totals } from './convening.ts';
import { isSilent, type RuleId } from './rule.ts';
import { findEdition, getRule } from './rules.ts';

const edition = (rule: RuleId, date = '2026-06-01') => {
  const found = findEdition(getRule(rule), date);
  if (found === undefined || isSilent(found)) throw new Error(`no edition of ${rule} on ${date}`);
  return found;
};
const OLD = '2025-06-01';

/** Rule, day, how many there are of whom, and how many signatures are just enough, with the article. */
const NEEDED: readonly (readonly [RuleId, string, Totals, readonly (readonly [string, number, string])[]])[] = [
  [
    'residents-meeting',
    '2026-06-01',
    { residents: 2000, households: 1000, representatives: 42 },
    [
      ['residents', 200, '居 26'],
      ['households', 100, '居 26'],
      ['representatives', 14, '居 26'],
    ],
  ],
  [
    'residents-meeting',
    OLD,
    { residents: 2000, households: 1000, groups: 12 },
    [
      ['residents', 400, '居 10'],
      ['households', 200, '居 10'],
      ['groups', 4, '居 10'],
    ],
  ],
  ['residents-representatives', '2026-06-01', { representatives: 40 }, [['representatives', 8, '居 28']]],
  [
    'residents-committee-recall',
    '2026-06-01',
    { voters: 2000, households: 800, representatives: 30 },
    [
      ['voters', 200, '居 20'],
      ['households', 80, '居 20'],
      ['representatives', 10, '居 20'],
    ],
  ],
  [
    'villagers-meeting',
    OLD,
    { villagers: 1500, representatives: 45 },
    [
      ['villagers', 150, '村 21'],
      ['representatives', 15, '村 21'],
    ],
  ],
  ['villagers-meeting', '2026-06-01', { villagers: 1501 }, [['villagers', 151, '村 25']]],
  ['villagers-representatives', '2026-06-01', { representatives: 45 }, [['representatives', 9, '村 30']]],
  [
    'village-committee-recall',
    '2026-06-01',
    { voters: 1201, representatives: 45 },
    [
      ['voters', 241, '村 19'],
      ['representatives', 15, '村 19'],
    ],
  ],
  ['villagers-representatives', OLD, { representatives: 46 }, [['representatives', 10, '村 26']]],
  ['village-committee-recall', OLD, { voters: 1200 }, [['voters', 240, '村 16']]],
  ['owners-ordinary', '2026-06-01', { owners: 500 }, [['owners', 100, '物业管理条例 13']]],
];

describe.each(NEEDED)('signatures for %s on %s', (rule, date, totals, expected) => {
  it('the least number is enough and one fewer is not', () => {
    const needed = signaturesNeeded(edition(rule, date), totals);
    expect(needed.map(({ basis, least, article }) => [basis, least, article])).toEqual(expected);
    for (const { basis, least } of needed) {
      expect(isDemanded(edition(rule, date), { [basis]: least }, totals)).toBe(true);
      expect(isDemanded(edition(rule, date), { [basis]: least - 1 }, totals)).toBe(false);
    }
  });
});

it('kinds of people are never added up, and nobody of nobody demands nothing', () => {
  const totals = { residents: 1000, households: 400 };
  expect(isDemanded(edition('residents-meeting'), { residents: 99, households: 39 }, totals)).toBe(false);
  expect(isDemanded(edition('residents-meeting'), {}, {})).toBe(false);
  expect(signaturesNeeded(edition('residents-meeting'), { residents: 0 })).toEqual([]);
});

describe('who a representatives’ meeting is made of', () => {
  const against = (rule: RuleId, members: number, representatives: number, women: number) =>
    reasonsAgainstMembers(edition(rule), { members, representatives, women }).map(({ rule: id }) => id);

  it('residents: four fifths are representatives', () => {
    expect(against('residents-representatives', 45, 36, 0)).toEqual([]);
    expect(against('residents-representatives', 45, 35, 0)).toEqual(['enough_representatives']);
  });
  it('villagers: and a third are women representatives', () => {
    expect(against('villagers-representatives', 45, 36, 15)).toEqual([]);
    expect(against('villagers-representatives', 45, 35, 14)).toEqual(['enough_representatives', 'enough_women']);
  });
  it('says how many are missing, with the article', () => {
    const [reason] = reasonsAgainstMembers(edition('villagers-representatives'), {
      members: 45,
      representatives: 36,
      women: 14,
    });
    expect(reason.text.zh).toContain('45 人中至少 15 人，现有 14 人');
    expect(reason.text.zh).toContain('村 29');
  });
});
