import { CATEGORIES } from '../categories.ts';
import { type Experience, lengthOf } from './experience.ts';
import { explain, type Spoken } from './explain.ts';
import { readingOf } from './reading.ts';

export interface KindSuggestion {
  readonly category: string;
  /** Between 0 and 1: of suggestions with 0.7, seven in ten are what people decide (measured by `npm run bench -- suggest`). */
  readonly confidence: number;
  /** The words of the text that spoke for it, most telling first. */
  readonly words: readonly string[];
}

export interface Model {
  readonly experience: Experience;
  /** Turns scores into shares that can be believed: one number, fitted by cross-validation. */
  readonly sharpness: number;
}

const KINDS: readonly string[] = CATEGORIES.map(({ code }) => code);
const SMOOTHING = 0.3;
const FREQUENCY_OF_KIND = 0.02;

/** How telling a word is: the rarer, the more (inverse document frequency). */
export const rarityOf = ({ texts, words }: Experience, word: string): number =>
  Math.log((texts + 1) / ((words.get(word)?.texts ?? 0) + 1));

interface Weights {
  readonly of: (word: string) => Float64Array | undefined;
  readonly prior: Float64Array;
}

const remembered = new WeakMap<Experience, Weights>();

/**
 * For each word and kind, by how much more often (log) it stands in texts of the kind than in all others: naive Bayes, the complement of
 * each kind against it, which bears kinds of very different frequency (Rennie et al. 2003, Tackling the Poor Assumptions of Naive Bayes).
 */
function weightsOf(experience: Experience): Weights {
  const known = remembered.get(experience);
  if (known) return known;
  const { words, kinds, texts } = experience;
  const totals = new Map(KINDS.map((kind) => [kind, 0]));
  for (const { mass } of words.values()) for (const [kind, m] of mass) totals.set(kind, (totals.get(kind) ?? 0) + m);
  const all = [...totals.values()].reduce((sum, total) => sum + total, 0);
  const floor = SMOOTHING * words.size;
  const rows = new Map<string, Float64Array>();
  const rowOf = (mass: ReadonlyMap<string, number>) => {
    const sum = [...mass.values()].reduce((total, m) => total + m, 0);
    return Float64Array.from(KINDS, (kind) => {
      const [inside, total] = [mass.get(kind) ?? 0, totals.get(kind)!];
      return Math.log((inside + SMOOTHING) / (total + floor) / ((sum - inside + SMOOTHING) / (all - total + floor)));
    });
  };
  const weights: Weights = {
    prior: Float64Array.from(KINDS, (kind) => Math.log(((kinds.get(kind) ?? 0) + 1) / (texts + KINDS.length))),
    of: (word) => {
      const entry = words.get(word);
      if (!entry) return undefined;
      const row = rows.get(word) ?? rowOf(entry.mass);
      rows.set(word, row);
      return row;
    },
  };
  remembered.set(experience, weights);
  return weights;
}

export interface Scored {
  /** One score a kind, in the order of the list of kinds. */
  readonly scores: Float64Array;
  /** Words of the text that are known, with their share in the score of each kind. */
  readonly spoken: readonly Spoken[];
}

export function scoresOf({ experience }: Pick<Model, 'experience'>, text: string): Scored {
  const weights = weightsOf(experience);
  const known = [...readingOf(text)].flatMap(([word, weight]) => {
    const row = weights.of(word);
    return row ? [{ word, row, weight: weight * rarityOf(experience, word) }] : [];
  });
  const length = lengthOf(known.map(({ weight }) => weight));
  const scores = weights.prior.map((prior) => prior * FREQUENCY_OF_KIND);
  const spoken = known.map(({ word, row, weight }) => ({ word, shares: row.map((w) => (w * weight) / length) }));
  for (const { shares } of spoken)
    shares.forEach((share, k) => {
      scores[k] += share;
    });
  return { scores, spoken };
}

/** Scores as shares of one (softmax). */
export function sharesOf(scores: Float64Array, sharpness: number): Float64Array {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The kinds that the words speak for, best first; empty where no word is known. A person decides. */
export function suggestKinds(model: Model, text: string, limit = 3): KindSuggestion[] {
  const { scores, spoken } = scoresOf(model, text);
  if (spoken.length === 0) return [];
  const shares = sharesOf(scores, model.sharpness);
  return KINDS.map((category, k) => ({ category, k, confidence: shares[k] }))
    .sort((a, b) => b.confidence - a.confidence || a.k - b.k)
    .slice(0, limit)
    .map(({ category, k, confidence }) => ({ category, confidence, words: explain(text, spoken, k) }))
    .filter(({ words }) => words.length > 0);
}

export const kindAt = (index: number): string => KINDS[index];
