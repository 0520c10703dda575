import { type Cell, CoverageEditor, diff } from '#packages/coverage';
import { cellOf } from '../../../core/published.ts';
import type { Edited, EditRequest } from './engine.ts';
import { restoreOutline } from './exact-outline.ts';
import { newGrid, type WorkingGrid } from './work.ts';

/**
 * Makes one change on shared borders. Where a border has come to end on the outline of a community, the outline stays
 * as it is official.
 * @throws CoverageError `edit_refused`, `unknown_cell`
 */
export function editGrids({ grids, areas, operation }: EditRequest): Edited {
  const known = new Map(grids.map((grid) => [grid.code, grid]));
  const editor = new CoverageEditor(grids.map(cellOf));
  const difference = editor.apply(operation);
  const touched = new Set([...difference.before, ...difference.after].map(({ id }) => id.slice(0, 12)));
  const after = areas
    .filter(({ level, code }) => level === 'community' && touched.has(code))
    .flatMap(({ code, polygons }) =>
      restoreOutline(
        editor.cells.filter(({ id }) => id.startsWith(code)),
        polygons,
      ),
    );
  const put = after.flatMap((cell) => changed(cell, known));
  const here = new Set(after.map(({ id }) => id));
  const remove = difference.before.map(({ id }) => id).filter((id) => !here.has(id));
  const before = [...new Set([...put.map(({ code }) => code), ...remove])].flatMap((code) => known.get(code) ?? []);
  return {
    remove,
    put,
    difference: {
      ...difference,
      before: before.map(cellOf),
      after: put.map(cellOf),
      diff: diff(before.map(cellOf), put.map(cellOf)),
    },
  };
}

/** The grid as it is now, if it is new or another than before. */
function changed({ id, polygons }: Cell, known: ReadonlyMap<string, WorkingGrid>): WorkingGrid[] {
  const before = known.get(id);
  if (before === undefined) return [newGrid(id, polygons)];
  return before.polygons === polygons ? [] : [{ ...before, polygons }];
}
