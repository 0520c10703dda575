import { useQuery } from '@tanstack/react-query';
import { createClient, currentLocale } from '#packages/web-kit';
import type { AccessApi } from '../../../access/contract.ts';

const access = createClient<AccessApi>(currentLocale);

/** Names of bodies by their id. */
export function useOrganisationNames(): ReadonlyMap<string, string> {
  const { data = [] } = useQuery({
    queryKey: ['organisations'],
    queryFn: () => access('GET /api/organisations'),
    staleTime: 3_600_000,
  });
  return new Map(data.map(({ id, name }) => [id, name]));
}
