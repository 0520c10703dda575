import { newId } from '#packages/server-kit';
import type { Person } from '../../contract.ts';
import type { PersonRow } from '../../core/api.ts';
import type { Credentials } from '../../core/credentials.ts';
import type { Context } from '../context.ts';
import { hashPassword } from '../passwords.ts';
import { presentPerson } from '../present.ts';
import { problems } from '../problems.ts';
import { findPerson } from '../queries.ts';
import { insertAccounts, type NewAccount } from '../store.ts';
import { appoint, checkGiving, type WantedGrant } from './give-role.ts';
import { checkCredentials, takenMeanwhile } from './open-account.ts';

export interface NewStaff extends Credentials {
  readonly name: string;
  readonly phone?: string;
  readonly grant: WantedGrant;
}

/** A member of staff with a first role, which the giver may give; the account and the role come to be together. */
export async function addPerson(context: Context, giver: Person, input: NewStaff): Promise<PersonRow> {
  const { database, clock, district } = context;
  await checkGiving(context, giver, { id: null, grants: [] }, input.grant);
  await checkCredentials(context, input);
  const account: NewAccount = {
    id: newId(),
    name: input.name,
    username: input.username,
    phone: input.phone ?? null,
    mobileSealed: null,
    mobileIndex: null,
    passwordHash: await hashPassword(input.password),
    createdBy: giver.person,
  };
  const made = await database
    .transaction(async (tx) => {
      await insertAccounts(tx, district, [account], clock());
      await appoint(context, tx, giver, account.id, input.grant);
      return findPerson(tx, district, account.id);
    })
    .catch((error: unknown) => {
      throw takenMeanwhile(error);
    });
  if (!made) throw problems.no_such_person();
  return presentPerson(made, context);
}
