export * from './blocks.ts';
export { chineseDate, officialDate } from './chinese-date.ts';
export { chineseDigits, chineseNumber } from './chinese-number.ts';
export * from './document.ts';
export { toDocx } from './docx.ts';
export type { Drawing, PathShape, Shape, TextShape } from './drawing.ts';
export { MissingGlyphError } from './missing.ts';
export { type PdfOptions, toPdf } from './pdf.ts';
export {
  type Face,
  FORM,
  landscape,
  OFFICIAL,
  restyled,
  type Style,
  sheetOf,
  type TextLook,
  typeArea,
} from './style.ts';
