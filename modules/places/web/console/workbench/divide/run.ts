import type { Engine, Running } from '../engine.ts';
import type { Task } from './plan.ts';
import { type Division, divisionOf } from './result.ts';
import type { DivideMode } from './settings.ts';

/** Divides one community after the other. The fraction that is done counts households. */
export async function runTasks(
  tasks: readonly Task[],
  mode: DivideMode,
  taken: readonly string[],
  engine: Engine,
  { signal, onProgress }: Running,
): Promise<Division[]> {
  const all = tasks.reduce((sum, { households }) => sum + households + 1, 0);
  const divisions: Division[] = [];
  let done = 0;
  for (const task of tasks) {
    const divided = await engine.divide(task.request, signal && { signal });
    divisions.push(divisionOf(task, divided, mode, taken));
    done += task.households + 1;
    if (tasks.length > 1) onProgress?.(done / all);
  }
  return divisions;
}
