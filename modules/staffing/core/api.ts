import { type Static, type TSchema, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { DUTY_KINDS, PERIODS, STANDINGS } from './duty.ts';
import { ACTIONS } from './lifecycle.ts';

const Id = t.String({ format: 'uuid' });
const Time = t.String({ format: 'date-time' });
const Day = t.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'Day in China, YYYY-MM-DD' });
const nullable = <T extends TSchema>(schema: T) => t.Union([schema, t.Null()]);
const keysOf = <K extends string>(record: Record<K, unknown>) =>
  t.Unsafe<K>({ type: 'string', enum: Object.keys(record) });
const Words = (limit: number) => t.String({ minLength: 1, maxLength: limit, pattern: '\\S' });
const Transaction = t.String({ format: 'uuid', description: 'Sent twice, recorded once' });

export const Item = t.Object({
  name: Words(60),
  kind: keysOf(DUTY_KINDS),
  basis: Words(200),
  duty: Words(500),
  frequency: t.Object({ times: t.Integer({ minimum: 1, maximum: 60 }), per: keysOf(PERIODS) }),
  hours: t.Number({ minimum: 0.5, maximum: 160, multipleOf: 0.5, description: 'A month, in one grid' }),
  fee: t.Integer({ minimum: 0, maximum: 100_000_000, description: 'Fen per grid and month' }),
  grids: t.Union([t.Literal('all'), t.Literal('comprehensive'), t.Literal('dedicated')]),
});

const Owner = t.Object({ id: Id, name: t.String() });

export const DutyRow = t.Object({
  id: Id,
  version: t.Integer(),
  standing: keysOf(STANDINGS),
  urgent: t.Boolean(),
  owner: Owner,
  item: Item,
  appliedAt: Time,
  from: nullable(Day),
  until: nullable(Day),
  exitFrom: nullable(Day),
  reason: nullable(t.String()),
});
export type DutyRow = Static<typeof DutyRow>;

export const DutyPage = t.Object({
  ...DutyRow.properties,
  timeline: t.Array(
    t.Object({
      seq: t.Integer(),
      at: Time,
      action: keysOf(ACTIONS),
      unit: nullable(t.String()),
      facts: t.Record(t.String(), t.Unknown()),
    }),
  ),
  possible: t.Array(t.Object({ action: keysOf(ACTIONS), text: t.String() })),
});
export type DutyPage = Static<typeof DutyPage>;

const Load = t.Object({
  kind: t.Union([t.Literal('comprehensive'), t.Literal('dedicated')]),
  grids: t.Integer(),
  items: t.Integer(),
  hours: t.Number({ description: 'A month, in one grid' }),
  fee: t.Integer({ description: 'Fen a month, in one grid' }),
});
export type Load = Static<typeof Load>;

export const ListPage = t.Object({ day: Day, items: t.Array(DutyRow), load: t.Array(Load) });
export type ListPage = Static<typeof ListPage>;

const one = { params: t.Object({ id: Id }) };
const Base = { transaction: Transaction, version: t.Integer({ minimum: 1 }) };
const step = <B extends TSchema>(summary: string, body: B) =>
  ({ summary, access: 'policy', ...one, body, response: DutyPage }) as const;

/** Every URL of the module. */
export const operations = {
  'GET /api/duties': {
    summary:
      'The list of duties of grid workers (网格化服务管理事项清单): what is on it, what comes, and the hours that it asks of a grid',
    access: 'public',
    response: ListPage,
  },
  'GET /api/duties/applications': {
    summary: 'All items with their applications: a department its own, the grid body all',
    access: 'signed-in',
    response: t.Array(DutyRow),
  },
  'GET /api/duties/:id': {
    summary: 'An item with what happened to it',
    access: 'signed-in',
    ...one,
    response: DutyPage,
  },
  'POST /api/duties': {
    summary: 'A department applies for an item; urgently where it cannot wait',
    access: 'policy',
    body: t.Object({ transaction: Transaction, owner: Id, urgent: t.Boolean(), item: Item }),
    response: DutyPage,
  },
  'POST /api/duties/:id/resubmit': step('Submit a returned application again', t.Object({ ...Base, item: Item })),
  'POST /api/duties/:id/withdraw': step('Withdraw the application', t.Object(Base)),
  'POST /api/duties/:id/return': step('Return it with the reasons', t.Object({ ...Base, reason: Words(500) })),
  'POST /api/duties/:id/admit': step(
    'Admit it to the list, from a day on and for a term',
    t.Object({ ...Base, from: Day, until: Day }),
  ),
  'POST /api/duties/:id/exit': step(
    'Take it off the list, from a day on',
    t.Object({ ...Base, from: Day, reason: Words(500) }),
  ),
} as const satisfies Operations;
