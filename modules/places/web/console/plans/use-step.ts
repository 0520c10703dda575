import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '#packages/web-kit';
import type { PlanPage } from '../../../core/api.ts';
import { useTransaction } from '../../transaction.ts';
import { places } from '../api.ts';
import type { StepBody } from './steps.ts';
import { planKey } from './use-plans.ts';

/** What changes on other screens when a plan takes a step. */
const AFFECTED = [['grid-plans'], ['grid-notices'], ['plan-comments'], ['areas'], ['grids']];

/**
 * A write to a plan. After it the page is the one that was answered; after a conflict it is asked again, so that it shows what
 * happened meanwhile.
 */
function usePlanWrite<Write>(id: string, send: (write: Write) => Promise<PlanPage>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (page) => {
      queries.setQueryData(planKey(id), page);
      onDone();
      await Promise.all(AFFECTED.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.problem.status === 409) {
        await queries.invalidateQueries({ queryKey: planKey(id) });
      }
    },
  });
}

/** One of the steps of a plan. `version`: the one that the person has seen. */
export function useStep(id: string, onDone: () => void) {
  const transactionFor = useTransaction();
  const send = ({ step, version }: { readonly step: StepBody; readonly version: number }): Promise<PlanPage> => {
    const { action, ...write } = step;
    const body = { transaction: transactionFor([version, step]), version, ...write };
    return places(`POST /api/grid-plans/:id/${action}`, { params: { id }, body } as never);
  };
  return usePlanWrite(id, send, onDone);
}

export interface AnswerWrite {
  readonly comment: number;
  readonly answer: string;
  readonly release: boolean;
  readonly version: number;
}

/** Answers a comment of a resident. */
export function useAnswer(id: string, onDone: () => void) {
  const transactionFor = useTransaction();
  const send = ({ comment, ...write }: AnswerWrite) =>
    places('POST /api/grid-plans/:id/comments/:number/answer', {
      params: { id, number: String(comment) },
      body: { transaction: transactionFor([comment, write]), ...write },
    });
  return usePlanWrite(id, send, onDone);
}
