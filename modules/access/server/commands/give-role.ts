import { type Db, newId } from '#packages/server-kit';
import type { Person, Role } from '../../contract.ts';
import type { PersonRow } from '../../core/api.ts';
import { type Giving, reasonsAgainst } from '../../core/policy.ts';
import { capacityOf, isOnRecord } from '../../core/rights.ts';
import type { Context } from '../context.ts';
import { presentPerson } from '../present.ts';
import { problems } from '../problems.ts';
import { actorOf, findPerson } from '../queries.ts';
import { insertGrants, lockPerson } from '../store.ts';
import { recordRights } from '../stream.ts';

export interface WantedGrant {
  readonly role: Role;
  readonly area: string;
  readonly organisation?: string;
}

/** Throws with every reason why the role cannot be given: first those of rights, then those of fitness. */
export async function checkGiving(
  { organisations, nameOfArea, district }: Context,
  giver: Person,
  receiver: Giving['receiver'],
  { role, area, organisation }: WantedGrant,
): Promise<void> {
  const { rights, fitness } = reasonsAgainst({
    giver,
    receiver,
    appointment: {
      role,
      area,
      areaExists: area.startsWith(district) && nameOfArea(area) !== area,
      organisation: organisation === undefined ? null : await organisations.find(organisation),
    },
  });
  if (rights.length > 0) throw problems.may_not_give({ reasons: [...rights, ...fitness] });
  if (fitness.length > 0) throw problems.role_unfit({ reasons: fitness });
}

/** The role is held from now on, and on record: inside the transaction that has locked or made the person. */
export async function appoint(
  { clock, district, algorithm }: Context,
  tx: Db,
  giver: Person,
  person: string,
  wanted: WantedGrant,
): Promise<void> {
  const { role, area, organisation = null } = wanted;
  const at = clock();
  const id = newId();
  await insertGrants(tx, district, [{ id, person, role, area, organisation }], at, giver.person);
  if (!isOnRecord(role)) return;
  const author = { person: giver.person, ...capacityOf(giver) };
  const facts = { grant: id, role, area, organisation };
  await recordRights(tx, { district, person, at, author, action: 'give', facts, algorithm });
}

/** A role on an area is given to somebody who has an account; it is in effect at their next request. */
export async function giveRole(context: Context, giver: Person, id: string, wanted: WantedGrant): Promise<PersonRow> {
  const { database, district, identities } = context;
  const after = await database.transaction(async (tx) => {
    await lockPerson(tx, district, id);
    const before = await findPerson(tx, district, id);
    await checkGiving(context, giver, { id, grants: before ? actorOf(before).grants : [] }, wanted);
    if (!before) throw problems.no_such_person();
    await appoint(context, tx, giver, id, wanted);
    return findPerson(tx, district, id);
  });
  identities.forget(id);
  if (!after) throw problems.no_such_person();
  return presentPerson(after, context);
}
