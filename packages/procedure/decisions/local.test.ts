import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '#packages/kernel';
import { meets } from './exact.ts';
import { readLocalRule } from './input/local.ts';
import { addLocalRule } from './local.ts';
import { isSilent } from './rule.ts';
import { findEdition, getRule } from './rules.ts';
import { verdictOf } from './verdict.ts';

const SOURCE = '居民公约 7';
const local = (conditions: object[], more: object = {}) => ({
  rule: 'residents-meeting',
  source: SOURCE,
  from: '2026-03-01',
  ...(conditions.length > 0 && { conditions }),
  ...more,
});
const reasonsOf = (value: unknown) => {
  try {
    addLocalRule(readLocalRule(value));
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.reasons;
    throw error;
  }
};
const meeting = (date: string, present: number, yes: number) => ({
  rule: 'residents-meeting',
  date,
  counts: { basis: 'households', total: 100, present, for: yes, against: 0, abstain: 0 },
});

describe('a stricter local rule', () => {
  const rules = addLocalRule(
    readLocalRule(
      local(
        [
          { id: 'quorum', op: 'gte', needs: '9/10' },
          { id: 'majority', op: 'gte', needs: '4/5' },
        ],
        { until: '2026-12-31' },
      ),
    ),
  );

  it('decides in its time, and cites its source beside the article', () => {
    expect(verdictOf(meeting('2026-03-01', 90, 72), rules)).toMatchObject({ edition: '2025', passed: true });
    const short = verdictOf(meeting('2026-12-31', 89, 89), rules);
    expect(short).toMatchObject({ valid: false });
    expect(short.conditions[0].article).toBe('居民公约 7 (居 27)');
  });

  it('the law alone decides before and after', () => {
    for (const date of ['2025-12-31', '2026-02-28', '2027-01-01']) {
      const verdict = verdictOf(meeting(date, 51, 26), rules);
      expect(verdict.passed).toBe(true);
      expect(verdict.conditions[0].article).not.toContain(SOURCE);
    }
    expect(verdictOf(meeting('2025-12-31', 51, 26), rules).edition).toBe('2018');
  });

  it('may count the majority of all instead of those present', () => {
    const ofAll = addLocalRule(readLocalRule(local([{ id: 'majority', op: 'gt', needs: '1/2', of: 'total' }])));
    expect(verdictOf(meeting('2026-05-01', 60, 50), ofAll).passed).toBe(false);
    expect(verdictOf(meeting('2026-05-01', 60, 51), ofAll).passed).toBe(true);
  });
});

describe('a local rule below the legal floor is refused', () => {
  it.each([
    ['a smaller share', [{ id: 'quorum', op: 'gt', needs: '2/5' }], {}],
    ['the number itself, where the law asks for more', [{ id: 'quorum', op: 'gte', needs: '1/2' }], {}],
    ['those present, where the law counts all', [{ id: 'quorum', op: 'gt', needs: '1/2', of: 'present' }], {}],
    ['shorter notice', [], { notice_days: 9 }],
    ['a higher wall before demanding a meeting', [], { demands: [{ basis: 'households', op: 'gt', needs: '1/10' }] }],
    ['more proxies', [], { rule: 'residents-committee-election', most_proxies: 4 }],
  ] as const)('%s', (_, conditions, more) => {
    const [reason] = reasonsOf(local([...conditions], more));
    expect(reason.rule).toBe('not_below_legal_floor');
    expect(reason.text.zh).toMatch(/（居 \d+）/);
  });

  it('every reason is told at once, for every edition in whose time it would be in force', () => {
    const reasons = reasonsOf(
      local(
        [
          { id: 'quorum', op: 'gte', needs: '1/3' },
          { id: 'majority', op: 'gte', needs: '1/3' },
        ],
        { from: '2025-06-01', notice_days: 3 },
      ),
    );
    const articles = reasons.map(({ text }) => /居 \d+/.exec(text.en)?.[0]);
    expect(new Set(articles)).toEqual(new Set(['居 9', '居 27', '居 26']));
  });

  it('as strict as the law, longer notice, fewer proxies and easier demands are no faults', () => {
    expect(reasonsOf(local([{ id: 'quorum', op: 'gt', needs: '1/2' }], { notice_days: 10 }))).toEqual([]);
    expect(reasonsOf(local([], { demands: [{ basis: 'households', op: 'gte', needs: '1/20' }] }))).toEqual([]);
    expect(reasonsOf(local([], { rule: 'residents-committee-election', most_proxies: 0 }))).toEqual([]);
  });

  it('a condition that the rule does not have is refused, naming those that it has', () => {
    const [reason] = reasonsOf(local([{ id: 'turnout', op: 'gt', needs: '3/4' }]));
    expect(reason).toMatchObject({ rule: 'is_condition_of_rule' });
    expect(reason.text.en).toContain('quorum, majority');
  });
});

it('a local rule in the wrong form is refused with all reasons', () => {
  const value = { rule: 'x', from: '2026-13-01', conditions: [{ id: 'q', op: 'ge', needs: '5/4' }], quorum: 3 };
  expect(reasonsOf(value).map(({ field }) => field)).toEqual([
    'quorum',
    'rule',
    'source',
    'from',
    'conditions[0].id',
    'conditions[0].op',
    'conditions[0].needs',
  ]);
  expect(reasonsOf(local([], { until: '2026-02-28' })).map(({ rule }) => rule)).toEqual(['ends_after_start']);
});

it('whatever a local rule that is accepted lets pass, the law lets pass', () => {
  const condition = fc.record({
    id: fc.constantFrom('quorum', 'majority'),
    op: fc.constantFrom('gt', 'gte'),
    needs: fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }))
      .map(([n, more]) => `${n}/${n + more}`),
  });
  const law = findEdition(getRule('residents-meeting'), '2026-05-01');
  if (law === undefined || isSilent(law)) throw new Error('no edition');
  fc.assert(
    fc.property(condition, fc.nat(100), fc.nat(100), (own, present, yes) => {
      const value = local([own]);
      fc.pre(yes <= present && reasonsOf(value).length === 0);
      const verdict = verdictOf(meeting('2026-05-01', present, yes), addLocalRule(readLocalRule(value)));
      fc.pre(verdict.passed);
      expect(meets(law.passes, yes, present)).toBe(true);
      expect(verdictOf(meeting('2026-05-01', present, yes)).passed).toBe(true);
    }),
    { numRuns: 500 },
  );
});
