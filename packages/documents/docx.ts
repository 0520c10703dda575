import {
  AlignmentType,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Document as Package,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Align, Block, OfficialDocument } from './document.ts';
import { ALIGN, gap, paragraphOf, rule, turn } from './docx/paragraph.ts';
import { type Drawn, drawAll, imageRun } from './docx/picture.ts';
import { repack } from './docx/repack.ts';
import { fontOf, halfPoints, runsOf, twips } from './docx/runs.ts';
import { tableOf } from './docx/table.ts';
import { A4, POINTS_PER_MM, type Style, typeArea } from './style.ts';

/** The document as a docx for Word and WPS. The same description gives the same bytes. */
export async function toDocx(document: OfficialDocument): Promise<Buffer> {
  const { title, author, subject, style, language = 'zh-CN' } = document;
  const drawn = await drawAll(document);
  const packed = await Packer.toBuffer(
    new Package({
      title,
      creator: author,
      lastModifiedBy: author,
      subject: subject ?? title,
      evenAndOddHeaderAndFooters: style.pageNumbers === 'dashes',
      styles: {
        default: {
          document: {
            run: {
              font: fontOf('fangsong'),
              size: halfPoints(style.looks.body.size),
              language: { value: 'en-US', eastAsia: language },
            },
          },
        },
      },
      sections: sectionsOf(document, drawn),
    }),
  );
  return repack(packed, document.created);
}

/** A list in columns is a section of its own on the same page. */
function sectionsOf(document: OfficialDocument, drawn: Drawn): ISectionOptions[] {
  const { style, blocks } = document;
  const sections: ISectionOptions[] = [];
  let children: FileChild[] = [];
  const close = (columns: number) => {
    if (children.length === 0) return;
    const type = sections.length === 0 ? SectionType.NEXT_PAGE : SectionType.CONTINUOUS;
    const column = columns > 1 ? { column: { count: columns, space: twips(18) } } : {};
    sections.push({ properties: { type, ...column, page: pageOf(style) }, ...marginsOf(document), children });
    children = [];
  };
  for (const block of blocks) {
    if (block.kind === 'columns') {
      close(1);
      const item = { kind: 'paragraph', role: 'body', align: 'left', indent: 0, hang: 1 } as const;
      children = block.items.map((content) => paragraphOf({ ...item, content }, style));
      close(block.count);
    } else children.push(...partsOf(block, style, drawn));
  }
  // Columns are balanced only where another section follows them.
  if (blocks.at(-1)?.kind === 'columns') children.push(gap(0));
  close(1);
  return sections;
}

function partsOf(block: Exclude<Block, { kind: 'columns' }>, style: Style, drawn: Drawn): FileChild[] {
  const { width } = typeArea(style);
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block, style)];
    case 'table':
      return [gap(block.before ?? 0), tableOf(block, style, width, drawn), gap(block.after ?? 0)];
    case 'picture': {
      const image = new Paragraph({
        alignment: ALIGN[block.align ?? 'centre'],
        keepNext: block.caption !== undefined,
        children: [imageRun(block, width, drawn)],
      });
      if (!block.caption) return [image];
      return [
        image,
        paragraphOf({ kind: 'paragraph', role: 'note', content: [block.caption], align: 'centre' }, style),
      ];
    }
    case 'space':
      return [gap(block.height * POINTS_PER_MM)];
    case 'rule':
      return [rule(block.colour ?? '#333333', block.width ?? 0.8)];
    case 'pageBreak':
      return [turn()];
  }
}

const pageOf = ({ orientation, margins }: Style): NonNullable<ISectionOptions['properties']>['page'] => {
  const mm = (value: number) => twips(value * POINTS_PER_MM);
  return {
    size: {
      width: mm(A4.short),
      height: mm(A4.long),
      orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
    },
    margin: {
      top: mm(margins.top),
      right: mm(margins.right),
      bottom: mm(margins.bottom),
      left: mm(margins.left),
      header: mm(margins.top / 2),
      footer: mm(margins.bottom * 0.55),
    },
  };
};

function marginsOf({ style, header = {}, language }: OfficialDocument): Pick<ISectionOptions, 'headers' | 'footers'> {
  const heads = (['left', 'centre', 'right'] as const).flatMap((side) =>
    header[side] ? [aside(ALIGN[side], [header[side]!])] : [],
  );
  const headers =
    heads.length > 0 ? { default: new Header({ children: heads }), even: new Header({ children: heads }) } : undefined;
  return { headers, footers: footersOf(style, language) };
}

const aside = (alignment: (typeof ALIGN)[Align], words: string[]): Paragraph =>
  new Paragraph({ alignment, children: runsOf(words, { face: 'song', size: 9, bold: false, colour: '#333333' }) });

function footersOf(style: Style, language: OfficialDocument['language']): ISectionOptions['footers'] {
  const line = (
    alignment: (typeof ALIGN)[Align],
    children: (string | (typeof PageNumber)[keyof typeof PageNumber])[],
  ) =>
    new Footer({
      children: [
        new Paragraph({
          alignment,
          children: [new TextRun({ font: fontOf('song'), size: halfPoints(style.footerSize), children })],
        }),
      ],
    });
  if (style.pageNumbers === 'none') return undefined;
  if (style.pageNumbers === 'of-total') {
    const [first, middle, last] = language === 'en' ? ['Page ', ' of ', ''] : ['第 ', ' 页　共 ', ' 页'];
    const numbers = line(AlignmentType.CENTER, [first, PageNumber.CURRENT, middle, PageNumber.TOTAL_PAGES, last]);
    return { default: numbers };
  }
  return {
    default: line(AlignmentType.RIGHT, ['— ', PageNumber.CURRENT, ' —　']),
    even: line(AlignmentType.LEFT, ['　— ', PageNumber.CURRENT, ' —']),
  };
}
