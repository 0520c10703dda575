import { expect, it } from 'vitest';
import { ACTIONS, type Action } from '../../../core/lifecycle.ts';
import { deedOf, doerOf, saidWith } from './line-words.ts';

const FACTS = {
  source: 'resident',
  name: 'A duty',
  category: '0101',
  branch: 'repeated',
  unit: '姑苏区城市管理局',
  by: { amount: 2, unit: 'work_day' },
  solved: true,
  satisfied: false,
  into: '320508-AAAA-BBBB-CCCC',
  from: '320508-AAAA-BBBB-CCCC',
};

it('every action is told in both languages, without codes of kinds', () => {
  for (const action of Object.keys(ACTIONS) as Action[]) {
    const { zh, en } = deedOf({ action, facts: FACTS });
    expect(zh).toMatch(/\p{Script=Han}/u);
    const named = en.replaceAll(FACTS.unit, '');
    expect(named).not.toMatch(/\p{Script=Han}|0101/u);
  }
});

it('solved and satisfied are told apart', () => {
  expect(deedOf({ action: 'answer', facts: FACTS }).zh).toBe('评价：已解决，不满意');
});

it('an extension names its length, a dispatch its unit', () => {
  expect(deedOf({ action: 'extend', facts: FACTS }).zh).toBe('延期 2 个工作日');
  expect(deedOf({ action: 'dispatch', facts: FACTS }).zh).toBe('派单给姑苏区城市管理局');
  const under = { version: 2, term: { amount: 4, unit: 'work_hour' } };
  expect(deedOf({ action: 'dispatch', facts: { ...FACTS, under, co: ['甲', '乙'] } }).zh).toBe(
    '派单给姑苏区城市管理局（目录第 2 版，时限 4 工作小时；协办：甲、乙）',
  );
});

it('staff are named with role and unit, residents never', () => {
  expect(doerOf({ person: '王敏', role: 'grid_worker', unit: null }).zh).toBe('王敏 · 网格员');
  expect(doerOf({ person: '不应出现', role: 'resident', unit: null }).zh).toBe('居民');
});

it('words said with an action are its reason, result or message', () => {
  expect(saidWith({ facts: { reason: '管线待查' } })).toBe('管线待查');
  expect(saidWith({ facts: { unit: '某局' } })).toBeUndefined();
});
