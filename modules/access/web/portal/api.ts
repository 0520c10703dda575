import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, createClient, currentLocale, type ProblemBody } from '#packages/web-kit';
import type { AccessApi } from '../../contract.ts';

export const access = createClient<AccessApi>(currentLocale);

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => access('GET /api/me') });

const AWAY: ProblemBody = { status: 0, code: 'network_away', title: '', reasons: [], possible: [], request: '' };

/** A call of sign-in (better-auth); refusals come as problems like everywhere. */
async function auth<T>(path: string, body: Readonly<Record<string, unknown>>): Promise<T> {
  const response = await fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': currentLocale() },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiProblem({ ...AWAY, status: response.status, ...answer });
  return answer as T;
}

export interface Credentials {
  /** User name or mobile number */
  readonly username: string;
  readonly password: string;
}

interface SignedIn {
  /** The account has a second factor: a code is asked for. */
  readonly twoFactorRedirect?: boolean;
}

/** A new person on the page: whatever was known belongs to the one before. */
function useForget() {
  const queries = useQueryClient();
  return async () => {
    await queries.resetQueries();
  };
}

export function useSignIn() {
  const forget = useForget();
  return useMutation({
    mutationFn: (credentials: Credentials) => auth<SignedIn>('/sign-in/username', { ...credentials }),
    onSuccess: forget,
  });
}

export function useSecondFactor() {
  const forget = useForget();
  return useMutation({
    mutationFn: (code: string) => auth('/two-factor/verify-totp', { code }),
    onSuccess: forget,
  });
}

/** Ends the session and loads the page anew: nothing of the person stays in its memory. */
export function useSignOut() {
  return useMutation({ mutationFn: () => auth('/sign-out', {}), onSuccess: () => window.location.assign('/') });
}

/** Goes to the government's unified identity; comes back to `/my`. */
export function useUnifiedIdentity() {
  return useMutation({
    mutationFn: () => auth<{ url?: string }>('/sign-in/social', { provider: 'unified', callbackURL: '/my' }),
    onSuccess: ({ url }) => {
      if (url) window.location.assign(url);
    },
  });
}

export function useOpenAccount() {
  return useMutation({
    mutationFn: (body: { name: string; username: string; mobile?: string; password: string }) =>
      access('POST /api/accounts', { body }),
  });
}
