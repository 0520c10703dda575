import { useEffect } from 'react';
import type { Point, Ring } from '#packages/coverage';
import { useText } from '#packages/web-kit';
import type { WorkbenchMap } from '../panel.ts';
import type { WorkingGrid } from '../work.ts';
import type { Drawing, Tool } from './drawing.ts';
import { draftShapes, vertexShapes } from './shapes.ts';
import type { Draft, Refused } from './use-proposals.ts';
import { useSnapping } from './use-snapping.ts';

interface OnMap {
  readonly drawing: Drawing | null;
  readonly map: WorkbenchMap;
  readonly grids: readonly WorkingGrid[];
  readonly tool: Tool;
  /** The outline whose vertices may be moved. */
  readonly ring: Ring | undefined;
  readonly draft: Draft | null;
  readonly refused: Refused | null;
  /** The vertex that is marked. */
  readonly vertex: Point | null;
  readonly nameOf: (code: string) => string;
}

/** Keeps the map in step with the editor; gives the reason of a refusal in words. While a draft is looked at, nothing is drawn. */
export function useMapTools({ drawing, map, grids, tool, ring, draft, refused, vertex, nameOf }: OnMap): string | null {
  useSnapping(drawing, grids, tool !== 'choose' && tool !== 'merge');
  useEffect(() => {
    if (draft) drawing?.pause();
    else drawing?.use(tool, ring);
  }, [drawing, tool, ring, draft]);
  const { show } = map;
  useEffect(() => show(draft ? draftShapes(draft) : vertexShapes(vertex)), [show, draft, vertex]);
  return useReason(drawing, refused, nameOf);
}

/** The reason of a refusal in words, also at its place on the map, with names instead of codes; what was drawn goes. */
function useReason(drawing: Drawing | null, refused: Refused | null, nameOf: (code: string) => string): string | null {
  const say = useText();
  const reason = refused && say(refused.text).replace(/\d{15}/g, nameOf);
  useEffect(() => {
    drawing?.say(reason, refused?.place);
    if (reason !== null) drawing?.clear();
  }, [drawing, reason, refused]);
  return reason;
}
