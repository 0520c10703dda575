import type { Barrier, BarrierKind } from '#packages/coverage/divide';
import type { Format, LayerFeature } from '#packages/geo-formats';
import { type Text, text } from '#packages/kernel';
import type { WorkingGrid } from './work.ts';

/** Which property of a layer holds what; null for none. */
export interface FieldChoice {
  readonly code: string | null;
  readonly name: string | null;
  readonly households: string | null;
}

/** What a layer is used for. */
export type LayerUse = 'grids' | 'demand' | BarrierKind;

export const LAYER_USES: Readonly<Record<LayerUse, Text>> = {
  grids: text('网格（面）', 'Grids (areas)'),
  demand: text('户数（点）', 'Households (points)'),
  compound: text('小区范围（面）', 'Compounds (areas)'),
  main: text('主干路（线）', 'Main roads (lines)'),
  road: text('道路（线）', 'Roads (lines)'),
  river: text('河流（线）', 'Rivers (lines)'),
};

/** Points with households: a building, or the middle of one. */
export interface DemandPoints {
  /** E7 */
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly households: Float64Array;
}

export type LayerContent =
  | { readonly kind: 'grids'; readonly grids: readonly WorkingGrid[] }
  | { readonly kind: 'demand'; readonly demand: DemandPoints }
  /** Roads, rivers, outlines of compounds: for the division. */
  | { readonly kind: 'barriers'; readonly barriers: readonly Barrier[] };

/** A layer of the workbench, read from a file in the browser. */
export interface SourceLayer {
  readonly id: string;
  /** The name of the file. */
  readonly name: string;
  readonly format: Format;
  /** The department that owns it, in a person's words. */
  readonly owner: string;
  /** Number of its colour. */
  readonly colour: number;
  readonly visible: boolean;
  /** In which coordinate system it was read, and who said so. */
  readonly crs: Text;
  readonly features: readonly LayerFeature[];
  readonly fields: FieldChoice;
  readonly use: LayerUse;
  readonly content: LayerContent;
  /** What a person should know of it. */
  readonly notes: readonly Text[];
}
