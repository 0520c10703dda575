import { type Static, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { GRID_KINDS } from '../../contract.ts';
import { Bounds, Code, CrsName, keysOf, Level, nullable, Place } from './schema.ts';

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

export const areaOperations = {
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
} as const satisfies Operations;
