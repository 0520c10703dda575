import {
  and,
  type Db,
  type Entry,
  entriesAsJson,
  entriesOf,
  join,
  plannedEachTime,
  raw,
  readEntries,
  type Sql,
  sql,
} from '#packages/server-kit';
import { MATTER_STREAM } from '../contract.ts';
import type { Waiting } from '../core/inbox.ts';
import type { Stage } from '../core/lifecycle.ts';
import type { MatterState } from '../core/state.ts';
import { MANY_PEOPLE } from '../core/supervision.ts';
import type { Question } from './search-words.ts';

/** Everything that is read of matters. */

export interface MatterRecord {
  readonly district: string;
  readonly id: string;
  readonly code: string;
  readonly keyHash: string | null;
  readonly lonE7: number;
  readonly latE7: number;
  readonly excerpt: string;
  readonly released: string | null;
  readonly photos: number;
  readonly state: MatterState;
  readonly head: string;
}

export const RECORD = raw(
  'm.district, m.id, m.code, m.key_hash as "keyHash", m.lon_e7 as "lonE7", m.lat_e7 as "latE7", m.excerpt, m.released, m.photos, m.state, m.head',
);

/** All codes below an area, as a range of the index: digits sort before the colon. */
const within = (column: string, area: string): Sql =>
  sql`(${raw(column)} >= ${area} and ${raw(column)} < ${`${area}:`})`;

/** Matters of an area; for a grid and for a community in the form that an index holds newest first. */
export function inArea(area: string): Sql {
  if (area.length === 6) return sql`m.district = ${area}`;
  if (area.length === 15) return sql`m.grid = ${area}`;
  return area.length === 12 ? sql`left(m.grid, 12) = ${area}` : within('m.grid', area);
}

export const findMatter = (db: Db, district: string, code: string): Promise<MatterRecord | undefined> =>
  db.first(sql`select ${RECORD} from matters.matters m where m.district = ${district} and m.code = ${code}`);

export const findMatterById = (db: Db, district: string, id: string): Promise<MatterRecord | undefined> =>
  db.first(sql`select ${RECORD} from matters.matters m where m.district = ${district} and m.id = ${id}`);

/** The matter, held until the transaction ends: whoever comes at the same time waits. */
export async function lockMatter(tx: Db, district: string, id: string): Promise<MatterRecord> {
  const found = await tx.first<MatterRecord>(
    sql`select ${RECORD} from matters.matters m where m.district = ${district} and m.id = ${id} for update`,
  );
  if (!found) throw new RangeError(`no matter ${id}`);
  return found;
}

/** Open matters whose deadline was counted without the holidays of its year. */
export const provisionalMatters = (db: Db, district: string): Promise<MatterRecord[]> =>
  db.rows(sql`
    select ${RECORD} from matters.matters m
    where m.district = ${district} and m.ended_at is null
      and ((m.state -> 'clock' ->> 'provisional')::boolean or (m.state -> 'held' ->> 'provisional')::boolean
        or (m.state -> 'supervision' -> 'clock' ->> 'provisional')::boolean
        or m.state @? '$.joint.parts[*] ? (@.clock.provisional == true)')
    order by m.id`);

export interface MatterText {
  readonly body: string;
  readonly address: string | null;
  readonly contact: string | null;
}

export const findText = (db: Db, district: string, id: string): Promise<MatterText | undefined> =>
  db.first(sql`select body, address, contact from matters.texts where district = ${district} and matter = ${id}`);

/** A matter with everything that is kept of it. */
export interface Dossier extends MatterRecord {
  readonly text: MatterText | null;
  readonly photoIds: readonly string[];
  readonly entries: readonly Entry[];
  /** Sealed words with the number of their entry. */
  readonly sealed: readonly { readonly seq: number; readonly content: unknown }[];
}

/** One question instead of five: on the way of every step, going to the database costs more than what is read there. */
export async function findDossier(db: Db, district: string, code: string): Promise<Dossier | undefined> {
  const row = await db.first<Dossier>(sql`
    select ${RECORD},
      (select json_build_object('body', t.body, 'address', t.address, 'contact', t.contact)
        from matters.texts t where t.district = ${district} and t.matter = m.id) as text,
      array(select p.id::text from matters.photos p where p.district = ${district} and p.matter = m.id order by p.position) as "photoIds",
      (select coalesce(json_agg(json_build_object('seq', s.seq, 'content', s.content)), '[]')
        from matters.sealed s where s.district = ${district} and s.matter = m.id) as sealed,
      ${entriesAsJson(district, MATTER_STREAM, raw('m.id'))} as entries
    from matters.matters m where m.district = ${district} and m.code = ${code}`);
  return row && { ...row, entries: readEntries(row.entries) };
}

