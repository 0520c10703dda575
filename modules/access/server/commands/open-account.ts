import type { Reason } from '#packages/kernel';
import { text } from '#packages/kernel';
import { isDuplicate, newId } from '#packages/server-kit';
import { type Credentials, reasonsAgainstCredentials } from '../../core/credentials.ts';
import type { Context } from '../context.ts';
import { hashPassword } from '../passwords.ts';
import { problems } from '../problems.ts';
import { findByLogin } from '../queries.ts';
import { insertAccounts, insertGrants, type NewAccount } from '../store.ts';

export interface NewResident extends Credentials {
  readonly name: string;
  readonly mobile?: string;
}

const taken = (field: string, zh: string, en: string): Reason => ({
  rule: `${field}_is_free`,
  text: text(zh, en),
  field,
});
const USERNAME_TAKEN = taken('username', '用户名已被使用。', 'The user name is in use.');
const MOBILE_TAKEN = taken('mobile', '手机号已被使用。', 'The mobile number is in use.');

/** Throws with every reason against the user name, the password and the mobile number. */
export async function checkCredentials(
  { database, district, sealing }: Context,
  credentials: Credentials,
  mobile?: string,
): Promise<void> {
  const reasons = reasonsAgainstCredentials(credentials);
  if (reasons.length > 0) throw problems.credentials_refused({ reasons });
  const byName = await findByLogin(database, district, { username: credentials.username });
  const byMobile = mobile && (await findByLogin(database, district, { mobileIndex: sealing.index(mobile) }));
  const used = [...(byName ? [USERNAME_TAKEN] : []), ...(byMobile ? [MOBILE_TAKEN] : [])];
  if (used.length > 0) throw problems.login_taken({ reasons: used });
}

/** Two who choose the same name at the same moment: the database decides, the second is told. */
export function takenMeanwhile(error: unknown): unknown {
  if (
    isDuplicate(error, 'user_username_key') ||
    isDuplicate(error, 'user_email_key') ||
    isDuplicate(error, 'persons_username')
  )
    return problems.login_taken({ reasons: [USERNAME_TAKEN] });
  return isDuplicate(error, 'persons_mobile') ? problems.login_taken({ reasons: [MOBILE_TAKEN] }) : error;
}

/** A resident opens an account: no right beyond one's own matters comes with it. */
export async function openAccount(context: Context, input: NewResident, address: string): Promise<{ id: string }> {
  const { database, clock, district, sealing, attempts } = context;
  await attempts.atOpening(address);
  await checkCredentials(context, input, input.mobile);
  const id = newId();
  const account: NewAccount = {
    id,
    name: input.name,
    username: input.username,
    phone: null,
    mobileSealed: input.mobile ? sealing.close(input.mobile) : null,
    mobileIndex: input.mobile ? sealing.index(input.mobile) : null,
    passwordHash: await hashPassword(input.password),
    createdBy: null,
  };
  const grant = { id: newId(), person: id, role: 'resident', area: district, organisation: null } as const;
  await database
    .transaction(async (tx) => {
      await insertAccounts(tx, district, [account], clock());
      await insertGrants(tx, district, [grant], clock(), null);
    })
    .catch((error: unknown) => {
      throw takenMeanwhile(error);
    });
  return { id };
}
