import { diff, exactArea2 } from '#packages/coverage';
import { readLayer } from '#packages/geo-formats';
import { cellOf } from '../../../core/published.ts';
import { checkGridLayer } from '../../../core/soundness.ts';
import { divideCommunities } from './divide-task.ts';
import { editGrids } from './edit-task.ts';
import type { Checked, CheckRequest, Tasks } from './engine.ts';
import { inspectLayers } from './inspect-task.ts';
import { unifyLayers } from './unify-task.ts';

type TaskTable = {
  readonly [T in keyof Tasks]: (
    request: Tasks[T]['request'],
    onProgress?: (fraction: number) => void,
  ) => Tasks[T]['answer'] | Promise<Tasks[T]['answer']>;
};

/** The work itself: the same functions in the worker, in tests and wherever there are no workers. */
export const TASKS: TaskTable = {
  read: ({ file, options }) => readLayer(file, options),
  inspect: inspectLayers,
  check: checkGrids,
  unify: unifyLayers,
  divide: divideCommunities,
  edit: editGrids,
  diff: ({ before, after }) => diff(before.map(cellOf), after.map(cellOf)),
};

function checkGrids({ grids, areas }: CheckRequest): Checked {
  const { faults, areaM2 } = checkGridLayer(grids, areas);
  const district = areas.find(({ level }) => level === 'district')?.polygons ?? [];
  const exact = exactArea2(grids.flatMap(({ polygons }) => polygons)) === exactArea2(district);
  const plain = faults.map((fault) => ({ ...fault, layer: null, keys: [], candidates: [], claims: [] }));
  return { faults: plain, verdict: { sound: faults.length === 0, grids: grids.length, areaM2, exact } };
}
