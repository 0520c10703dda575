import { reasonsOf } from '#packages/procedure';
import type { Person } from '../../contract.ts';
import type { PersonRow } from '../../core/api.ts';
import { canWithdraw, lastAdministratorStays } from '../../core/policy.ts';
import { capacityOf, isOnRecord } from '../../core/rights.ts';
import type { Context } from '../context.ts';
import { presentPerson } from '../present.ts';
import { problems } from '../problems.ts';
import { findPerson, type GrantRow } from '../queries.ts';
import { lockAdministrators, lockPerson, withdrawGrant } from '../store.ts';
import { recordRights } from '../stream.ts';

const factsOf = ({ id, role, area, organisation }: GrantRow) => ({
  grant: id,
  role,
  area,
  organisation: organisation?.id ?? null,
});

/** A role ends at once; that it was held stays on record. */
export async function withdrawRole(context: Context, by: Person, id: string, grantId: string): Promise<PersonRow> {
  const { database, clock, district, algorithm, identities } = context;
  const record = await findPerson(database, district, id);
  const grant = record?.grants.find((held) => held.id === grantId);
  if (!grant || !canWithdraw({ by, role: grant.role, area: grant.area })) {
    // Without the right to withdraw it nobody learns whether it is held.
    throw by.grants.some((held) => held.role === 'administrator' && held.area === district)
      ? problems.no_such_grant()
      : problems.may_not_withdraw();
  }
  const after = await database.transaction(async (tx) => {
    const at = clock();
    const administrators = await lockAdministrators(tx, district);
    const reasons = reasonsOf([lastAdministratorStays], { by, ...grant, administrators, district });
    if (reasons.length > 0) throw problems.must_stay({ reasons });
    await lockPerson(tx, district, id);
    if (!(await withdrawGrant(tx, district, grantId, at, by.person))) throw problems.no_such_grant();
    if (isOnRecord(grant.role)) {
      const author = { person: by.person, ...capacityOf(by) };
      await recordRights(tx, {
        district,
        person: id,
        at,
        author,
        action: 'withdraw',
        facts: factsOf(grant),
        algorithm,
      });
    }
    return findPerson(tx, district, id);
  });
  identities.forget(id);
  if (!after) throw problems.no_such_person();
  return presentPerson(after, context);
}
