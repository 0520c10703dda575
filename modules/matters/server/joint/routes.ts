import type { Handlers } from '#packages/server-kit';
import type { jointOperations } from '../../core/joint-api.ts';
import { sightOf } from '../../core/policy.ts';
import { asPerson, type MattersDeps, problems } from '../context.ts';
import { presentAssessment, presentPartRow } from './present.ts';
import { countReporters, countWhistlers, listParts } from './queries.ts';

const LIMIT = 200;
const DAY = 86_400_000;

export const jointRoutes = (deps: MattersDeps): Handlers<typeof jointOperations> => ({
  'GET /api/joint-orders': async ({ actor, query }) => {
    const rows = await listParts(deps.database, deps.district, { sight: sightOf(asPerson(actor)), ...query }, LIMIT);
    return Promise.all(rows.map((row) => presentPartRow(deps, row)));
  },
  'GET /api/joint-orders/assessment': async ({ actor, query }) => {
    const { areas } = sightOf(asPerson(actor));
    if (areas.length === 0) throw problems.not_allowed();
    const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`) - deps.calendar.utcOffset * 60_000;
    const period = {
      from: new Date(startOf(query.from)).toISOString(),
      to: new Date(startOf(query.to) + DAY).toISOString(),
      now: deps.clock().toISOString(),
      areas,
    };
    const [whistlers, reporters] = await Promise.all([
      countWhistlers(deps.database, deps.district, period),
      countReporters(deps.database, deps.district, period),
    ]);
    return presentAssessment(deps, whistlers, reporters);
  },
});
