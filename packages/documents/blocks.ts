import { chineseNumber } from './chinese-number.ts';
import type { Block, Cell, CellContent, Inline, Paragraph, Picture, Role, Row, Table } from './document.ts';
import type { Drawing } from './drawing.ts';

type Looks = Omit<Paragraph, 'kind' | 'role' | 'content'>;
type Words = string | readonly Inline[];

const inlines = (words: Words): readonly Inline[] => (typeof words === 'string' ? [words] : words);

const paragraphOf =
  (role: Role) =>
  (words: Words, looks: Looks = {}): Paragraph => ({ kind: 'paragraph', role, content: inlines(words), ...looks });

export const title = paragraphOf('title');
export const subtitle = paragraphOf('subtitle');
/** The document number: 姑街〔2026〕12号. */
export const number = paragraphOf('number');
export const paragraph = paragraphOf('body');
export const note = paragraphOf('note');

export const heading = (level: 1 | 2 | 3 | 4, words: Words, looks: Looks = {}): Paragraph =>
  paragraphOf(`heading${level}`)(words, looks);

/** A line that is addressed: 各社区居民委员会： */
export const addressee = (words: Words): Paragraph => paragraph(words, { indent: 0 });

export const space = (millimetres: number): Block => ({ kind: 'space', height: millimetres });
export const rule = (colour?: string, width?: number): Block => ({ kind: 'rule', colour, width });
export const pageBreak: Block = { kind: 'pageBreak' };

/** Red head with the body's name, the document number and a red line (GB/T 9704-2012, 7.2). */
export const letterhead = (body: string, documentNumber: string): readonly Block[] => [
  paragraphOf('letterhead')(body),
  number(documentNumber, { before: 6, after: 4 }),
  rule('#c00000', 1.4),
  space(8),
];

const NUMBERINGS = {
  article: (at: number) => `第${chineseNumber(at)}条　`,
  han: (at: number) => `${chineseNumber(at)}、`,
  'han-bracket': (at: number) => `（${chineseNumber(at)}）`,
  arabic: (at: number) => `${at}. `,
  'arabic-bracket': (at: number) => `（${at}）`,
} as const;

export type Numbering = keyof typeof NUMBERINGS;

export interface Clause {
  readonly words: Words;
  readonly under?: readonly (string | Clause)[];
}

const BELOW: Record<Numbering, Numbering> = {
  article: 'han-bracket',
  han: 'han-bracket',
  'han-bracket': 'arabic',
  arabic: 'arabic-bracket',
  'arabic-bracket': 'arabic-bracket',
};

/** Numbered clauses, and those under them one level lower: 一、（一）1.（1） or 第一条（一）1. The numbers are words of the text. */
export function clauses(items: readonly (string | Clause)[], numbering: Numbering = 'han'): readonly Paragraph[] {
  return items.flatMap((item, at) => {
    const clause = typeof item === 'string' ? { words: item } : item;
    const mark: Inline = { text: NUMBERINGS[numbering](at + 1), bold: numbering === 'article' };
    return [paragraph([mark, ...inlines(clause.words)]), ...clauses(clause.under ?? [], BELOW[numbering])];
  });
}

/** A choice among several: boxes with their words in one paragraph. */
export const checks = (
  options: readonly (readonly [ticked: boolean, words: string])[],
  before: Words = [],
): Paragraph =>
  paragraph([...inlines(before), ...options.flatMap(([check, words]): Inline[] => [{ check }, `${words}　`])], {
    align: 'left',
  });

type Field = readonly [label: string, value: Cell];

const label = (words: string): CellContent => ({ lines: [[words]], label: true, align: 'centre' });

const fieldOf = (value: Cell, columns: number): CellContent =>
  typeof value === 'string'
    ? { lines: value.split('\n').map((line) => [line]), align: 'left', columns }
    : { align: 'left', ...value, columns };

