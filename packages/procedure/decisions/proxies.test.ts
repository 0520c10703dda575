import { describe, expect, it } from 'vitest';
import { reasonsAgainstProxies, type VoteProxy } from './proxies.ts';
import { type Basis, isSilent, type RuleId } from './rule.ts';
import { findEdition, getRule } from './rules.ts';

const ROLL = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'candidate']);
const proxy = (principal: string, holder: string, more: Partial<VoteProxy> = {}): VoteProxy => ({
  principal,
  holder,
  written: true,
  ...more,
});

function against(
  proxies: readonly VoteProxy[],
  rule: RuleId = 'residents-committee-election',
  date = '2026-06-01',
  mode: Basis = 'voters',
) {
  const edition = findEdition(getRule(rule), date);
  if (edition === undefined || isSilent(edition)) throw new Error(`no edition of ${rule} on ${date}`);
  const reasons = reasonsAgainstProxies(edition, proxies, { mode, roll: ROLL, candidates: new Set(['candidate']) });
  return reasons.map(({ rule: id, field, text }) => `${field} ${id} ${/[居村] \d+/.exec(text.zh)?.[0] ?? ''}`.trim());
}

describe.each([
  ['residents-committee-election', '居 19'],
  ['village-committee-election', '村 18'],
] as const)('%s (%s)', (rule, article) => {
  it('three proxies for one holder count, the fourth proxy is refused', () => {
    const four = ['b', 'c', 'd', 'e'].map((principal) => proxy(principal, 'a'));
    expect(against(four.slice(0, 3), rule)).toEqual([]);
    expect(against(four, rule)).toEqual([`proxies[3] holder_has_room ${article}`]);
  });

  it('a proxy that is refused takes no room', () => {
    const proxies = [proxy('b', 'a', { written: false }), ...['c', 'd', 'e'].map((principal) => proxy(principal, 'a'))];
    expect(against(proxies, rule)).toEqual([`proxies[0] proxy_is_written ${article}`]);
  });

  it('a candidate holds none, and may give one', () => {
    expect(against([proxy('b', 'candidate')], rule)).toEqual([`proxies[0] holder_is_no_candidate ${article}`]);
    expect(against([proxy('candidate', 'b')], rule)).toEqual([]);
  });

  it('only between voters on the roll, once for each, never on and never to oneself', () => {
    expect(against([proxy('x', 'a')], rule)).toEqual(['proxies[0] principal_is_on_roll']);
    expect(against([proxy('a', 'x')], rule)).toEqual([`proxies[0] holder_is_on_roll ${article}`]);
    expect(against([proxy('a', 'a')], rule)).toEqual(['proxies[0] principal_asks_another']);
    expect(against([proxy('a', 'b'), proxy('a', 'c')], rule)).toEqual(['proxies[1] principal_asks_once']);
    expect(against([proxy('a', 'b'), proxy('b', 'c')], rule)).toEqual(['proxies[0] holder_votes_in_person']);
  });

  it('every reason is told at once', () => {
    expect(against([proxy('x', 'candidate', { written: false })], rule)).toEqual([
      `proxies[0] proxy_is_written ${article}`,
      `proxies[0] holder_is_no_candidate ${article}`,
      'proxies[0] principal_is_on_roll',
    ]);
  });
});

it('none where residents’ representatives elect; households may', () => {
  const elect = (mode: Basis) => against([proxy('a', 'b')], 'residents-committee-election', '2026-06-01', mode);
  expect(elect('representatives')).toEqual(['proxies[0] proxies_are_possible 居 19']);
  expect(elect('households')).toEqual([]);
});

it('none where the law knows none: a meeting, a recall', () => {
  expect(against([proxy('a', 'b')], 'residents-meeting')).toEqual(['proxies[0] proxies_are_possible']);
  expect(against([proxy('a', 'b')], 'village-committee-recall')).toEqual(['proxies[0] proxies_are_possible']);
});

it('a village before 2026: only close relatives, without a limit; since then another villager too', () => {
  const elect = (date: string, more: Partial<VoteProxy>) =>
    against(
      ['b', 'c', 'd', 'e'].map((principal) => proxy(principal, 'a', more)),
      'village-committee-election',
      date,
    );
  expect(elect('2025-06-01', { relative: true })).toEqual([]);
  const forCandidate = [proxy('b', 'candidate', { relative: true })];
  expect(against(forCandidate, 'village-committee-election', '2025-06-01')).toEqual([]);
  expect(elect('2025-06-01', {})).toHaveLength(4);
  expect(elect('2025-06-01', {})[0]).toBe('proxies[0] holder_is_relative 村 15');
  expect(elect('2026-06-01', {})).toEqual(['proxies[3] holder_has_room 村 18']);
});
