import type { Block, Columns, OfficialDocument, Paragraph, Picture, Role, Table } from '../document.ts';
import { lookOf } from '../look.ts';
import { POINTS_PER_MM, type Style, typeArea } from '../style.ts';
import { type Setter, setParagraph } from './paragraph.ts';
import { pictureMark, pictureSize } from './picture.ts';
import { type ColumnSlices, type Element, element, type Slice, type Strip } from './placed.ts';
import { setTable } from './table.ts';

interface Room {
  readonly style: Style;
  readonly width: number;
  readonly height: number;
  readonly setter: Setter;
  readonly tags: Element[];
}

const TAGS: Partial<Record<Role, Element['type']>> = {
  title: 'H1',
  heading1: 'H2',
  heading2: 'H3',
  heading3: 'H4',
};

const COLUMN_GAP = 18;

const soft = (height: number): Slice[] => (height > 0 ? [{ height, marks: [], soft: true }] : []);

/** Lines as slices: neither the first nor the last line of a paragraph stands alone on a page. */
function paragraphSlices(paragraph: Paragraph, { style, width, setter, tags }: Room): Slice[] {
  const look = lookOf(paragraph, style);
  const { size, leading, bold, colour, align } = look;
  const setting = { size, leading, bold, colour, align, width, indent: look.indent * size, hang: look.hang * size };
  const lines = setParagraph(paragraph.content, setting, setter, element(TAGS[paragraph.role] ?? 'P', tags));
  const slices = lines.map((marks, at): Slice => {
    const ends = at === lines.length - 1;
    const held = at === 0 || at === lines.length - 2;
    return { height: leading, marks, keepNext: ends ? look.keepNext : held || look.keepNext };
  });
  return [...soft(look.before), ...slices, ...soft(look.after).map((space) => ({ ...space, keepNext: look.keepNext }))];
}

function pictureSlices(picture: Picture, { style, width, height, setter, tags }: Room): Slice[] {
  const size = pictureSize(picture, width, height - 2 * style.looks.note.leading);
  const room = width - size.width;
  const x = picture.align === 'left' ? 0 : picture.align === 'right' ? room : room / 2;
  const figure = element('Figure', tags, picture.alt);
  const drawn: Slice = { height: size.height + 4, marks: [pictureMark(picture.of, x, 2, size, figure)] };
  if (!picture.caption) return [drawn];
  const caption: Paragraph = { kind: 'paragraph', role: 'note', content: [picture.caption], align: 'centre' };
  return [{ ...drawn, keepNext: true }, ...paragraphSlices(caption, { style, width, height, setter, tags })];
}

function columnSlices({ count, items }: Columns, { style, width: whole, setter, tags }: Room): ColumnSlices {
  const width = (whole - (count - 1) * COLUMN_GAP) / count;
  const { size, leading, colour } = style.looks.body;
  const setting = { size, leading, colour, bold: false, align: 'left', width, indent: 0, hang: size } as const;
  const listed = element('L', tags);
  const set = items.map((item): Slice => {
    const lines = setParagraph(item, setting, setter, element('LI', listed.children));
    const marks = lines.flatMap((line, at) =>
      line.map((mark) => (mark.kind === 'line' ? mark : { ...mark, y: mark.y + at * leading })),
    );
    return { height: lines.length * leading, marks };
  });
  return { columns: count, gap: COLUMN_GAP, width, items: set };
}

const tableSlices = (table: Table, { style, width, height, setter, tags }: Room): Slice[] => [
  ...soft(table.before ?? 0),
  ...setTable(table, style, width, height, setter, tags),
  ...soft(table.after ?? 0),
];

const ruleSlice = (width: number, colour: string, thickness: number): Slice => ({
  height: thickness + 2,
  marks: [{ kind: 'line', element: null, from: [0, 1], to: [width, 1], width: thickness, colour }],
});

function stripsOf(block: Block, room: Room): readonly Strip[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphSlices(block, room);
    case 'picture':
      return pictureSlices(block, room);
    case 'table':
      return tableSlices(block, room);
    case 'columns':
      return [columnSlices(block, room)];
    case 'space':
      return soft(block.height * POINTS_PER_MM);
    case 'rule':
      return [ruleSlice(room.width, block.colour ?? '#333333', block.width ?? 0.8)];
    case 'pageBreak':
      return ['page'];
  }
}

/** All blocks as strips, with the tags that the PDF will carry. */
export function setBlocks({ blocks, style }: OfficialDocument, setter: Setter): { strips: Strip[]; tags: Element[] } {
  const { width, height } = typeArea(style);
  const tags: Element[] = [];
  const strips = blocks.flatMap((block) => stripsOf(block, { style, width, height, setter, tags }));
  return { strips, tags };
}
