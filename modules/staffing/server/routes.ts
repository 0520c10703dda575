import type { Actor, Locale } from '#packages/kernel';
import type { Handlers } from '#packages/server-kit';
import type { Person } from '../../access/contract.ts';
import type { operations } from '../core/api.ts';
import type { ActionFacts } from '../core/duty.ts';
import type { Action } from '../core/lifecycle.ts';
import { canSeeAll, departmentsOf } from '../core/policy.ts';
import { act, applyFor, getDuty } from './commands.ts';
import { problems, type StaffingDeps, todayOf } from './context.ts';
import { presentList, presentPage, presentRow } from './present.ts';
import { listDuties, listedFrom } from './queries.ts';

/** Every actor that reaches this module comes from the access module. */
const asPerson = (actor: Actor): Person => actor as Person;

interface StepCall {
  readonly params: { readonly id: string };
  readonly body: { readonly transaction: string; readonly version: number };
  readonly actor: Actor;
  readonly locale: Locale;
}

const step =
  <A extends Exclude<Action, 'apply'>>(deps: StaffingDeps, action: A) =>
  async ({ params, body, actor, locale }: StepCall) => {
    const { transaction, version, ...facts } = body;
    const asked = { id: params.id, action, facts: facts as unknown as ActionFacts[A], transaction, version };
    return presentPage(deps, await act(deps, asked, asPerson(actor)), asPerson(actor), locale);
  };

/** Each URL of the module and the function that answers it. */
export const routesOf = (deps: StaffingDeps): Handlers<typeof operations> => ({
  'GET /api/duties': async () => presentList(deps, await listedFrom(deps.database, deps.district, todayOf(deps))),
  'GET /api/duties/applications': async ({ actor }) => {
    const owners = canSeeAll(asPerson(actor), deps.district) ? null : departmentsOf(asPerson(actor));
    const duties = await listDuties(deps.database, deps.district, owners);
    return Promise.all(duties.map((duty) => presentRow(deps, duty)));
  },
  'GET /api/duties/:id': async ({ params, actor, locale }) => {
    const duty = await getDuty(deps, params.id);
    const published = duty.state.from !== null;
    const own = departmentsOf(asPerson(actor)).includes(duty.state.owner);
    if (!published && !own && !canSeeAll(asPerson(actor), deps.district)) throw problems.not_allowed();
    return presentPage(deps, duty, asPerson(actor), locale);
  },
  'POST /api/duties': async ({ body, actor, locale }) =>
    presentPage(deps, await applyFor(deps, body, asPerson(actor)), asPerson(actor), locale),
  'POST /api/duties/:id/resubmit': step(deps, 'resubmit'),
  'POST /api/duties/:id/withdraw': step(deps, 'withdraw'),
  'POST /api/duties/:id/return': step(deps, 'return'),
  'POST /api/duties/:id/admit': step(deps, 'admit'),
  'POST /api/duties/:id/exit': step(deps, 'exit'),
});