export const timelineOf = (db: Db, district: string, id: string): Promise<Entry[]> =>
  entriesOf(db, district, MATTER_STREAM, id);

/** Sealed words by number of the entry. */
export async function sealedOf(
  db: Db,
  district: string,
  id: string,
): Promise<Map<number, { salt: string; content: unknown }>> {
  const rows = await db.rows<{ seq: number; salt: string; content: unknown }>(
    sql`select seq, salt, content from matters.sealed where district = ${district} and matter = ${id}`,
  );
  return new Map(rows.map(({ seq, salt, content }) => [seq, { salt, content }]));
}

export const photosOf = async (db: Db, district: string, id: string): Promise<string[]> =>
  (
    await db.rows<{ id: string }>(
      sql`select id from matters.photos where district = ${district} and matter = ${id} order by position`,
    )
  ).map((row) => row.id);

export interface PhotoRecord {
  readonly id: string;
  readonly matter: string | null;
  readonly full: string;
  readonly small: string;
}

export const findPhoto = (db: Db, district: string, id: string): Promise<PhotoRecord | undefined> =>
  db.first(sql`
    select id, matter, full_blob as full, small_blob as small from matters.photos where district = ${district} and id = ${id}`);

export const countLoosePhotos = async (db: Db, district: string, ids: readonly string[]): Promise<number> =>
  (
    await db.first<{ n: number }>(sql`
      select count(*) as n from matters.photos where district = ${district} and id = any(${ids}::uuid[]) and matter is null`)
  )?.n ?? 0;

export interface Filter {
  /** Areas and units whose matters may be seen; both empty: none. */
  readonly sight?: { readonly areas: readonly string[]; readonly units: readonly string[] };
  readonly area?: string;
  readonly stages?: readonly Stage[];
  /** Two digits: a group; four: one kind. */
  readonly category?: string;
  readonly overdueAt?: string;
  readonly words?: Question;
  readonly reporter?: string;
}

/** Each area and each unit that somebody sees; the district alone for who sees all of it. */
const scopesOf = (district: string, { areas, units }: NonNullable<Filter['sight']>): Sql[] =>
  areas.includes(district)
    ? [inArea(district)]
    : [...areas.map(inArea), ...units.map((unit) => sql`m.unit = ${unit}::uuid`)];

/** Matters with which units help, or to which they were called: few, found by themselves. */
const helpedBy = (district: string, units: readonly string[]): Sql => sql`m.id = any(array(
  select h.matter from matters.helpers h where h.district = ${district} and h.unit = any(${units}::uuid[])
  union select p.matter from matters.joint_parts p where p.district = ${district} and p.unit = any(${units}::uuid[])))`;

/** For lists; maps and counts go without what a unit only helps with. */
const listedScopes = (district: string, sight: NonNullable<Filter['sight']>): Sql[] => [
  ...scopesOf(district, sight),
  ...(sight.units.length > 0 && !sight.areas.includes(district) ? [helpedBy(district, sight.units)] : []),
];

const conditions = (district: string, f: Filter): Sql =>
  and([
    sql`m.district = ${district}`,
    f.sight && sql`(${join(scopesOf(district, f.sight), ' or ', 'false')})`,
    f.area ? inArea(f.area) : null,
    f.stages && f.stages.length > 0 ? sql`m.stage = any(${f.stages}::text[])` : null,
    f.category ? within('m.category', f.category) : null,
    f.overdueAt ? sql`m.ended_at is null and not m.paused and m.due_at < ${f.overdueAt}` : null,
    f.words ? sql`t.words @@ ${f.words.asked}::tsquery` : null,
    f.words?.checked ? sql`(t.words @@ ${f.words.checked}::tsquery) is true` : null, // not for the index
    f.reporter ? sql`m.reporter = ${f.reporter}` : null,
  ]);

/** Where a page ended: the last row's time and id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

const beyond = (after: Cursor | null): Sql =>
  after ? sql`(m.reported_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : raw('true');

/** Newest first, a page at a time. */
export const listMatters = (
  db: Db,
  district: string,
  filter: Filter,
  after: Cursor | null,
  limit: number,
): Promise<MatterRecord[]> => {
  const { sight, ...rest } = filter;
  const scopes = sight && !filter.words ? listedScopes(district, sight) : [];
  const page = scopes.length > 1 ? newestOfEach(district, scopes, rest, after, limit) : newest(district, filter, after);
  return db.rows(plannedEachTime(sql`${page} limit ${limit}`));
};

