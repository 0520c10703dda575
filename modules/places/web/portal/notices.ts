import { useQuery } from '@tanstack/react-query';
import { places } from './api.ts';

/** Plans that are on notice now. */
export const useNotices = () =>
  useQuery({ queryKey: ['grid-notices'], queryFn: () => places('GET /api/grid-notices'), staleTime: 60_000 });
