import { type Db, join, plannedEachTime, raw, sql } from '#packages/server-kit';
import type { MatterState } from '../../core/state.ts';
import { inArea, inWindow, type MatterRecord, RECORD, type Window } from '../queries.ts';

/** A matter with the search words of its text. */
export type NearMatter = MatterRecord & { readonly words: readonly string[] };

/** Open matters around a place, the nearest first: the index gives them in that order. `lon`, `lat`: on the E7 lattice. */
export const nearMatters = (
  db: Db,
  district: string,
  { lon, lat, window }: { readonly lon: number; readonly lat: number; readonly window: Window },
  limit: number,
): Promise<NearMatter[]> =>
  db.rows(
    plannedEachTime(sql`
      select ${RECORD}, tsvector_to_array(t.words) as words
      from (
        select n.* from matters.matters n
        where n.district = ${district} and n.ended_at is null and ${inWindow(window, 'n')}
        order by point(n.lon_e7, n.lat_e7) <-> point(${lon}, ${lat}) limit ${limit}) as m
      join matters.texts t on t.district = m.district and t.matter = m.id`),
  );

export const comparedUntil = async (db: Db, district: string): Promise<string | undefined> =>
  (await db.first<{ until: string }>(sql`select until from matters.compared_until where district = ${district}`))
    ?.until;

/** Open matters reported after a time, the oldest first. */
export const uncompared = (
  db: Db,
  district: string,
  after: { readonly at: string; readonly id: string },
  limit: number,
): Promise<NearMatter[]> =>
  db.rows(sql`
    select ${RECORD}, tsvector_to_array(t.words) as words
    from matters.matters m join matters.texts t on t.district = m.district and t.matter = m.id
    where m.district = ${district} and (m.reported_at, m.id) > (${after.at}::timestamptz, ${after.id}::uuid) and m.ended_at is null
    order by m.reported_at, m.id limit ${limit}`);

interface Side {
  readonly code: string;
  readonly state: MatterState;
  readonly excerpt: string;
}

export interface PairRecord {
  readonly later: Side;
  readonly earlier: Side;
  readonly score: number;
  readonly metres: number;
}

const side = (alias: string) =>
  raw(`json_build_object('code', ${alias}.code, 'state', ${alias}.state, 'excerpt', ${alias}.excerpt)`);

/** Pairs that nobody has parted, both open and in one of the areas; the likeliest first. */
export const listPairs = (db: Db, district: string, areas: readonly string[], limit: number): Promise<PairRecord[]> =>
  db.rows(
    plannedEachTime(sql`
      select ${side('m')} as later, ${side('e')} as earlier, p.score, p.metres
      from matters.likely_duplicates p
      join matters.matters m on m.district = p.district and m.id = p.later and m.ended_at is null
      join matters.matters e on e.district = p.district and e.id = p.earlier and e.ended_at is null
      where p.district = ${district} and p.parted_at is null and (${join(areas.map(inArea), ' or ', 'false')})
      order by p.score desc, p.later, p.earlier limit ${limit}`),
  );
