/** How telling a word is: the rarer, the more (inverse document frequency). */
export type Rarity = (word: string) => number;

const square = (value: number) => value * value;
const weightOf = (words: readonly string[], rarity: Rarity) =>
  words.reduce((sum, word) => sum + square(rarity(word)), 0);

/**
 * How alike two texts are in words: 0 nothing in common, 1 the same words. Words count by the square of their rarity (cosine of the two
 * vectors of rarities, as in Salton and Buckley 1988). Of a text that is still being written only what is there can be found again, so a
 * short text is measured by its own length and half of the other's.
 */
export function wordLikeness(asked: readonly string[], found: readonly string[], rarity: Rarity): number {
  const known = new Set(found);
  const common = asked.filter((word) => known.has(word));
  const [mine, other] = [weightOf(asked, rarity), weightOf(found, rarity)];
  if (mine === 0 || other === 0) return 0;
  return weightOf(common, rarity) / Math.sqrt(mine * Math.max(mine, Math.min(other, ROOM * mine)));
}

/** A text up to this many times as long as what was written so far is not held against it. */
const ROOM = 4;

const NEAR_METRES = 150;
const SOON_DAYS = 90;

/** 1 at the same place, a half at 150 m, a fifth at 300 m. */
export const nearness = (metres: number): number => 1 / (1 + square(metres / NEAR_METRES));

/** 1 on the same day, a half after three months. */
export const timeliness = (days: number): number => 1 / (1 + Math.abs(days) / SOON_DAYS);

/** What the same kind is worth beside words: somebody else says it in other words. */
const SAME_KIND = 0.15;

export interface Pair {
  readonly asked: readonly string[];
  readonly found: readonly string[];
  readonly sameKind: boolean;
  readonly metres: number;
  readonly days: number;
}

/** Whether two matters are the same thing: words (and kind) times place times time, between 0 and 1. */
export function duplicateScore({ asked, found, sameKind, metres, days }: Pair, rarity: Rarity): number {
  const alike = Math.min(1, wordLikeness(asked, found, rarity) + (sameKind ? SAME_KIND : 0));
  return alike * nearness(metres) * timeliness(days);
}

/**
 * From here on a matter is offered to who is about to report: on labelled pairs words with this much in common found nine of ten duplicates
 * (`npm run bench -- duplicates`); one offer too many costs a look, a missed one a second report.
 */
export const OFFERED = 0.12;

/** From here on a pair is laid before the staff. Kind and place alone never reach it: some words have to be the same. */
export const LAID_BEFORE_STAFF = 0.25;
