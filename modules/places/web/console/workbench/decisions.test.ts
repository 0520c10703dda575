import { expect, it } from 'vitest';
import { text } from '#packages/kernel';
import { decideByRule, decidedTo } from './decisions.ts';
import type { Conflict, WorkFault } from './work.ts';

const fault = (kind: WorkFault['kind'], keys: string[], areaM2: number): WorkFault => ({
  kind,
  ids: [],
  areaM2,
  where: null,
  text: text('', ''),
  layer: null,
  keys,
  candidates: [],
  claims: [],
});

const conflict = (key: string, to: string | null): Conflict => ({
  key,
  to,
  community: '',
  from: [],
  areaM2: 1,
  widthM: 1,
  why: 'gap',
  where: { type: 'Polygon', coordinates: [] },
  claims: [],
  candidates: [],
});

const faults = [fault('gap', ['k1', 'k2'], 400), fault('overlap', ['k3'], 3), fault('multipart', [], 9)];
const byRule = [conflict('k1', 'a'), conflict('k2', 'b'), conflict('k3', 'c'), conflict('k4', null)];
const none = new Map<string, string>();

it('a fault is decided when all that lies in it is', () => {
  expect(decidedTo(faults[0], new Map([['k1', 'a']]))).toBeUndefined();
  expect(
    decidedTo(
      faults[0],
      new Map([
        ['k1', 'a'],
        ['k2', 'a'],
      ]),
    ),
  ).toBe('a');
  expect(
    decidedTo(
      faults[0],
      new Map([
        ['k1', 'a'],
        ['k2', 'b'],
      ]),
    ),
  ).toBe('');
  expect(decidedTo(faults[2], none)).toBeUndefined();
});

it('a rule decides what it is asked to decide', () => {
  const decide = (scope: 'all' | 'gaps' | 'small') => [...decideByRule(faults, byRule, none, { scope, belowM2: 10 })];
  expect(decide('all')).toEqual([
    ['k1', 'a'],
    ['k2', 'b'],
    ['k3', 'c'],
  ]);
  expect(decide('gaps')).toEqual([
    ['k1', 'a'],
    ['k2', 'b'],
  ]);
  expect(decide('small')).toEqual([['k3', 'c']]);
});

it("a rule leaves a person's decision as it is", () => {
  const before = new Map([['k1', 'z']]);
  expect([...decideByRule(faults, byRule, before, { scope: 'gaps', belowM2: 0 })]).toEqual([['k2', 'b']]);
});
