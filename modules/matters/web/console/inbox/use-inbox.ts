import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { matters, POLL } from '../api.ts';

const PAGE = 50;

/** What waits for me, most urgent first; asked again while the page is open, without losing the place in it. */
export const useInbox = () =>
  useInfiniteQuery({
    queryKey: ['inbox', 'list'],
    queryFn: ({ pageParam }) => matters('GET /api/inbox', { query: { after: pageParam, limit: PAGE } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: POLL,
  });

const askCount = () => matters('GET /api/inbox', { query: { limit: 1 } });

/** How much waits for me. */
export function useInboxCount(): number | undefined {
  const { data } = useQuery({ queryKey: ['inbox', 'count'], queryFn: askCount, refetchInterval: 3 * POLL });
  return data?.total;
}
