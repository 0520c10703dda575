import type { Fonts } from '../fonts.ts';
import type { Mark } from '../layout/placed.ts';
import { drawDrawing } from './drawing.ts';

type Pdf = PDFKit.PDFDocument;
type Of<K extends Mark['kind']> = Extract<Mark, { readonly kind: K }>;

const drawBox = (pdf: Pdf, { x, y, width, height }: Of<'box' | 'tint' | 'tick'>): void => {
  pdf.rect(x, y, width, height).lineWidth(0.8).strokeColor('#000000').stroke();
};

function drawTick(pdf: Pdf, box: Of<'box' | 'tint' | 'tick'>): void {
  const { x, y, width, height } = box;
  drawBox(pdf, box);
  pdf.moveTo(x + width * 0.18, y + height * 0.52).lineTo(x + width * 0.42, y + height * 0.78);
  pdf
    .lineTo(x + width * 0.86, y + height * 0.2)
    .lineWidth(1.3)
    .stroke();
}

function drawWords(pdf: Pdf, { text, x, y, weight, size, colour, spacing, underline, width }: Of<'words'>): void {
  pdf.font(weight).fontSize(size).fillColor(colour);
  pdf.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing });
  if (!underline) return;
  const at = y + size * 0.14;
  pdf
    .moveTo(x, at)
    .lineTo(x + width, at)
    .lineWidth(size / 18)
    .strokeColor(colour)
    .stroke();
}

function drawPicture(pdf: Pdf, { of, x, y, width, height }: Of<'picture'>, used: Fonts): void {
  if (of.kind === 'image') pdf.image(Buffer.from(of.png), x, y, { width, height });
  else drawDrawing(pdf, of, { x, y, width }, used);
}

const DRAW: { readonly [K in Mark['kind']]: (pdf: Pdf, mark: Of<K>, used: Fonts) => void } = {
  words: drawWords,
  line: (pdf, { from, to, width, colour }) => {
    pdf
      .moveTo(...from)
      .lineTo(...to)
      .lineWidth(width)
      .strokeColor(colour)
      .stroke();
  },
  tint: (pdf, { x, y, width, height }) => {
    pdf.rect(x, y, width, height).fill('#f2f4f3');
  },
  box: drawBox,
  tick: drawTick,
  picture: drawPicture,
};

export const drawMark = <K extends Mark['kind']>(pdf: Pdf, mark: Of<K>, used: Fonts): void =>
  (DRAW[mark.kind as K] as (pdf: Pdf, mark: Of<K>, used: Fonts) => void)(pdf, mark, used);
