import { expect, it } from 'vitest';
import { reasonsOf } from '#packages/procedure';
import type { PlanAction } from './lifecycle.ts';
import type { PlanState } from './plan-state.ts';
import { noChange, noSecondDivision, PLAN_RULES, type PlanRuleInput } from './rules.ts';

const [WEST, EAST] = ['320508001', '320508002'];
const STATE: PlanState = {
  status: 'noticed',
  name: '新方案',
  grids: 4,
  faults: 0,
  notice: { from: '2026-09-01', until: '2026-09-07' },
  against: 'earlier',
  approvals: [{ street: WEST, at: null }],
  comments: 2,
  unanswered: [],
  effective: '2026-10-01',
  version: 5,
};

/** Nothing is missing for any step. */
const GOOD: PlanRuleInput = {
  state: STATE,
  today: '2026-10-01',
  days: 7,
  street: WEST,
  effective: '2026-10-01',
  inForce: 'earlier',
};
const broken = (action: PlanAction, input: Partial<Omit<PlanRuleInput, 'state'>>, state: Partial<PlanState> = {}) =>
  reasonsOf(PLAN_RULES[action] ?? [], { ...GOOD, ...input, state: { ...STATE, ...state } }).map(({ rule }) => rule);

it.each<[rule: string, action: PlanAction, input: Partial<PlanRuleInput>, state: Partial<PlanState>]>([
  ['plan_is_sound', 'check', {}, { faults: 1 }],
  ['plan_is_sound', 'announce', {}, { faults: 1 }],
  ['plan_has_grids', 'publish', {}, { grids: 0 }],
  ['notice_is_long_enough', 'announce', { days: 4 }, {}],
  ['notice_is_long_enough', 'announce', { days: 61 }, {}],
  ['notice_is_open', 'comment', { today: '2026-09-08' }, {}],
  ['notice_is_over', 'endorse', { today: '2026-09-07' }, {}],
  ['notice_is_over', 'approve', {}, { notice: null }],
  ['comments_are_answered', 'approve', {}, { unanswered: [2] }],
  ['comment_waits_for_an_answer', 'answer', { comment: 1 }, { unanswered: [2] }],
  ['street_is_concerned', 'approve', { street: EAST }, {}],
  ['street_has_not_approved', 'approve', {}, { approvals: [{ street: WEST, at: '2026-09-09T01:00:00Z' }] }],
  ['compared_plan_is_in_force', 'approve', { inForce: 'later' }, {}],
  ['effective_day_is_not_past', 'file', { effective: '2026-09-30' }, {}],
  ['compared_plan_is_in_force', 'file', { inForce: 'later' }, {}],
  ['day_of_effect_has_come', 'enter_into_force', { today: '2026-09-30' }, {}],
  ['day_of_effect_has_come', 'enter_into_force', {}, { effective: null }],
  ['compared_plan_is_in_force', 'enter_into_force', { inForce: null }, {}],
])('%s keeps a plan from: %s %j %j', (rule, action, input, state) => {
  expect(broken(action, input, state)).toEqual([rule]);
});

it('on the day on which nothing is missing every step is allowed', () => {
  const steps = ['check', 'publish', 'announce', 'endorse', 'approve', 'file', 'enter_into_force'] as const;
  for (const action of steps) expect({ action, broken: broken(action, {}) }).toEqual({ action, broken: [] });
  expect(broken('comment', { today: '2026-09-07' })).toEqual([]);
  expect(broken('answer', { comment: 2 }, { unanswered: [1, 2] })).toEqual([]);
});

it('the shortest notice is a parameter', () => {
  expect(broken('announce', { days: 2, leastDays: 2 })).toEqual([]);
  expect(broken('announce', { days: 6, leastDays: 10 })).toEqual(['notice_is_long_enough']);
});

it('a plan that was put on notice before comparisons were recorded goes on', () => {
  expect(broken('approve', { inForce: 'whichever' }, { against: undefined })).toEqual([]);
});

it('every rule has a sentence in both languages', () => {
  const rules = [...Object.values(PLAN_RULES).flat(), { id: noChange.rule, ...noChange }];
  for (const { id, text } of [...rules, { id: noSecondDivision.rule, ...noSecondDivision }]) {
    expect({ id, zh: text.zh }).toMatchObject({ zh: expect.stringMatching(/\p{Script=Han}.*。$/u) });
    expect({ id, en: text.en }).toMatchObject({ en: expect.stringMatching(/^[A-Z].*\.$/) });
  }
});
