import { useQuery } from '@tanstack/react-query';
import { matters, POLL, places } from '../api.ts';

export const matterKey = (code: string) => ['matter', code] as const;

/** A matter as its staff see it, asked again while it is open. */
export const useMatter = (code: string) =>
  useQuery({
    queryKey: matterKey(code),
    queryFn: () => matters('GET /api/matters/:code', { params: { code } }),
    refetchInterval: POLL,
  });

/** A grid with the people whose duty it is; seldom changes. */
export const useGrid = (code: string) =>
  useQuery({
    queryKey: ['grid', code],
    queryFn: () => places('GET /api/grids/:code', { params: { code } }),
    staleTime: 3_600_000,
  });
