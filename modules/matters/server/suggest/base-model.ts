import type { Model } from '../../core/suggest/model.ts';
import { type PackedModel, unpack } from '../../core/suggest/pack.ts';
import packed from '../../seeds/kinds.model.json' with { type: 'json' };

/** The model that the project carries; made by bench/suggest/train.ts. What a district decides is added to it. */
export const BASE_MODEL: Model = unpack(packed as unknown as PackedModel);
export const BASE_SOURCE: string = packed.source;
