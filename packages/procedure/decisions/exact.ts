/** Exact comparison of shares: integers, cross-multiplied in BigInt. Nothing here is ever divided or rounded. */

/** 超过, 过半数: strictly more (`gt`). 以上: the number itself is enough (`gte`). */
export type Comparison = 'gt' | 'gte';

/** A positive fraction of whole numbers. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** What share is needed: more than (`gt`), or at least (`gte`), a fraction. */
export interface Threshold {
  readonly op: Comparison;
  readonly needs: Fraction;
}

export const fraction = (numerator: number, denominator: number): Fraction => ({ numerator, denominator });

/** `2/3`, as it is written in input and output. */
export const showFraction = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`;

/** Reads `2/3`: a fraction above 0 and up to 1. Undefined for anything else. */
export function findFraction(written: string): Fraction | undefined {
  const found = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(written);
  if (found === null) return undefined;
  const read = fraction(Number(found[1]), Number(found[2]));
  return read.numerator <= read.denominator ? read : undefined;
}

/** Whether `part` of `whole` (whole numbers, in one unit) is the share that is needed. A share of nothing is never enough. */
export function meets({ op, needs }: Threshold, part: number, whole: number): boolean {
  if (whole === 0) return false;
  const left = BigInt(part) * BigInt(needs.denominator);
  const right = BigInt(needs.numerator) * BigInt(whole);
  return op === 'gt' ? left > right : left >= right;
}

/** The smallest whole number that is the needed share of `whole`, which is above 0. */
export function leastMeeting({ op, needs }: Threshold, whole: number): number {
  const product = BigInt(needs.numerator) * BigInt(whole);
  const denominator = BigInt(needs.denominator);
  const floor = product / denominator;
  const exact = floor * denominator === product;
  return Number(op === 'gte' && exact ? floor : floor + 1n);
}

/** Negative, zero or positive: whether `one` asks for less than, the same as, or more than `other`. */
export function compareStrictness(one: Threshold, other: Threshold): number {
  const left = BigInt(one.needs.numerator) * BigInt(other.needs.denominator);
  const right = BigInt(other.needs.numerator) * BigInt(one.needs.denominator);
  if (left !== right) return left < right ? -1 : 1;
  return Number(one.op === 'gt') - Number(other.op === 'gt');
}

/** The sum of whole numbers, or undefined where it is no longer a safe integer (2^53 and beyond). */
export function findSum(numbers: readonly number[]): number | undefined {
  let sum = 0;
  for (const number of numbers) {
    sum += number;
    if (!Number.isSafeInteger(sum)) return undefined;
  }
  return sum;
}
