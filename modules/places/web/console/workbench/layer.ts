import type { Format, LayerFeature, Properties } from '#packages/geo-formats';
import type { Text } from '#packages/kernel';
import type { WorkingGrid } from './work.ts';

/** Which property of a layer holds what; null for none. */
export interface FieldChoice {
  readonly code: string | null;
  readonly name: string | null;
  readonly households: string | null;
}

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
  | { readonly kind: 'lines'; readonly lines: readonly { readonly id: string; readonly line: Int32Array }[] };

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
  readonly notes: readonly Text[];
  readonly features: readonly LayerFeature[];
  readonly fields: FieldChoice;
  readonly content: LayerContent;
}

export type { Properties };
