import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { loadLayer } from '#packages/web-kit/map';
import type { WorkPanelProps } from '../panel.ts';
import { baseBarriers } from './barriers.ts';
import { hasHouseholds, tasksOf } from './plan.ts';
import type { Division } from './result.ts';
import { runTasks } from './run.ts';
import type { DivideSettings } from './settings.ts';

const WORDS = { dividing: text('划分网格…', 'Dividing…') };

/** A slider that moves starts the work when it rests for so long. */
const REST_MS = 250;

/** Whether the divisions are those of the settings, are being made, or were stopped before they were. */
export type DivisionState = 'waiting' | 'fresh' | 'stopped';

/** Divides what is chosen whenever the settings change; the latest wins, and what was there stays until it is done. */
export function useDivision(
  { workspace, engine, run }: Pick<WorkPanelProps, 'workspace' | 'engine' | 'run'>,
  chosen: readonly string[],
  settings: DivideSettings,
) {
  const words = useWords(WORDS);
  const { areas, grids, ground, layers } = workspace;
  const [divisions, setDivisions] = useState<readonly Division[]>([]);
  const [state, setState] = useState<DivisionState>('waiting');
  const [turn, setTurn] = useState(0);
  const base = useQuery({ queryKey: ['map', 'base'], queryFn: async () => baseBarriers(await loadLayer('base')) });
  const barriers = base.data;
  const source = useMemo(() => ({ areas, grids, ground, layers }), [areas, grids, ground, layers]);
  const isCounted = hasHouseholds(source, settings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks for the same again
  useEffect(() => {
    if (chosen.length === 0) setDivisions([]);
    if (chosen.length === 0 || barriers === undefined || !isCounted) return;
    setState('waiting');
    let isLatest = true;
    const timer = setTimeout(() => {
      const tasks = tasksOf(source, chosen, settings, barriers);
      const taken = [...source.ground, ...source.grids].map(({ code }) => code);
      void run(words.dividing, (running) => runTasks(tasks, settings.mode, taken, engine, running)).then((made) => {
        if (!isLatest) return;
        if (made) setDivisions(made);
        setState(made ? 'fresh' : 'stopped');
      });
    }, REST_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [source, chosen, settings, barriers, isCounted, engine, run, words.dividing, turn]);
  return { divisions, state, isCounted, again: () => setTurn((n) => n + 1) };
}
