import { type Static, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { type Decision, STANDINGS } from './chronic/decision.ts';
import { AreaCode, Category, Id, keysOf, nullable, Reason, Time, Transaction } from './schema.ts';

const Chosen = t.Unsafe<Decision>({ type: 'string', enum: Object.keys(STANDINGS).filter((key) => key !== 'open') });

export const ChronicRow = t.Object({
  id: Id,
  category: Category,
  grid: t.String({ description: 'Name of the grid, with its street' }),
  place: t.Object({ lon: t.Number(), lat: t.Number() }),
  times: t.Integer({ description: 'How often it came back, each time after it was closed' }),
  matters: t.Integer(),
  firstAt: Time,
  lastAt: Time,
  standing: keysOf(STANDINGS),
  reason: nullable(t.String()),
  decidedAt: nullable(Time),
  again: t.Boolean({ description: 'It has come back since it was decided' }),
  decisions: t.Integer({ description: 'How often it was decided: to be sent with the next decision' }),
});
export type ChronicRow = Static<typeof ChronicRow>;

export const ChronicPage = t.Object({
  rule: t.Object({ times: t.Integer(), months: t.Integer(), metres: t.Integer() }),
  rows: t.Array(ChronicRow),
});
export type ChronicPage = Static<typeof ChronicPage>;

export const chronicOperations = {
  'GET /api/chronic-places': {
    summary:
      'Places of my areas where the same kind of trouble comes back after it was closed (反复发生); never people',
    access: 'signed-in',
    query: t.Object({ area: t.Optional(AreaCode), standing: t.Optional(keysOf(STANDINGS)) }),
    response: ChronicPage,
  },
  'POST /api/chronic-places/:id/decide': {
    summary: 'To be proposed, watched or dismissed, with a reason; recorded',
    access: 'signed-in',
    params: t.Object({ id: Id }),
    body: t.Object({
      transaction: Transaction,
      decisions: t.Integer({ minimum: 0, description: 'The number of decisions that the person has seen' }),
      standing: Chosen,
      reason: Reason,
    }),
    response: ChronicRow,
  },
} as const satisfies Operations;
