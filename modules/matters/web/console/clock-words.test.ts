import { expect, it } from 'vitest';
import { clockWords, spanOf, termInWords } from './clock-words.ts';

const NOW = Date.parse('2026-03-04T02:00:00Z');
const due = (dueAt: string, paused = false) => clockWords({ dueAt, paused }, NOW);

it('what is left is told by its largest unit', () => {
  expect(due('2026-03-06T03:00:00Z')).toEqual({ tone: 'calm', text: { zh: '剩 2 天', en: '2 days left' } });
  expect(due('2026-03-04T07:30:00Z')).toEqual({ tone: 'calm', text: { zh: '剩 5 小时', en: '5 hours left' } });
});

it('four hours before the end it is soon', () => {
  expect(due('2026-03-04T06:00:00Z').tone).toBe('soon');
  expect(due('2026-03-04T06:00:01Z').tone).toBe('calm');
});

it('late is told by how much, at once in minutes', () => {
  expect(due('2026-03-04T01:59:59Z')).toEqual({ tone: 'overdue', text: { zh: '超时 1 分钟', en: '1 min late' } });
  expect(due('2026-03-03T01:00:00Z').text.en).toBe('1 day late');
});

it('a paused clock is neither late nor soon', () => {
  expect(due('2026-03-01T00:00:00Z', true).tone).toBe('paused');
});

it('spans and terms', () => {
  expect(spanOf(3_600_000).en).toBe('1 hour');
  expect(termInWords({ amount: 3, unit: 'work_day' }).zh).toBe('3 个工作日');
});
