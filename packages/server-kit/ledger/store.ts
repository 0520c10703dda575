import type { Db } from '../database.ts';
import { raw, type Sql, sql } from '../sql.ts';
import type { Entry } from './entry.ts';

const COLUMNS = raw(
  'district, stream, stream_id, seq, at, person, role, organisation, action, facts, sealed, transaction, algorithm, previous, hash',
);

const SELECT = raw(
  'district, stream, stream_id as "streamId", seq, at, person, role, organisation, action, facts, sealed, transaction, algorithm, previous, hash',
);

/** Checkpoints cut the ledger by time: an entry from a clock that is off by more than five minutes is not recorded. */
export const clockIsRight = (at: string): Sql =>
  sql`${at}::timestamptz between now() - interval '5 minutes' and now() + interval '5 minutes'`;

/**
 * Inserts an entry if the query `moved` yields a row: state and ledger change in one statement, or neither does. The query that
 * changes the state carries `clockIsRight` too.
 */
export const insertEntry = (e: Entry, moved: Sql): Sql => sql`
  insert into ledger.entries (${COLUMNS})
  select ${e.district}, ${e.stream}, ${e.streamId}::uuid, ${e.seq}::integer, ${e.at}::timestamptz, ${e.person}::uuid, ${e.role},
         ${e.organisation}::uuid, ${e.action}, ${JSON.stringify(e.facts)}::jsonb, ${e.sealed}, ${e.transaction}::uuid, ${e.algorithm},
         ${e.previous}, ${e.hash}
  from (${moved}) as moved
  where ${clockIsRight(e.at)}`;

/** Inserts many entries at once (imports, demo data). */
export const insertEntries = (entries: readonly Entry[]): Sql => sql`
  insert into ledger.entries (${COLUMNS})
  select district, stream, "streamId", seq, at, person, role, organisation, action, facts, sealed, transaction, algorithm, previous, hash
  from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e (
    district text, stream text, "streamId" uuid, seq integer, at timestamptz, person uuid, role text, organisation uuid,
    action text, facts jsonb, sealed text, transaction uuid, algorithm text, previous text, hash text)`;

/** The whole stream, oldest first. */
export const entriesOf = (db: Db, district: string, stream: string, streamId: string): Promise<Entry[]> =>
  db.rows(sql`
    select ${SELECT} from ledger.entries
    where district = ${district} and stream = ${stream} and stream_id = ${streamId} order by seq`);

/**
 * The whole stream as one value of a query that reads more than the ledger; what comes of it goes through `readEntries`.
 * `streamId`: a column of that query.
 */
export const entriesAsJson = (district: string, stream: string, streamId: Sql): Sql => sql`
  (select json_agg(e order by e.seq) from (
    select ${SELECT} from ledger.entries where district = ${district} and stream = ${stream} and stream_id = ${streamId}) as e)`;

/** JSON has no times: they come as PostgreSQL writes them. */
export const readEntries = (json: readonly Entry[] | null): Entry[] =>
  (json ?? []).map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));

/** The entry that a client's transaction id has made, if it was recorded. */
export const findByTransaction = (db: Db, district: string, transaction: string): Promise<Entry | undefined> =>
  db.first(sql`select ${SELECT} from ledger.entries where district = ${district} and transaction = ${transaction}`);

/** Entries in the order of the chains, a page at a time. */
export async function* allEntries(db: Db, district: string, page = 5000): AsyncGenerator<Entry[]> {
  let [stream, id, seq] = ['', '00000000-0000-0000-0000-000000000000', 0];
  for (;;) {
    const rows = await db.rows<Entry>(sql`
      select ${SELECT} from ledger.entries
      where district = ${district} and (stream, stream_id, seq) > (${stream}, ${id}::uuid, ${seq})
      order by stream, stream_id, seq limit ${page}`);
    if (rows.length === 0) return;
    yield rows;
    const last = rows[rows.length - 1];
    [stream, id, seq] = [last.stream, last.streamId, last.seq];
  }
}

export const countEntries = async (db: Db, district: string): Promise<number> =>
  (await db.first<{ n: number }>(sql`select count(*) as n from ledger.entries where district = ${district}`))?.n ?? 0;
