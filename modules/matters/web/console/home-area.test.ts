import { expect, it } from 'vitest';
import { homeArea } from './home-area.ts';

it('one area is home', () => {
  expect(homeArea(['320508017003001'])).toBe('320508017003001');
  expect(homeArea(['320508017'])).toBe('320508017');
});

it('several areas: the smallest that holds all', () => {
  expect(homeArea(['320508017003001', '320508017003002'])).toBe('320508017003');
  expect(homeArea(['320508017003', '320508017004001'])).toBe('320508017');
});

it('the district, or no area at all: the whole district', () => {
  expect(homeArea(['320508'])).toBe('');
  expect(homeArea(['320508017', '320508011'])).toBe('');
  expect(homeArea([])).toBe('');
});
