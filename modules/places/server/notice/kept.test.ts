import { expect, it } from 'vitest';
import { keepFiles } from './kept.ts';

it('a file is made once for all who ask, and again after it gave way to others', async () => {
  const kept = keepFiles(25);
  let made = 0;
  const make = async () => {
    made++;
    return Buffer.alloc(10, made);
  };
  const [first, again] = await Promise.all([kept.get('a', make), kept.get('a', make)]);
  expect([made, first.etag === again.etag]).toEqual([1, true]);
  await kept.get('b', make);
  await kept.get('a', make);
  await kept.get('c', make);
  expect(made).toBe(3);
  await kept.get('a', make);
  expect(made).toBe(3);
  await kept.get('b', make);
  expect(made).toBe(4);
});

it('what failed is not kept', async () => {
  const kept = keepFiles(25);
  await expect(kept.get('a', () => Promise.reject(new Error('no paper')))).rejects.toThrow('no paper');
  expect((await kept.get('a', async () => Buffer.from('x'))).content.toString()).toBe('x');
});
