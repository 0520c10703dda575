import { polygonArea2 } from '#packages/coverage';
import { type Db, type Entry, isDuplicate, sql } from '#packages/server-kit';
import type { Crs } from '../contract.ts';
import type { AreaShape, GridShape } from '../core/published.ts';

/** Everything that is written of the places; SQL that reads is in queries.ts. */

export interface NewPlan {
  readonly name: string;
  readonly crs: Crs;
  readonly faults: number;
  readonly grids: readonly GridShape[];
  readonly upload: { readonly content: Buffer; readonly sha256: string } | null;
  /** Its first ledger entry. */
  readonly entry: Entry;
}

const stored = (shape: AreaShape | GridShape) => ({
  ...shape,
  polygons: shape.polygons.map((rings) => rings.map((ring) => [...ring])),
  area2: shape.polygons.reduce((sum, polygon) => sum + polygonArea2(polygon), 0),
});

/** Keeps a plan with its grids as a draft. */
export async function insertPlan(tx: Db, { name, crs, faults, grids, upload, entry }: NewPlan): Promise<void> {
  const { district, streamId, seq, hash, at } = entry;
  await tx.run(sql`
    insert into places.grid_plans (district, id, name, status, grids, faults, crs, upload, upload_sha256, created, seq, hash)
    values (${district}, ${streamId}, ${name}, 'draft', ${grids.length}, ${faults}, ${crs}, ${upload?.content ?? null},
            ${upload?.sha256 ?? null}, ${at}, ${seq}, ${hash})`);
  await tx.run(sql`
    insert into places.grids (district, plan, code, community, name, kind, households, polygons, area2)
    select ${district}, ${streamId}::uuid, code, left(code, 12), name, kind, households, polygons, area2
    from jsonb_to_recordset(${JSON.stringify(grids.map(stored))}::jsonb)
      as g (code text, name text, kind text, households integer, polygons jsonb, area2 bigint)`);
}

/** Moves a plan to the state after `entry`. */
export const movePlan = (tx: Db, status: 'published' | 'superseded', { district, streamId, seq, hash, at }: Entry) =>
  tx.run(sql`
    update places.grid_plans
    set status = ${status}, published = coalesce(published, ${at}::timestamptz), seq = ${seq}, hash = ${hash}
    where district = ${district} and id = ${streamId}`);

/** Whether the database refused a second plan in force beside the first. */
export const wasPublishedMeanwhile = (error: unknown): boolean => isDuplicate(error, 'one_published_plan');

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
