import { type AreaLevel, ancestor, levelOf } from '#packages/kernel';
import { and, type Db, type Sql, sql } from '#packages/server-kit';
import type { Holder, Organisation, Person, Role } from '../contract.ts';
import type { RightsFacts } from '../core/rights.ts';

export interface GrantRow {
  readonly id: string;
  readonly role: Role;
  readonly area: string;
  readonly organisation: { readonly id: string; readonly name: string } | null;
}

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly phone: string | null;
  readonly active: boolean;
  readonly secondFactor: boolean;
  readonly grants: readonly GrantRow[];
}

const GRANTS = sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'area', g.area,
      'organisation', case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end) order by g.given_at, g.id)
    from access.grants g left join access.organisations o on o.district = g.district and o.id = g.organisation
    where g.district = p.district and g.person = p.id and g.withdrawn_at is null), '[]') as grants`;

const PERSON = sql`
  select p.id, p.name, p.username, p.phone, p.active, coalesce(u."twoFactorEnabled", false) as "secondFactor", ${GRANTS}
  from access.persons p left join auth."user" u on u."id" = p.id`;

export const findPerson = (db: Db, district: string, id: string): Promise<PersonRecord | undefined> =>
  db.first(sql`${PERSON} where p.district = ${district} and p.id = ${id}`);

export interface PeopleFilter {
  /** Code prefixes: people with a duty below one of them. */
  readonly scopes: readonly string[];
  readonly q?: string;
  readonly role?: Role;
  readonly area?: string;
  /** Whether `q` may also be the exact user name of somebody without any duty. */
  readonly anyAccount: boolean;
}

const below = (column: Sql, codes: readonly string[]) => sql`${column} like any (${codes.map((code) => `${code}%`)})`;
const containing = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`;

function withDuty(district: string, { scopes, role, area }: PeopleFilter): Sql {
  const duty = role ? sql`g.role = ${role}` : sql`g.role <> 'resident'`;
  return sql`exists (
    select from access.grants g
    where ${and([
      sql`g.district = ${district} and g.person = p.id and g.withdrawn_at is null`,
      duty,
      below(sql`g.area`, scopes),
      area !== undefined && below(sql`g.area`, [area]),
    ])})`;
}

function matching(district: string, filter: PeopleFilter): Sql {
  const { q, anyAccount } = filter;
  const found =
    q && sql`(p.name like ${containing(q)} or p.username like ${containing(q.toLowerCase())} or p.phone = ${q})`;
  const listed = and([withDuty(district, filter), found || null]);
  const exact = q && anyAccount ? sql`(${listed} or p.username = ${q.toLowerCase()})` : listed;
  return and([sql`p.district = ${district}`, exact]);
}

/** People in the order of their user names, a page after the user name `after`. */
export const listPeople = (db: Db, district: string, filter: PeopleFilter, after: string, limit: number) =>
  db.rows<PersonRecord>(sql`
    ${PERSON} where ${matching(district, filter)} and p.username > ${after} order by p.username limit ${limit}`);

export const countPeople = async (db: Db, district: string, filter: PeopleFilter): Promise<number> =>
  (await db.first<{ n: number }>(sql`select count(*) as n from access.persons p where ${matching(district, filter)}`))
    ?.n ?? 0;

/** Whoever signs in with this user name, or with the mobile number of this blind index. */
export const findByLogin = (db: Db, district: string, login: { username: string } | { mobileIndex: string }) =>
  db.first<{ id: string; username: string }>(
    'username' in login
      ? sql`select id, username from access.persons where district = ${district} and username = ${login.username.toLowerCase()}`
      : sql`select id, username from access.persons where district = ${district} and mobile_index = ${login.mobileIndex}`,
  );

export const organisationsOf = (db: Db, district: string): Promise<Organisation[]> =>
  db.rows(sql`select id, name, kind, area from access.organisations where district = ${district}`);

export const namesOf = (db: Db, district: string, people: readonly string[]) =>
  db.rows<{ id: string; name: string }>(sql`
    select id, name from access.persons where district = ${district} and id = any (${people}::uuid[])`);

const LEVELS: readonly AreaLevel[] = ['grid', 'community', 'street', 'district'];

/** The area and, with `above`, every area that it lies in. */
function reachOf(area: string, above: boolean): string[] {
  if (!above) return [area];
  return LEVELS.slice(LEVELS.indexOf(levelOf(area))).map((level) => ancestor(area, level));
}

export const holdersOf = (db: Db, district: string, area: string, roles: readonly Role[], above: boolean) =>
  db.rows<Holder>(sql`
    select p.id as person, p.name, g.role, g.area, p.phone
    from access.grants g join access.persons p on p.district = g.district and p.id = g.person
    where g.district = ${district} and g.area = any (${reachOf(area, above)}) and g.role = any (${roles})
      and g.withdrawn_at is null and p.active
    order by length(g.area) desc, array_position(${roles}, g.role), g.id`);

export interface LookRow {
  readonly at: string;
  readonly role: Role;
  readonly organisation: string | null;
  readonly what: string;
  readonly purpose: string;
  readonly stream: string;
}

/** The viewer's person is left out: the person concerned learns of the office, the auditor of the person. */
const LOOK = sql`
  select l.at, l.role, o.name as organisation, l.what, l.purpose, l.stream
  from access.looks l left join access.organisations o on o.district = l.district and o.id = l.organisation`;

export const looksAtStream = (db: Db, district: string, stream: string, streamId: string): Promise<LookRow[]> =>
  db.rows(sql`
    ${LOOK} where l.district = ${district} and l.stream = ${stream} and l.stream_id = ${streamId} order by l.at desc, l.id desc`);

export const looksAtPerson = (db: Db, district: string, person: string, limit: number): Promise<LookRow[]> =>
  db.rows(sql`
    ${LOOK} where l.district = ${district} and l.subject = ${person} order by l.at desc, l.id desc limit ${limit}`);

export const peopleNamed = (db: Db, district: string, usernames: readonly string[]) =>
  db.rows<PersonRecord>(sql`${PERSON} where p.district = ${district} and p.username = any (${usernames})`);

/** The record as the person who acts: ids only, no names of organisations. */
export const actorOf = ({ id, name, grants }: PersonRecord): Person => ({
  person: id,
  name,
  grants: grants.map(({ role, area, organisation }) => ({ role, area, organisation: organisation?.id ?? null })),
});

/** Rights of office in force, as the ledger speaks of them. */
export const grantsOnRecord = (db: Db, district: string, person: string): Promise<RightsFacts[]> =>
  db.rows(sql`
    select id as "grant", role, area, organisation from access.grants
    where district = ${district} and person = ${person} and withdrawn_at is null and role <> 'resident'`);
