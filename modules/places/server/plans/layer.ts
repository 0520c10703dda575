import type { Handler } from '#packages/server-kit';
import type { operations } from '../../core/api.ts';
import { featureOf } from '../../core/features.ts';
import type { PlanContext } from '../context.ts';
import { type Layer, layerOf, presentLayer } from '../layers.ts';
import { gridsOf, microGridsOf } from '../queries.ts';
import { drawingOf } from './compare.ts';
import { seenPlan } from './pages.ts';
import { asPerson } from './step.ts';

type Kind = 'grid' | 'micro';

const KEPT = 6;

/** The grids of a plan as GeoJSON; the last few layers are kept ready. */
export function getPlanLayer(context: PlanContext): Handler<(typeof operations)['GET /api/grid-plans/:id/layer']> {
  const kept = new Map<string, Promise<Layer>>();
  return async ({ actor, params: { id }, query: { kind = 'grid' }, request }) => {
    const key = `${drawingOf(await seenPlan(context, asPerson(actor), id))} ${kind}`;
    const layer = kept.get(key) ?? build(context, id, kind);
    kept.set(key, layer);
    layer.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return presentLayer(await layer, request.headers['accept-encoding']);
  };
}

async function build({ database, district }: PlanContext, id: string, kind: Kind): Promise<Layer> {
  if (kind === 'micro') {
    const micro = await microGridsOf(database, district, id);
    return layerOf(
      micro.map(({ polygons, code, name, households }) =>
        featureOf(polygons, { code, name, kind: 'micro', households }),
      ),
    );
  }
  const grids = await gridsOf(database, district, id);
  return layerOf(
    grids.map(({ polygons, code, name, kind: of, households, sector }) =>
      featureOf(polygons, { code, name, kind: of, households, ...(sector !== null && { sector }) }),
    ),
  );
}
