import { defineModule, type ServerModule } from '#packages/server-kit';
import { DUTY_STREAM, type StaffingQueries } from '../contract.ts';
import { operations } from '../core/api.ts';
import { standingOn, suits } from '../core/duty.ts';
import { type StaffingDeps, todayOf } from './context.ts';
import { listedFrom } from './queries.ts';
import { dutyStreamCheck } from './record.ts';
import { routesOf } from './routes.ts';

export interface Staffing {
  readonly module: ServerModule;
  readonly queries: StaffingQueries;
}

/** The staffing module: what grid workers may be asked to do, and the gate before it. */
export const createStaffing = (deps: StaffingDeps): Staffing => ({
  module: defineModule({
    name: 'staffing',
    operations,
    handlers: routesOf(deps),
    streams: { [DUTY_STREAM]: dutyStreamCheck(deps) },
  }),
  queries: {
    listedFor: async (kind) => {
      const day = todayOf(deps);
      const duties = await listedFrom(deps.database, deps.district, day);
      return duties
        .filter(({ state }) => standingOn(day, state) === 'in_force' && suits(state.item, kind))
        .map(({ id, state }) => ({ id, name: state.item.name, owner: state.owner, until: state.until! }));
    },
  },
});

export type { StaffingDeps } from './context.ts';
