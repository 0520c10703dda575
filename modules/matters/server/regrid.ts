import { toDegrees } from '#packages/coverage';
import { newId } from '#packages/server-kit';
import type { MattersDeps } from './context.ts';
import { findMatterById, hasFollowed, type OpenPlace, openPlaces } from './queries.ts';
import { nextEntry } from './record.ts';
import { markFollowed, moveMatter } from './store.ts';

const SYSTEM = { person: null, role: 'system', organisation: null };
const FIRST = '00000000-0000-0000-0000-000000000000';
const PAGE = 1000;
/** Every process holds a new plan within two seconds: until then matters are still reported into the grids of the one before. */
const SETTLED_MS = 10_000;
/** Passes over all open matters: somebody may act on one at the moment when it should move. */
const MOST_PASSES = 5;

/**
 * Open matters follow the plan in force into the grids where their places lie; matters that have ended stay in the grid of their day.
 * Each move is an entry of its matter's ledger; cut off at any point, the next run goes on. Resolves to how many moved, and how many
 * are left because somebody acted on them each time, or the clocks differ.
 */
export async function followPlan(deps: MattersDeps): Promise<{ readonly moved: number; readonly left: number }> {
  const { id: plan } = deps.places.plan();
  let [moved, left] = [0, 0];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const [now, missed] = await onePass(deps, plan);
    moved += now;
    left = missed;
    if (left === 0) break;
  }
  return { moved, left };
}

/** Follows a plan that nobody has followed yet, once every process knows it. It is followed when no matter is left behind. */
export async function followNewPlan(deps: MattersDeps): Promise<void> {
  const { database, district, clock, places } = deps;
  const { id, since } = places.plan();
  if (clock().getTime() - Date.parse(since) < SETTLED_MS || (await hasFollowed(database, district, id))) return;
  const { moved, left } = await followPlan(deps);
  if (left === 0) await markFollowed(database, district, id, clock().toISOString(), moved);
}

async function onePass(deps: MattersDeps, plan: string): Promise<[moved: number, missed: number]> {
  let [moved, missed, after] = [0, 0, FIRST];
  for (;;) {
    const page = await openPlaces(deps.database, deps.district, after, PAGE);
    for (const place of page) {
      const grid = gridNow(deps, place);
      if (grid === place.grid) continue;
      if (await moveTo(deps, place.id, plan, grid)) moved++;
      else missed++;
    }
    if (page.length < PAGE) return [moved, missed];
    after = page[page.length - 1].id;
  }
}

/** A place that the district has given away stays where it was: there is no grid for it. */
function gridNow({ places }: MattersDeps, { grid, lonE7, latE7 }: OpenPlace): string {
  const located = places.locate({ lon: toDegrees(lonE7), lat: toDegrees(latE7) });
  return located.inside ? located.grid.code : grid;
}

async function moveTo(deps: MattersDeps, id: string, plan: string, to: string): Promise<boolean> {
  const matter = await findMatterById(deps.database, deps.district, id);
  if (!matter || matter.state.endedAt !== null) return true;
  const { grid: from } = matter.state;
  if (from === to) return true;
  const { entry, state } = nextEntry(deps, matter, {
    ...{ id, action: 'regrid' as const, facts: { plan, from, to }, author: SYSTEM },
    ...{ transaction: newId(), at: deps.clock().toISOString() },
  });
  return (await moveMatter(deps.database, { id, state, entry })) > 0;
}
