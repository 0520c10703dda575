import { expect, it } from 'vitest';
import { decide } from '#packages/procedure';
import { dayIn } from '../core/day.ts';
import { planProcedure } from '../core/lifecycle.ts';
import { applyPlan, type PlanEntry, type PlanState } from '../core/plan-state.ts';
import { PLAN_RULES, type PlanRuleInput } from '../core/rules.ts';
import { wayOfFirstPlan } from './first-plan.ts';

const LAYER = { name: '示意网格方案', grids: 4, faults: 0, upload: null, other: null };

it('the first plan of the demo district goes a way that table and rules allow on each day', () => {
  const steps = wayOfFirstPlan(LAYER, ['320508001', '320508002'], '2026-09-01');
  const [first, ...rest] = steps.map((step, i) => ({ ...step, seq: i + 1 }) as unknown as PlanEntry);
  let state: PlanState = applyPlan(null, first);
  for (const entry of rest) {
    const { street, effective } = entry.facts as Partial<PlanRuleInput>;
    const input: PlanRuleInput = { state, today: dayIn(new Date(entry.at)), days: 7, inForce: null };
    const more = { ...(street && { street }), ...(effective && { effective }) };
    const { action } = entry;
    const decision = decide(planProcedure, state.status, action, PLAN_RULES[action] ?? [], { ...input, ...more });
    expect({ action, ...decision }).toMatchObject({ allowed: true });
    state = applyPlan(state, entry);
  }
  expect(state).toMatchObject({ status: 'in_force', effective: '2026-09-01', version: steps.length });
  expect(state.approvals.every(({ at }) => at !== null)).toBe(true);
  expect(dayIn(new Date(steps[steps.length - 1].at))).toBe('2026-09-01');
  expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort());
});
