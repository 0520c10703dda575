import { useQuery } from '@tanstack/react-query';
import { unpack } from '../../../core/suggest/pack.ts';
import { matters } from '../api.ts';

/** The model that suggests kinds: loaded once when the form opens, so that it works while somebody types and without network. */
export const useKindModel = () =>
  useQuery({
    queryKey: ['kind-model'],
    queryFn: async () => unpack(await matters('GET /api/categories/model')),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
