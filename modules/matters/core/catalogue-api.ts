import { type Static, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { ORGANISATION_KINDS } from '../../access/contract.ts';
import { AreaCode, Category, Day, Id, keysOf, nullable, Term, Time, Transaction, Words } from './schema.ts';

const Named = t.Union([t.Object({ kind: keysOf(ORGANISATION_KINDS) }), t.Object({ unit: Id })]);

export const StandardBody = t.Object({
  id: t.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  opens: Words(200),
  closes: Words(200),
  term: Term,
});

export const RowBody = t.Object({
  category: Category,
  area: AreaCode,
  responsible: Named,
  co: t.Array(Named, { maxItems: 8 }),
  standards: t.Array(StandardBody, { minItems: 1, maxItems: 12 }),
});

/** How a version stands today: `upcoming` is published for a later date. */
export const STANDINGS = ['draft', 'upcoming', 'in_force', 'superseded'] as const;

export const CatalogueVersion = t.Object({
  version: t.Integer(),
  standing: t.Union(STANDINGS.map((standing) => t.Literal(standing))),
  note: t.String(),
  rows: t.Integer(),
  draftedAt: Time,
  effectiveFrom: nullable(Time),
});
export type CatalogueVersion = Static<typeof CatalogueVersion>;

const NamedUnit = t.Object({ id: nullable(Id), name: t.String({ description: 'Of the unit, or of what it does' }) });
const ShownRow = t.Intersect([
  RowBody,
  t.Object({ areaName: t.String(), responsibleName: t.String(), coNames: t.Array(t.String()) }),
]);
export type ShownRow = Static<typeof ShownRow>;

const Unit = t.Object({ id: Id, name: t.String() });

export const ProposalPage = t.Object({
  version: nullable(t.Integer()),
  unit: nullable(Unit),
  co: t.Array(Unit),
  caught: t.Boolean(),
  why: t.String(),
  standards: t.Array(t.Intersect([StandardBody, t.Object({ dueAt: Time, provisional: t.Boolean() })])),
  /** By the kind alone, where there is no standard to choose. */
  term: Term,
  dueAt: Time,
});
export type ProposalPage = Static<typeof ProposalPage>;
export type NamedUnit = Static<typeof NamedUnit>;

const version = { params: t.Object({ version: t.Integer({ minimum: 1 }) }) };
const Written = { transaction: Transaction };

/** The dispatch catalogue: published for everybody, written by the district's centre. */
export const catalogueOperations = {
  'GET /api/catalogues': {
    summary: 'Versions of the dispatch catalogue (派单目录), newest first; drafts for the centre alone',
    access: 'public',
    response: t.Array(CatalogueVersion),
  },
  'GET /api/catalogues/:version': {
    summary: 'The rows of a version',
    access: 'public',
    ...version,
    response: t.Object({ ...CatalogueVersion.properties, list: t.Array(ShownRow) }),
  },
  'POST /api/catalogues': {
    summary: 'Draft the next version: a copy of the last one, or of the list of kinds where there is none',
    access: 'policy',
    response: CatalogueVersion,
  },
  'PUT /api/catalogues/:version/rows': {
    summary: 'Put a row into the draft, in place of the one for the same kind and area',
    access: 'policy',
    ...version,
    body: RowBody,
    response: CatalogueVersion,
  },
  'DELETE /api/catalogues/:version/rows': {
    summary: 'Take a row out of the draft',
    access: 'policy',
    ...version,
    query: t.Object({ category: Category, area: AreaCode }),
    response: CatalogueVersion,
  },
  'DELETE /api/catalogues/:version': {
    summary: 'Throw the draft away',
    access: 'policy',
    ...version,
    response: t.Object({ gone: t.Boolean() }),
  },
  'POST /api/catalogues/:version/publish': {
    summary: 'Publish the draft from a day on; the version before is in force until then',
    access: 'policy',
    ...version,
    body: t.Object({ ...Written, from: Day, note: Words(300) }),
    response: CatalogueVersion,
  },
  'GET /api/matters/:code/proposal': {
    summary: 'What the catalogue proposes for this matter: unit, helpers, standards with their deadlines, and why',
    access: 'policy',
    params: t.Object({ code: t.String({ minLength: 18, maxLength: 30 }) }),
    query: t.Object({ category: t.Optional(Category) }),
    response: ProposalPage,
  },
} as const satisfies Operations;
