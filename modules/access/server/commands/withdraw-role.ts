import { reasonsOf } from '#packages/procedure';
import type { Person } from '../../contract.ts';
import type { PersonRow } from '../../core/api.ts';
import { canWithdraw, lastAdministratorStays } from '../../core/policy.ts';
import type { Context } from '../context.ts';
import { presentPerson } from '../present.ts';
import { problems } from '../problems.ts';
import { findPerson } from '../queries.ts';
import { lockAdministrators, withdrawGrant } from '../store.ts';

/** A role ends at once; that it was held stays on record. */
export async function withdrawRole(context: Context, by: Person, id: string, grantId: string): Promise<PersonRow> {
  const { database, clock, district, identities } = context;
  if (by.person === null) throw problems.sign_in_needed();
  const record = await findPerson(database, district, id);
  const grant = record?.grants.find((held) => held.id === grantId);
  if (!grant || !canWithdraw({ by, role: grant.role, area: grant.area })) {
    // Without the right to withdraw it nobody learns whether it is held.
    throw by.grants.some((held) => held.role === 'administrator' && held.area === district)
      ? problems.no_such_grant()
      : problems.may_not_withdraw();
  }
  const after = await database.transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, district);
    const reasons = reasonsOf([lastAdministratorStays], { by, ...grant, administrators, district });
    if (reasons.length > 0) throw problems.must_stay({ reasons });
    if (!(await withdrawGrant(tx, district, grantId, clock(), by.person))) throw problems.no_such_grant();
    return findPerson(tx, district, id);
  });
  identities.forget(id);
  if (!after) throw problems.no_such_person();
  return presentPerson(after, context);
}
