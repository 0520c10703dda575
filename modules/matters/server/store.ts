import { createHash } from 'node:crypto';
import {
  clockIsRight,
  type Db,
  type Entry,
  insertEntry,
  isDuplicate,
  join,
  raw,
  type Sql,
  sql,
} from '#packages/server-kit';
import type { MatterState } from '../core/state.ts';
import { isOpenSupervision } from '../core/supervision.ts';
import { involvedBy, writeInvolved } from './joint/store.ts';

/** Everything that is written of a matter; SQL that reads is in queries.ts. */

export interface NewMatter {
  readonly id: string;
  readonly code: string;
  readonly key: string | null;
  readonly lonE7: number;
  readonly latE7: number;
  readonly text: string;
  readonly address: string | null;
  /** Encrypted name and telephone. */
  readonly contact: string | null;
  readonly words: readonly string[];
  readonly photos: readonly string[];
  readonly released: string | null;
  readonly salt: string;
  readonly state: MatterState;
  readonly entry: Entry;
}

export interface SealedPart {
  readonly salt: string;
  readonly content: unknown;
}

export interface Move {
  readonly id: string;
  readonly state: MatterState;
  readonly entry: Entry;
  readonly sealed?: SealedPart;
  readonly released?: string;
}

const EXCERPT = 80;
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');
export const excerptOf = (text: string): string =>
  Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, EXCERPT).join('');

/** Whether the write was refused because its transaction id is already in the ledger. */
export const wasSentBefore = (error: unknown): boolean => isDuplicate(error, 'entries_transaction');
export const wasJoinedBefore = (error: unknown): boolean => isDuplicate(error, 'supporters_once');

/** Inserts a matter with its texts, photos and first ledger entry in one statement; 0 where the clock is off. */
export const insertMatter = (db: Db, m: NewMatter): Promise<number> => {
  const { district, at, hash } = m.entry;
  const { state: s } = m;
  return db.run(sql`
    with moved as (
      insert into matters.matters (district, id, code, key_hash, stage, version, category, grid, lon_e7, lat_e7, unit, reporter,
        reported_at, ended_at, due_at, paused, supporters, photos, excerpt, released, state, head)
      select ${district}, ${m.id}::uuid, ${m.code}, ${m.key && hashKey(m.key)}, ${s.stage}, ${s.version}::integer, ${s.category},
        ${s.grid}, ${m.lonE7}::integer, ${m.latE7}::integer, ${s.unit}::uuid, ${s.reporter}::uuid, ${s.reportedAt}::timestamptz,
        ${s.endedAt}::timestamptz, ${s.clock?.dueAt ?? null}::timestamptz, ${s.clock?.pausedAt != null}::boolean,
        ${s.supporters}::integer, ${m.photos.length}::integer, ${excerptOf(m.text)}, ${m.released}, ${JSON.stringify(s)}::jsonb, ${hash}
      where ${clockIsRight(at)}
      returning 1),
    words as (
      insert into matters.texts (district, matter, reported_at, grid, body, address, contact, words)
      select ${district}, ${m.id}::uuid, ${s.reportedAt}::timestamptz, ${s.grid}, ${m.text}, ${m.address}, ${m.contact},
        array_to_tsvector(${m.words}::text[]) from moved),
    salt as (
      insert into matters.sealed (district, matter, seq, salt, content)
      select ${district}, ${m.id}::uuid, 1, ${m.salt}, '{}'::jsonb from moved)
    ${m.photos.length > 0 ? attachPhotos(district, m.id, m.photos) : raw('')}
    ${insertEntry(m.entry, raw('select 1 from moved'))}`);
};

const attachPhotos = (district: string, matter: string, photos: readonly string[]): Sql => sql`,
    photos as (
      update matters.photos p set matter = ${matter}::uuid, position = wanted.position
      from unnest(${photos}::uuid[]) with ordinality as wanted (id, position), moved
      where p.district = ${district} and p.id = wanted.id and p.matter is null)`;

const answerDue = ({ supervision }: MatterState): string | null =>
  isOpenSupervision(supervision) ? supervision.clock.dueAt : null;

/**
 * Moves a matter on, if it still is at the version before: state, sealed words and ledger entry in one statement, which is a
 * transaction of its own. 0 where somebody else was first (or the clock is off).
 */
export const moveMatter = (db: Db, move: Move): Promise<number> => {
  const { state: s, entry, sealed } = move;
  const also: Sql[] = [];
  if (sealed) {
    also.push(sql`, seal as (
      insert into matters.sealed (district, matter, seq, salt, content)
      select ${entry.district}, ${move.id}::uuid, ${entry.seq}::integer, ${sealed.salt}, ${JSON.stringify(sealed.content)}::jsonb from moved)`);
  }
  if (entry.action === 'regrid') {
    also.push(sql`, words as (
      update matters.texts t set grid = ${s.grid} from moved where t.district = ${entry.district} and t.matter = ${move.id}::uuid)`);
  }
  if (entry.action === 'join') {
    also.push(sql`, supporter as (
      insert into matters.supporters (district, matter, transaction, person)
      select ${entry.district}, ${move.id}::uuid, ${entry.transaction}::uuid, ${entry.person}::uuid from moved)`);
  }
  also.push(...involvedBy({ district: entry.district, id: move.id }, entry.action, s));
  return db.run(sql`
    with moved as (
      update matters.matters set stage = ${s.stage}, grid = ${s.grid}, version = ${s.version}::integer, category = ${s.category}, unit = ${s.unit}::uuid,
        ended_at = ${s.endedAt}::timestamptz, due_at = ${s.clock?.dueAt ?? null}::timestamptz,
        paused = ${s.clock?.pausedAt != null}::boolean, supporters = ${s.supporters}::integer, errand = ${s.errand !== undefined}::boolean,
        answer_due = ${answerDue(s)}::timestamptz, released = coalesce(${move.released ?? null}, released), state = ${JSON.stringify(s)}::jsonb, head = ${entry.hash}
      where district = ${entry.district} and id = ${move.id}::uuid and version = ${s.version - 1}::integer and ${clockIsRight(entry.at)}
      returning 1)
    ${join(also, '', '')}
    ${insertEntry(entry, raw('select 1 from moved'))}`);
};

