import { and, type Db, join, plannedEachTime, raw, type Sql, sql } from '#packages/server-kit';
import type { Standing } from '../../core/chronic/decision.ts';

/** A closed matter as far as places and kinds are concerned. */
export interface ClosedRow {
  readonly category: string;
  readonly grid: string;
  readonly lonE7: number;
  readonly latE7: number;
  readonly reportedAt: string;
  readonly endedAt: string;
}

/** Matters that were closed in good order since a time: by the index on their end. */
export const closedSince = (db: Db, district: string, since: string): Promise<ClosedRow[]> =>
  db.rows(
    plannedEachTime(sql`
      select category, grid, lon_e7 as "lonE7", lat_e7 as "latE7", reported_at as "reportedAt", ended_at as "endedAt"
      from matters.matters where district = ${district} and ended_at >= ${since} and stage = 'closed'`),
  );

export interface PlaceRecord {
  readonly id: string;
  readonly category: string;
  readonly grid: string;
  readonly lonE7: number;
  readonly latE7: number;
  readonly times: number;
  readonly matters: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly standing: Standing;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decisions: number;
  readonly head: string | null;
}

const PLACE =
  raw(`p.id, p.category, p.grid, p.lon_e7 as "lonE7", p.lat_e7 as "latE7", p.times, p.matters, p.first_at as "firstAt",
  p.last_at as "lastAt", p.standing, p.reason, p.decided_at as "decidedAt", p.decisions, p.head`);

const below = (area: string): Sql => sql`(p.grid >= ${area} and p.grid < ${`${area}:`})`;

export interface PlaceFilter {
  readonly areas: readonly string[];
  readonly area?: string;
  readonly standing?: Standing;
}

/** What comes back in these areas, the most frequent first. */
export const listPlaces = (
  db: Db,
  district: string,
  { areas, area, standing }: PlaceFilter,
  limit: number,
): Promise<PlaceRecord[]> =>
  db.rows(
    plannedEachTime(sql`
      select ${PLACE} from matters.chronic_places p
      where ${and([
        sql`p.district = ${district} and p.current`,
        sql`(${join(areas.map(below), ' or ', 'false')})`,
        area !== undefined && below(area),
        standing !== undefined && sql`p.standing = ${standing}`,
      ])}
      order by p.times desc, p.last_at desc, p.id limit ${limit}`),
  );

export const allPlaces = (db: Db, district: string): Promise<PlaceRecord[]> =>
  db.rows(sql`select ${PLACE} from matters.chronic_places p where p.district = ${district} order by p.id`);

export const findPlace = (db: Db, district: string, id: string): Promise<PlaceRecord | undefined> =>
  db.first(sql`select ${PLACE} from matters.chronic_places p where p.district = ${district} and p.id = ${id}`);
