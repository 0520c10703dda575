import { expect, it } from 'vitest';
import { assign, hasPlace, hasWords } from './fields.ts';

it('a column serves one field only', () => {
  expect(assign({ text: '详情', subject: '主题' }, 'text', '主题')).toEqual({ text: '主题' });
  expect(assign({ text: '详情' }, 'text', undefined)).toEqual({});
});

it('words come from the text or the subject', () => {
  expect(hasWords({ subject: '主题' })).toBe(true);
  expect(hasWords({ number: '编号' })).toBe(false);
});

it('a place is a grid, or both coordinates', () => {
  expect(hasPlace({ lon: 'x' })).toBe(false);
  expect(hasPlace({ lon: 'x', lat: 'y' })).toBe(true);
  expect(hasPlace({ grid: '网格' })).toBe(true);
});
