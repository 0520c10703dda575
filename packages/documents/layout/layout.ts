import type { OfficialDocument } from '../document.ts';
import type { Fonts } from '../fonts.ts';
import { replacing } from '../missing.ts';
import { POINTS_PER_MM, sheetOf, typeArea } from '../style.ts';
import { type Page, paginate } from './pages.ts';
import { type Setter, setParagraph } from './paragraph.ts';
import { type Element, type Mark, moved } from './placed.ts';
import { setBlocks } from './strips.ts';

export interface Layout {
  readonly pages: readonly (readonly Mark[])[];
  readonly tags: readonly Element[];
  /** Signs that the fonts lack; 〓 stands for them. */
  readonly missing: readonly string[];
}

/** Every mark of a document at its place on its page. */
export function layOut(document: OfficialDocument, fonts: Fonts): Layout {
  const { set, missing } = replacing(fonts.has);
  const setter: Setter = { fonts, set };
  const { strips, tags } = setBlocks(document, setter);
  const pages = paginate(strips, typeArea(document.style));
  return {
    pages: pages.map((page, at) => [...page, ...marginsOf(document, at, pages, setter)]),
    tags,
    missing: missing(),
  };
}

/** Header and page number of one page. */
function marginsOf(document: OfficialDocument, at: number, pages: readonly Page[], setter: Setter): Mark[] {
  const { style, header = {} } = document;
  const { left, width } = typeArea(style);
  const sheet = sheetOf(style);
  const footer = pageNumber(document, at + 1, pages.length);
  const top = (style.margins.top / 2) * POINTS_PER_MM;
  const bottom = (sheet.height - style.margins.bottom * 0.62) * POINTS_PER_MM;
  const line = (words: string | undefined, align: 'left' | 'centre' | 'right', y: number, size: number): Mark[] =>
    words ? aside(words, align, { left, width, y, size }, setter) : [];
  return [
    ...line(header.left, 'left', top, 9),
    ...line(header.centre, 'centre', top, 9),
    ...line(header.right, 'right', top, 9),
    ...(footer ? line(footer.words, footer.align, bottom, style.footerSize) : []),
  ];
}

function aside(
  words: string,
  align: 'left' | 'centre' | 'right',
  { left, width, y, size }: { left: number; width: number; y: number; size: number },
  setter: Setter,
): Mark[] {
  const setting = { size, leading: size * 1.4, bold: false, colour: '#333333', align, width, indent: 0, hang: 0 };
  return setParagraph([words], setting, setter, null)[0].map((mark) => moved(mark, left, y));
}

/** Words of the page number; an odd page has it at the right, an even one at the left, one sign in (GB/T 9704-2012, 7.5). */
function pageNumber(
  { style, language }: OfficialDocument,
  page: number,
  pages: number,
): { words: string; align: 'left' | 'centre' | 'right' } | undefined {
  if (style.pageNumbers === 'none') return undefined;
  if (style.pageNumbers === 'of-total') {
    return { words: language === 'en' ? `Page ${page} of ${pages}` : `第 ${page} 页　共 ${pages} 页`, align: 'centre' };
  }
  return page % 2 === 1 ? { words: `— ${page} —　`, align: 'right' } : { words: `　— ${page} —`, align: 'left' };
}
