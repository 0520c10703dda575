import { type Db, raw, sql } from '#packages/server-kit';
import type { Sample } from '../../core/suggest/experience.ts';
import type { PackedModel } from '../../core/suggest/pack.ts';

export const findLearned = async (db: Db, district: string): Promise<PackedModel | undefined> =>
  (await db.first<{ model: PackedModel }>(sql`select model from matters.kind_models where district = ${district}`))
    ?.model;

/** Where a page of decided matters ended. */
export interface DecidedCursor {
  readonly endedAt: string;
  readonly id: string;
}

export type Decided = Sample & DecidedCursor;

/** Signs of a text that are read; the model looks at no more. */
const READ = raw('200');

/**
 * Closed matters, the last closed first: at least two of the staff have seen their kind by then, who accepted and who closed. What was
 * imported as closed is left out: nobody here decided it.
 */
export const decidedTexts = (
  db: Db,
  district: string,
  before: DecidedCursor | null,
  limit: number,
): Promise<Decided[]> =>
  db.rows(sql`
    select m.id, m.ended_at as "endedAt", m.category as kind, left(t.body, ${READ}) as text
    from matters.matters m join matters.texts t on t.district = m.district and t.matter = m.id
    where m.district = ${district} and m.ended_at is not null and m.stage = 'closed' and m.version > 1
      and ${before ? sql`(m.ended_at, m.id) < (${before.endedAt}::timestamptz, ${before.id}::uuid)` : raw('true')}
    order by m.ended_at desc, m.id desc limit ${limit}`);
