import { numberInChinese } from './plan-file.ts';

/** The number of a grid within its community: the last three digits of its code. */
export const numberOf = (code: string): number => Number(code.slice(12));

/** Community (12 digits) and number (3 digits). */
export const gridCode = (community: string, number: number): string => `${community}${String(number).padStart(3, '0')}`;

/**
 * The code after all that a community has or had: a code that went is not given again, for what happened in its grid
 * stays true. Below it, when the numbers have run out.
 */
export function nextCode(community: string, taken: Iterable<string>): string {
  const numbers = new Set<number>();
  for (const code of taken) if (code.startsWith(community)) numbers.add(numberOf(code));
  const next = Math.max(0, ...numbers) + 1;
  if (next <= 999) return gridCode(community, next);
  for (let number = 1; number <= 999; number++) if (!numbers.has(number)) return gridCode(community, number);
  throw new RangeError(`community ${community} has 999 grids`);
}

/** What a new grid is called until somebody gives it a better name: 和泰社区第十二网格. */
export const usualName = (communityName: string, code: string): string =>
  `${communityName}第${numberInChinese(numberOf(code))}网格`;
