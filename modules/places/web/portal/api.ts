import { useQuery } from '@tanstack/react-query';
import { createClient, currentLocale } from '#packages/web-kit';
import type { PlacesApi } from '../../contract.ts';

export const places = createClient<PlacesApi>(currentLocale);

const HOUR = 3_600_000;

export const useGrid = (code: string | null) =>
  useQuery({
    queryKey: ['grid', code],
    enabled: code !== null,
    queryFn: () => places('GET /api/grids/:code', { params: { code: code ?? '' } }),
  });

export const useAreas = () =>
  useQuery({ queryKey: ['areas'], queryFn: () => places('GET /api/areas'), staleTime: HOUR });

export const useGrids = (area: string) =>
  useQuery({
    queryKey: ['grids', area],
    enabled: area !== '',
    queryFn: () => places('GET /api/grids', { query: { area } }),
    staleTime: HOUR,
  });
