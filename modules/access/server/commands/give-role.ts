import { isDuplicate, newId } from '#packages/server-kit';
import type { Person, Role } from '../../contract.ts';
import type { PersonRow } from '../../core/api.ts';
import { type Giving, reasonsAgainst } from '../../core/policy.ts';
import type { Context } from '../context.ts';
import { presentPerson } from '../present.ts';
import { problems } from '../problems.ts';
import { actorOf, findPerson } from '../queries.ts';
import { insertGrants } from '../store.ts';

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

/** A role on an area is given to somebody who has an account; it is in effect at their next request. */
export async function giveRole(context: Context, giver: Person, id: string, wanted: WantedGrant): Promise<PersonRow> {
  const { database, clock, district, identities } = context;
  if (giver.person === null) throw problems.sign_in_needed();
  const before = await findPerson(database, district, id);
  const receiver = { id, grants: before ? actorOf(before).grants : [] };
  await checkGiving(context, giver, receiver, wanted);
  if (!before) throw problems.no_such_person();
  const grant = {
    id: newId(),
    person: id,
    role: wanted.role,
    area: wanted.area,
    organisation: wanted.organisation ?? null,
  };
  await insertGrants(database, district, [grant], clock(), giver.person).catch((error: unknown) => {
    // Given by somebody else at the same moment: it is held, which is what was wanted.
    if (!isDuplicate(error, 'grants_once')) throw error;
  });
  identities.forget(id);
  return presentPerson((await findPerson(database, district, id)) ?? before, context);
}
