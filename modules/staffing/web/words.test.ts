import { expect, it } from 'vitest';
import { feeInWords, frequencyInWords } from './words.ts';

it('a fee in fen is told in yuan', () => {
  expect(feeInWords(30_000).zh).toBe('300 元');
  expect(feeInWords(1_250_050).zh).toBe('12,500.50 元');
  expect(feeInWords(0).en).toBe('none');
});

it('how often', () => {
  expect(frequencyInWords({ times: 2, per: 'month' })).toEqual({ zh: '每月 2 次', en: '2 times a month' });
  expect(frequencyInWords({ times: 1, per: 'case' }).en).toBe('once a case');
});
