import { expect, it } from 'vitest';
import type { Line } from '../../../core/api.ts';
import { type Action, STAGES, type Stage } from '../../../core/lifecycle.ts';
import { milestonesOf } from './milestones.ts';

const lines = (...actions: Action[]): Line[] =>
  actions.map((action, i) => ({
    seq: i + 1,
    at: `2026-11-2${i}T00:00:00Z`,
    action,
    role: 'resident',
    unit: null,
    facts: {},
  }));

const drawn = (stage: Stage, ...actions: Action[]) =>
  milestonesOf(stage, lines(...actions)).map(({ label, state }) => `${label.zh}:${state}`);

it('every stage has its place', () => {
  for (const stage of Object.keys(STAGES) as Stage[]) {
    expect(milestonesOf(stage, lines('report')).some(({ state }) => state !== 'next')).toBe(true);
  }
});

it('what is behind is done, what is ahead is open', () => {
  expect(drawn('handling', 'report', 'accept', 'dispatch', 'take')).toEqual([
    '已登记:done',
    '受理:done',
    '办理:now',
    '核实:next',
    '办结:next',
  ]);
});

it('a closed matter has come to its end', () => {
  expect(drawn('closed', 'report', 'close').at(-1)).toBe('办结:done');
});

it('an end away from the line shows how far it came', () => {
  expect(drawn('withdrawn', 'report', 'accept', 'withdraw')).toEqual(['已登记:done', '受理:done', '已撤回:now']);
});

it('after a rework the time is that of the last turn', () => {
  const [, , handling] = milestonesOf('dispatched', lines('report', 'accept', 'dispatch', 'finish', 'rework'));
  expect(handling.at).toBe('2026-11-24T00:00:00Z');
});
