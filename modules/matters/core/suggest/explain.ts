/** A word of the text with its share in the score of each kind. */
export interface Spoken {
  readonly word: string;
  readonly shares: Float64Array;
}

/** Signs that only hold a sentence together: a pair with one of them counts, and tells a reader nothing. */
const FUNCTION_SIGNS = /[的了又也就都很我你他们是在有和吗呢着把被这那要会请]/;
const TELLING = 6;
const TOLD = 3;
/** A word that adds less than this part of what the most telling one adds is not worth telling. */
const WORTH = 0.3;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Pairs that overlap in the text are told as one: 路灯, 灯不, 不亮 as 路灯不亮. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of [...runs].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && run.from < last.to)
      out[out.length - 1] = { from: last.from, to: Math.max(run.to, last.to), share: last.share + run.share };
    else out.push(run);
  }
  return out;
}

/** The words that spoke most for the kind, at most three. */
export function explain(text: string, spoken: readonly Spoken[], kind: number): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const telling = spoken
    .map(({ word, shares }) => ({ word, share: shares[kind] }))
    .filter(({ word, share }) => share > 0 && !FUNCTION_SIGNS.test(word))
    .sort((a, b) => b.share - a.share)
    .slice(0, TELLING);
  const least = WORTH * (telling[0]?.share ?? 0);
  const runs = telling
    .filter(({ share }) => share >= least)
    .map(({ word, share }) => ({ from: plain.indexOf(word), to: plain.indexOf(word) + word.length, share }))
    .filter(({ from }) => from >= 0);
  return joined(runs)
    .sort((a, b) => b.share - a.share)
    .slice(0, TOLD)
    .map(({ from, to }) => plain.slice(from, to));
}
