import type { Align, Role } from './document.ts';

/** Faces of Chinese official documents. A PDF embeds Noto Sans SC for all of them; a docx names those that offices have. */
export type Face = 'fangsong' | 'title-song' | 'hei' | 'kai' | 'song';

export interface TextLook {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  readonly leading: number;
  readonly bold: boolean;
  readonly align: Align;
  /** First line, in signs. */
  readonly indent: number;
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
  readonly colour: string;
}

export interface Style {
  readonly orientation: 'portrait' | 'landscape';
  /** Millimetres, of the sheet as it lies. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly looks: Readonly<Record<Role, TextLook>>;
  readonly table: { readonly size: number; readonly leading: number; readonly padding: number };
  /** `dashes`: — 1 — at the outer edge (GB/T 9704-2012, 7.5); `of-total`: 第 1 页 共 3 页 in the middle. */
  readonly pageNumbers: 'dashes' | 'of-total' | 'none';
  readonly footerSize: number;
}

/** A4, in millimetres. */
export const A4 = { short: 210, long: 297 } as const;
export const POINTS_PER_MM = 72 / 25.4;

/** The sheet in millimetres. */
export const sheetOf = ({ orientation }: Pick<Style, 'orientation'>): { width: number; height: number } =>
  orientation === 'portrait' ? { width: A4.short, height: A4.long } : { width: A4.long, height: A4.short };

/** Width and height of the type area in points. */
export function typeArea(style: Style): { left: number; top: number; width: number; height: number } {
  const { width, height } = sheetOf(style);
  const { top, right, bottom, left } = style.margins;
  return {
    left: left * POINTS_PER_MM,
    top: top * POINTS_PER_MM,
    width: (width - left - right) * POINTS_PER_MM,
    height: (height - top - bottom) * POINTS_PER_MM,
  };
}

const plain = {
  bold: false,
  align: 'both',
  indent: 2,
  before: 0,
  after: 0,
  keepNext: false,
  colour: '#000000',
} as const;
const centred = { ...plain, align: 'centre', indent: 0 } as const;

function looks(size: number, leading: number, title: number): Style['looks'] {
  const text = { ...plain, size, leading };
  const heading = { ...text, keepNext: true };
  return {
    letterhead: {
      ...centred,
      face: 'title-song',
      size: title * 1.5,
      leading: title * 2.1,
      bold: true,
      colour: '#c00000',
    },
    number: { ...centred, face: 'fangsong', size, leading },
    title: {
      ...centred,
      face: 'title-song',
      size: title,
      leading: title * 1.45,
      bold: true,
      after: leading / 2,
      keepNext: true,
    },
    subtitle: { ...centred, face: 'kai', size, leading, after: leading / 2, keepNext: true },
    heading1: { ...heading, face: 'hei', bold: true },
    heading2: { ...heading, face: 'kai', bold: true },
    heading3: { ...heading, face: 'fangsong', bold: true },
    heading4: { ...heading, face: 'fangsong' },
    body: { ...text, face: 'fangsong' },
    note: { ...text, face: 'fangsong', size: size * 0.78, leading: leading * 0.78, indent: 0, colour: '#444444' },
  };
}

/**
 * The layout of Chinese official documents (GB/T 9704-2012, 5 and 7): A4, 37 mm above, 28 mm at the left, a type area of
 * 156 by 225 mm with 22 lines of 28 signs in size 3 (16 points; set at 15.75 to fill the measure), title in size 2.
 */
export const OFFICIAL: Style = {
  orientation: 'portrait',
  margins: { top: 37, right: 26, bottom: 35, left: 28 },
  looks: looks(15.75, 28.95, 22),
  table: { size: 12, leading: 18, padding: 4 },
  pageNumbers: 'dashes',
  footerSize: 14,
};

/** Forms, rolls, minutes and notices: smaller margins, size 小四 (12 points). */
export const FORM: Style = {
  orientation: 'portrait',
  margins: { top: 25, right: 22, bottom: 22, left: 25 },
  looks: looks(12, 21, 20),
  table: { size: 11, leading: 16.5, padding: 4.5 },
  pageNumbers: 'of-total',
  footerSize: 9,
};

export const landscape = (style: Style): Style => ({ ...style, orientation: 'landscape' });

/** A style with other looks for some roles. */
export const restyled = (style: Style, changes: Partial<Record<Role, Partial<TextLook>>>): Style => ({
  ...style,
  looks: Object.fromEntries(
    Object.entries(style.looks).map(([role, look]) => [role, { ...look, ...changes[role as Role] }]),
  ) as Style['looks'],
});
