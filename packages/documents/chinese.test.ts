import { expect, it } from 'vitest';
import { chineseDate, chineseDigits, chineseNumber, officialDate } from './index.ts';

it.each([
  [0, '零'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1010, '一千零一十'],
  [2000, '二千'],
  [10_001, '一万零一'],
  [100_500, '十万零五百'],
  [205_000, '二十万五千'],
])('%i is %s', (value, words) => {
  expect(chineseNumber(value)).toBe(words);
});

it('what is not counted so is refused', () => {
  for (const value of [-1, 1.5, Number.NaN, 100_000_000]) expect(() => chineseNumber(value)).toThrow(RangeError);
});

it('dates in the form of official documents and in that of agreements', () => {
  expect(officialDate('2026-11-05')).toBe('2026年11月5日');
  expect(chineseDate('2026-11-05')).toBe('二〇二六年十一月五日');
  expect(chineseDate('2030-10-31')).toBe('二〇三〇年十月三十一日');
  expect(chineseDigits('第07号')).toBe('第〇七号');
  for (const day of ['2026-02-30', '2026-2-3', '', '2026-13-01']) expect(() => chineseDate(day)).toThrow(RangeError);
});
