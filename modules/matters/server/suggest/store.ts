import { type Db, sql } from '#packages/server-kit';
import type { PackedModel } from '../../core/suggest/pack.ts';

export const saveLearned = (db: Db, district: string, at: string, model: PackedModel): Promise<number> =>
  db.run(sql`
    insert into matters.kind_models (district, learned_at, texts, model)
    values (${district}, ${at}, ${model.texts}, ${JSON.stringify(model)}::jsonb)
    on conflict (district) do update set learned_at = excluded.learned_at, texts = excluded.texts, model = excluded.model`);
