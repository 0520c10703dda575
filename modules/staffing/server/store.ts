import { clockIsRight, type Db, type Entry, insertEntry, raw, sql } from '#packages/server-kit';
import type { DutyState } from '../core/duty.ts';

export interface Move {
  readonly id: string;
  readonly state: DutyState;
  readonly entry: Entry;
}

/** A new item with its first ledger entry in one statement; 0 where the clock is off. */
export const insertDuty = (db: Db, { id, state, entry }: Move): Promise<number> =>
  db.run(sql`
    with moved as (
      insert into staffing.duty_items (district, id, stage, version, owner, applied_at, state, head)
      select ${entry.district}, ${id}::uuid, ${state.stage}, ${state.version}::integer, ${state.owner}::uuid, ${state.appliedAt}::timestamptz,
        ${JSON.stringify(state)}::jsonb, ${entry.hash}
      where ${clockIsRight(entry.at)} returning 1)
    ${insertEntry(entry, raw('select 1 from moved'))}`);

/** Moves an item on, if it still is at the version before; 0 where somebody else was first (or the clock is off). */
export const moveDuty = (db: Db, { id, state: s, entry }: Move): Promise<number> =>
  db.run(sql`
    with moved as (
      update staffing.duty_items set stage = ${s.stage}, version = ${s.version}::integer, effective_from = ${s.from}::date,
        effective_until = ${s.until}::date, exit_from = ${s.exitFrom}::date, state = ${JSON.stringify(s)}::jsonb, head = ${entry.hash}
      where district = ${entry.district} and id = ${id}::uuid and version = ${s.version - 1}::integer and ${clockIsRight(entry.at)}
      returning 1)
    ${insertEntry(entry, raw('select 1 from moved'))}`);

/** Many items as they stand, for demo data; their entries are inserted beside. */
export const insertDuties = (db: Db, district: string, moves: readonly Move[]): Promise<number> =>
  db.run(sql`
    insert into staffing.duty_items (district, id, stage, version, owner, effective_from, effective_until, exit_from, applied_at, state, head)
    select ${district}, id, state ->> 'stage', (state ->> 'version')::integer, (state ->> 'owner')::uuid, (state ->> 'from')::date,
      (state ->> 'until')::date, (state ->> 'exitFrom')::date, (state ->> 'appliedAt')::timestamptz, state, head
    from jsonb_to_recordset(${JSON.stringify(moves.map(({ id, state, entry }) => ({ id, state, head: entry.hash })))}::jsonb)
      as r (id uuid, state jsonb, head text)`);
