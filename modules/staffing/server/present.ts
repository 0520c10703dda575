import type { Locale } from '#packages/kernel';
import { actionsFrom, asPossible } from '#packages/procedure';
import { entriesOf } from '#packages/server-kit';
import type { Person } from '../../access/contract.ts';
import { DUTY_STREAM } from '../contract.ts';
import type { DutyPage, DutyRow, ListPage, Load } from '../core/api.ts';
import { type DutyState, hoursOf, standingOn, suits } from '../core/duty.ts';
import { type Action, dutyProcedure } from '../core/lifecycle.ts';
import { MAY } from '../core/policy.ts';
import { type StaffingDeps, todayOf } from './context.ts';
import type { DutyRecord } from './queries.ts';

/** What this person may do with an item now. */
export const possibleFor = (state: DutyState, actor: Person, district: string): Exclude<Action, 'apply'>[] =>
  (actionsFrom(dutyProcedure, state.stage) as Exclude<Action, 'apply'>[]).filter((action) =>
    MAY[action](actor, state, district),
  );

export async function presentRow(deps: StaffingDeps, { id, state }: DutyRecord): Promise<DutyRow> {
  const organisation = await deps.access.findOrganisation(state.owner);
  const { version, urgent, item, appliedAt, from, until, exitFrom, reason } = state;
  return {
    id,
    version,
    standing: standingOn(todayOf(deps), state),
    urgent,
    owner: { id: state.owner, name: organisation?.name ?? state.owner },
    item,
    appliedAt,
    from,
    until,
    exitFrom,
    reason,
  };
}

export async function presentPage(
  deps: StaffingDeps,
  duty: DutyRecord,
  actor: Person,
  locale: Locale,
): Promise<DutyPage> {
  const entries = await entriesOf(deps.database, deps.district, DUTY_STREAM, duty.id);
  const timeline = entries.map(async ({ seq, at, action, organisation, facts }) => ({
    seq,
    at,
    action: action as Action,
    unit: organisation === null ? null : ((await deps.access.findOrganisation(organisation))?.name ?? null),
    facts: facts as Record<string, unknown>,
  }));
  return {
    ...(await presentRow(deps, duty)),
    timeline: await Promise.all(timeline),
    possible: asPossible(dutyProcedure, possibleFor(duty.state, actor, deps.district)).map(({ action, text }) => ({
      action: action as Action,
      text: text[locale],
    })),
  };
}

/** The list as everybody may see it, with what it asks of one grid of each kind. */
export async function presentList(deps: StaffingDeps, duties: readonly DutyRecord[]): Promise<ListPage> {
  const day = todayOf(deps);
  return {
    day,
    items: await Promise.all(duties.map((duty) => presentRow(deps, duty))),
    load: (['comprehensive', 'dedicated'] as const)
      .map((kind) => loadOf(deps, duties, kind, day))
      .filter(({ grids }) => grids > 0),
  };
}

function loadOf(deps: StaffingDeps, duties: readonly DutyRecord[], kind: Load['kind'], day: string): Load {
  const states = duties.map(({ state }) => state);
  const asked = states.filter((state) => standingOn(day, state) === 'in_force' && suits(state.item, kind));
  return {
    kind,
    grids: deps.places.grids().filter((grid) => grid.kind === kind).length,
    items: asked.length,
    hours: hoursOf(states, kind, day),
    fee: asked.reduce((sum, { item }) => sum + item.fee, 0),
  };
}
