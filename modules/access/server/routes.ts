import type { Actor } from '#packages/kernel';
import type { Handlers } from '#packages/server-kit';
import type { Person } from '../contract.ts';
import type { operations } from '../core/api.ts';
import { addPerson } from './commands/add-person.ts';
import { giveRole } from './commands/give-role.ts';
import { addOrganisation, nameOrganisation } from './commands/name-organisation.ts';
import { openAccount } from './commands/open-account.ts';
import { resetPassword } from './commands/reset-password.ts';
import { withdrawRole } from './commands/withdraw-role.ts';
import type { Context } from './context.ts';
import { demoAccounts } from './demo-accounts.ts';
import { problems } from './problems.ts';
import { listOfPeople, me, myLooks } from './reads.ts';

/** The roles of whoever calls are those that this module has loaded. */
const person = (actor: Actor) => actor as Person;

/** Whoever writes here is signed in. */
function staff(actor: Actor): Person {
  if (actor.person === null) throw problems.sign_in_needed();
  return person(actor);
}

export const routes = (context: Context): Handlers<typeof operations> => ({
  'GET /api/me': ({ actor }) => me(context, person(actor)),
  'POST /api/accounts': ({ body, request }) => openAccount(context, body, request.ip),
  'GET /api/demo-accounts': () => demoAccounts(context),
  'GET /api/my/looks': ({ actor }) => myLooks(context, person(actor)),
  'GET /api/organisations': async () => [...(await context.organisations.all())],
  'POST /api/organisations': ({ actor, body }) => addOrganisation(context, staff(actor), body),
  'POST /api/organisations/:id/name': ({ actor, params, body }) =>
    nameOrganisation(context, staff(actor), params.id, body.name),
  'GET /api/people': ({ actor, query }) => listOfPeople(context, person(actor), query),
  'POST /api/people': ({ actor, body }) => addPerson(context, staff(actor), body),
  'POST /api/people/:id/grants': ({ actor, params, body }) => giveRole(context, staff(actor), params.id, body),
  'POST /api/people/:id/password': ({ actor, params }) => resetPassword(context, staff(actor), params.id),
  'DELETE /api/people/:id/grants/:grant': ({ actor, params }) =>
    withdrawRole(context, staff(actor), params.id, params.grant),
});
