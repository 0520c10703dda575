import { ApiProblem, currentLocale } from '#packages/web-kit';
import type { AreaShape } from '../../../core/published.ts';
import type { Engine, Running } from './engine.ts';
import { interpret } from './fields.ts';
import type { WorkingGrid } from './work.ts';
import type { OpenPlan } from './workspace.ts';

const FIELDS = { code: 'code', name: 'name', households: 'households' } as const;

/** The grids of a plan, exact to the lattice; of the plan in force for one without an id. Throws ApiProblem. */
export async function fetchPlanLayer(
  { id, name }: OpenPlan,
  areas: readonly AreaShape[],
  engine: Engine,
  running: Running,
): Promise<readonly WorkingGrid[]> {
  const url = id === null ? '/api/map/grid' : `/api/grid-plans/${id}/layer?kind=grid`;
  const headers = { 'accept-language': currentLocale() };
  const response = await fetch(url, { headers, ...(running.signal && { signal: running.signal }) });
  if (!response.ok) throw new ApiProblem({ possible: [], reasons: [], request: '', ...(await response.json()) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const reading = await engine.read({ file: { name, bytes }, options: { crs: 'wgs84' } }, running);
  if (reading.status !== 'read') throw new TypeError('a plan without coordinate system');
  const { features } = reading.layer;
  const { content } = interpret({ features, fields: FIELDS, use: 'grids' }, areas, new Set());
  return content.kind === 'grids' ? content.grids : [];
}
