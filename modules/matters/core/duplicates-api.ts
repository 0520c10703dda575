import { type Static, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { AreaCode, Category, Time, Version } from './schema.ts';

const Code = t.String({ minLength: 18, maxLength: 30 });

const Side = t.Object({
  code: Code,
  version: Version,
  category: Category,
  grid: t.String({ description: 'Name of the grid' }),
  excerpt: t.String(),
  reportedAt: Time,
  supporters: t.Integer(),
});

export const LikelyPair = t.Object({
  later: Side,
  earlier: Side,
  metres: t.Integer(),
  score: t.Number({ description: 'Words times place times time, between 0 and 1' }),
});
export type LikelyPair = Static<typeof LikelyPair>;

export const duplicatesOperations = {
  'GET /api/duplicates': {
    summary:
      'Pairs of open matters of my areas that may be the same thing, the likeliest first; staff merge or part them',
    access: 'signed-in',
    query: t.Object({ area: t.Optional(AreaCode) }),
    response: t.Array(LikelyPair),
  },
  'POST /api/duplicates/part': {
    summary: 'They are two things: not shown again',
    access: 'signed-in',
    body: t.Object({ later: Code, earlier: Code }),
    response: t.Object({ parted: t.Boolean() }),
  },
} as const satisfies Operations;
