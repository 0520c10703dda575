import { FormatRegistry, TypeRegistry } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { expect, it } from 'vitest';
import { operations } from '../../../core/api.ts';
import { makeTrackingCode } from '../../../core/tracking-code.ts';
import { bodyOf, EMPTY, isComplete, type Values } from './body.ts';
import { FORMS, ORDER, offersFor, type StaffAction } from './forms.ts';

FormatRegistry.Set('uuid', (value) => /^[0-9a-f-]{36}$/.test(value));
TypeRegistry.Set<{ enum: unknown[] }>('Unsafe', (schema, value) => schema.enum.includes(value));

const ID = '018f3a5e-7c11-7d3b-9d5e-000000000001';
const full: Values = {
  ...EMPTY,
  ground: 'not_our_duty',
  parts: [{ unit: ID, task: '到场查处', term: { amount: 1, unit: 'work_day' } }],
  part: ID,
  justified: true,
  level: 'urge',
  trigger: 'overdue',
  duty: ID,
  came: [ID],
  category: '0101',
  branch: 'repeated',
  unit: ID,
  term: { amount: 3, unit: 'work_day' },
  into: makeTrackingCode('320508', new Uint8Array(11)),
  words: ' 已清运，现场干净。 ',
};
const schemaOf = (action: StaffAction) => operations[`POST /api/matters/:code/${action}`].body;

it('a complete form of every action satisfies the schema of its operation', () => {
  for (const action of ORDER) {
    expect(isComplete(action, full), action).toBe(true);
    const body = { transaction: ID, version: 3, ...bodyOf(action, full) };
    expect([...Value.Errors(schemaOf(action), body)], action).toEqual([]);
  }
});

it('every action of the console is in the order once', () => {
  expect([...ORDER].sort()).toEqual(Object.keys(FORMS).sort());
});

it('what is required is missed, what is not is left out', () => {
  expect(isComplete('refuse', { ...full, words: '  ' })).toBe(false);
  expect(isComplete('dispatch', { ...EMPTY, unit: ID })).toBe(true);
  expect(bodyOf('dispatch', { ...EMPTY, unit: ID })).toEqual({ unit: ID });
  expect(isComplete('dispatch', { ...EMPTY, unit: ID, differs: true, why: ' ' })).toBe(false);
  expect(isComplete('merge', { ...full, into: '320508-0000-0000-0001' })).toBe(false);
  expect(isComplete('take', EMPTY)).toBe(true);
});

it('words carry the name that the action gives them', () => {
  expect(bodyOf('finish', full)).toEqual({ result: '已清运，现场干净。' });
  expect(bodyOf('extend', full)).toEqual({ by: { amount: 3, unit: 'work_day' }, reason: '已清运，现场干净。' });
});

it('the next step comes first; what only the reporter may do is not offered', () => {
  const possible = (['note', 'refuse', 'accept', 'withdraw', 'settle'] as const).map((action) => ({ action }));
  expect(offersFor(possible)).toEqual(['accept', 'settle', 'refuse', 'note']);
});
