import { createHash } from 'node:crypto';
import { type Db, newId, sql } from '#packages/server-kit';
import type { Look, Organisation, Role } from '../contract.ts';
import { capacityOf } from '../core/rights.ts';

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  /** Telephone of the post. */
  readonly phone: string | null;
  readonly mobileSealed: string | null;
  readonly mobileIndex: string | null;
  readonly passwordHash: string;
  readonly createdBy: string | null;
}

export interface NewGrant {
  readonly id: string;
  readonly person: string;
  readonly role: Role;
  readonly area: string;
  readonly organisation: string | null;
}

/** Under `.invalid` (RFC 2606) no mail can ever arrive: better-auth asks for an address, we have no use for one. */
const addressOf = (username: string) => `${username}@people.invalid`;

export async function insertAccounts(db: Db, district: string, accounts: readonly NewAccount[], at: Date) {
  const rows = JSON.stringify(
    accounts.map((a) => ({ ...a, username: a.username.toLowerCase(), address: addressOf(a.username.toLowerCase()) })),
  );
  await db.run(sql`
    insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "username", "twoFactorEnabled")
    select id, username, address, false, ${at}, ${at}, username, false
    from jsonb_to_recordset(${rows}::jsonb) as a (id uuid, username text, address text)`);
  await db.run(sql`
    insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
    select id, id::text, 'credential', id, "passwordHash", ${at}, ${at}
    from jsonb_to_recordset(${rows}::jsonb) as a (id uuid, "passwordHash" text)`);
  await db.run(sql`
    insert into access.persons (district, id, name, username, phone, mobile_sealed, mobile_index, created_at, created_by)
    select ${district}, id, name, username, phone, "mobileSealed", "mobileIndex", ${at}, "createdBy"
    from jsonb_to_recordset(${rows}::jsonb) as a (
      id uuid, name text, username text, phone text, "mobileSealed" text, "mobileIndex" text, "createdBy" uuid)`);
}

export const insertGrants = (db: Db, district: string, grants: readonly NewGrant[], at: Date, by: string | null) =>
  db.run(sql`
    insert into access.grants (district, id, person, role, area, organisation, given_at, given_by)
    select ${district}, id, person, role, area, organisation, ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as g (id uuid, person uuid, role text, area text, organisation uuid)`);

/** Ends a role; resolves to whether it was in force. */
export const withdrawGrant = async (db: Db, district: string, grant: string, at: Date, by: string | null) =>
  (await db.run(sql`
    update access.grants set withdrawn_at = greatest(${at}::timestamptz, given_at), withdrawn_by = ${by}
    where district = ${district} and id = ${grant} and withdrawn_at is null`)) > 0;

/** Locks a person until the transaction ends: their rights change one after the other. */
export const lockPerson = (db: Db, district: string, id: string) =>
  db.run(sql`select 1 from access.persons where district = ${district} and id = ${id} for update`);

/** Locks the administrators of the whole district until the transaction ends, and counts those who can still act. */
export const lockAdministrators = async (db: Db, district: string): Promise<number> =>
  (
    await db.rows<{ person: string }>(sql`
      select g.person from access.grants g join access.persons p on p.district = g.district and p.id = g.person
      where g.district = ${district} and g.area = ${district} and g.role = 'administrator' and g.withdrawn_at is null and p.active
      order by g.id for update of g`)
  ).length;

export const insertOrganisations = (db: Db, district: string, organisations: readonly Organisation[]) =>
  db.run(sql`
    insert into access.organisations (district, id, name, kind, area)
    select ${district}, id, name, kind, area
    from jsonb_to_recordset(${JSON.stringify(organisations)}::jsonb) as o (id uuid, name text, kind text, area text)`);

/** Those that are there already are left as they are; resolves to how many are new. */
export const addOrganisations = (db: Db, district: string, organisations: readonly Organisation[]): Promise<number> =>
  db.run(sql`
    insert into access.organisations (district, id, name, kind, area)
    select ${district}, id, name, kind, area
    from jsonb_to_recordset(${JSON.stringify(organisations)}::jsonb) as o (id uuid, name text, kind text, area text)
    on conflict do nothing`);

