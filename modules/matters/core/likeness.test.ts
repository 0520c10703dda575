import { expect, it } from 'vitest';
import { ALIKE, likeness } from './likeness.ts';

const lamp = { category: '0202', words: ['路灯', '灯不', '不亮'] };

it('the same kind and words are alike, another kind with other words is not', () => {
  expect(likeness(lamp, lamp)).toBe(3);
  expect(likeness(lamp, { category: '0101', words: ['垃圾'] })).toBe(0);
});

it('the same group is enough, and so is a fifth of the words', () => {
  expect(likeness(lamp, { category: '0201', words: [] })).toBeGreaterThanOrEqual(ALIKE);
  expect(likeness(lamp, { category: '0901', words: ['路灯'] })).toBeGreaterThanOrEqual(ALIKE);
});
