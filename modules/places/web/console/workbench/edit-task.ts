import {
  type Cell,
  CoverageEditor,
  CoverageError,
  check,
  type Difference,
  diff,
  type EditOperation,
} from '#packages/coverage';
import type { Text } from '#packages/kernel';
import { type AreaShape, cellOf } from '../../../core/published.ts';
import type { Edited, EditRequest } from './engine.ts';
import { restoreOutline } from './exact-outline.ts';
import { newGrid, type WorkingGrid } from './work.ts';

/**
 * Makes changes on shared borders, one after the other; where one is refused, none is made. Where a border has come to
 * end on the outline of a community, the outline stays as it is official.
 * @throws CoverageError `edit_refused`, `unknown_cell`
 */
export function editGrids({ grids, areas, operations }: EditRequest): Edited {
  const known = new Map(grids.map((grid) => [grid.code, grid]));
  const editor = new CoverageEditor(grids.map(cellOf));
  const steps = operations.map((operation) => editor.apply(operation));
  const touched = touchedBy(steps);
  const all = editor.cells;
  const after = areas
    .filter(({ level, code }) => level === 'community' && touched.has(code))
    .flatMap((community) => withinOutline(community, all, grids));
  const put = after.flatMap((cell) => changed(cell, known));
  const here = new Set(after.map(({ id }) => id));
  const gone = steps.flatMap(({ before }) => before.map(({ id }) => id));
  const remove = [...new Set(gone)].filter((id) => known.has(id) && !here.has(id));
  const before = [...new Set([...put.map(({ code }) => code), ...remove])].flatMap((code) => known.get(code) ?? []);
  return {
    remove,
    put,
    difference: {
      summary: summaryOf(steps, operations),
      before: before.map(cellOf),
      after: put.map(cellOf),
      diff: diff(before.map(cellOf), put.map(cellOf)),
    },
  };
}

const touchedBy = (steps: readonly Difference[]): Set<string> =>
  new Set(steps.flatMap(({ before, after }) => [...before, ...after].map(({ id }) => id.slice(0, 12))));

/** What was asked for last is what the change is about; what came before prepared it. */
const summaryOf = (steps: readonly Difference[], operations: readonly EditOperation[]): Text =>
  steps[operations.length - 1]?.summary ?? { zh: '没有变化', en: 'No change' };

/**
 * The community's cells with its official outline.
 * @throws CoverageError `edit_refused` when they no longer cover the community as well as they did.
 */
function withinOutline(
  { code, name, polygons }: AreaShape,
  all: readonly Cell[],
  before: readonly WorkingGrid[],
): Cell[] {
  const cells = restoreOutline(
    all.filter(({ id }) => id.startsWith(code)),
    polygons,
  );
  const { faults } = check(cells, { boundary: polygons });
  if (faults.length === 0) return cells;
  const earlier = check(before.filter(({ community }) => community === code).map(cellOf), { boundary: polygons });
  if (faults.length <= earlier.faults.length) return cells;
  const [{ where }] = faults;
  const place = where === null ? undefined : placeOf(where);
  throw new CoverageError(
    'edit_refused',
    {
      zh: `社区“${name}”的界线以区划为准，不能在网格编辑中改变。`,
      en: `The border of the community ${name} is official: editing grids cannot change it.`,
    },
    place && { place },
  );
}

function placeOf(
  where: NonNullable<ReturnType<typeof check>['faults'][number]['where']>,
): [number, number] | undefined {
  if (where.type === 'GeometryCollection') return where.geometries[0] && placeOf(where.geometries[0]);
  let part: unknown = where.coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return Array.isArray(part) && part.length >= 2 ? [Number(part[0]), Number(part[1])] : undefined;
}

/** The grid as it is now, if it is new or another than before. */
function changed({ id, polygons }: Cell, known: ReadonlyMap<string, WorkingGrid>): WorkingGrid[] {
  const before = known.get(id);
  if (before === undefined) return [newGrid(id, polygons)];
  return before.polygons === polygons ? [] : [{ ...before, polygons }];
}
