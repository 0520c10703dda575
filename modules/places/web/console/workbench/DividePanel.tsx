import type { PanelProps } from './panel.ts';

/** Divides a community into grids. */
export function DividePanel(_: PanelProps) {
  return null;
}
