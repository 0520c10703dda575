import {
  AlignmentType,
  BorderStyle,
  Paragraph as DocxParagraph,
  Table as DocxTable,
  HeightRule,
  LineRuleType,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { CellContent, Row, Table } from '../document.ts';
import { type PlacedCell, placeCells } from '../layout/table.ts';
import { POINTS_PER_MM, type Style } from '../style.ts';
import { ALIGN } from './paragraph.ts';
import { type Drawn, imageRun } from './picture.ts';
import { runsOf, twips } from './runs.ts';

const LINE = { style: BorderStyle.SINGLE, size: 5, color: '333333' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

interface Frame {
  readonly table: Table;
  readonly style: Style;
  /** Twips. */
  readonly widths: readonly number[];
  readonly drawn: Drawn;
}

export function tableOf(table: Table, style: Style, width: number, drawn: Drawn): DocxTable {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => twips((column.width / total) * width));
  const frame = { table, style, widths, drawn };
  const border = table.rules === 'none' ? NONE : LINE;
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [...rowsOf(table.head, true, frame), ...rowsOf(table.rows, false, frame)],
  });
}

function rowsOf(rows: readonly Row[], head: boolean, frame: Frame): TableRow[] {
  const placed: PlacedCell[][] = rows.map(() => []);
  for (const cell of placeCells(rows, frame.table.columns.length)) placed[cell.row].push(cell);
  return rows.map(({ height }, at) => {
    const value = twips((height ?? 0) * POINTS_PER_MM);
    return new TableRow({
      tableHeader: head,
      cantSplit: true,
      ...(value > 0 && { height: { value, rule: HeightRule.ATLEAST } }),
      children: placed[at].map(({ content, column, columns }) =>
        cell(content, column, columns, { head, last: at === rows.length - 1 }, frame),
      ),
    });
  });
}

function cell(
  content: CellContent,
  column: number,
  columns: number,
  { head, last }: { head: boolean; last: boolean },
  { table, style, widths, drawn }: Frame,
): TableCell {
  const width = widths.slice(column, column + columns).reduce((a, b) => a + b, 0);
  const { size = style.table.size, leading = size * (style.table.leading / style.table.size) } = table;
  const padding = table.rules === 'none' ? 2 : style.table.padding;
  const margin = twips(padding);
  const look = { face: 'song', size, bold: content.bold ?? false, colour: '#000000' } as const;
  const alignment = ALIGN[content.align ?? table.columns[column].align ?? 'left'];
  const keepNext = head || (table.together === true && !last);
  const paragraphs = content.lines.map(
    (line) =>
      new DocxParagraph({
        alignment,
        keepNext,
        spacing: { line: twips(leading), lineRule: LineRuleType.EXACTLY },
        children: runsOf(line, look),
      }),
  );
  return new TableCell({
    columnSpan: columns,
    rowSpan: content.rows,
    width: { size: width, type: WidthType.DXA },
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    verticalAlign: table.rules === 'none' ? VerticalAlign.TOP : VerticalAlign.CENTER,
    ...(content.label && { shading: { type: ShadingType.CLEAR, fill: 'F2F4F3', color: 'auto' } }),
    children: [...pictureIn(content, width / 20 - 2 * padding, drawn), ...paragraphs],
  });
}

const pictureIn = ({ picture }: CellContent, room: number, drawn: Drawn): DocxParagraph[] =>
  picture
    ? [
        new DocxParagraph({
          alignment: picture.align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: [imageRun(picture, room, drawn)],
        }),
      ]
    : [];
