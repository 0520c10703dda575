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
