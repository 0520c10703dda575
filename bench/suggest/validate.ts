import {
  experienceOf,
  merged,
  namedExperience,
  pruned,
  type Sample,
} from '../../modules/matters/core/suggest/experience.ts';
import { kindAt, scoresOf, sharesOf } from '../../modules/matters/core/suggest/model.ts';

const FOLDS = 5;
/** Words of fewer texts are neither kept nor used. */
export const LEAST_TEXTS = 4;

export const trained = (samples: readonly Sample[]) =>
  merged(pruned(experienceOf(samples), LEAST_TEXTS), namedExperience());

/** The scores of each sample by a model that has not seen it. */
export function outOfFold(samples: readonly Sample[]): Float64Array[] {
  const scores: Float64Array[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const experience = trained(samples.filter((_, i) => i % FOLDS !== fold));
    samples.forEach(({ text }, i) => {
      if (i % FOLDS === fold) scores[i] = scoresOf({ experience }, text).scores;
    });
  }
  return scores;
}

/** Kinds, best first. */
export const ranked = (scores: Float64Array): string[] =>
  [...scores.keys()].sort((a, b) => scores[b] - scores[a] || a - b).map(kindAt);

const lossOf = (samples: readonly Sample[], scores: readonly Float64Array[], sharpness: number): number =>
  scores.reduce((sum, one, i) => {
    const shares = sharesOf(one, sharpness);
    const right = [...shares.keys()].find((k) => kindAt(k) === samples[i].kind)!;
    return sum - Math.log(Math.max(shares[right], 1e-12));
  }, 0);

/** The sharpness with which the shares predict best what people decide. */
export function fitSharpness(samples: readonly Sample[], scores: readonly Float64Array[]): number {
  const candidates = Array.from({ length: 60 }, (_, i) => 0.1 + 0.05 * i);
  const losses = candidates.map((candidate) => lossOf(samples, scores, candidate));
  return Number(candidates[losses.indexOf(Math.min(...losses))].toFixed(2));
}
