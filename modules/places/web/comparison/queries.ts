import { useQuery } from '@tanstack/react-query';
import { createClient, currentLocale } from '#packages/web-kit';
import type { PlacesApi } from '../../contract.ts';
import type { PlanLayer } from './plan-layer.ts';

const places = createClient<PlacesApi>(currentLocale);

/** What differs from the plan in force, or from another one. */
export const useChanges = (id: string, version: number, against?: string) =>
  useQuery({
    queryKey: ['plan-changes', id, version, against ?? ''],
    queryFn: () => places('GET /api/grid-plans/:id/changes', { params: { id }, query: { against } }),
  });

/** The grids of a plan; nothing is asked without one. `version`: of a plan that may still be redrawn. */
export const useLayer = (id: string | undefined, version?: number) =>
  useQuery({
    queryKey: ['plan-layer', id, version ?? ''],
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // GeoJSON is described in words only: its type is ours to know
    queryFn: async () =>
      (await places('GET /api/grid-plans/:id/layer', { params: { id: id ?? '' } })) as unknown as PlanLayer,
  });
