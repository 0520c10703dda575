import { useCallback, useEffect } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { WorkPanelProps } from './panel.ts';
import { unifyRequest } from './unify-request.ts';
import { looksAtLayers } from './workspace.ts';

const WORDS = {
  checking: text('检查…', 'Checking…'),
  inspecting: text('检查各图层，并相互比对…', 'Checking the layers, and comparing them…'),
};

/**
 * Looks for faults whenever none are known: in the layers that are still to be merged, else in the grids. Faults of a
 * plan that was opened can be decided like those of a layer. The function that is returned looks again.
 */
export function useInspection({ workspace, dispatch, engine, run }: WorkPanelProps): () => Promise<void> {
  const words = useWords(WORDS);
  const look = useCallback(async () => {
    const { grids, areas, conflicts } = workspace;
    if (looksAtLayers(workspace)) {
      const found = await run(words.inspecting, (running) => engine.inspect(unifyRequest(workspace), running));
      if (found) dispatch({ type: 'checked', faults: found.faults, verdict: null, preview: found.conflicts });
      return;
    }
    const found = await run(words.checking, async (running) => {
      const checked = await engine.check({ grids, areas }, running);
      if (checked.verdict.sound || conflicts !== null) return checked;
      const inspected = await engine.inspect(unifyRequest(workspace), running);
      return { verdict: checked.verdict, faults: inspected.faults, preview: inspected.conflicts };
    });
    if (found) dispatch({ type: 'checked', ...found });
  }, [workspace, engine, run, dispatch, words.checking, words.inspecting]);

  const isUnknown = workspace.faults === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once after each change, not with each new function
  useEffect(() => {
    if (isUnknown) void look();
  }, [isUnknown]);
  return look;
}
