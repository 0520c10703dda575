import type { Polygon } from '#packages/coverage';
import { type Db, raw, sql } from '#packages/server-kit';
import { USUAL_HOUSEHOLDS } from '../contract.ts';
import type { PlanState } from '../core/plan-state.ts';
import type { AreaShape, GridShape, MicroShape } from '../core/published.ts';

/** Everything that is read of the places; SQL that writes is in store.ts. */

type Stored<Shape> = Omit<Shape, 'polygons'> & { readonly polygons: number[][][] };

const shaped = <Shape>(row: Stored<Shape>): Shape =>
  ({ ...row, polygons: row.polygons.map((rings): Polygon => rings.map((ring) => Int32Array.from(ring))) }) as Shape;

/** The plan in force and since when: an index lookup, so that every process can ask every few seconds. */
export const findPlanInForce = (
  db: Db,
  district: string,
): Promise<{ id: string; name: string; since: string } | undefined> =>
  db.first(sql`
    select id, name, published as since from places.grid_plans where district = ${district} and status = 'in_force'`);

export const areasOf = async (db: Db, district: string): Promise<AreaShape[]> =>
  (
    await db.rows<Stored<AreaShape>>(sql`
      select code, name, level, parent, polygons from places.areas where district = ${district} order by code`)
  ).map(shaped);

export const gridsOf = async (db: Db, district: string, plan: string): Promise<GridShape[]> =>
  (
    await db.rows<Stored<GridShape>>(sql`
      select code, name, kind, sector, households, polygons from places.grids
      where district = ${district} and plan = ${plan} order by code`)
  ).map(shaped);

/** GeoJSON features under the grids; none where no base map was loaded. */
export const baseMapOf = async (db: Db, district: string): Promise<readonly unknown[]> =>
  (await db.first<{ features: unknown[] }>(sql`select features from places.base_maps where district = ${district}`))
    ?.features ?? [];

export const microGridsOf = async (db: Db, district: string, plan: string): Promise<MicroShape[]> =>
  (
    await db.rows<Stored<MicroShape>>(sql`
      select code, name, households, polygons from places.micro_grids
      where district = ${district} and plan = ${plan} order by code`)
  ).map(shaped);

/** A plan as it stands, without its grids. */
export interface PlanRecord {
  readonly id: string;
  readonly state: PlanState;
  readonly hash: string;
  readonly created: string;
  readonly published: string | null;
  /** Grids outside the usual range of households. */
  readonly warnings: number;
}

const [LEAST, MOST] = USUAL_HOUSEHOLDS.grid;
const [LEAST_MICRO, MOST_MICRO] = USUAL_HOUSEHOLDS.micro;

const PLAN = sql`
  p.id, p.state, p.hash, p.created, p.published,
  (select count(*) from places.grids g where g.district = p.district and g.plan = p.id and g.kind = 'comprehensive'
     and g.households not between ${LEAST}::integer and ${MOST}::integer)
  + (select count(*) from places.micro_grids m where m.district = p.district and m.plan = p.id
     and m.households not between ${LEAST_MICRO}::integer and ${MOST_MICRO}::integer) as warnings`;

/** Newest first. */
export const plansOf = (db: Db, district: string): Promise<PlanRecord[]> =>
  db.rows(
    sql`select ${PLAN} from places.grid_plans p where p.district = ${district} order by p.created desc, p.id desc`,
  );

export const findPlan = (db: Db, district: string, id: string): Promise<PlanRecord | undefined> =>
  db.first(sql`select ${PLAN} from places.grid_plans p where p.district = ${district} and p.id = ${id}`);

/** Plans on notice, those that end first at the top. */
export const plansOnNotice = (db: Db, district: string): Promise<PlanRecord[]> =>
  db.rows(sql`
    select ${PLAN} from places.grid_plans p where p.district = ${district} and p.status = 'noticed'
    order by p.state #>> '{notice,until}', p.id`);

/** Grids of a plan outside the usual range, largest first. */
export const unusualGrids = (
  db: Db,
  district: string,
  plan: string,
): Promise<{ code: string; name: string; households: number }[]> =>
  db.rows(sql`
    select code, name, households from places.grids
    where district = ${district} and plan = ${plan} and kind = 'comprehensive'
      and households not between ${LEAST}::integer and ${MOST}::integer
    union all
    select code, name, households from places.micro_grids
    where district = ${district} and plan = ${plan} and households not between ${LEAST_MICRO}::integer and ${MOST_MICRO}::integer
    order by households desc, code limit 500`);

export interface LockedPlan {
  readonly id: string;
  readonly state: PlanState;
  readonly hash: string;
  /** SHA-256 of the uploaded file. */
  readonly upload: string | null;
}

/** The plan, held until the end of the transaction. */
export const lockPlan = (db: Db, district: string, id: string): Promise<LockedPlan | undefined> =>
  db.first(sql`
    select id, state, hash, upload_sha256 as upload from places.grid_plans
    where district = ${district} and id = ${id} for update`);

/** The plan and the one that is in force, held until the end of the transaction, always in the same order. */
export const lockPlans = (db: Db, district: string, id: string): Promise<LockedPlan[]> =>
  db.rows(sql`
    select id, state, hash, upload_sha256 as upload from places.grid_plans
    where district = ${district} and (id = ${id} or status = 'in_force') order by id for update`);

/** Plans whose day has come, the earliest first. */
export const plansDue = (db: Db, district: string, today: string): Promise<{ id: string }[]> =>
  db.rows(sql`
    select id from places.grid_plans where district = ${district} and status = 'filed' and state ->> 'effective' <= ${today}
    order by state ->> 'effective', id`);

/** How a plan stands, for the check that its ledger tells of it. */
export const findPlanState = (
  db: Db,
  district: string,
  id: string,
): Promise<Pick<LockedPlan, 'state' | 'hash'> | undefined> =>
  db.first(sql`select state, hash from places.grid_plans where district = ${district} and id = ${id}`);

export interface CommentRow {
  readonly number: number;
  readonly at: string;
  readonly text: string;
  readonly lonE7: number | null;
  readonly latE7: number | null;
  readonly answer: string | null;
  readonly answered: string | null;
  readonly released: boolean;
}

export const commentsOf = (db: Db, district: string, plan: string): Promise<CommentRow[]> =>
  db.rows(sql`
    select number, at, body as text, lon_e7 as "lonE7", lat_e7 as "latE7", answer, answered, released
    from places.plan_comments where district = ${district} and plan = ${plan} order by number`);

export interface UseRow {
  readonly id: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly since: string;
  readonly until: string | null;
}

const USE = raw(
  `id, organisation, purpose, to_char(since, 'YYYY-MM-DD') as since, to_char(until, 'YYYY-MM-DD') as until`,
);

export const usesOf = (db: Db, district: string): Promise<UseRow[]> =>
  db.rows(sql`select ${USE} from places.grid_uses where district = ${district} order by registered desc, id desc`);

export const findUse = (db: Db, district: string, id: string): Promise<UseRow | undefined> =>
  db.first(sql`select ${USE} from places.grid_uses where district = ${district} and id = ${id}`);
