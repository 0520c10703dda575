import { and, type Db, join, plannedEachTime, type Sql, sql } from '#packages/server-kit';
import type { MatterState } from '../../core/state.ts';

export interface PartRecord {
  readonly code: string;
  readonly state: MatterState;
  readonly unit: string;
  readonly seq: number;
  readonly dueAt: string;
  readonly reportedAt: string | null;
  readonly excusedAt: string | null;
  readonly came: boolean | null;
  readonly whistler: string | null;
  readonly whistledAt: string;
}

export interface PartFilter {
  /** Areas of which all parts are seen, units whose own parts and whistles are. */
  readonly sight: { readonly areas: readonly string[]; readonly units: readonly string[] };
  readonly open?: boolean;
  readonly area?: string;
}

const below = (area: string): Sql => sql`starts_with(m.grid, ${area})`;

/** Parts of joint orders, those that are owed first, by deadline. */
export const listParts = (
  db: Db,
  district: string,
  { sight, open, area }: PartFilter,
  limit: number,
): Promise<PartRecord[]> => {
  const seen = [
    ...sight.areas.map(below),
    ...(sight.units.length > 0
      ? [sql`p.unit = any(${sight.units}::uuid[])`, sql`o.whistler = any(${sight.units}::uuid[])`]
      : []),
  ];
  return db.rows(
    plannedEachTime(sql`
      select m.code, m.state, p.unit, p.seq, p.due_at as "dueAt", p.reported_at as "reportedAt", p.excused_at as "excusedAt", p.came,
        o.whistler, o.whistled_at as "whistledAt"
      from matters.joint_parts p
      join matters.joint_orders o on o.district = p.district and o.matter = p.matter and o.seq = p.seq
      join matters.matters m on m.district = p.district and m.id = p.matter
      where ${and([
        sql`p.district = ${district}`,
        sql`(${join(seen, ' or ', 'false')})`,
        open && sql`p.reported_at is null and p.excused_at is null and m.ended_at is null`,
        area !== undefined && below(area),
      ])}
      order by p.reported_at is not null or p.excused_at is not null or m.ended_at is not null, p.due_at, m.id limit ${limit}`),
  );
};

export interface WhistlerCount {
  readonly unit: string;
  readonly whistles: number;
  readonly justified: number;
  readonly unjustified: number;
}

export interface ReporterCount {
  readonly unit: string;
  readonly called: number;
  readonly reported: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
  readonly stayedAway: number;
}

interface Period {
  readonly from: string;
  readonly to: string;
  readonly now: string;
  readonly areas: readonly string[];
}

const called = (district: string, { from, to, areas }: Period): Sql => sql`
  o.district = ${district} and o.whistled_at >= ${from} and o.whistled_at < ${to}
    and exists (select from matters.matters m where m.district = o.district and m.id = o.matter and (${join(areas.map(below), ' or ', 'false')}))`;

/** Those who called, by unit. */
export const countWhistlers = (db: Db, district: string, period: Period): Promise<WhistlerCount[]> =>
  db.rows(sql`
    select o.whistler as unit, count(*) as whistles, count(*) filter (where o.justified) as justified,
      count(*) filter (where not o.justified) as unjustified
    from matters.joint_orders o where ${called(district, period)} and o.whistler is not null group by 1`);

/** Those who were called, by unit. */
export const countReporters = (db: Db, district: string, period: Period): Promise<ReporterCount[]> =>
  db.rows(sql`
    select p.unit, count(*) as called, count(p.reported_at) as reported, count(*) filter (where p.reported_at <= p.due_at) as "onTime",
      count(*) filter (where p.excused_at is null and coalesce(p.reported_at, ${period.now}::timestamptz) > p.due_at) as late,
      count(p.excused_at) as excused, count(*) filter (where not p.came) as "stayedAway"
    from matters.joint_parts p
    join matters.joint_orders o on o.district = p.district and o.matter = p.matter and o.seq = p.seq
    where p.district = ${district} and ${called(district, period)} group by 1`);

/** The parts of an order as the table has them, to compare with the fold. */
export const partsOfOrder = (
  db: Db,
  district: string,
  matter: string,
  seq: number,
): Promise<{ unit: string; reportedAt: string | null; excusedAt: string | null; came: boolean | null }[]> =>
  db.rows(sql`
    select unit, reported_at as "reportedAt", excused_at as "excusedAt", came from matters.joint_parts
    where district = ${district} and matter = ${matter} and seq = ${seq}`);
