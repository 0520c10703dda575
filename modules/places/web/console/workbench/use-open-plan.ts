import { useCallback } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { WorkPanelProps } from './panel.ts';
import { fetchPlanLayer } from './plan-layer.ts';
import type { OpenPlan } from './workspace.ts';

const WORDS = { loading: text('读取方案…', 'Loading the plan…') };

type Props = Pick<WorkPanelProps, 'workspace' | 'dispatch' | 'engine' | 'run'>;

/** Opens a plan as the ground of the work. */
export function useOpenPlan({
  workspace: { areas },
  dispatch,
  engine,
  run,
}: Props): (plan: OpenPlan) => Promise<unknown> {
  const words = useWords(WORDS);
  return useCallback(
    (plan) =>
      run(words.loading, async (running) => {
        const grids = await fetchPlanLayer(plan, areas, engine, running);
        dispatch({ type: 'open_plan', plan, grids });
      }),
    [areas, dispatch, engine, run, words.loading],
  );
}
