import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../words.ts';
import { duplicateScore, LAID_BEFORE_STAFF, nearness, OFFERED, timeliness, wordLikeness } from './score.ts';

const COMMON = new Set(['我们', '们小', '小区', '希望', '望尽', '尽快', '快处', '处理']);
const rarity = (word: string) => (COMMON.has(word) ? 0.5 : 5);
const words = (text: string) => wordsOf(text).filter((word) => word.length > 1);
const lamp = words('我们小区路灯不亮，希望尽快处理');
const here = { metres: 0, days: 0, sameKind: false };

it('the same words are 1, none in common 0', () => {
  expect(wordLikeness(lamp, lamp, rarity)).toBeCloseTo(1);
  expect(wordLikeness(lamp, words('电梯困人'), rarity)).toBe(0);
  expect(wordLikeness([], lamp, rarity)).toBe(0);
});

it('what everybody writes counts little, what few write counts much', () => {
  const polite = wordLikeness(lamp, words('我们小区垃圾，希望尽快处理'), rarity);
  const told = wordLikeness(lamp, words('路灯不亮'), rarity);
  expect(polite).toBeLessThan(OFFERED);
  expect(told).toBeGreaterThan(0.5);
});

it('the first words of a report find a longer one that begins alike', () => {
  const long = words('路灯不亮已经一个星期了，老人晚上出来散步看不清台阶，请派人来修一修');
  expect(wordLikeness(words('路灯不亮'), long, rarity)).toBeGreaterThan(OFFERED);
});

it('far away or long ago the same words are another matter', () => {
  const score = (pair: object) => duplicateScore({ asked: lamp, found: lamp, ...here, ...pair }, rarity);
  expect(score({})).toBeCloseTo(1);
  expect(score({ metres: 150 })).toBeCloseTo(0.5);
  expect(score({ metres: 1500 })).toBeLessThan(OFFERED);
  expect(score({ days: 90 })).toBeCloseTo(0.5);
  expect(score({ metres: 150, days: 90 })).toBeCloseTo(0.25);
});

it('the same kind at the same place is offered without a word, and is not laid before the staff', () => {
  const score = duplicateScore({ asked: [], found: lamp, ...here, sameKind: true }, rarity);
  expect(score).toBeGreaterThanOrEqual(OFFERED);
  expect(score).toBeLessThan(LAID_BEFORE_STAFF);
});

it('never above 1, never below 0, and no nearer place or sooner time lowers it', () => {
  const some = fc.array(fc.constantFrom(...lamp, '电梯', '困人'), { maxLength: 12 }).map((list) => [...new Set(list)]);
  const far = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(some, some, far, far, fc.boolean(), (asked, found, metres, days, sameKind) => {
      const score = duplicateScore({ asked, found, metres, days, sameKind }, rarity);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(nearness(metres / 2) * timeliness(days / 2)).toBeGreaterThanOrEqual(nearness(metres) * timeliness(days));
    }),
  );
});
