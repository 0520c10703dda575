import type { Handlers } from '#packages/server-kit';
import type { duplicatesOperations, LikelyPair } from '../../core/duplicates-api.ts';
import { MAY, mergeScope } from '../../core/policy.ts';
import { getMatter } from '../commands/load.ts';
import { asPerson, capacityOf, type MattersDeps, problems } from '../context.ts';
import { listPairs, type PairRecord } from './queries.ts';
import { partPair } from './store.ts';

const LIMIT = 60;

export const duplicatesRoutes = (deps: MattersDeps): Handlers<typeof duplicatesOperations> => ({
  'GET /api/duplicates': async ({ actor, query: { area } }) => {
    const scope = mergeScope(asPerson(actor));
    const areas = area === undefined ? scope : scope.filter((own) => area.startsWith(own)).map(() => area);
    const pairs = await listPairs(deps.database, deps.district, areas, LIMIT);
    return pairs.map((pair) => presentPair(deps, pair));
  },
  'POST /api/duplicates/part': async ({ actor, body }) => {
    const person = asPerson(actor);
    const [later, earlier] = [await getMatter(deps, body.later), await getMatter(deps, body.earlier)];
    if (!MAY.merge({ actor: person, isReporter: false }, later.state)) throw problems.not_allowed();
    const { organisation } = capacityOf(person, later.state);
    const by = { at: deps.clock().toISOString(), organisation };
    const parted = await partPair(deps.database, deps.district, { later: later.id, earlier: earlier.id }, by);
    return { parted: parted > 0 };
  },
});

function presentPair({ places }: MattersDeps, { later, earlier, metres, score }: PairRecord): LikelyPair {
  const side = ({ code, state, excerpt }: PairRecord['later']) => {
    const grid = places.grids().find((candidate) => candidate.code === state.grid);
    return {
      code,
      version: state.version,
      category: state.category,
      grid: grid?.name ?? state.grid,
      excerpt,
      reportedAt: state.reportedAt,
      supporters: state.supporters,
    };
  };
  return { later: side(later), earlier: side(earlier), metres, score };
}
