import { toDegrees } from '#packages/coverage';
import type { Handlers } from '#packages/server-kit';
import { CHRONIC } from '../../core/chronic/chronic.ts';
import type { ChronicRow, chronicOperations } from '../../core/chronic-api.ts';
import { sightOf } from '../../core/policy.ts';
import { asPerson, type MattersDeps } from '../context.ts';
import { decide } from './decide.ts';
import { listPlaces, type PlaceRecord } from './queries.ts';

const LIMIT = 200;

export const chronicRoutes = (deps: MattersDeps): Handlers<typeof chronicOperations> => ({
  'GET /api/chronic-places': async ({ actor, query }) => {
    const filter = { areas: sightOf(asPerson(actor)).areas, ...query };
    const places = await listPlaces(deps.database, deps.district, filter, LIMIT);
    return { rule: CHRONIC, rows: places.map((place) => presentPlace(deps, place)) };
  },
  'POST /api/chronic-places/:id/decide': async ({ actor, params, body }) =>
    presentPlace(deps, await decide(deps, { ...params, ...body }, asPerson(actor))),
});

function presentPlace({ places }: MattersDeps, record: PlaceRecord): ChronicRow {
  const { id, category, grid, lonE7, latE7, times, matters, firstAt, lastAt, standing, reason, decidedAt, decisions } =
    record;
  const known = places.grids().find(({ code }) => code === grid);
  return {
    id,
    category,
    grid: known ? `${known.street} ${known.name}` : grid,
    place: { lon: toDegrees(lonE7), lat: toDegrees(latE7) },
    times,
    matters,
    firstAt,
    lastAt,
    standing,
    reason,
    decidedAt,
    again: decidedAt !== null && lastAt > decidedAt,
    decisions,
  };
}
