/**
 * Words for search in Chinese without a dictionary: every pair of neighbouring Han signs, and every run of letters or digits. Measured
 * against a segmenter: 路灯 is not found in 第二盏路灯不亮了 when that is cut into 路 / 灯不亮; pairs find every substring.
 */
const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;
const LIMIT = 2000;

function* pairs(run: string): Generator<string> {
  const signs = Array.from(run);
  if (signs.length === 1) yield run;
  for (let i = 0; i + 1 < signs.length; i++) yield signs[i] + signs[i + 1];
}

/** A run of Latin letters ends where Han signs begin: A3区 is a3 and 区. */
function* runsOf(text: string): Generator<string> {
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (HAN.test(run)) yield run;
    else yield* run.split(/(\p{Script=Han}+)/u).filter((part) => part !== '');
  }
}

/** The search words of a text, each once. */
export function wordsOf(text: string): string[] {
  const words = new Set<string>();
  for (const run of runsOf(text)) {
    if (HAN.test(run)) for (const pair of pairs(run)) words.add(pair);
    else if (run.length <= 40) words.add(run);
    if (words.size >= LIMIT) break;
  }
  return [...words];
}

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
