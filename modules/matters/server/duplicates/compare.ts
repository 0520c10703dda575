import { toDegrees } from '#packages/coverage';
import { LAID_BEFORE_STAFF } from '../../core/duplicates/score.ts';
import type { MattersDeps } from '../context.ts';
import { comparedUntil, type NearMatter, uncompared } from './queries.ts';
import { comparedWords, likelyMatters } from './similar.ts';
import { deleteSettledPairs, type FoundPair, insertPairs, markCompared } from './store.ts';

const PAGE = 200;
/** The first time, reports of so many days are compared. */
const FIRST_DAYS = 90;
const DAY = 86_400_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** Of one matter at most so many pairs: whoever has merged the first three finds the rest in the next run. */
const PAIRS = 3;

async function pairsOf(deps: MattersDeps, matter: NearMatter): Promise<FoundPair[]> {
  const { id, state } = matter;
  const asked = {
    lon: toDegrees(matter.lonE7),
    lat: toDegrees(matter.latE7),
    words: comparedWords(matter.words),
    category: state.category,
    at: Date.parse(state.reportedAt),
  };
  const likely = await likelyMatters(deps, asked, LAID_BEFORE_STAFF);
  return likely
    .filter(({ matter: other }) => isEarlier(other, matter))
    .slice(0, PAIRS)
    .map(({ matter: other, score, metres }) => ({ later: id, earlier: other.id, score, metres: Math.round(metres) }));
}

const isEarlier = (a: NearMatter, b: NearMatter): boolean =>
  a.state.reportedAt < b.state.reportedAt || (a.state.reportedAt === b.state.reportedAt && a.id < b.id);

/** Compares what was reported since the last run with what is open near it. Resolves to the number of new pairs. */
export async function compareReports(deps: MattersDeps): Promise<number> {
  const { database, district, clock } = deps;
  await deleteSettledPairs(database, district);
  const start =
    (await comparedUntil(database, district)) ?? new Date(clock().getTime() - FIRST_DAYS * DAY).toISOString();
  let found = 0;
  for (let after = { at: start, id: FIRST_ID }; ; ) {
    const page = await uncompared(database, district, after, PAGE);
    const pairs: FoundPair[] = [];
    for (const matter of page) pairs.push(...(await pairsOf(deps, matter)));
    if (pairs.length > 0) found += await insertPairs(database, district, pairs, clock().toISOString());
    const last = page[page.length - 1];
    if (last) await markCompared(database, district, last.state.reportedAt);
    if (page.length < PAGE) return found;
    after = { at: last.state.reportedAt, id: last.id };
  }
}
