import { useQuery } from '@tanstack/react-query';
import { loadPlatform } from '#packages/web-kit';
import { places } from '../api.ts';

export const planKey = (id: string) => ['grid-plan', id] as const;

export const usePlans = () => useQuery({ queryKey: ['grid-plans'], queryFn: () => places('GET /api/grid-plans') });

export const usePlan = (id: string) =>
  useQuery({ queryKey: planKey(id), queryFn: () => places('GET /api/grid-plans/:id', { params: { id } }) });

/** Code of the district; empty until it is known. */
export function useDistrict(): string {
  const { data } = useQuery({ queryKey: ['platform'], queryFn: loadPlatform, staleTime: Number.POSITIVE_INFINITY });
  return data?.district.code ?? '';
}