function newest(district: string, filter: Filter, after: Cursor | null): Sql {
  const texts = filter.words ? raw('join matters.texts t on t.district = m.district and t.matter = m.id') : raw('');
  const order = filter.words ? raw('t.reported_at desc, t.matter desc') : raw('m.reported_at desc, m.id desc');
  return sql`
    select ${RECORD} from matters.matters m ${texts}
    where ${conditions(district, filter)} and ${beyond(after)} order by ${order}`;
}

/** An index holds the newest of each scope in order, but not of several together: a page of each, and of these the newest. */
function newestOfEach(
  district: string,
  scopes: readonly Sql[],
  rest: Filter,
  after: Cursor | null,
  limit: number,
): Sql {
  const pages = scopes.map(
    (scope) => sql`(
      select m.id from matters.matters m where ${conditions(district, rest)} and ${scope} and ${beyond(after)}
      order by m.reported_at desc, m.id desc limit ${limit})`,
  );
  return sql`
    select ${RECORD} from (${join(pages, ' union ')}) as page
    join matters.matters m on m.district = ${district} and m.id = page.id order by m.reported_at desc, m.id desc`;
}

const GROUPS = {
  category: 'm.category',
  stage: 'm.stage',
  street: 'left(m.grid, 9)',
  community: 'left(m.grid, 12)',
} as const;
export type Grouping = keyof typeof GROUPS;

export const countMatters = (
  db: Db,
  district: string,
  by: Grouping,
  filter: Filter,
): Promise<{ key: string; count: number; open: number }[]> =>
  db.rows(
    plannedEachTime(sql`
      select ${raw(GROUPS[by])} as key, count(*) as count, count(*) filter (where m.ended_at is null) as open
      from matters.matters m where ${conditions(district, filter)} group by 1 order by 2 desc`),
  );

const openPartsOf = (district: string, unit: string): Sql => sql`
  select p.matter from matters.joint_parts p
  where p.district = ${district} and p.unit = ${unit}::uuid and p.reported_at is null and p.excused_at is null`;

const waits = (district: string, { stages, area, unit, part, errand, answer, overdue }: Waiting, now: string): Sql =>
  and([
    sql`m.stage = any(${stages}::text[])`,
    area !== undefined && within('m.grid', area),
    unit !== undefined && !part && sql`m.unit = ${unit}::uuid`,
    unit !== undefined && part && sql`m.id = any(array(${openPartsOf(district, unit)}))`,
    answer ? raw('m.answer_due is not null') : raw('m.ended_at is null'),
    errand && raw('m.errand'),
    overdue && sql`not m.paused and m.due_at < ${now}`,
  ]);

const inboxOf = (district: string, waiting: readonly Waiting[], now: string): Sql => sql`
  m.district = ${district} and (${join(
    waiting.map((w) => sql`(${waits(district, w, now)})`),
    ' or ',
    'false',
  )})`;

