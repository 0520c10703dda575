import { type Db, raw, sql } from '#packages/server-kit';
import type { DutyState } from '../core/duty.ts';

export interface DutyRecord {
  readonly id: string;
  readonly state: DutyState;
  readonly head: string;
}

const RECORD = raw('d.id, d.state, d.head');

export const findDuty = (db: Db, district: string, id: string): Promise<DutyRecord | undefined> =>
  db.first(sql`select ${RECORD} from staffing.duty_items d where d.district = ${district} and d.id = ${id}`);

/** What is on the list on a day, or will be: by name of the kind of duty and age. */
export const listedFrom = (db: Db, district: string, day: string): Promise<DutyRecord[]> =>
  db.rows(sql`
    select ${RECORD} from staffing.duty_items d
    where d.district = ${district} and d.effective_until >= ${day}::date and (d.exit_from is null or d.exit_from > ${day}::date)
    order by d.state -> 'item' ->> 'kind', d.applied_at, d.id`);

/** All items, or those of some owners, newest first. */
export const listDuties = (db: Db, district: string, owners: readonly string[] | null): Promise<DutyRecord[]> =>
  db.rows(sql`
    select ${RECORD} from staffing.duty_items d
    where d.district = ${district} and (${owners}::uuid[] is null or d.owner = any(${owners}::uuid[]))
    order by d.applied_at desc, d.id desc limit 500`);
