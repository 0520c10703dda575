import { Type as t } from '@sinclair/typebox';
import { CRS } from '../../contract.ts';

export const Id = t.String({ format: 'uuid' });
export const Time = t.String({ format: 'date-time' });
export const Code = t.String({ pattern: '^[0-9]{6,15}$' });
export const nullable = <T extends Parameters<typeof t.Union>[0][number]>(schema: T) => t.Union([schema, t.Null()]);
export const keysOf = <K extends string>(record: Record<K, unknown>) =>
  t.Unsafe<K>({ type: 'string', enum: Object.keys(record) });

export const Level = t.Union([t.Literal('district'), t.Literal('street'), t.Literal('community'), t.Literal('grid')]);
export const CrsName = keysOf(CRS);
/** west, south, east, north in degrees */
export const Bounds = t.Tuple([t.Number(), t.Number(), t.Number(), t.Number()]);
export const Place = t.Object({
  lon: t.Number({ minimum: -180, maximum: 180 }),
  lat: t.Number({ minimum: -90, maximum: 90 }),
});
