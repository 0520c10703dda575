import { CATEGORIES } from '../categories.ts';
import { wordsOf } from '../words.ts';
import { type Reading, readingOf } from './reading.ts';

/** What is known of a word: in how many texts it stood, and how much of the texts of each kind it made up. */
export interface KnownWord {
  readonly texts: number;
  readonly mass: ReadonlyMap<string, number>;
}

/**
 * What was learned from texts whose kind people have decided: sums, and nothing that says which text they came from. Sums of several
 * sources are added (`merged`), and words of few texts are left out (`pruned`): a rare word may be somebody's name.
 */
export interface Experience {
  readonly texts: number;
  /** Texts by kind. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, KnownWord>;
}

export interface Sample {
  readonly text: string;
  readonly kind: string;
}

const add = <K>(sums: Map<K, number>, key: K, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount);

class Sums {
  texts = 0;
  readonly kinds = new Map<string, number>();
  readonly words = new Map<string, { texts: number; mass: Map<string, number> }>();

  word(word: string) {
    let known = this.words.get(word);
    if (!known) {
      known = { texts: 0, mass: new Map() };
      this.words.set(word, known);
    }
    return known;
  }
}

export const lengthOf = (weights: Iterable<number>): number =>
  Math.sqrt([...weights].reduce((sum, weight) => sum + weight * weight, 0)) || 1;

function learn(sums: Sums, reading: Reading, kind: string): void {
  const length = lengthOf(reading.values());
  sums.texts++;
  add(sums.kinds, kind, 1);
  for (const [word, weight] of reading) {
    const known = sums.word(word);
    known.texts++;
    add(known.mass, kind, weight / length);
  }
}

/** Gathers experience a part at a time. */
export interface Gathering {
  readonly experience: Experience;
  add(samples: Iterable<Sample>): void;
}

/** Each text weighs the same, however long it is. */
export function gathering(): Gathering {
  const sums = new Sums();
  return {
    experience: sums,
    add: (samples) => {
      for (const { text, kind } of samples) learn(sums, readingOf(text), kind);
    },
  };
}

export function experienceOf(samples: Iterable<Sample>): Experience {
  const { experience, add } = gathering();
  add(samples);
  return experience;
}

/** How much a word that the list of kinds names counts: as if it had made up five whole texts. Found by cross-validation. */
const NAMED = 5;

/** What the list of kinds says of itself: also kinds that nobody has reported yet are suggested by their words. */
export function namedExperience(): Experience {
  const sums = new Sums();
  for (const { code, words } of CATEGORIES)
    for (const word of words.flatMap(wordsOf)) if (word.length > 1) add(sums.word(word).mass, code, NAMED);
  return sums;
}

export function merged(...all: readonly Experience[]): Experience {
  const sums = new Sums();
  for (const { texts, kinds, words } of all) {
    sums.texts += texts;
    for (const [kind, n] of kinds) add(sums.kinds, kind, n);
    for (const [word, known] of words) {
      const sum = sums.word(word);
      sum.texts += known.texts;
      for (const [kind, mass] of known.mass) add(sum.mass, kind, mass);
    }
  }
  return sums;
}

/** Without the words of fewer than `least` texts. */
export const pruned = ({ texts, kinds, words }: Experience, least: number): Experience => ({
  texts,
  kinds,
  words: new Map([...words].filter(([, known]) => known.texts >= least)),
});
