import type { Drawing } from './drawing.ts';
import type { Style } from './style.ts';

/**
 * An official document, described once: `toPdf` and `toDocx` write it. The description is plain data without functions, so that it
 * can be kept, compared and sealed. Lengths on the page are in millimetres, sizes of signs in points, indents in signs (em).
 */
export interface OfficialDocument {
  readonly title: string;
  /** Default zh-CN. */
  readonly language?: 'zh-CN' | 'en';
  /** The body that issues it. */
  readonly author: string;
  readonly subject?: string;
  /** ISO 8601; the only date that the file carries: the same description gives the same bytes. */
  readonly created: string;
  readonly style: Style;
  readonly header?: { readonly left?: string; readonly centre?: string; readonly right?: string };
  readonly blocks: readonly Block[];
}

export type Align = 'left' | 'centre' | 'right' | 'both';

/** What a paragraph is; the style says how it looks, the tags of the PDF and the outline of the docx say what it is. */
export type Role =
  | 'letterhead'
  | 'number'
  | 'title'
  | 'subtitle'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'note';

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** Points; the paragraph's where it is absent. */
  readonly size?: number;
  /** `#rrggbb`; black where it is absent. */
  readonly colour?: string;
}

/** A line to write on, `blank` signs long. */
export interface Blank {
  readonly blank: number;
}

/** A box, ticked or not; the words beside it are a run of their own. */
export interface Check {
  readonly check: boolean;
}

export type Inline = string | Run | Blank | Check;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: Role;
  readonly content: readonly Inline[];
  readonly align?: Align;
  /** First line, in signs. */
  readonly indent?: number;
  /** All lines but the first, in signs: the number of a clause hangs. */
  readonly hang?: number;
  readonly size?: number;
  /** Points from one line to the next. */
  readonly leading?: number;
  /** Space in points, dropped at the top of a page. */
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
}

export interface Image {
  readonly kind: 'image';
  readonly png: Uint8Array;
  /** Pixels. */
  readonly pixels: { readonly width: number; readonly height: number };
}

/** An image or a drawing at a width; its height follows. */
export interface Picture {
  readonly kind: 'picture';
  readonly of: Image | Drawing;
  /** Millimetres. */
  readonly width: number;
  readonly align?: Align;
  /** For those who do not see it. */
  readonly alt: string;
  readonly caption?: string;
}

export interface CellContent {
  /** One entry for each paragraph. */
  readonly lines: readonly (readonly Inline[])[];
  /** Columns and rows that the cell covers. */
  readonly columns?: number;
  readonly rows?: number;
  readonly align?: Align;
  readonly bold?: boolean;
  /** A label: it stands on the tint of the head. */
  readonly label?: boolean;
  /** Above the lines. */
  readonly picture?: Omit<Picture, 'kind' | 'caption'>;
}

/** A string is one paragraph for each of its lines. */
export type Cell = string | CellContent;

export interface Row {
  readonly cells: readonly Cell[];
  /** At least, in millimetres: room to write in. */
  readonly height?: number;
}

export interface Table {
  readonly kind: 'table';
  /** Shares of the width. */
  readonly columns: readonly { readonly width: number; readonly align?: Align }[];
  /** Repeated at the top of each page. */
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  /** `all` unless it says otherwise; `none` sets blocks side by side. */
  readonly rules?: 'all' | 'none';
  readonly size?: number;
  readonly leading?: number;
  /** Space in points, dropped at the top of a page. */
  readonly before?: number;
  readonly after?: number;
  /** Stays on one page if it can. */
  readonly together?: boolean;
}

/** A list in columns, read downwards. */
export interface Columns {
  readonly kind: 'columns';
  readonly count: 2 | 3;
  readonly items: readonly (readonly Inline[])[];
}

export type Block =
  | Paragraph
  | Picture
  | Table
  | Columns
  | { readonly kind: 'space'; readonly height: number }
  | { readonly kind: 'rule'; readonly colour?: string; readonly width?: number }
  | { readonly kind: 'pageBreak' };

const linesOf = (cell: Cell): readonly (readonly Inline[])[] =>
  typeof cell === 'string' ? cell.split('\n').map((line) => [line]) : cell.lines;

/** A cell in its long form. */
export const cellOf = (cell: Cell): CellContent => (typeof cell === 'string' ? { lines: linesOf(cell) } : cell);

const wordsOf = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if ('text' in inline) return inline.text;
      return 'check' in inline ? (inline.check ? '☑' : '☐') : '＿'.repeat(Math.round(inline.blank));
    })
    .join('');

const drawn = (of: Image | Drawing): readonly string[] =>
  of.kind === 'drawing' ? of.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])) : [];

function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [wordsOf(block.content)];
    case 'picture':
      return [...drawn(block.of), block.alt, ...(block.caption ? [block.caption] : [])];
    case 'table':
      return [...block.head, ...block.rows].map(({ cells }) =>
        cells.map((cell) => linesOf(cell).map(wordsOf).join('\n')).join('\t'),
      );
    case 'columns':
      return block.items.map(wordsOf);
    default:
      return [];
  }
}

/** All words of a document, a line for each paragraph or row of a table: to search, to read aloud, to test. */
export const plainText = ({ blocks }: Pick<OfficialDocument, 'blocks'>): string =>
  blocks.flatMap(linesOfBlock).join('\n');
