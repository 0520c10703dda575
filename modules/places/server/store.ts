import { polygonArea2 } from '#packages/coverage';
import { type Db, isDuplicate, sql } from '#packages/server-kit';
import type { Crs } from '../contract.ts';
import type { AreaShape, GridShape, MicroShape } from '../core/published.ts';
import type { Taken } from './stream.ts';

/** Everything that is written of the places; SQL that reads is in queries.ts. */

/** A layer as a plan keeps it. */
export interface KeptLayer {
  readonly crs: Crs;
  readonly grids: readonly GridShape[];
  readonly micro: readonly MicroShape[];
  readonly upload: { readonly content: Buffer; readonly sha256: string } | null;
}

const stored = (shape: AreaShape | GridShape | MicroShape) => ({
  ...shape,
  polygons: shape.polygons.map((rings) => rings.map((ring) => [...ring])),
  area2: shape.polygons.reduce((sum, polygon) => sum + polygonArea2(polygon), 0),
});

/** Keeps a new plan with its grids. */
export async function insertPlan(tx: Db, { crs, grids, micro, upload }: KeptLayer, taken: Taken): Promise<void> {
  const { district, streamId, at } = taken.entry;
  const { state, hash } = taken;
  await tx.run(sql`
    insert into places.grid_plans (district, id, name, status, grids, faults, crs, upload, upload_sha256, created, seq, hash, state)
    values (${district}, ${streamId}, ${state.name}, ${state.status}, ${state.grids}, ${state.faults}, ${crs},
            ${upload?.content ?? null}, ${upload?.sha256 ?? null}, ${at}, ${state.version}, ${hash}, ${JSON.stringify(state)}::jsonb)`);
  await insertGrids(tx, district, streamId, grids, micro);
}

async function insertGrids(
  tx: Db,
  district: string,
  plan: string,
  grids: readonly GridShape[],
  micro: readonly MicroShape[],
): Promise<void> {
  await tx.run(sql`
    insert into places.grids (district, plan, code, community, name, kind, sector, households, polygons, area2)
    select ${district}, ${plan}::uuid, code, left(code, 12), name, kind, sector, households, polygons, area2
    from jsonb_to_recordset(${JSON.stringify(grids.map(stored))}::jsonb)
      as g (code text, name text, kind text, sector text, households integer, polygons jsonb, area2 bigint)`);
  if (micro.length === 0) return;
  await tx.run(sql`
    insert into places.micro_grids (district, plan, code, grid, name, households, polygons, area2)
    select ${district}, ${plan}::uuid, code, left(code, 15), name, households, polygons, area2
    from jsonb_to_recordset(${JSON.stringify(micro.map(stored))}::jsonb)
      as g (code text, name text, households integer, polygons jsonb, area2 bigint)`);
}

/** Another layer takes the place of the one that the plan had. */
export async function replaceLayer(tx: Db, { crs, grids, micro, upload }: KeptLayer, taken: Taken): Promise<void> {
  const { district, streamId } = taken.entry;
  await tx.run(sql`delete from places.grids where district = ${district} and plan = ${streamId}`);
  await insertGrids(tx, district, streamId, grids, micro);
  await tx.run(sql`
    update places.grid_plans set crs = ${crs}, upload = ${upload?.content ?? null}, upload_sha256 = ${upload?.sha256 ?? null}
    where district = ${district} and id = ${streamId}`);
  await movePlan(tx, taken);
}

/** Moves a plan to the state after a step. */
export const movePlan = (tx: Db, { entry: { district, streamId, at }, state, hash }: Taken) =>
  tx.run(sql`
    update places.grid_plans
    set status = ${state.status}, name = ${state.name}, grids = ${state.grids}, faults = ${state.faults}, seq = ${state.version},
      hash = ${hash}, state = ${JSON.stringify(state)}::jsonb,
      published = case when ${state.status} in ('in_force', 'superseded') then coalesce(published, ${at}::timestamptz) end
    where district = ${district} and id = ${streamId}`);

/** Whether the database refused a second plan in force beside the first. */
export const tookEffectMeanwhile = (error: unknown): boolean => isDuplicate(error, 'one_plan_in_force');

/** Whether the same step was recorded before, by its transaction id. */
export const wasSentBefore = (error: unknown): boolean => isDuplicate(error, 'entries_transaction');

export interface NewComment {
  readonly number: number;
  readonly person: string | null;
  readonly place: { readonly lonE7: number; readonly latE7: number } | null;
  readonly text: string;
}

export const insertComment = (tx: Db, { number, person, place, text }: NewComment, { entry, salt }: Taken) =>
  tx.run(sql`
    insert into places.plan_comments (district, plan, number, at, person, lon_e7, lat_e7, body, salt)
    values (${entry.district}, ${entry.streamId}, ${number}, ${entry.at}, ${person}, ${place?.lonE7 ?? null}, ${place?.latE7 ?? null},
            ${text}, ${salt})`);

export const answerComment = (tx: Db, number: number, answer: string, released: boolean, { entry }: Taken) =>
  tx.run(sql`
    update places.plan_comments set answer = ${answer}, answered = ${entry.at}, released = ${released}
    where district = ${entry.district} and plan = ${entry.streamId} and number = ${number}`);

export interface NewUse {
  readonly id: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly since: string;
}

export const insertUse = (db: Db, district: string, { id, organisation, purpose, since }: NewUse, at: Date) =>
  db.run(sql`
    insert into places.grid_uses (district, id, organisation, purpose, since, registered)
    values (${district}, ${id}, ${organisation}, ${purpose}, ${since}, ${at}) on conflict (district, id) do nothing`);

export const endUse = (db: Db, district: string, id: string, until: string) =>
  db.run(sql`
    update places.grid_uses set until = greatest(${until}::date, since) where district = ${district} and id = ${id} and until is null`);

/** Fills the administrative tree; parents come before children. */
export const insertAreas = (tx: Db, district: string, areas: readonly AreaShape[]): Promise<number> =>
  tx.run(sql`
    insert into places.areas (district, code, name, level, parent, polygons, area2)
    select ${district}, code, name, level, parent, polygons, area2
    from jsonb_to_recordset(${JSON.stringify(areas.map(stored))}::jsonb)
      as a (code text, name text, level text, parent text, polygons jsonb, area2 bigint)`);

export const insertBaseMap = (tx: Db, district: string, features: readonly unknown[]): Promise<number> =>
  tx.run(sql`
    insert into places.base_maps (district, features) values (${district}, ${JSON.stringify(features)}::jsonb)`);
