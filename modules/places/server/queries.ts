import type { Polygon } from '#packages/coverage';
import { type Db, raw, sql } from '#packages/server-kit';
import type { PlanRow } from '../core/api.ts';
import type { PlanStatus } from '../core/lifecycle.ts';
import type { AreaShape, GridShape } from '../core/published.ts';

/** Everything that is read of the places; SQL that writes is in store.ts. */

type Stored<Shape> = Omit<Shape, 'polygons'> & { readonly polygons: number[][][] };

const shaped = <Shape>(row: Stored<Shape>): Shape =>
  ({ ...row, polygons: row.polygons.map((rings): Polygon => rings.map((ring) => Int32Array.from(ring))) }) as Shape;

/** The id of the plan in force: an index lookup, so that every process can ask every few seconds. */
export const findPublishedPlan = async (db: Db, district: string): Promise<string | undefined> =>
  (
    await db.first<{ id: string }>(
      sql`select id from places.grid_plans where district = ${district} and status = 'published'`,
    )
  )?.id;

export const areasOf = async (db: Db, district: string): Promise<AreaShape[]> =>
  (
    await db.rows<Stored<AreaShape>>(sql`
      select code, name, level, parent, polygons from places.areas where district = ${district} order by code`)
  ).map(shaped);

export const gridsOf = async (db: Db, district: string, plan: string): Promise<GridShape[]> =>
  (
    await db.rows<Stored<GridShape>>(sql`
      select code, name, kind, households, polygons from places.grids
      where district = ${district} and plan = ${plan} order by code`)
  ).map(shaped);

/** GeoJSON features under the grids; none where no base map was loaded. */
export const baseMapOf = async (db: Db, district: string): Promise<readonly unknown[]> =>
  (await db.first<{ features: unknown[] }>(sql`select features from places.base_maps where district = ${district}`))
    ?.features ?? [];

const PLAN = raw('id, name, status, grids, faults, created, published');

/** Newest first. */
export const plansOf = (db: Db, district: string): Promise<PlanRow[]> =>
  db.rows(sql`select ${PLAN} from places.grid_plans where district = ${district} order by created desc, id desc`);

export const findPlan = (db: Db, district: string, id: string): Promise<PlanRow | undefined> =>
  db.first(sql`select ${PLAN} from places.grid_plans where district = ${district} and id = ${id}`);

export interface LockedPlan {
  readonly id: string;
  readonly name: string;
  readonly status: PlanStatus;
  readonly grids: number;
  readonly faults: number;
  /** SHA-256 of the uploaded file. */
  readonly upload: string | null;
  readonly seq: number;
  readonly hash: string;
}

/** The plan and the one that is in force, held until the end of the transaction, always in the same order. */
export const lockPlans = (db: Db, district: string, id: string): Promise<LockedPlan[]> =>
  db.rows(sql`
    select id, name, status, grids, faults, upload_sha256 as upload, seq, hash from places.grid_plans
    where district = ${district} and (id = ${id} or status = 'published') order by id for update`);

/** Where the ledger of each plan of the district ends, for the check that it tells of the state. */
export const findPlanState = (
  db: Db,
  district: string,
  id: string,
): Promise<Pick<LockedPlan, 'status' | 'seq' | 'hash'> | undefined> =>
  db.first(sql`select status, seq, hash from places.grid_plans where district = ${district} and id = ${id}`);
