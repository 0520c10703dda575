import { metresPerDegree, toDegrees, toE7 } from '#packages/coverage';
import type { PublicRow } from '../../core/api.ts';
import { duplicateScore, OFFERED, type Rarity } from '../../core/duplicates/score.ts';
import { rarityOf } from '../../core/suggest/model.ts';
import { wordsOf } from '../../core/words.ts';
import type { MattersDeps } from '../context.ts';
import { presentPublic } from '../present.ts';
import { BASE_MODEL } from '../suggest/base-model.ts';
import { type NearMatter, nearMatters } from './queries.ts';

const NEAR_METRES = 300;
/** So many of the nearest are compared. */
const NEAR_LIMIT = 150;
const SHOWN = 6;
const DAY = 86_400_000;
/** Distances are told in steps, so that nobody can find the exact place of somebody's report by asking around it. */
const STEP = 50;

/** How rare words are in messages of citizens, by those that the project's model was made of. */
const rarity: Rarity = (word) => rarityOf(BASE_MODEL.experience, word);

/** Single signs are in every other text. */
export const comparedWords = (words: readonly string[]): string[] => words.filter((word) => word.length > 1);

export interface Asked {
  readonly lon: number;
  readonly lat: number;
  readonly words: readonly string[];
  readonly category?: string;
  /** Time of the report, in milliseconds. */
  readonly at: number;
}

export interface Likely {
  readonly matter: NearMatter;
  readonly score: number;
  readonly metres: number;
}

/** Open matters near a place that are alike, the likeliest first. */
export async function likelyMatters(
  { database, district }: MattersDeps,
  asked: Asked,
  least: number,
): Promise<Likely[]> {
  const scale = metresPerDegree(asked.lat);
  const [dx, dy] = [NEAR_METRES / scale.lon, NEAR_METRES / scale.lat];
  const { lon, lat } = asked;
  const around = {
    lon: toE7(lon),
    lat: toE7(lat),
    window: [toE7(lon - dx), toE7(lat - dy), toE7(lon + dx), toE7(lat + dy)] as const,
  };
  const near = await nearMatters(database, district, around, NEAR_LIMIT);
  const scored = near.map((matter) => {
    const metres = Math.hypot((toDegrees(matter.lonE7) - lon) * scale.lon, (toDegrees(matter.latE7) - lat) * scale.lat);
    const days = (asked.at - Date.parse(matter.state.reportedAt)) / DAY;
    const sameKind = matter.state.category === asked.category;
    const found = comparedWords(matter.words);
    return { matter, metres, score: duplicateScore({ asked: asked.words, found, sameKind, metres, days }, rarity) };
  });
  return scored
    .filter(({ metres, score }) => metres <= NEAR_METRES && score >= least)
    .sort((a, b) => b.score - a.score || a.metres - b.metres);
}

export interface Around {
  readonly lon: number;
  readonly lat: number;
  readonly text?: string;
  readonly category?: string;
}

/** What somebody may join instead of reporting it again; also while they write. */
export async function similarMatters(deps: MattersDeps, around: Around): Promise<(PublicRow & { metres: number })[]> {
  const words = comparedWords(wordsOf(around.text ?? ''));
  const likely = await likelyMatters(deps, { ...around, words, at: deps.clock().getTime() }, OFFERED);
  return likely.slice(0, SHOWN).map(({ matter, metres }) => ({
    ...presentPublic(deps.places, matter),
    metres: Math.max(STEP, Math.round(metres / STEP) * STEP),
  }));
}
