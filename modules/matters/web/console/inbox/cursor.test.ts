import { expect, it } from 'vitest';
import { moveCursor } from './cursor.ts';

const codes = ['a', 'b', 'c'];

it('moves by one and stays at the ends', () => {
  expect(moveCursor(codes, 'a', 1, 0)).toBe('b');
  expect(moveCursor(codes, 'c', 1, 2)).toBe('c');
  expect(moveCursor(codes, 'a', -1, 0)).toBe('a');
});

it('after the current one has left, the place where it stood counts', () => {
  expect(moveCursor(codes, 'gone', 1, 1)).toBe('b');
  expect(moveCursor(codes, 'gone', -1, 1)).toBe('a');
  expect(moveCursor(codes, 'gone', 1, 9)).toBe('c');
});

it('nothing chosen: the first; nothing there: nothing', () => {
  expect(moveCursor(codes, undefined, 1, 0)).toBe('a');
  expect(moveCursor([], 'a', 1, 0)).toBeUndefined();
});
