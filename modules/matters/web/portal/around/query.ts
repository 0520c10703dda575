import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { matters } from '../api.ts';

export interface Filter {
  /** Code of an area or grid; empty for the whole district. */
  readonly area: string;
  /** Two digits for a group of kinds, four for one kind; empty for all. */
  readonly category: string;
}

const PAGE = 20;

const queryOf = ({ area, category }: Filter) => ({ ...(area && { area }), ...(category && { category }) });

/** Public matters, newest first, a page at a time. */
export const usePublicMatters = (filter: Filter, limit = PAGE) =>
  useInfiniteQuery({
    queryKey: ['public', filter, limit],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      matters('GET /api/public/matters', {
        query: { ...queryOf(filter), limit, ...(pageParam && { after: pageParam }) },
        signal,
      }),
    getNextPageParam: ({ next }) => next,
  });

/** Open and recently closed matters of each grid. */
export const useCounts = (area: string) =>
  useQuery({
    queryKey: ['counts', area],
    queryFn: ({ signal }) => matters('GET /api/public/map', { query: area ? { area } : {}, signal }),
  });
