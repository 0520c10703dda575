import { expect, it } from 'vitest';
import { text } from '#packages/kernel';
import { actionsFrom, decide, defineProcedure, fold } from './procedure.ts';

const door = defineProcedure({
  id: 'door',
  edition: '1',
  stages: { open: { label: text('开', 'open') }, shut: { label: text('关', 'shut'), ends: true } },
  actions: { close: { label: text('关上', 'close') }, lock: { label: text('锁上', 'lock') } },
  table: { open: { close: 'shut' }, shut: { lock: 'shut' } },
});

it('an action that the stage does not know is refused in words', () => {
  const decision = decide(door, 'open', 'lock', [], {});
  expect(decision).toMatchObject({ allowed: false, why: 'stage', reasons: [{ rule: 'action_belongs_to_stage' }] });
});

it('all broken rules are told, not the first', () => {
  const rules = ['a', 'b', 'c'].map((id) => ({ id, text: text(id, id), broken: () => id !== 'b' }));
  const decision = decide(door, 'open', 'close', rules, {});
  expect(decision.allowed === false && decision.reasons.map((r) => r.rule)).toEqual(['a', 'c']);
});

it('a lawful action leads on, and state is a fold', () => {
  expect(decide(door, 'open', 'close', [], {})).toEqual({ allowed: true, stage: 'shut' });
  expect(actionsFrom(door, 'shut')).toEqual(['lock']);
  expect(fold<number, number>([1, 2, 3], (sum, n) => (sum ?? 0) + n)).toBe(6);
});
