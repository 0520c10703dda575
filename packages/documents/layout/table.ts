import { type Align, type Cell, type CellContent, cellOf, type Row, type Table } from '../document.ts';
import { POINTS_PER_MM, type Style } from '../style.ts';
import { type Setter, type Setting, setParagraph } from './paragraph.ts';
import { pictureMark, pictureSize } from './picture.ts';
import { type Element, element, type Mark, moved, type Slice } from './placed.ts';

const RULE = { width: 0.6, colour: '#333333' } as const;

/** A cell where the spans before it leave it. */
export interface PlacedCell {
  readonly content: CellContent;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

interface Frame {
  readonly table: Table;
  readonly setting: Omit<Setting, 'width' | 'bold' | 'align'>;
  readonly padding: number;
  /** Left edges of the columns, and the right edge of the last. */
  readonly edges: readonly number[];
  readonly ruled: boolean;
  readonly setter: Setter;
  /** A row higher than this is divided between its lines. */
  readonly most: number;
}

/** 0, the first, the first two together, … */
function sums(parts: readonly number[]): number[] {
  let sum = 0;
  return [0, ...parts.map((part) => (sum += part))];
}

const frameOf = (table: Table, style: Style, width: number, most: number, setter: Setter): Frame => {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const edges = sums(table.columns.map((column) => (column.width / total) * width));
  const { size = style.table.size, leading = size * (style.table.leading / style.table.size) } = table;
  const ruled = table.rules !== 'none';
  const setting = { size, leading, colour: '#000000', indent: 0, hang: 0 };
  return { table, setting, padding: ruled ? style.table.padding : 2, edges, ruled, setter, most };
};

/** Gives each cell its row and column, as spans leave them free; throws RangeError for cells beyond the last column. */
export function placeCells(rows: readonly Row[], columns: number): PlacedCell[] {
  const taken = new Set<string>();
  return rows.flatMap(({ cells }, row) => {
    let column = 0;
    return cells.map((cell: Cell): PlacedCell => {
      while (taken.has(`${row} ${column}`)) column++;
      const content = cellOf(cell);
      const [wide, high] = [content.columns ?? 1, Math.min(content.rows ?? 1, rows.length - row)];
      if (column + wide > columns) throw new RangeError(`row ${row + 1} of a table has more than ${columns} columns`);
      if (high > 1) {
        for (let r = row + 1; r < row + high; r++) for (let c = column; c < column + wide; c++) taken.add(`${r} ${c}`);
      }
      const placed = { content, row, column, columns: wide, rows: high };
      column += wide;
      return placed;
    });
  });
}

/** A cell as lines of marks from its own top left corner. */
interface SetCell {
  readonly cell: PlacedCell;
  readonly x: number;
  readonly width: number;
  readonly picture: { readonly marks: readonly Mark[]; readonly height: number };
  readonly lines: readonly (readonly Mark[])[];
  readonly height: number;
}

function setCell(cell: PlacedCell, frame: Frame, parent: Element[]): SetCell {
  const { content, column, columns } = cell;
  const { edges, padding, setter, table } = frame;
  const [x, width] = [edges[column], edges[column + columns] - edges[column]];
  const tag = element(content.label ? 'TH' : 'TD', parent);
  const align: Align = content.align ?? table.columns[column].align ?? 'left';
  const setting = { ...frame.setting, bold: content.bold ?? false, align, width: width - 2 * padding };
  const lines = content.lines.flatMap((line) => setParagraph(line, setting, setter, tag));
  const picture = pictureIn(content, width - 2 * padding, tag);
  return { cell, x, width, picture, lines, height: lines.length * setting.leading + picture.height + 2 * padding };
}

function pictureIn({ picture }: CellContent, room: number, tag: Element): SetCell['picture'] {
  if (!picture) return { marks: [], height: 0 };
  const size = pictureSize(picture, room);
  const figure = element('Figure', tag.children, picture.alt);
  const x = picture.align === 'left' ? 0 : (room - size.width) / 2;
  return { marks: [pictureMark(picture.of, x, 0, size, figure)], height: size.height + 3 };
}

/** Heights of the rows: what cells of one row need, then what cells over several rows need beyond that. */
function heightsOf(rows: readonly Row[], sets: readonly SetCell[]): number[] {
  const heights = rows.map(({ height = 0 }) => height * POINTS_PER_MM);
  for (const { cell, height } of sets) if (cell.rows === 1) heights[cell.row] = Math.max(heights[cell.row], height);
  for (const { cell, height } of sets) {
    const last = cell.row + cell.rows - 1;
    const sum = heights.slice(cell.row, last + 1).reduce((a, b) => a + b, 0);
    if (height > sum) heights[last] += height - sum;
  }
  return heights;
}

const line = (x1: number, y1: number, x2: number, y2: number): Mark => ({
  kind: 'line',
  element: null,
  from: [x1, y1],
  to: [x2, y2],
  ...RULE,
});

const boxOf = (x: number, y: number, width: number, height: number): Mark[] => [
  line(x, y, x + width, y),
  line(x, y + height, x + width, y + height),
  line(x, y, x, y + height),
  line(x + width, y, x + width, y + height),
];

const tintOf = ({ cell, x, width }: SetCell, y: number, height: number): Mark[] =>
  cell.content.label ? [{ kind: 'tint', element: null, x, y, width, height }] : [];

function contentOf({ x, width, picture, lines, height }: SetCell, y: number, room: number, frame: Frame): Mark[] {
  const { leading } = frame.setting;
  // Words stand in the middle of a cell; side by side they begin at one height.
  const top = y + frame.padding + (frame.ruled ? Math.max(0, room - height) / 2 : 0);
  const left = x + Math.min(frame.padding, width / 2);
  return [
    ...picture.marks.map((mark) => moved(mark, left, top)),
    ...lines.flatMap((marks, at) => marks.map((mark) => moved(mark, left, top + picture.height + at * leading))),
  ];
}

/** Rows that spans hold together, as one slice. */
function wholeSlice(sets: readonly SetCell[], heights: readonly number[], first: number, frame: Frame): Slice {
  const tops = sums(heights);
  const marks = sets.map((set) => {
    const [y, bottom] = [tops[set.cell.row - first], tops[set.cell.row - first + set.cell.rows]];
    const box = frame.ruled ? boxOf(set.x, y, set.width, bottom - y) : [];
    return { tint: tintOf(set, y, bottom - y), words: contentOf(set, y, bottom - y, frame), box };
  });
  return {
    height: tops[tops.length - 1],
    marks: [
      ...marks.flatMap(({ tint }) => tint),
      ...marks.flatMap(({ words }) => words),
      ...marks.flatMap(({ box }) => box),
    ],
  };
}

/** A row that is higher than a page allows: a slice for each line of its cells. */
function dividedSlices(sets: readonly SetCell[], frame: Frame): Slice[] {
  const { padding, setting, edges } = frame;
  const count = Math.max(...sets.map(({ lines }) => lines.length));
  const last = edges[edges.length - 1];
  const sides = (height: number) =>
    frame.ruled ? sets.flatMap(({ x, width }) => [line(x, 0, x, height), line(x + width, 0, x + width, height)]) : [];
  return Array.from({ length: count }, (_, at): Slice => {
    const picture = at === 0 ? Math.max(...sets.map((set) => set.picture.height)) : 0;
    const top = (at === 0 ? padding : 0) + picture;
    const height = top + setting.leading + (at === count - 1 ? padding : 0);
    const words = sets.flatMap(({ x, lines }) => (lines[at] ?? []).map((mark) => moved(mark, x + padding, top)));
    const pictures =
      at === 0 ? sets.flatMap((set) => set.picture.marks.map((mark) => moved(mark, set.x + padding, padding))) : [];
    const ends = [
      ...(at === 0 ? [line(0, 0, last, 0)] : []),
      ...(at === count - 1 ? [line(0, height, last, height)] : []),
    ];
    const tints = sets.flatMap((set) => tintOf(set, 0, height));
    return {
      height,
      marks: [...tints, ...pictures, ...words, ...sides(height), ...(frame.ruled ? ends : [])],
      seam: at > 0 && frame.ruled ? { from: 0, to: last } : undefined,
    };
  });
}

/** First rows of the groups that no span crosses. */
function groupsOf(rows: readonly Row[], cells: readonly PlacedCell[]): number[] {
  const joined = new Set<number>();
  for (const { row, rows: high } of cells) for (let r = row + 1; r < row + high; r++) joined.add(r);
  return rows.flatMap((_, row) => (joined.has(row) ? [] : [row]));
}

function slicesOf(rows: readonly Row[], frame: Frame, tag: Element): Slice[] {
  const cells = placeCells(rows, frame.table.columns.length);
  const lines = rows.map(() => element('TR', tag.children));
  const sets = cells.map((cell) => setCell(cell, frame, lines[cell.row].children));
  const heights = heightsOf(rows, sets);
  const starts = groupsOf(rows, cells);
  const members = new Map<number, SetCell[]>(starts.map((start) => [start, []]));
  let at = 0;
  for (const set of sets) {
    while (at + 1 < starts.length && set.cell.row >= starts[at + 1]) at++;
    members.get(starts[at])!.push(set);
  }
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? rows.length;
    const group = members.get(start)!;
    const high = heights.slice(start, end);
    const total = high.reduce((a, b) => a + b, 0);
    return total > frame.most && end - start === 1
      ? dividedSlices(group, frame)
      : [wholeSlice(group, high, start, frame)];
  });
}

/** A table as slices: its rows, with the head that each page repeats. */
export function setTable(
  table: Table,
  style: Style,
  width: number,
  height: number,
  setter: Setter,
  parent: Element[],
): Slice[] {
  const frame = frameOf(table, style, width, height / 2, setter);
  const tag = element('Table', parent);
  const heads = slicesOf(table.head, frame, tag);
  const rows = slicesOf(table.rows, frame, tag);
  const head = heads.length > 0 ? joined(heads) : undefined;
  const body = rows.map((slice, at) => ({ ...slice, head, keepNext: table.together === true && at + 1 < rows.length }));
  return head ? [{ ...head, keepNext: true }, ...body] : body;
}

function joined(slices: readonly Slice[]): Slice {
  let y = 0;
  const marks = slices.flatMap((slice) => {
    const own = slice.marks.map((mark) => moved(mark, 0, y));
    y += slice.height;
    return own;
  });
  return { height: y, marks };
}