/** A form of labels and values: each row holds one pair or two. */
export function fields(
  rows: readonly (readonly Field[] | { readonly fields: readonly Field[]; readonly height: number })[],
): Table {
  const cellsOf = (pairs: readonly Field[]): Cell[] =>
    pairs.flatMap(([name, value]) => [label(name), fieldOf(value, pairs.length === 1 ? 3 : 1)]);
  return {
    kind: 'table',
    columns: [{ width: 18 }, { width: 32 }, { width: 18 }, { width: 32 }],
    head: [],
    rows: rows.map(
      (row): Row => ('fields' in row ? { cells: cellsOf(row.fields), height: row.height } : { cells: cellsOf(row) }),
    ),
  };
}

export interface ListColumn {
  readonly title: string;
  /** Share of the width. */
  readonly width: number;
  readonly align?: Paragraph['align'];
}

/** A table with one heading row; without rows it says so. */
export function list(columns: readonly ListColumn[], rows: readonly (readonly Cell[])[], empty = '（无）'): Table {
  const none: Row = { cells: [{ lines: [[empty]], columns: columns.length, align: 'centre' }] };
  return {
    kind: 'table',
    columns: columns.map(({ width, align = 'centre' }) => ({ width, align })),
    head: [{ cells: columns.map(({ title: words }) => ({ ...label(words), bold: true })) }],
    rows: rows.length === 0 ? [none] : rows.map((cells) => ({ cells })),
    before: 5,
    after: 7,
  };
}

export interface Signature {
  /** 当事人（签名、盖章或按指印）： */
  readonly label: string;
  /** Signed on screen; absent: a line to write on. */
  readonly picture?: CellContent['picture'];
  readonly date?: string;
}

/** Lines to sign on, two beside each other, each with its date. */
export function signatures(signed: readonly Signature[]): Table {
  const cell = ({ label: words, picture, date }: Signature): CellContent => ({
    lines: [picture ? [words] : [words, { blank: 5 }], [date ?? '　　　　年　　月　　日']],
    picture,
    align: 'left',
  });
  const pairs = signed.flatMap((one, at) => (at % 2 === 0 ? [[one, signed[at + 1]] as const] : []));
  const rows = pairs.map(([left, right]): Row => ({ cells: [cell(left), right ? cell(right) : ''], height: 16 }));
  return {
    kind: 'table',
    columns: [{ width: 1 }, { width: 1 }],
    head: [],
    rows,
    rules: 'none',
    size: 12,
    leading: 22,
    before: 8,
    together: true,
  };
}

/** Signs that a full-width line of these words takes. */
const signsOf = (words: string): number =>
  [...words].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? 0.56 : 1), 0);

/** The issuing body above the date, centred on each other at the right edge, with room for the seal (GB/T 9704-2012, 7.3.5). */
export function issued(body: string, date: string, size: number, measure: number, remark?: string): Table {
  const width = Math.min(measure, (Math.max(signsOf(body), signsOf(date)) + 3) * size);
  const lines = [[body], [date], ...(remark ? [[remark]] : [])];
  return {
    kind: 'table',
    columns: [{ width: Math.max(measure - width, 1) }, { width }],
    head: [],
    rows: [{ cells: ['', { lines, align: 'centre' }] }],
    rules: 'none',
    size,
    leading: size * 1.8,
    before: size * 1.2,
    together: true,
  };
}

export const picture = (of: Picture['of'], width: number, alt: string, caption?: string): Picture => ({
  kind: 'picture',
  of,
  width,
  alt,
  caption,
  align: 'centre',
});

/** Squares of a QR code (rows of dark and light) as a drawing with its quiet zone of four squares (ISO/IEC 18004). */
export function squares(size: number, isDark: (row: number, column: number) => boolean, colour = '#000000'): Drawing {
  const QUIET = 4;
  const at = Array.from({ length: size * size }, (_, index) => [Math.floor(index / size), index % size] as const);
  const lines = at
    .filter(([row, column]) => isDark(row, column))
    .map(([row, column]) => {
      const [x, y] = [column + QUIET, row + QUIET];
      return [x, y, x + 1, y, x + 1, y + 1, x, y + 1];
    });
  const width = size + 2 * QUIET;
  return { kind: 'drawing', width, height: width, shapes: [{ kind: 'path', lines, closed: true, fill: colour }] };
}
