import { expect, it } from 'vitest';
import { oneAnswer } from './one-answer.ts';

it('one answer for all who ask the same meanwhile, another one afterwards, and for another question', async () => {
  const asked: string[] = [];
  const ask = oneAnswer(async (key) => {
    asked.push(key);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return `${key} ${asked.length}`;
  });
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a 2', 'a 2', 'b 2']);
  expect(await ask('a')).toBe('a 3');
});

it('a failure is told to all and not kept', async () => {
  let fails = true;
  const ask = oneAnswer(async () => {
    if (fails) throw new RangeError('away');
    return 'here';
  });
  const both = await Promise.allSettled([ask('a'), ask('a')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await ask('a')).toBe('here');
});
