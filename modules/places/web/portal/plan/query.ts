import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LonLat } from '#packages/web-kit/map';
import { useTransaction } from '../../transaction.ts';
import { places } from '../api.ts';

export const usePlan = (id: string) =>
  useQuery({ queryKey: ['grid-plan', id], queryFn: () => places('GET /api/grid-plans/:id', { params: { id } }) });

export const useComments = (id: string) =>
  useQuery({
    queryKey: ['plan-comments', id],
    queryFn: () => places('GET /api/grid-plans/:id/comments', { params: { id } }),
  });

export interface CommentWords {
  readonly text: string;
  readonly place?: LonLat;
}

/** Sends a comment; the same words sent again after a failure are kept once. */
export function useSendComment(id: string) {
  const queries = useQueryClient();
  const transactionFor = useTransaction();
  return useMutation({
    mutationFn: (words: CommentWords) =>
      places('POST /api/grid-plans/:id/comments', {
        params: { id },
        body: { transaction: transactionFor(words), ...words },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['plan-comments', id] }),
  });
}
