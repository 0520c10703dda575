import { useQuery } from '@tanstack/react-query';
import { access } from '../api.ts';

/** All bodies of the district; they seldom change. */
export const useOrganisations = () =>
  useQuery({
    queryKey: ['organisations'],
    queryFn: () => access('GET /api/organisations'),
    staleTime: 3_600_000,
  });
