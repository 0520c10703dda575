import { expect, it } from 'vitest';
import type { Line } from '../../../core/api.ts';
import { ACTIONS, type Action } from '../../../core/lifecycle.ts';
import { condense, SENTENCES, whoIn, wordsOf } from './sentences.ts';

const line = (seq: number, action: Action, facts: Line['facts'] = {}): Line => ({
  seq,
  at: '2026-11-24T00:00:00Z',
  action,
  role: 'resident',
  unit: null,
  facts,
});

it('every action has a sentence in both languages, also with nothing known', () => {
  for (const action of Object.keys(ACTIONS) as Action[]) {
    const { zh, en } = SENTENCES[action]({ who: null, facts: {}, nameOf: () => '' });
    expect(zh, action).not.toBe('');
    expect(en, action).not.toMatch(/undefined|null/);
  }
});

it('who acted: the organisation before the post, nobody for residents', () => {
  expect(whoIn({ unit: '姑苏区城市管理局', role: 'department_staff' })?.zh).toBe('姑苏区城市管理局');
  expect(whoIn({ unit: null, role: 'grid_worker' })?.zh).toBe('网格员');
  expect(whoIn({ unit: null, role: 'resident' })).toBeNull();
  expect(whoIn({ unit: null, role: 'visitor' })).toBeNull();
});

it('a refusal tells its branch and its reason', () => {
  const told = wordsOf(line(2, 'refuse', { branch: 'emergency', reason: '请立即拨打119' }));
  expect(told?.zh).toContain('110');
  expect(told?.zh).toContain('请立即拨打119');
  expect(wordsOf(line(3, 'accept', { category: '0101' }))).toBeNull();
});

it('people who joined one after the other stand in one line, notes in none', () => {
  const shown = condense([
    line(1, 'report'),
    line(2, 'join'),
    line(3, 'note'),
    line(4, 'join'),
    line(5, 'accept'),
    line(6, 'join'),
  ]);
  expect(shown.map(({ line: { action }, times }) => `${action} ${times}`)).toEqual([
    'report 1',
    'join 2',
    'accept 1',
    'join 1',
  ]);
});
