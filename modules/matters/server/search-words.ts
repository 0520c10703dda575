import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;
const segmenter = (): Jieba => {
  jieba ??= Jieba.withDict(dict);
  return jieba;
};

const MEANS_SOMETHING = /[\p{L}\p{N}]/u;
const LIMIT = 500;

const clean = (words: readonly string[]): string[] => [
  ...new Set(
    words.map((word) => word.toLowerCase().trim()).filter((word) => MEANS_SOMETHING.test(word) && word.length <= 40),
  ),
];

/** Words under which a text is found: long words also by their parts (Chinese segmentation). */
export const wordsOf = (text: string): string[] =>
  clean(segmenter().cutForSearch(text.normalize('NFKC'), true)).slice(0, LIMIT);

/** A tsquery that asks for all words of a question (single signs only where there is nothing longer); undefined where it has none. */
export function queryOf(question: string): string | undefined {
  const all = clean(segmenter().cut(question.normalize('NFKC'), true));
  const long = all.filter((word) => word.length > 1);
  const words = long.length > 0 ? long : all;
  return words.length > 0 ? words.map((word) => `'${word.replaceAll("'", "''")}'`).join(' & ') : undefined;
}
