import type { UnifyRequest } from './engine.ts';
import { gridLayers, type Workspace } from './workspace.ts';

/** What the engine is asked to inspect or to merge: the layers or, where there are none, the grids that were opened. */
export function unifyRequest(workspace: Workspace): UnifyRequest {
  const { areas, ground, grids, decisions, choice, plan } = workspace;
  const layers = gridLayers(workspace);
  const own = layers.length > 0 ? layers : [{ name: plan?.name ?? '', grids }];
  return { layers: own, ground, areas, decisions, ...choice };
}
