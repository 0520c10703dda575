import { expect, it } from 'vitest';
import { readKept, withKept } from './kept-keys.ts';

const lamp = { code: '320508-7K3M-9QXT-P2VC', key: 'k', category: '0202', at: '2026-11-24T00:00:00Z' };
const noise = { code: '320508-8K3M-9QXT-P2VD', category: '0601', at: '2026-11-25T00:00:00Z' };

it('what is broken in the store is left out, the rest stays', () => {
  expect(readKept(null)).toEqual([]);
  expect(readKept('{')).toEqual([]);
  expect(readKept('{"code":1}')).toEqual([]);
  expect(readKept(JSON.stringify([lamp, null, { code: 'x' }]))).toEqual([lamp]);
});

it('newest first, each matter once', () => {
  expect(withKept([lamp], noise).map(({ code }) => code)).toEqual([noise.code, lamp.code]);
  expect(withKept([lamp, noise], noise)).toHaveLength(2);
});

it('joining what one reported oneself does not lose the key', () => {
  const { key: _, ...joined } = lamp;
  expect(withKept([lamp], joined)[0].key).toBe('k');
});
