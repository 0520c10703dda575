import { type Db, join, raw, type Sql, sql } from '#packages/server-kit';
import type { JointOrder } from '../../core/joint.ts';
import type { Action } from '../../core/lifecycle.ts';
import type { MatterState } from '../../core/state.ts';

const CHANGES_ORDER: readonly Action[] = ['whistle', 'contribute', 'excuse', 'appraise'];

interface Place {
  readonly district: string;
  readonly id: string;
}

const partsOf = ({ seq, parts }: JointOrder) =>
  parts.map(({ unit, clock, reportedAt, excusedAt, came }) => ({
    seq,
    unit,
    due_at: clock.dueAt,
    reported_at: reportedAt,
    excused_at: excusedAt,
    came,
  }));

/** The rows of an order as it stands, written where `moved` yields a row. */
const order = ({ district, id }: Place, joint: JointOrder, moved: Sql): Sql => sql`
  joint_order as (
    insert into matters.joint_orders (district, matter, seq, whistler, whistled_at, justified)
    select ${district}, ${id}::uuid, ${joint.seq}::integer, ${joint.by}::uuid, ${joint.at}::timestamptz, ${joint.justified ?? null}::boolean
    from (${moved}) as moved
    on conflict (district, matter, seq) do update set justified = excluded.justified),
  joint_parts as (
    insert into matters.joint_parts (district, matter, seq, unit, due_at, reported_at, excused_at, came)
    select ${district}, ${id}::uuid, p.seq, p.unit, p.due_at, p.reported_at, p.excused_at, p.came
    from (${moved}) as moved, jsonb_to_recordset(${JSON.stringify(partsOf(joint))}::jsonb) as p (seq integer, unit uuid,
      due_at timestamptz, reported_at timestamptz, excused_at timestamptz, came boolean)
    on conflict (district, matter, seq, unit) do update set due_at = excluded.due_at, reported_at = excluded.reported_at,
      excused_at = excluded.excused_at, came = excluded.came)`;

const helpers = ({ district, id }: Place, co: readonly string[], moved: Sql): Sql => sql`
  fewer as (
    delete from matters.helpers h using (${moved}) as moved
    where h.district = ${district} and h.matter = ${id}::uuid and h.unit <> all(${co}::uuid[])),
  helpers as (
    insert into matters.helpers (district, unit, matter)
    select ${district}, unit, ${id}::uuid from (${moved}) as moved, unnest(${co}::uuid[]) as unit
    on conflict do nothing)`;

/** What a step writes of the units beside the responsible one: further parts of the statement that moves the matter. */
export function involvedBy(place: Place, action: string, { joint, co = [] }: MatterState): Sql[] {
  const moved = raw('select 1 from moved');
  if (action === 'dispatch') return [sql`, ${helpers(place, co, moved)}`];
  return joint && CHANGES_ORDER.includes(action as Action) ? [sql`, ${order(place, joint, moved)}`] : [];
}

/** The same for a matter that is written as a whole (demo data), or whose deadlines were counted anew. */
export async function writeInvolved(db: Db, place: Place, { joint, co = [] }: MatterState): Promise<void> {
  const once = raw('select 1');
  const parts = [...(joint ? [order(place, joint, once)] : []), ...(co.length > 0 ? [helpers(place, co, once)] : [])];
  if (parts.length > 0) await db.run(sql`with ${join(parts, ', ')} select 1`);
}
