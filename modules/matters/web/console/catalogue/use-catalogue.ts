import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { matters } from '../api.ts';

export const useVersions = () => useQuery({ queryKey: ['catalogues'], queryFn: () => matters('GET /api/catalogues') });

export const useVersion = (version: number) =>
  useQuery({
    queryKey: ['catalogues', version],
    queryFn: () => matters('GET /api/catalogues/:version', { params: { version } }),
  });

/** A change of the catalogue; what is shown of it is asked again. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>, onDone?: (output: Output) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      await queries.invalidateQueries({ queryKey: ['catalogues'] });
      onDone?.(output);
    },
  });
}