/** Resolves to whether there is such an organisation. */
export const renameOrganisation = async (db: Db, district: string, id: string, name: string): Promise<boolean> =>
  (await db.run(sql`update access.organisations set name = ${name} where district = ${district} and id = ${id}`)) > 0;

/**
 * A new password: sessions end, the second factor is to be set up anew, a lock is lifted. Resolves to whether the account signs in by
 * password at all.
 */
export async function replacePassword(db: Db, user: string, passwordHash: string, at: Date): Promise<boolean> {
  const replaced = await db.run(sql`
    update auth."account" set "password" = ${passwordHash}, "updatedAt" = ${at}
    where "userId" = ${user} and "providerId" = 'credential'`);
  if (replaced === 0) return false;
  await db.run(sql`delete from auth."session" where "userId" = ${user}`);
  await db.run(sql`delete from auth."twoFactor" where "userId" = ${user}`);
  await db.run(sql`update auth."user" set "twoFactorEnabled" = false, "updatedAt" = ${at} where "id" = ${user}`);
  return true;
}

/**
 * Somebody who came through the unified identity for the first time becomes a person, a resident of the district;
 * people who are known are left as they are.
 */
export const ensurePerson = (db: Db, district: string, id: string, at: Date) =>
  db.run(sql`
    with made as (
      insert into access.persons (district, id, name, username, created_at)
      select ${district}, u."id", u."name", u."username", ${at} from auth."user" u where u."id" = ${id}
      on conflict (district, id) do nothing returning id)
    insert into access.grants (district, id, person, role, area, given_at)
    select ${district}, ${newId()}::uuid, id, 'resident', ${district}, ${at} from made`);

export function insertLook(db: Db, district: string, look: Look, at: Date) {
  const { role, organisation } = capacityOf(look.viewer);
  return db.run(sql`
    insert into access.looks (district, id, at, viewer, role, organisation, subject, stream, stream_id, what, purpose)
    values (${district}, ${newId()}, ${at}, ${look.viewer.person}, ${role}, ${organisation}, ${look.subject},
      ${look.stream}, ${look.streamId}, ${look.what}, ${look.purpose})`);
}

/**
 * Counts one more attempt before its outcome is known, so that guesses sent at the same moment are all counted. An attempt
 * beyond `limit` does not move the time, else a lock could be kept up from outside. Resolves to the count and its time.
 */
export const countAttempt = (db: Db, district: string, subject: string, limit: number, at: Date, forgetBefore: Date) =>
  db.first<{ failures: number; lastAt: string }>(sql`
    insert into access.attempts as a (district, subject, failures, last_at) values (${district}, ${subject}, 1, ${at})
    on conflict (district, subject) do update set
      failures = case when a.last_at <= ${forgetBefore} then 1 else least(a.failures + 1, ${limit + 1}::integer) end,
      last_at = case when a.last_at > ${forgetBefore} and a.failures >= ${limit}::integer then a.last_at else excluded.last_at end
    returning failures, last_at as "lastAt"`);

export const uncountAttempt = (db: Db, district: string, subject: string) =>
  db.run(sql`
    update access.attempts set failures = failures - 1
    where district = ${district} and subject = ${subject} and failures > 0`);

export const forgetAttempts = (db: Db, district: string, subject: string) =>
  db.run(sql`delete from access.attempts where district = ${district} and subject = ${subject}`);

export const touchSession = (db: Db, id: string, at: Date) =>
  db.run(sql`update auth."session" set "updatedAt" = ${at} where "id" = ${id}`);

export const endSession = (db: Db, id: string) => db.run(sql`delete from auth."session" where "id" = ${id}`);

/** Deletes what has served its time: counted attempts, ended sessions, codes that nobody used. */
export async function clean(db: Db, district: string, now: Date, attemptsBefore: Date): Promise<void> {
  await db.run(sql`delete from access.attempts where district = ${district} and last_at < ${attemptsBefore}`);
  await db.run(sql`delete from auth."session" where "expiresAt" < ${now}`);
  await db.run(sql`delete from auth."verification" where "expiresAt" < ${now}`);
}

/** A user name for somebody of the unified identity: the same person, the same name, and no way back to their number. */
export const usernameOfSubject = (issuer: string, subject: string): string =>
  `id.${createHash('sha256').update(`${issuer} ${subject}`).digest('hex').slice(0, 20)}`;