/** Many new matters at once (imports, demo data): the same rows as insertMatter writes, set-wise. */
export async function insertMatters(db: Db, matters: readonly NewMatter[]): Promise<void> {
  const rows = matters.map((m) => ({
    ...m.state,
    id: m.id,
    code: m.code,
    lon_e7: m.lonE7,
    lat_e7: m.latE7,
    body: m.text,
    excerpt: excerptOf(m.text),
    address: m.address,
    contact: m.contact,
    words: m.words,
    salt: m.salt,
    released: m.released,
    due_at: m.state.clock?.dueAt ?? null,
    paused: m.state.clock?.pausedAt != null,
    errand_open: m.state.errand !== undefined,
    answer_due: answerDue(m.state),
    state: m.state,
    head: m.entry.hash,
    district: m.entry.district,
  }));
  const list = JSON.stringify(rows);
  await db.run(sql`
    insert into matters.matters (district, id, code, stage, version, category, grid, lon_e7, lat_e7, unit, reporter, reported_at, ended_at,
      due_at, paused, errand, answer_due, supporters, photos, excerpt, released, state, head)
    select district, id, code, stage, version, category, grid, lon_e7, lat_e7, unit, reporter, "reportedAt", "endedAt", due_at, paused,
      errand_open, answer_due, supporters, 0, excerpt, released, state, head
    from jsonb_to_recordset(${list}::jsonb) as r (district text, id uuid, code text, stage text, version integer, category text, grid text,
      lon_e7 integer, lat_e7 integer, unit uuid, reporter uuid, "reportedAt" timestamptz, "endedAt" timestamptz, due_at timestamptz,
      paused boolean, errand_open boolean, answer_due timestamptz, supporters integer, excerpt text, released text, state jsonb, head text)`);
  await db.run(sql`
    insert into matters.texts (district, matter, reported_at, grid, body, address, contact, words)
    select district, id, "reportedAt", grid, body, address, contact, array_to_tsvector(array(select jsonb_array_elements_text(words)))
    from jsonb_to_recordset(${list}::jsonb) as r (district text, id uuid, "reportedAt" timestamptz, grid text, body text, address text,
      contact text, words jsonb)`);
  await db.run(sql`
    insert into matters.sealed (district, matter, seq, salt, content)
    select district, id, 1, salt, '{}'::jsonb from jsonb_to_recordset(${list}::jsonb) as r (district text, id uuid, salt text)`);
  for (const { id, state, entry } of matters) await writeInvolved(db, { district: entry.district, id }, state);
}

export interface NewPhoto {
  readonly id: string;
  readonly full: string;
  readonly small: string;
  readonly width: number;
  readonly height: number;
  readonly at: string;
}

export const insertPhoto = (db: Db, district: string, p: NewPhoto): Promise<number> =>
  db.run(sql`
    insert into matters.photos (district, id, full_blob, small_blob, width, height, uploaded_at)
    values (${district}, ${p.id}, ${p.full}, ${p.small}, ${p.width}, ${p.height}, ${p.at})`);

/** Forgets photos that were uploaded but never reported; resolves to the blobs that no photo needs any more. */
export async function deleteLoosePhotos(db: Db, district: string, before: string): Promise<string[]> {
  const gone = await db.rows<{ full: string; small: string }>(sql`
    delete from matters.photos where district = ${district} and matter is null and uploaded_at < ${before}
    returning full_blob as full, small_blob as small`);
  const blobs = [...new Set(gone.flatMap(({ full, small }) => [full, small]))];
  const needed = await db.rows<{ blob: string }>(sql`
    select blob from unnest(${blobs}::text[]) as blob
    where exists (select from matters.photos where district = ${district} and (full_blob = blob or small_blob = blob))`);
  const kept = new Set(needed.map(({ blob }) => blob));
  return blobs.filter((blob) => !kept.has(blob));
}

/** Deadlines that were counted anew: the state is the same, at the same version, but for its clocks. */
export async function updateDeadlines(db: Db, district: string, id: string, state: MatterState): Promise<number> {
  const counted = await db.run(sql`
    update matters.matters set state = ${JSON.stringify(state)}::jsonb, due_at = ${state.clock?.dueAt ?? null}::timestamptz,
      answer_due = ${answerDue(state)}::timestamptz
    where district = ${district} and id = ${id} and version = ${state.version}::integer`);
  if (counted > 0) await writeInvolved(db, { district, id }, state);
  return counted;
}

export const markFollowed = (db: Db, district: string, plan: string, at: string, moved: number): Promise<number> =>
  db.run(sql`
    insert into matters.followed_plans (district, plan, at, moved) values (${district}, ${plan}, ${at}, ${moved})
    on conflict do nothing`);
