import { useQuery } from '@tanstack/react-query';
import { createClient, currentLocale } from '#packages/web-kit';
import { loadLayer } from '#packages/web-kit/map';
import type { PlacesApi } from '../../contract.ts';
import type { PlanRow } from '../../core/api.ts';
import type { PlanLayer } from './plan-layer.ts';

const places = createClient<PlacesApi>(currentLocale);

type Versioned = Pick<PlanRow, 'id' | 'status' | 'version'>;

/** Only a plan that is not on notice yet may be redrawn: of the others one answer serves for good. */
const drawingOf = ({ status, version }: Versioned): number | null =>
  status === 'draft' || status === 'checked' ? version : null;

/** What differs from the plan in force (once on notice: from the one in force then), or from another one. */
export const useChanges = (plan: Versioned, against?: string) =>
  useQuery({
    queryKey: ['plan-changes', plan.id, drawingOf(plan), against ?? ''],
    queryFn: () => places('GET /api/grid-plans/:id/changes', { params: { id: plan.id }, query: { against } }),
  });

// GeoJSON is described in words only: its type is ours to know
const askLayer = async (id: string) =>
  (await places('GET /api/grid-plans/:id/layer', { params: { id } })) as unknown as PlanLayer;

/** The grids of a plan as it is drawn now. */
export const useLayer = (plan: Versioned) =>
  useQuery({
    queryKey: ['plan-layer', plan.id, drawingOf(plan)],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => askLayer(plan.id),
  });

/** The grids with which a plan is compared. `inForce`: they are those that the map has anyway. */
export const useLayerBefore = (id: string, inForce = false) =>
  useQuery({
    queryKey: ['plan-layer', id, inForce ? 'map' : null],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (inForce ? ((await loadLayer('grid')) as unknown as PlanLayer) : askLayer(id)),
  });
