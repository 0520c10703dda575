import { type Db, sql } from '#packages/server-kit';

export interface FoundPair {
  readonly later: string;
  readonly earlier: string;
  readonly score: number;
  readonly metres: number;
}

/** Pairs that are known already stay as they are: who has parted them is not asked again. */
export const insertPairs = (db: Db, district: string, pairs: readonly FoundPair[], at: string): Promise<number> =>
  db.run(sql`
    insert into matters.likely_duplicates (district, later, earlier, score, metres, found_at)
    select ${district}, later, earlier, score, metres, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r (later uuid, earlier uuid, score real, metres integer)
    on conflict do nothing`);

export const markCompared = (db: Db, district: string, until: string): Promise<number> =>
  db.run(sql`
    insert into matters.compared_until (district, until) values (${district}, ${until})
    on conflict (district) do update set until = excluded.until`);

/** Pairs of which one has ended are no question any more. */
export const deleteSettledPairs = (db: Db, district: string): Promise<number> =>
  db.run(sql`
    delete from matters.likely_duplicates p where p.district = ${district} and exists (
      select from matters.matters m where m.district = p.district and m.id in (p.later, p.earlier) and m.ended_at is not null)`);

export const partPair = (
  db: Db,
  district: string,
  pair: { readonly later: string; readonly earlier: string },
  by: { readonly at: string; readonly organisation: string | null },
): Promise<number> =>
  db.run(sql`
    update matters.likely_duplicates set parted_at = ${by.at}::timestamptz, parted_by = ${by.organisation}::uuid
    where district = ${district} and later = ${pair.later} and earlier = ${pair.earlier} and parted_at is null`);