/** What waits, most urgent first. */
export const listInbox = (
  db: Db,
  district: string,
  waiting: readonly Waiting[],
  now: string,
  after: Cursor | null,
  limit: number,
): Promise<MatterRecord[]> =>
  db.rows(
    plannedEachTime(sql`
      select ${RECORD} from matters.matters m where ${inboxOf(district, waiting, now)}
        and ${after ? sql`(coalesce(m.due_at, m.answer_due), m.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : raw('true')}
      order by coalesce(m.due_at, m.answer_due), m.id limit ${limit}`),
  );

export const countInbox = async (
  db: Db,
  district: string,
  waiting: readonly Waiting[],
  now: string,
): Promise<{ total: number; overdue: number }> =>
  (await db.first(
    plannedEachTime(sql`
      select count(*) as total, count(*) filter (where not m.paused and m.due_at < ${now}) as overdue
      from matters.matters m where ${inboxOf(district, waiting, now)}`),
  )) ?? { total: 0, overdue: 0 };

/** Supervised matters, those that wait for an answer first, by its deadline; then the last supervised. */
export const listSupervised = (
  db: Db,
  district: string,
  {
    sight,
    area,
    open,
  }: { readonly sight: NonNullable<Filter['sight']>; readonly area?: string; readonly open?: boolean },
  limit: number,
): Promise<MatterRecord[]> =>
  db.rows(
    plannedEachTime(sql`
      select ${RECORD} from matters.matters m
      where ${conditions(district, { sight, area })} and m.state ? 'supervision' and ${open ? raw('m.answer_due is not null') : raw('true')}
      order by m.answer_due nulls last, m.state -> 'supervision' ->> 'at' desc, m.id limit ${limit}`),
  );

/** Matters of which a rule might ask for supervision, a page at a time in the order of their ids. */
export const supervisionCandidates = (
  db: Db,
  district: string,
  { now, since, after }: { readonly now: string; readonly since: string; readonly after: string },
  limit: number,
): Promise<MatterRecord[]> =>
  db.rows(
    plannedEachTime(sql`
      select ${RECORD} from matters.matters m
      where m.district = ${district} and m.id > ${after}::uuid and m.unit is not null and (
        (m.ended_at is null and m.stage = any(array['dispatched', 'handling', 'returned'])
          and ((not m.paused and m.due_at < ${now}) or m.answer_due < ${now}
            or (m.state ->> 'reopenings')::integer > 0 or (m.state ->> 'returns')::integer > 1
            or m.supporters >= ${MANY_PEOPLE}))
        or (m.stage = 'closed' and m.ended_at >= ${since} and m.state -> 'answer' ->> 'solved' = 'false'))
      order by m.id limit ${limit}`),
  );

/** Open matters, and those that ended in good order since a time, by grid. */
export const countByGrid = (
  db: Db,
  district: string,
  area: string,
  since: string,
): Promise<{ grid: string; open: number; closed: number }[]> =>
  db.rows(
    plannedEachTime(sql`
      select grid, sum(open)::integer as open, sum(closed)::integer as closed from (
        select m.grid, count(*) as open, 0 as closed from matters.matters m
        where m.district = ${district} and ${within('m.grid', area)} and m.ended_at is null group by m.grid
        union all
        select m.grid, 0, count(*) from matters.matters m
        where m.district = ${district} and ${within('m.grid', area)} and m.ended_at >= ${since} and m.stage = 'closed'
        group by m.grid) as all_of
      group by grid order by grid`),
  );

/** West, south, east, north on the E7 lattice. */
export type Window = readonly [number, number, number, number];

export const inWindow = ([west, south, east, north]: Window, alias = 'm'): Sql =>
  sql`point(${raw(alias)}.lon_e7, ${raw(alias)}.lat_e7) <@ box(point(${west}, ${south}), point(${east}, ${north}))`;

const onMap = (district: string, window: Window, filter: Filter): Sql =>
  sql`${conditions(district, filter)} and m.ended_at is null and ${inWindow(window)}`;

/** An open matter as a point of the map. */
export interface MatterPoint {
  readonly code: string;
  readonly lonE7: number;
  readonly latE7: number;
  readonly stage: Stage;
  readonly category: string;
  readonly overdue: boolean;
}

export const matterPoints = (
  db: Db,
  district: string,
  window: Window,
  filter: Filter,
  now: string,
): Promise<MatterPoint[]> =>
  db.rows(
    plannedEachTime(sql`
      select m.code, m.lon_e7 as "lonE7", m.lat_e7 as "latE7", m.stage, m.category, not m.paused and m.due_at < ${now} as overdue
      from matters.matters m where ${onMap(district, window, filter)}`),
  );

export interface GridCount {
  readonly grid: string;
  readonly open: number;
}

export const countInWindow = (db: Db, district: string, window: Window, filter: Filter): Promise<GridCount[]> =>
  db.rows(
    plannedEachTime(
      sql`select m.grid, count(*) as open from matters.matters m where ${onMap(district, window, filter)} group by 1`,
    ),
  );

/** Open matters of whole grids. */
export const countInGrids = (
  db: Db,
  district: string,
  grids: readonly string[],
  filter: Filter,
): Promise<GridCount[]> =>
  db.rows(
    plannedEachTime(sql`
      select m.grid, count(*) as open from matters.matters m
      where ${conditions(district, filter)} and m.ended_at is null and m.grid = any(${grids}::text[]) group by 1`),
  );

/** Where an open matter is, and in which grid it is on record. */
export interface OpenPlace {
  readonly id: string;
  readonly grid: string;
  readonly lonE7: number;
  readonly latE7: number;
}

/** Open matters in the order of their ids, a page at a time. */
export const openPlaces = (db: Db, district: string, after: string, limit: number): Promise<OpenPlace[]> =>
  db.rows(sql`
    select id, grid, lon_e7 as "lonE7", lat_e7 as "latE7" from matters.matters
    where district = ${district} and id > ${after}::uuid and ended_at is null order by id limit ${limit}`);

export const hasFollowed = async (db: Db, district: string, plan: string): Promise<boolean> =>
  (await db.first(sql`select 1 from matters.followed_plans where district = ${district} and plan = ${plan}`)) !==
  undefined;
