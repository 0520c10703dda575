import type { Handler } from '#packages/server-kit';
import type { Holder as Officer } from '../../access/contract.ts';
import type { GridPage, operations } from '../core/api.ts';
import { problems } from '../core/problems.ts';
import type { Context } from './context.ts';
import { presentLayer } from './layers.ts';
import { presentGrid, presentGridPage } from './present.ts';

type Ops = typeof operations;

export const listAreas =
  ({ holder }: Context): Handler<Ops['GET /api/areas']> =>
  async () => [...holder.get().published.areas];

export const listGrids =
  ({ holder, district }: Context): Handler<Ops['GET /api/grids']> =>
  async ({ query: { area = district } }) => {
    const { published } = holder.get();
    if (!published.nameOf.has(area)) throw problems.unknown_area();
    return published.grids.filter(({ code }) => code.startsWith(area)).map(presentGrid);
  };

/** A grid with the people whose duty is public; throws `unknown_grid`. */
export async function gridPage({ holder, access }: Context, code: string): Promise<GridPage> {
  const { published } = holder.get();
  const grid = published.gridOf.get(code);
  if (!grid) throw problems.unknown_grid();
  const officers: (readonly Officer[])[] = await Promise.all([
    access().holdersOf(code, ['grid_worker', 'grid_head']),
    access().holdersOf(code.slice(0, 12), ['community_staff', 'community_secretary']),
  ]);
  return presentGridPage(grid, officers.flat(), (area) => published.nameOf.get(area) ?? area);
}

export const getGrid =
  (context: Context): Handler<Ops['GET /api/grids/:code']> =>
  ({ params: { code } }) =>
    gridPage(context, code);

export const locate =
  ({ holder }: Context): Handler<Ops['GET /api/locate']> =>
  async ({ query: { lon, lat, crs = 'wgs84' } }) => {
    const located = holder.get().published.locate({ lon, lat }, crs);
    return located.inside
      ? { inside: true, grid: presentGrid(located.grid), point: located.point, metres: 0 }
      : { inside: false, grid: presentGrid(located.nearest), point: located.point, metres: Math.round(located.metres) };
  };

export const getLayer =
  ({ holder }: Context): Handler<Ops['GET /api/map/:layer']> =>
  async ({ params: { layer }, request }) =>
    presentLayer(holder.get().layers[layer], request.headers['accept-encoding']);
