import { wordsOf } from '../words.ts';

/** What of a text is looked at: each word once, weighing by where it stands first. */
export type Reading = ReadonlyMap<string, number>;

/** Signs in which people say what it is about, and those in which they say more of it; what comes after is told in passing. */
const OPENING = 40;
const BODY = 200;
const IN_BODY = 0.5;

/** Pairs of signs, and runs of letters or digits of at least two. */
export function readingOf(text: string): Reading {
  const reading = new Map<string, number>();
  const add = (part: string, weight: number) => {
    for (const word of wordsOf(part)) if (word.length > 1 && !reading.has(word)) reading.set(word, weight);
  };
  add(text.slice(0, OPENING), 1);
  add(text.slice(OPENING - 1, BODY), IN_BODY); // the pair across the border belongs to it
  return reading;
}
