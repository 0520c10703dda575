import { describe, expect, it } from 'vitest';
import { apply, type DutyItem, type DutyState, hoursOf, type Recorded, standingOn } from './duty.ts';
import { ACTIONS, dutyProcedure, STAGES } from './lifecycle.ts';
import { APPLICATION_RULES, RULES, type RuleInput, URGENT_DAYS } from './rules.ts';

const item: DutyItem = {
  name: '独居老人探访',
  kind: 'care',
  basis: '某条例第十条',
  duty: '上门看望，异常报告',
  frequency: { times: 2, per: 'month' },
  hours: 6,
  fee: 30_000,
  grids: 'comprehensive',
};
const entry = (seq: number, action: Recorded['action'], facts: object = {}) =>
  ({ seq, at: '2026-11-25T02:00:00.000Z', action, facts }) as Recorded;
const applied = (urgent = false) => apply(null, entry(1, 'apply', { owner: 'civil', urgent, item }));
const admitted = (from: string, until: string, urgent = false): DutyState =>
  apply(applied(urgent), entry(2, 'admit', { from, until }));

describe('an item of the list', () => {
  it('is on it from its first day to its last, both included', () => {
    const state = admitted('2026-12-01', '2027-11-30');
    const days = ['2026-11-30', '2026-12-01', '2027-11-30', '2027-12-01'];
    expect(days.map((day) => standingOn(day, state))).toEqual(['upcoming', 'in_force', 'in_force', 'expired']);
  });
  it('is off it from the day on which it is taken off', () => {
    const state = apply(
      admitted('2026-12-01', '2027-11-30'),
      entry(3, 'exit', { from: '2027-03-01', reason: '已由机构承担' }),
    );
    expect([standingOn('2027-02-28', state), standingOn('2027-03-01', state)]).toEqual(['in_force', 'exited']);
  });
  it('an applied, a returned and a withdrawn one are on no day on the list', () => {
    const returned = apply(applied(), entry(2, 'return', { reason: '依据不足' }));
    expect(standingOn('2026-12-01', applied())).toBe('applied');
    expect(standingOn('2026-12-01', returned)).toBe('returned');
    expect(apply(returned, entry(3, 'resubmit', { item })).reason).toBeNull();
    expect(standingOn('2026-12-01', apply(returned, entry(3, 'withdraw')))).toBe('withdrawn');
  });
  it('asks its hours of grids of its kind alone, while it is in force', () => {
    const states = [
      admitted('2026-12-01', '2027-11-30'),
      applied(),
      { ...admitted('2026-12-01', '2027-11-30'), item: { ...item, grids: 'all' as const, hours: 2.5 } },
    ];
    expect(hoursOf(states, 'comprehensive', '2026-12-02')).toBe(8.5);
    expect(hoursOf(states, 'dedicated', '2026-12-02')).toBe(2.5);
    expect(hoursOf(states, 'dedicated', '2026-11-02')).toBe(0);
  });
  it('a record that breaks the procedure is not folded', () => {
    expect(() => apply(applied(), entry(2, 'exit', { from: '2026-12-01', reason: 'x' }))).toThrow(/not possible/);
    expect(() => apply(null, entry(1, 'admit', {}))).toThrow(/begins with an application/);
  });
});

it('every action and stage of the table exists', () => {
  for (const row of Object.values(dutyProcedure.table)) {
    for (const [action, stage] of Object.entries(row)) {
      expect(ACTIONS).toHaveProperty(action);
      expect(STAGES).toHaveProperty(stage);
    }
  }
});

describe('rules of admission', () => {
  const broken = (input: Partial<RuleInput>) =>
    (RULES.admit ?? [])
      .filter((rule) => rule.broken({ state: applied(), today: '2026-11-25', ...input }))
      .map(({ id }) => id);

  it('published_before_effect: from tomorrow on, urgent ones from today', () => {
    expect(broken({ from: '2026-11-25', until: '2027-01-01' })).toEqual(['published_before_effect']);
    expect(broken({ from: '2026-11-26', until: '2027-01-01' })).toEqual([]);
    expect(broken({ state: applied(true), from: '2026-11-25', until: '2026-12-31' })).toEqual([]);
    expect(broken({ state: applied(true), from: '2026-11-24', until: '2026-12-31' })).toEqual([
      'published_before_effect',
    ]);
  });
  it('has_a_term', () => {
    expect(broken({ from: '2026-12-01', until: '2026-11-30' })).toEqual(['has_a_term']);
    expect(broken({ from: '2026-12-01', until: '2030-12-31' })).toEqual(['has_a_term']);
  });
  it(`urgent_is_short: ${URGENT_DAYS} days, the first and the last included`, () => {
    expect(broken({ state: applied(true), from: '2026-12-01', until: '2027-02-28' })).toEqual([]);
    expect(broken({ state: applied(true), from: '2026-12-01', until: '2027-03-01' })).toEqual(['urgent_is_short']);
  });
  it('exit_is_ahead', () => {
    const late = RULES.exit!.map((rule) => rule.broken({ state: applied(), today: '2026-11-25', from: '2026-11-24' }));
    expect(late).toEqual([true]);
  });
  it('fee_follows_the_task: an ordinary item names what is paid', () => {
    const free = { ...item, fee: 0 };
    expect(APPLICATION_RULES.map((rule) => rule.broken({ item: free, urgent: false }))).toEqual([true]);
    expect(APPLICATION_RULES.map((rule) => rule.broken({ item: free, urgent: true }))).toEqual([false]);
  });
});
