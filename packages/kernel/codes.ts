/**
 * Codes of areas as published for statistics: district 6 digits, street or town 9, community or village 12; a grid appends 3.
 * The scope of a role is a code prefix, so "what happens in my street" is a prefix scan.
 */
declare const area: unique symbol;
export type AreaCode = string & { readonly [area]: true };
export type AreaLevel = 'district' | 'street' | 'community' | 'grid';

const LEVELS: Record<number, AreaLevel> = { 6: 'district', 9: 'street', 12: 'community', 15: 'grid' };
const LENGTHS: Record<AreaLevel, number> = { district: 6, street: 9, community: 12, grid: 15 };

export const isAreaCode = (value: string): value is AreaCode => /^\d+$/.test(value) && value.length in LEVELS;

/** The level of a code; throws a RangeError for anything that is not 6, 9, 12 or 15 digits. */
export function levelOf(code: string): AreaLevel {
  if (!isAreaCode(code)) throw new RangeError(`not an area code: ${code}`);
  return LEVELS[code.length];
}

/** The code of the area of `level` in which `code` lies; `code` must be at that level or below. */
export function ancestor(code: string, level: AreaLevel): AreaCode {
  const length = LENGTHS[level];
  if (levelOf(code) === level || code.length > length) return code.slice(0, length) as AreaCode;
  throw new RangeError(`${code} is above ${level}`);
}

/** Whether `scope` covers `code`: a prefix at a level boundary. */
export const covers = (scope: string, code: string): boolean => code.startsWith(scope);
