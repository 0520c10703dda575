import { type TSchema, Type as t } from '@sinclair/typebox';

/** The parts of which this module's operations are made. */

export const Id = t.String({ format: 'uuid' });
export const Time = t.String({ format: 'date-time' });
export const Day = t.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'Day in China, YYYY-MM-DD' });
export const nullable = <T extends TSchema>(schema: T) => t.Union([schema, t.Null()]);
export const keysOf = <K extends string>(record: Record<K, unknown>) =>
  t.Unsafe<K>({ type: 'string', enum: Object.keys(record) });

export const Term = t.Object({
  amount: t.Integer({ minimum: 1, maximum: 60 }),
  unit: t.Union([t.Literal('urgent_hour'), t.Literal('work_hour'), t.Literal('work_day'), t.Literal('natural_day')]),
});
export const AreaCode = t.String({ pattern: '^[0-9]{6,15}$' });
export const Category = t.String({ pattern: '^[0-9]{4}$', description: 'Second-level kind' });
export const Transaction = t.String({
  format: 'uuid',
  description: 'Id that the client gives the write: sent twice, recorded once',
});
export const Version = t.Integer({ minimum: 1, description: 'The version of the matter that the person has seen' });
export const Words = (limit: number) => t.String({ minLength: 1, maxLength: limit, pattern: '\\S' });
export const Reason = Words(1000);
