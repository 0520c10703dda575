import { expect, it } from 'vitest';
import { windowOf } from './window.ts';

it('the window holds what is shown', () => {
  const { west, south, east, north } = windowOf([120.6031, 31.2999, 120.6211, 31.3101]);
  expect([west, south, east, north]).toEqual([120.602, 31.298, 120.622, 31.312]);
});

it('a small move asks for the same window', () => {
  expect(windowOf([120.6001, 31.3001, 120.6101, 31.3101])).toEqual(windowOf([120.6003, 31.3003, 120.6103, 31.3103]));
});
