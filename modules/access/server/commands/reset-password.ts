import type { Person } from '../../contract.ts';
import { canResetPassword } from '../../core/policy.ts';
import { capacityOf, isOnRecord } from '../../core/rights.ts';
import type { Context } from '../context.ts';
import { hashPassword, newPassword } from '../passwords.ts';
import { problems } from '../problems.ts';
import { actorOf, findPerson } from '../queries.ts';
import { lockPerson, replacePassword } from '../store.ts';
import { recordRights } from '../stream.ts';

/**
 * A new password for somebody who has lost theirs, or their second factor: shown once to whoever hands it over, and kept only as a hash.
 * That it was given to somebody in office is on record.
 */
export async function resetPassword(
  { database, clock, district, algorithm, identities, attempts }: Context,
  by: Person,
  id: string,
): Promise<{ username: string; password: string }> {
  const record = await findPerson(database, district, id);
  if (!record || !canResetPassword(by, { id, grants: actorOf(record).grants })) throw problems.may_not_reset();
  const password = newPassword(record.username);
  const passwordHash = await hashPassword(password);
  await database.transaction(async (tx) => {
    const at = clock();
    await lockPerson(tx, district, id);
    if (!(await replacePassword(tx, id, passwordHash, at))) throw problems.no_password_here();
    if (!record.grants.some(({ role }) => isOnRecord(role))) return;
    const author = { person: by.person, ...capacityOf(by) };
    await recordRights(tx, { district, person: id, at, author, action: 'reset_password', facts: {}, algorithm });
  });
  identities.forget(id);
  await attempts.forgive(id);
  await attempts.forgive(record.username);
  return { username: record.username, password };
}
