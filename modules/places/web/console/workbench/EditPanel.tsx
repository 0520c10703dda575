import type { PanelProps } from './panel.ts';

/** Moves, splits and merges grids on their shared borders. */
export function EditPanel(_: PanelProps) {
  return null;
}
