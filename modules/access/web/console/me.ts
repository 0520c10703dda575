import { useQuery } from '@tanstack/react-query';
import type { Person } from '../../contract.ts';
import type { Me } from '../../core/api.ts';
import { api } from './api.ts';

export const ME = ['me'] as const;

const askMe = () => api('GET /api/me');

/** Who is signed in; asked again when the window comes back, since a session may have ended meanwhile. */
export const useMe = () => useQuery({ queryKey: ME, queryFn: askMe, staleTime: 60_000 });

/** The signed-in person as the predicates of the modules know them. */
export const actorOf = ({ person, grants }: Me): Person => ({
  person: person?.id ?? null,
  name: person?.name ?? null,
  grants: grants.map(({ role, area, organisation }) => ({ role, area, organisation: organisation?.id ?? null })),
});
