import { type Static, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { CRS, GRID_KINDS } from '../contract.ts';

const Id = t.String({ format: 'uuid' });
const Time = t.String({ format: 'date-time' });
const Code = t.String({ pattern: '^[0-9]{6,15}$' });
const nullable = <T extends Parameters<typeof t.Union>[0][number]>(schema: T) => t.Union([schema, t.Null()]);
const keysOf = <K extends string>(record: Record<K, unknown>) =>
  t.Unsafe<K>({ type: 'string', enum: Object.keys(record) });

export const Level = t.Union([t.Literal('district'), t.Literal('street'), t.Literal('community'), t.Literal('grid')]);
export const CrsName = keysOf(CRS);
/** west, south, east, north in degrees */
export const Bounds = t.Tuple([t.Number(), t.Number(), t.Number(), t.Number()]);
export const Place = t.Object({
  lon: t.Number({ minimum: -180, maximum: 180 }),
  lat: t.Number({ minimum: -90, maximum: 90 }),
});

export const AreaRow = t.Object({
  code: Code,
  name: t.String(),
  level: Level,
  parent: nullable(Code),
  grids: t.Integer(),
  households: t.Integer(),
});
export type AreaRow = Static<typeof AreaRow>;

export const GridRow = t.Object({
  code: Code,
  name: t.String(),
  kind: keysOf(GRID_KINDS),
  households: t.Integer(),
  community: t.String(),
  street: t.String(),
});
export type GridRow = Static<typeof GridRow>;

export const GridPage = t.Intersect([
  GridRow,
  t.Object({
    bounds: Bounds,
    inside: Place,
    people: t.Array(
      t.Object({
        name: t.String(),
        role: t.String(),
        phone: nullable(t.String()),
        area: t.String({ description: 'Where the post is' }),
      }),
      { description: 'Grid worker, grid head and others whose duty is public' },
    ),
  }),
]);
export type GridPage = Static<typeof GridPage>;

export const Fault = t.Object({
  kind: t.String(),
  ids: t.Array(t.String()),
  area_m2: t.Number(),
  where: t.Unknown({ description: 'GeoJSON geometry; null for what is nowhere' }),
  text: t.String({ description: 'A sentence in the language of the request' }),
});

export type Fault = Static<typeof Fault>;

export const PlanRow = t.Object({
  id: Id,
  name: t.String(),
  status: t.Union([t.Literal('draft'), t.Literal('published'), t.Literal('superseded')]),
  grids: t.Integer(),
  faults: t.Integer({ description: 'Found by the check; only a plan without any can be published' }),
  created: Time,
  published: nullable(Time),
});
export type PlanRow = Static<typeof PlanRow>;

export const operations = {
  'GET /api/areas': { summary: 'District, streets and communities', access: 'public', response: t.Array(AreaRow) },
  'GET /api/grids': {
    summary: 'Grids of an area',
    access: 'public',
    query: t.Object({ area: t.Optional(Code) }),
    response: t.Array(GridRow),
  },
  'GET /api/grids/:code': {
    summary: 'One grid with the people whose duty it is',
    access: 'public',
    params: t.Object({ code: Code }),
    response: GridPage,
  },
  'GET /api/locate': {
    summary: 'The one grid of a place; outside the district, the nearest one',
    access: 'public',
    // Any numbers: a rule with a sentence refuses swapped axes and what is not on Earth.
    query: t.Object({ lon: t.Number(), lat: t.Number(), crs: t.Optional(CrsName) }),
    response: t.Object({
      inside: t.Boolean(),
      grid: GridRow,
      point: Place,
      metres: t.Number({ description: 'Distance to the grid, 0 inside' }),
    }),
  },
  'GET /api/map/:layer': {
    summary: 'A layer of the map as GeoJSON (illustrative boundaries); properties: code, name, households',
    access: 'public',
    params: t.Object({
      layer: t.Union([
        t.Literal('district'),
        t.Literal('street'),
        t.Literal('community'),
        t.Literal('grid'),
        t.Literal('base'),
      ]),
    }),
  },
  'GET /api/grid-plans': { summary: 'Grid plans, newest first', access: 'policy', response: t.Array(PlanRow) },
  'POST /api/grid-plans': {
    summary: 'Upload a grid layer (GeoJSON; form fields: file, crs, name): checked, kept as a draft',
    access: 'policy',
    upload: true,
    response: t.Object({ plan: nullable(PlanRow), grids: t.Integer(), area_m2: t.Number(), faults: t.Array(Fault) }),
  },
  'POST /api/grid-plans/:id/publish': {
    summary: 'Publish a checked draft: it becomes the one grid of the district',
    access: 'policy',
    params: t.Object({ id: Id }),
    response: PlanRow,
  },
} as const satisfies Operations;
