/** What was suggested before there was a model: words of the list of kinds, counted. Kept to compare with. */
import { CATEGORIES, type Category } from '../../modules/matters/core/categories.ts';

export interface Suggestion {
  readonly category: Category;
  /** The words of the text that spoke for it: the suggestion explains itself. */
  readonly words: readonly string[];
}

/** Rare words count more than common ones: a word that speaks for several kinds tells little. */
const weight = new Map<string, number>();
for (const { words } of CATEGORIES) for (const word of words) weight.set(word, (weight.get(word) ?? 0) + 1);

const OPENING = 60;

/** Words at the beginning, where people say what it is about, count twice; longer words count more. */
function scoreOf(text: string, words: readonly string[]): number {
  const opening = text.slice(0, OPENING);
  return words.reduce((sum, word) => sum + (word.length / weight.get(word)!) * (opening.includes(word) ? 2 : 1), 0);
}

/** At most `limit` kinds that the words of the text speak for, best first; empty where none does. A person decides. */
export function suggestCategories(text: string, limit = 3): Suggestion[] {
  return CATEGORIES.map((category) => ({ category, words: category.words.filter((word) => text.includes(word)) }))
    .filter(({ words }) => words.length > 0)
    .map((suggestion) => ({ suggestion, score: scoreOf(text, suggestion.words) }))
    .sort((a, b) => b.score - a.score || a.suggestion.category.code.localeCompare(b.suggestion.category.code))
    .slice(0, limit)
    .map(({ suggestion }) => suggestion);
}
