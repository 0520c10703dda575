import { type Static, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { AreaCode, Category, Day, Id, nullable, Term, Time, Words } from './schema.ts';

export const ObligationBody = t.Object({ unit: Id, task: Words(300), term: Term });

const Unit = t.Object({ id: Id, name: t.String() });

export const PartPage = t.Object({
  unit: Unit,
  task: t.String(),
  dueAt: Time,
  overdue: t.Boolean({ description: 'Still owed, and its clock has run out' }),
  reportedAt: nullable(Time),
  excusedAt: nullable(Time),
  onTime: nullable(t.Boolean()),
  came: nullable(t.Boolean()),
});
export type PartPage = Static<typeof PartPage>;

export const JointPage = t.Object({
  by: nullable(Unit),
  at: Time,
  parts: t.Array(PartPage),
  justified: nullable(t.Boolean()),
});
export type JointPage = Static<typeof JointPage>;

/** One part of a joint order in a list of them. */
export const PartRow = t.Intersect([
  PartPage,
  t.Object({
    code: t.String(),
    category: Category,
    grid: t.String({ description: 'Name of the grid, with its street' }),
    by: nullable(t.String()),
    lead: nullable(t.String({ description: 'The unit that is responsible for the whole' })),
    whistledAt: Time,
    ended: t.Boolean(),
  }),
]);
export type PartRow = Static<typeof PartRow>;

/** Both sides of 吹哨报到, by unit; nobody is counted as a person. */
export const AssessmentRow = t.Object({
  unit: Unit,
  whistles: t.Integer({ description: 'Joint orders that it called' }),
  justified: t.Integer(),
  unjustified: t.Integer(),
  called: t.Integer({ description: 'Parts that it was called for' }),
  reported: t.Integer(),
  onTime: t.Integer(),
  late: t.Integer({ description: 'Reported after the deadline, or owed beyond it' }),
  excused: t.Integer(),
  stayedAway: t.Integer({ description: 'Found not to have come' }),
});
export type AssessmentRow = Static<typeof AssessmentRow>;

export const jointOperations = {
  'GET /api/joint-orders': {
    summary: 'Parts of joint orders (吹哨报到) of my units and areas: those owed first, by deadline',
    access: 'signed-in',
    query: t.Object({ open: t.Optional(t.Boolean()), area: t.Optional(AreaCode) }),
    response: t.Array(PartRow),
  },
  'GET /api/joint-orders/assessment': {
    summary: 'Whistlers and reporters by unit, of orders called in a period; for staff who see areas',
    access: 'signed-in',
    query: t.Object({ from: Day, to: Day }),
    response: t.Array(AssessmentRow),
  },
} as const satisfies Operations;
