import type { Person } from '../contract.ts';
import type { PersonRow } from '../core/api.ts';
import { type BodyArea, standardBodies } from './bodies.ts';
import { addPerson, type NewStaff } from './commands/add-person.ts';
import { resetPassword } from './commands/reset-password.ts';
import type { Context } from './context.ts';
import { newPassword } from './passwords.ts';
import { problems } from './problems.ts';
import { findByLogin } from './queries.ts';
import { addOrganisations } from './store.ts';

/**
 * What whoever runs the machine may do from the command line, without an account: found the bodies of a district, make its first
 * administrator, hand out a new password. In the ledger they are the administrator without a person.
 */
export interface Operator {
  /** Registers the usual bodies of the areas; those that are there stay. Resolves to how many are new. */
  foundBodies(areas: readonly BodyArea[]): Promise<number>;
  /** Resolves to the account and its first password. Throws as `POST /api/people` does. */
  addPerson(input: Omit<NewStaff, 'password'>): Promise<{ person: PersonRow; password: string }>;
  /** Throws `no_such_person` for an unknown user name. */
  resetPassword(username: string): Promise<{ username: string; password: string }>;
}

export function operatorOf(context: Context): Operator {
  const { database, district, organisations } = context;
  const operator: Person = {
    person: null,
    name: 'operator',
    grants: [{ role: 'administrator', area: district, organisation: null }],
  };
  return {
    async foundBodies(areas) {
      const made = await addOrganisations(database, district, standardBodies(areas));
      organisations.refresh();
      return made;
    },
    async addPerson(input) {
      const password = newPassword(input.username);
      return { person: await addPerson(context, operator, { ...input, password }), password };
    },
    async resetPassword(username) {
      const found = await findByLogin(database, district, { username });
      if (!found) throw problems.no_such_person();
      return resetPassword(context, operator, found.id);
    },
  };
}
