import { gathering, pruned } from '../../core/suggest/experience.ts';
import { pack } from '../../core/suggest/pack.ts';
import type { MattersDeps } from '../context.ts';
import { BASE_MODEL } from './base-model.ts';
import { type DecidedCursor, decidedTexts } from './queries.ts';
import { saveLearned } from './store.ts';

/** So many of the last closed matters are learned from: about two years of a large district's, and yet done in seconds. */
const TEXTS = 20_000;
const PAGE = 500;
/** A word of fewer matters is not kept: it may be somebody's name. */
const LEAST_TEXTS = 5;

/**
 * Learns from what people decided: the kinds of the matters that were closed last. All anew each time, so that corrected kinds count as
 * corrected and deleted texts are forgotten; nothing is learned about people. Resolves to the number of texts.
 */
export async function learnKinds({ database, district, clock }: MattersDeps): Promise<number> {
  const { experience, add } = gathering();
  let before: DecidedCursor | null = null;
  for (let read = 0; read < TEXTS; read += PAGE) {
    const page = await decidedTexts(database, district, before, PAGE);
    add(page);
    if (page.length < PAGE) break;
    before = page[page.length - 1];
  }
  const model = { experience: pruned(experience, LEAST_TEXTS), sharpness: BASE_MODEL.sharpness };
  await saveLearned(database, district, clock().toISOString(), pack(model, 'matters closed in this district'));
  return experience.texts;
}
