/** What two matters are compared by: kind and search words. */
export interface Compared {
  readonly category?: string;
  readonly words: readonly string[];
}

const SAME_KIND = 1;
const SAME_GROUP = 0.4;
const WORDS = 2;

function kindLikeness(asked: string | undefined, found: string | undefined): number {
  if (asked === undefined || found === undefined) return 0;
  if (asked === found) return SAME_KIND;
  return asked.slice(0, 2) === found.slice(0, 2) ? SAME_GROUP : 0;
}

/** The share of the asked words that are found too. */
function overlap(asked: readonly string[], found: readonly string[]): number {
  const known = new Set(found);
  return asked.length === 0 ? 0 : asked.filter((word) => known.has(word)).length / asked.length;
}

/** How alike a matter is to what is asked for: 0 nothing in common, 3 the same kind and every word. */
export const likeness = (asked: Compared, found: Compared): number =>
  kindLikeness(asked.category, found.category) + WORDS * overlap(asked.words, found.words);

/** Below this, a matter nearby is another matter: neither its group of kinds nor a fifth of the words is the same. */
export const ALIKE = 0.4;
