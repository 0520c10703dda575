import { type Static, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { PLAN_ACTIONS, PLAN_STATUSES } from '../lifecycle.ts';
import { LEAST_NOTICE_DAYS, MOST_NOTICE_DAYS, NOTICE_DAYS } from '../rules.ts';
import { Code, Id, keysOf, nullable, Place, Time } from './schema.ts';

export const Fault = t.Object({
  kind: t.String(),
  ids: t.Array(t.String()),
  area_m2: t.Number(),
  where: t.Unknown({ description: 'GeoJSON geometry; null for what is nowhere' }),
  text: t.String({ description: 'A sentence in the language of the request' }),
});

export type Fault = Static<typeof Fault>;

const Day = t.String({ format: 'date', description: 'A day of the calendar in Shanghai' });
const Words = (most: number) => t.String({ minLength: 1, maxLength: most, pattern: '\\S' });
const Status = keysOf(PLAN_STATUSES);
const Action = keysOf(PLAN_ACTIONS);

export const PlanRow = t.Object({
  id: Id,
  name: t.String(),
  status: Status,
  grids: t.Integer(),
  faults: t.Integer({ description: 'Found by the check; only a plan without any goes on' }),
  warnings: t.Integer({
    description: 'Grids outside the usual range of households (300 to 500; of micro-grids 50 to 80)',
  }),
  created: Time,
  notice: nullable(t.Object({ from: Day, until: Day })),
  effective: nullable(Day),
  published: nullable(Time),
  version: t.Integer({ description: 'To be sent with the next step: two people at once do not overwrite each other' }),
});
export type PlanRow = Static<typeof PlanRow>;

export const PlanPage = t.Intersect([
  PlanRow,
  t.Object({
    approvals: t.Array(t.Object({ street: Code, name: t.String(), at: nullable(Time) })),
    comments: t.Object({ total: t.Integer(), unanswered: t.Integer() }),
    changed: t.Object({ grids: t.Integer(), households: t.Integer() }),
    warned: t.Array(t.Object({ code: t.String(), name: t.String(), households: t.Integer() })),
    possible: t.Array(t.Object({ action: Action, text: t.String() }), {
      description: 'What the one who asks may do now',
    }),
    waits: t.Array(t.Object({ rule: t.String(), text: t.String() }), {
      description: 'What the next step still waits for',
    }),
    history: t.Array(
      t.Object({
        action: Action,
        text: t.String(),
        at: Time,
        role: t.String(),
        reason: nullable(t.String({ description: 'Why it was withdrawn' })),
      }),
    ),
  }),
]);
export type PlanPage = Static<typeof PlanPage>;

const ChangedGrid = t.Object({ code: Code, name: t.String(), households: t.Integer(), area_m2: t.Number() });
export const PlanChanges = t.Object({
  against: nullable(t.Object({ id: Id, name: t.String() })),
  added: t.Array(ChangedGrid),
  removed: t.Array(ChangedGrid),
  changed: t.Array(ChangedGrid, { description: 'The place is another' }),
  redrawn: t.Array(ChangedGrid, { description: 'The same place, with other vertices on the border' }),
  renamed: t.Array(t.Object({ code: Code, from: t.String(), to: t.String() })),
  moves: t.Array(
    t.Object({
      from: nullable(Code),
      to: nullable(Code),
      area_m2: t.Number(),
      households: t.Number({ description: 'Estimated by the share of the area of the grid it comes from' }),
      where: t.Unknown({ description: 'GeoJSON geometry' }),
    }),
  ),
  households_moved: t.Number(),
});
export type PlanChanges = Static<typeof PlanChanges>;

export const PlanComment = t.Object({
  number: t.Integer(),
  at: Time,
  text: nullable(t.String({ description: 'Null for the public until it is released' })),
  place: nullable(Place),
  answer: nullable(t.String()),
  answered: nullable(Time),
  released: t.Boolean(),
});
export type PlanComment = Static<typeof PlanComment>;

export const GridUse = t.Object({
  id: Id,
  organisation: t.Object({ id: Id, name: t.String() }),
  purpose: t.String(),
  since: Day,
  until: nullable(Day),
});
export type GridUse = Static<typeof GridUse>;

export const GridNotice = t.Intersect([
  PlanRow,
  t.Object({ streets: t.Array(t.Object({ code: Code, name: t.String() })), changed: t.Array(Code) }),
]);
export type GridNotice = Static<typeof GridNotice>;

const ofPlan = t.Object({ id: Id });
const base = { transaction: Id, version: t.Integer({ minimum: 1 }) };

const step = <Extra extends Record<string, ReturnType<typeof t.Integer> | ReturnType<typeof t.String>>>(
  summary: string,
  extra: Extra,
) =>
  ({ summary, access: 'policy', params: ofPlan, body: t.Object({ ...base, ...extra }), response: PlanPage }) as const;

export const planOperations = {
  'GET /api/grid-plans': { summary: 'Grid plans, newest first', access: 'policy', response: t.Array(PlanRow) },
  'POST /api/grid-plans': {
    summary:
      'Upload a grid layer (GeoJSON; form fields: file, crs, name; plan and version: a draft that is redrawn; transaction: sent twice, kept once): checked, kept as a draft',
    access: 'policy',
    upload: true,
    response: t.Object({ plan: nullable(PlanRow), grids: t.Integer(), area_m2: t.Number(), faults: t.Array(Fault) }),
  },
  'GET /api/grid-plans/:id': {
    summary: 'One plan; public once it was put on notice',
    access: 'public',
    params: ofPlan,
    response: PlanPage,
  },
  'GET /api/grid-plans/:id/layer': {
    summary: 'Its grids as GeoJSON, exact to the lattice',
    access: 'public',
    params: ofPlan,
    query: t.Object({ kind: t.Optional(t.Union([t.Literal('grid'), t.Literal('micro')])) }),
  },
  'GET /api/grid-plans/:id/changes': {
    summary: 'What differs from the plan in force (once on notice: from the one in force then), or from another one',
    access: 'public',
    params: ofPlan,
    query: t.Object({ against: t.Optional(Id) }),
    response: PlanChanges,
  },
  'POST /api/grid-plans/:id/announce': step('Put a checked plan on notice', {
    days: t.Integer({ default: NOTICE_DAYS, description: `${LEAST_NOTICE_DAYS} to ${MOST_NOTICE_DAYS}` }),
  }),
  'POST /api/grid-plans/:id/approve': step('A street that is concerned approves', {}),
  'POST /api/grid-plans/:id/file': step('The district files the plan, with the day on which it takes effect', {
    effective: Day,
  }),
  'POST /api/grid-plans/:id/withdraw': step('Withdraw a plan that is not in force', { reason: Words(300) }),
  'GET /api/grid-plans/:id/comments': {
    summary: 'Comments on a plan; the public reads those that were released',
    access: 'public',
    params: ofPlan,
    response: t.Array(PlanComment),
  },
  'POST /api/grid-plans/:id/comments': {
    summary: 'Comment on a plan that is on notice; no account is needed',
    access: 'public',
    params: ofPlan,
    body: t.Object({ transaction: Id, text: Words(500), place: t.Optional(Place) }),
    response: PlanComment,
  },
  'POST /api/grid-plans/:id/comments/:number/answer': {
    summary: 'Answer a comment, and release its words or not',
    access: 'policy',
    params: t.Object({ id: Id, number: t.String({ pattern: '^[0-9]{1,6}$' }) }),
    body: t.Object({ ...base, answer: Words(1000), release: t.Boolean() }),
    response: PlanPage,
  },
  'GET /api/grid-notices': { summary: 'Plans that are on notice now', access: 'public', response: t.Array(GridNotice) },
  'GET /api/grid-uses': {
    summary: 'Departments that work on the one grid',
    access: 'public',
    response: t.Array(GridUse),
  },
  'POST /api/grid-uses': {
    summary: 'A department registers that it works on the one grid',
    access: 'policy',
    body: t.Object({ transaction: t.Optional(Id), organisation: Id, purpose: Words(200), since: Day }),
    response: GridUse,
  },
  'POST /api/grid-uses/:id/end': {
    summary: 'A department no longer works on the grid',
    access: 'policy',
    params: ofPlan,
    body: t.Object({ until: Day }),
    response: GridUse,
  },
} as const satisfies Operations;
