import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { matters } from '../api.ts';
import { type Filters, queryOf } from './filters.ts';

const PAGE = 30;

export const useMatters = (filters: Filters) =>
  useInfiniteQuery({
    queryKey: ['matters', filters],
    queryFn: ({ pageParam }) =>
      matters('GET /api/matters', { query: { ...queryOf(filters), after: pageParam, limit: PAGE } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  });

export type CountedBy = 'category' | 'stage' | 'street' | 'community';

export const useCounts = (by: CountedBy, area: string | undefined) =>
  useQuery({
    queryKey: ['counts', by, area],
    queryFn: () => matters('GET /api/matters/counts', { query: { by, ...(area && { area }) } }),
    placeholderData: (before) => before,
  });
