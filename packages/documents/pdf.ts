import PDFDocument from 'pdfkit';
import type { OfficialDocument } from './document.ts';
import { type Fonts, fonts } from './fonts.ts';
import { layOut } from './layout/layout.ts';
import type { Element, Mark } from './layout/placed.ts';
import { MissingGlyphError, replacing } from './missing.ts';
import { drawMark } from './pdf/marks.ts';
import { A4, POINTS_PER_MM } from './style.ts';

export interface PdfOptions {
  /** Signs without a glyph: `refuse` throws MissingGlyphError (the default), `mark` sets 〓 in their place. */
  readonly missing?: 'refuse' | 'mark';
}

type Pdf = PDFKit.PDFDocument;

/**
 * The document as a tagged PDF with its fonts in it, cut down to the signs that it uses. The same description gives the same bytes.
 * Throws MissingGlyphError.
 */
export async function toPdf(document: OfficialDocument, { missing = 'refuse' }: PdfOptions = {}): Promise<Buffer> {
  const used = fonts();
  const layout = layOut(document, used);
  const unset = [...new Set([...layout.missing, ...drawnSignsWithout(layout.pages, used)])];
  if (missing === 'refuse' && unset.length > 0) throw new MissingGlyphError(unset);
  const pdf = open(document, used);
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const nodes = tagsOf(pdf, layout.tags);
  for (const page of layout.pages) {
    pdf.addPage();
    drawPage(pdf, page, nodes, used);
  }
  for (const node of nodes.values()) node.end();
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

function open({ title, author, subject, created, language = 'zh-CN', style }: OfficialDocument, used: Fonts): Pdf {
  const date = new Date(created);
  const pdf = new PDFDocument({
    size: [A4.short * POINTS_PER_MM, A4.long * POINTS_PER_MM],
    layout: style.orientation,
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: language,
    tagged: true,
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Subject: subject ?? title,
      Creator: 'Gongzhi',
      CreationDate: date,
      ModDate: date,
    },
    // What is set sign by sign needs no cache of layouts; a long roll would fill it.
    fontLayoutCache: false,
  } as PDFKit.PDFDocumentOptions);
  for (const weight of ['regular', 'bold'] as const) {
    // pdfkit also takes an opened font, which its types do not say.
    pdf.registerFont(weight, used.file(weight) as unknown as Buffer);
  }
  return pdf;
}

type Nodes = Map<Element, PDFKit.PDFStructureElement>;

/** The tree of tags; contents are added where they are drawn. */
function tagsOf(pdf: Pdf, tags: readonly Element[]): Nodes {
  const nodes: Nodes = new Map();
  const grow = (elements: readonly Element[], add: (node: PDFKit.PDFStructureElement) => void): void => {
    for (const one of elements) {
      const node = pdf.struct(one.type, one.alt ? { alt: one.alt } : {});
      nodes.set(one, node);
      add(node);
      grow(one.children, (child) => node.add(child));
    }
  };
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  grow(tags, (node) => root.add(node));
  return nodes;
}

function drawPage(pdf: Pdf, marks: readonly Mark[], nodes: Nodes, used: Fonts): void {
  let current: Element | null | undefined;
  for (const mark of marks) {
    if (mark.element !== current) {
      if (current !== undefined) pdf.endMarkedContent();
      begin(pdf, mark.element, nodes);
      current = mark.element;
    }
    drawMark(pdf, mark, used);
  }
  if (current !== undefined) pdf.endMarkedContent();
}

function begin(pdf: Pdf, element: Element | null, nodes: Nodes): void {
  if (element === null) pdf.markContent('Artifact', { type: 'Layout' });
  else nodes.get(element)?.add(pdf.markStructureContent(element.type));
}

/** Signs in drawings that the fonts lack. */
const drawnSignsWithout = (pages: readonly (readonly Mark[])[], used: Fonts): readonly string[] => {
  const { set, missing } = replacing(used.has);
  for (const mark of pages.flat()) {
    if (mark.kind !== 'picture' || mark.of.kind !== 'drawing') continue;
    for (const shape of mark.of.shapes) if (shape.kind === 'text') set(shape.text);
  }
  return missing();
};
