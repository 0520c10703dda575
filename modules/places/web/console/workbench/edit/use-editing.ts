import { useEffect, useMemo, useState } from 'react';
import { useKeys } from '#packages/console-kit';
import { type Point, polygonArea2 } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import { namer } from '../names.ts';
import type { PanelProps } from '../panel.ts';
import type { WorkingGrid } from '../work.ts';
import type { Tool } from './drawing.ts';
import { GridLookup } from './grid-lookup.ts';
import {
  proposeMerge,
  proposeMoveBorder,
  proposeSplit,
  proposeTransfer,
  proposeVertex,
  type Situation,
} from './proposals.ts';
import { cornersOf, isSame } from './rings.ts';
import { type ScreenScale, SnapIndex } from './snapping.ts';
import { TOOL_ORDER, TOOLS } from './tools.ts';
import { useDrawing } from './use-drawing.ts';
import { useMapTools } from './use-map-tools.ts';
import { useProposals } from './use-proposals.ts';

const changed = (name: string): Text => text(`修改“${name}”的名称、类型或户数`, `Change what is known of "${name}"`);

/** The state of the editor: the tool in hand, the grids that are chosen, what was tried and is looked at. */
export function useEditing({ workspace, dispatch, engine, map }: PanelProps) {
  const { grids, ground, layers, selection } = workspace;
  const [tool, setTool] = useState<Tool>('choose');
  const [vertex, setVertex] = useState<Point | null>(null);
  const nameOf = useMemo(() => namer(workspace), [workspace]);
  const lookup = useMemo(() => new GridLookup(grids), [grids]);
  const demand = useMemo(() => demandOf(layers), [layers]);
  const proposals = useProposals(workspace, demand, engine);
  const { draft, refused, propose, drop } = proposals;
  const chosen = useMemo(() => selection.grids.flatMap((code) => lookup.find(code) ?? []), [selection.grids, lookup]);
  const ring = tool === 'vertex' && chosen[0] ? largestRing(chosen[0]) : undefined;

  const select = (codes: readonly string[]) => dispatch({ type: 'select', selection: { grids: codes } });
  const situation = (): Situation => ({
    lookup,
    chosen: selection.grids,
    taken: [...ground, ...grids].map(({ code }) => code),
    nameOf,
  });
  /** With the tool for vertices, a click marks one of the grid that is chosen, or chooses another grid. */
  const click = (at: Point, scale: ScreenScale) => {
    const grid = lookup.at(at);
    if (draft) return;
    if (tool === 'merge' && grid) select(toggled(selection.grids, grid.code));
    if (tool !== 'vertex') return;
    const found = chosen[0] && new SnapIndex([chosen[0]]).find(at, scale);
    setVertex(found?.kind === 'vertex' ? found.at : null);
    if (found === undefined && grid) select([grid.code]);
  };
  const drawing = useDrawing(map.instance, {
    onLine: (line) =>
      propose(() => (tool === 'border' ? proposeMoveBorder(situation(), line) : proposeSplit(situation(), line))),
    onArea: (area) => propose(() => proposeTransfer(situation(), area)),
    onRing: (before, after) => propose(() => proposeVertex(before, after)),
    onClick: click,
  });
  const reason = useMapTools({ drawing, map, grids, tool, ring, draft, refused, vertex, nameOf });
  // A draft was made for the grids as they were: it goes when they change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the grids are others
  useEffect(() => {
    drop();
    setVertex(null);
  }, [grids, drop]);

  const pick = (next: Tool) => {
    drop();
    setVertex(null);
    setTool(next);
  };
  const confirm = () => {
    if (!draft) return;
    dispatch({ type: 'change_grids', remove: draft.remove, put: draft.put, done: draft.done });
    const kept = selection.grids.filter((code) => !draft.remove.includes(code));
    select(kept.length > 0 ? kept : draft.put.slice(0, 1).map(({ code }) => code));
  };
  const removeVertex = () => {
    if (!vertex || !ring || draft) return;
    const corners = cornersOf(ring);
    propose(() =>
      proposeVertex(
        corners,
        corners.filter((corner) => !isSame(corner, vertex)),
      ),
    );
  };
  const leave = () => (draft || refused ? drop() : pick('choose'));
  useKeys({
    ...Object.fromEntries(TOOL_ORDER.map((one) => [TOOLS[one].key, () => pick(one)])),
    Escape: leave,
    Delete: removeVertex,
    Backspace: removeVertex,
  });
  return {
    tool,
    pick,
    canDraw: drawing !== null,
    nameOf,
    chosen,
    select,
    draft,
    reason,
    isCounted: demand !== undefined,
    confirm,
    drop,
    vertex,
    removeVertex,
    merge: () => propose(() => proposeMerge(situation())),
    save: (grid: WorkingGrid) => {
      dispatch({ type: 'change_grids', remove: [], put: [grid], done: changed(grid.name) });
      select([grid.code]);
    },
    undo: (steps: number) => {
      for (let i = 0; i < steps; i++) dispatch({ type: 'undo' });
    },
  };
}

const toggled = (codes: readonly string[], code: string): readonly string[] =>
  codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code];

function demandOf(layers: PanelProps['workspace']['layers']) {
  for (const { content } of layers) if (content.kind === 'demand') return content.demand;
  return undefined;
}

const largestRing = ({ polygons }: WorkingGrid) =>
  polygons.toSorted((a, b) => polygonArea2(b) - polygonArea2(a))[0]?.[0];
