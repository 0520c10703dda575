import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DutyPage } from '../../core/api.ts';
import { staffing } from './api.ts';

export const useList = () => useQuery({ queryKey: ['duties', 'list'], queryFn: () => staffing('GET /api/duties') });

export const useApplications = () =>
  useQuery({ queryKey: ['duties', 'applications'], queryFn: () => staffing('GET /api/duties/applications') });

export const useDuty = (id: string) =>
  useQuery({ queryKey: ['duties', id], queryFn: () => staffing('GET /api/duties/:id', { params: { id } }) });

/** A step of an item; every list of them is asked again, after a conflict too. */
export function useStep<Input>(step: (input: Input) => Promise<DutyPage>, onDone: (page: DutyPage) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSettled: () => queries.invalidateQueries({ queryKey: ['duties'] }),
    onSuccess: onDone,
  });
}
