import { wordsOf } from '../core/words.ts';

const quoted = (word: string) => `'${word.replaceAll("'", "''")}'`;

/** A question as tsqueries: what the index is asked, and what is then checked on the rows that it names. */
export interface Question {
  readonly asked: string;
  readonly checked?: string;
}

/** What has no word to search for finds nothing. */
const NOTHING: Question = { asked: "''" };

const isSingle = (word: string) => Array.from(word).length === 1;
const all = (words: readonly string[]) => words.join(' & ');

/**
 * All words of a question, a single sign as the beginning of a pair. Such beginnings (the 号 of 112号) are in every other text: the index
 * would read them all, so it is asked for them only where there is nothing else.
 */
export function queryOf(question: string): Question {
  const words = wordsOf(question);
  const whole = words.filter((word) => !isSingle(word)).map(quoted);
  const beginnings = words.filter(isSingle).map((word) => `${quoted(word)}:*`);
  if (words.length === 0) return NOTHING;
  if (whole.length === 0) return { asked: all(beginnings) };
  return beginnings.length === 0 ? { asked: all(whole) } : { asked: all(whole), checked: all(beginnings) };
}
