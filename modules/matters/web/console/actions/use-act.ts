import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { v4 as newTransaction } from 'uuid';
import { ApiProblem } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import { matters } from '../api.ts';
import { matterKey } from '../matter/use-matter.ts';
import { bodyOf, type Values } from './body.ts';
import type { StaffAction } from './forms.ts';

interface Step {
  readonly action: StaffAction;
  readonly values: Values;
  /** The version that the person has seen. */
  readonly version: number;
}

/** Each write has a transaction id of its own; a retry of the same write has the same, so that nothing is recorded twice. */
function useTransaction() {
  const last = useRef({ write: '', id: '' });
  return (write: string) => {
    if (last.current.write !== write) last.current = { write, id: newTransaction() };
    return last.current.id;
  };
}

/** Takes one step. After a conflict the matter is asked again, so that the page shows what happened meanwhile. */
export function useAct(code: string, onDone: () => void) {
  const queries = useQueryClient();
  const transactionFor = useTransaction();
  return useMutation({
    mutationFn: ({ action, values, version }: Step): Promise<MatterPage> => {
      const write = { version, ...bodyOf(action, values) };
      const body = { transaction: transactionFor(JSON.stringify([action, write])), ...write };
      return matters(`POST /api/matters/:code/${action}`, { params: { code }, body } as never);
    },
    onSuccess: async (page) => {
      queries.setQueryData(matterKey(code), page);
      onDone();
      await Promise.all(
        [['inbox'], ['matters'], ['counts'], ['matter-map']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.problem.status === 409) {
        await queries.invalidateQueries({ queryKey: matterKey(code) });
      }
    },
  });
}
