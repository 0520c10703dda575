import type { Image } from '../document.ts';
import type { Drawing } from '../drawing.ts';
import type { Weight } from '../fonts.ts';

/** What stands on a page. Points; y grows downwards; words are placed by their baseline. */
export type Mark = { readonly element: Element | null } & (
  | {
      readonly kind: 'words';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly width: number;
      readonly weight: Weight;
      readonly size: number;
      readonly colour: string;
      /** Added between signs. */
      readonly spacing: number;
      readonly underline: boolean;
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly width: number;
      readonly colour: string;
    }
  | {
      readonly kind: 'tint' | 'box' | 'tick';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'picture';
      readonly of: Image | Drawing;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
);

/** A node of the tagged structure (ISO 32000-1, 14.8.4). */
export interface Element {
  readonly type: 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'L' | 'LI';
  readonly alt?: string;
  readonly children: Element[];
}

export const element = (type: Element['type'], parent: Element[], alt?: string): Element => {
  const made: Element = { type, alt, children: [] };
  parent.push(made);
  return made;
};

/** A part that is never divided between pages; its marks are placed from its own top left corner. */
export interface Slice {
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Stands on the page of the next slice. */
  readonly keepNext?: boolean;
  /** Space only: dropped at the top of a page. */
  readonly soft?: boolean;
  /** Head that is repeated when a page begins with this slice. */
  readonly head?: Slice;
  /** Line that closes the table where a page ends before this slice, and opens it on the next page. */
  readonly seam?: { readonly from: number; readonly to: number };
}

/** A list that the pages fill in columns. */
export interface ColumnSlices {
  readonly columns: number;
  readonly gap: number;
  readonly width: number;
  readonly items: readonly Slice[];
}

export type Strip = Slice | ColumnSlices | 'page';

/** Moves marks to where they stand. */
export function moved(mark: Mark, x: number, y: number): Mark {
  if (mark.kind !== 'line') return { ...mark, x: mark.x + x, y: mark.y + y };
  const { from, to } = mark;
  return { ...mark, from: [from[0] + x, from[1] + y], to: [to[0] + x, to[1] + y] };
}
