import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '#packages/web-kit';

const isRefusal = (error: unknown) =>
  error instanceof ApiProblem && error.problem.status >= 400 && error.problem.status < 500;

/** A refusal is an answer and is not asked again; a session that ended is noticed at the first refusal. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (!(error instanceof ApiProblem) || error.problem.status !== 401 || query.queryKey[0] === 'me') return;
      void queryClient.invalidateQueries({ queryKey: ['me'] });
    },
  }),
  defaultOptions: {
    // Asked in any case: that the network is away is told at once, instead of waiting without a word.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (failures, error) => !isRefusal(error) && failures < 2,
    },
  },
});
