import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { auth } from '#modules/access/web/console/index';

/** Ends the session and forgets everything that was shown in it. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return async () => {
    await auth('POST /api/auth/sign-out', { body: {} });
    navigate('/', { replace: true });
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'platform' && queryKey[0] !== 'me' });
    await queries.resetQueries({ queryKey: ['me'] });
  };
}
