import { expect, it } from 'vitest';
import { text } from '#packages/kernel';
import { addressOf } from './client.ts';
import { formatDistance, formatTime } from './time.ts';
import { speak } from './words.ts';

it('addresses: parameters are encoded, absent values left out, lists repeated', () => {
  const address = addressOf('GET /api/x/:id', {
    params: { id: 'a/b' },
    query: { q: '路灯', none: undefined, s: [1, 2] },
  });
  expect(address).toBe(`/api/x/a%2Fb?q=${encodeURIComponent('路灯')}&s=1&s=2`);
});

it('words speak one language, sentences take values', () => {
  const words = { title: text('反映', 'Report'), found: (n: number) => text(`${n} 件`, `${n} found`) };
  expect(speak(words, 'zh').title).toBe('反映');
  expect(speak(words, 'en').found(3)).toBe('3 found');
});

it('times are shown in Shanghai, with the year where it is another', () => {
  const now = new Date('2026-11-24T00:00:00Z');
  expect(formatTime('2026-11-23T16:30:00Z', 'zh', now)).toBe('11月24日 00:30');
  expect(formatTime('2025-11-23T16:30:00Z', 'en', now)).toContain('2025');
  expect(formatDistance('2026-11-23T21:00:00Z', 'zh', now.getTime())).toBe('3小时前');
});
