import { clockIsRight, type Db, type Entry, insertEntry, raw, sql } from '#packages/server-kit';
import type { ChronicPlace } from '../../core/chronic/chronic.ts';
import type { Decision } from '../../core/chronic/decision.ts';

/** A place as it was found now; under the id of the one that was known there. */
export type FoundPlace = ChronicPlace & { readonly id: string };

/** What was found now takes the place of what was found before; what people decided stays. To be called within a transaction. */
export async function replaceFound(tx: Db, district: string, found: readonly FoundPlace[]): Promise<void> {
  const rows = found.map(({ firstAt, lastAt, ...place }) => ({
    ...place,
    first: new Date(firstAt).toISOString(),
    last: new Date(lastAt).toISOString(),
  }));
  await tx.run(sql`update matters.chronic_places set current = false where district = ${district} and current`);
  await tx.run(sql`
    insert into matters.chronic_places as p (district, id, category, grid, lon_e7, lat_e7, times, matters, first_at, last_at, current, standing)
    select ${district}, id, category, grid, "lonE7", "latE7", times, matters, first, last, true, 'open'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, category text, grid text, "lonE7" integer, "latE7" integer,
      times integer, matters integer, first timestamptz, last timestamptz)
    on conflict (district, id) do update set grid = excluded.grid, lon_e7 = excluded.lon_e7, lat_e7 = excluded.lat_e7,
      times = excluded.times, matters = excluded.matters, first_at = excluded.first_at, last_at = excluded.last_at, current = true`);
  await tx.run(sql`
    delete from matters.chronic_places where district = ${district} and not current and decisions = 0`);
}

/** Decides and records, or neither: 0 where somebody else has decided meanwhile (or the clock is off). */
export const decidePlace = (db: Db, entry: Entry, standing: Decision, reason: string): Promise<number> =>
  db.run(sql`
    with decided as (
      update matters.chronic_places set standing = ${standing}, reason = ${reason}, decided_at = ${entry.at}::timestamptz,
        decisions = ${entry.seq}::integer, head = ${entry.hash}
      where district = ${entry.district} and id = ${entry.streamId}::uuid and decisions = ${entry.seq - 1}::integer and ${clockIsRight(entry.at)}
      returning 1)
    ${insertEntry(entry, raw('select 1 from decided'))}`);
