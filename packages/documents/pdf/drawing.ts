import type { Drawing, PathShape, TextShape } from '../drawing.ts';
import type { Fonts, Weight } from '../fonts.ts';
import { replacing } from '../missing.ts';

type Pdf = PDFKit.PDFDocument;

/** A drawing in lines, clipped to its frame. */
export function drawDrawing(
  pdf: Pdf,
  drawing: Drawing,
  { x, y, width }: { x: number; y: number; width: number },
  used: Fonts,
): void {
  const { set } = replacing(used.has);
  pdf.save();
  pdf.translate(x, y).scale(width / drawing.width);
  pdf.rect(0, 0, drawing.width, drawing.height).clip();
  for (const shape of drawing.shapes) {
    if (shape.kind === 'path') drawPath(pdf, shape);
    else drawLabel(pdf, { ...shape, text: set(shape.text).join('') }, used);
  }
  pdf.restore();
}

function drawPath(pdf: Pdf, { lines, closed, fill, opacity = 1, stroke, width = 1, dash }: PathShape): void {
  for (const line of lines) {
    pdf.moveTo(line[0], line[1]);
    for (let at = 2; at < line.length; at += 2) pdf.lineTo(line[at], line[at + 1]);
    if (closed) pdf.closePath();
  }
  pdf.lineWidth(width).lineJoin('round').lineCap('round');
  if (dash) pdf.dash(dash[0], { space: dash[1] ?? dash[0] });
  if (fill) pdf.fillColor(fill).fillOpacity(opacity);
  if (stroke) pdf.strokeColor(stroke);
  if (fill && stroke) pdf.fillAndStroke(undefined, undefined, 'even-odd');
  else if (fill) pdf.fill('even-odd');
  else pdf.stroke();
  if (dash) pdf.undash();
  if (fill && opacity < 1) pdf.fillOpacity(1);
}

function drawLabel(pdf: Pdf, { text, x, y, size, anchor, colour, bold, halo }: TextShape, used: Fonts): void {
  const weight = bold ? 'bold' : 'regular';
  const left = anchor === 'middle' ? x - labelWidth(text, size, weight, used) / 2 : x;
  pdf.font(weight).fontSize(size);
  if (halo) {
    pdf.lineWidth(halo).lineJoin('round').strokeColor('#ffffff');
    pdf.text(text, left, y, { lineBreak: false, baseline: 'alphabetic', stroke: true, fill: false });
  }
  pdf.fillColor(colour).text(text, left, y, { lineBreak: false, baseline: 'alphabetic' });
}

const labelWidth = (text: string, size: number, weight: Weight, used: Fonts): number =>
  [...text].reduce((sum, sign) => sum + used.advance(sign.codePointAt(0)!, weight) * size, 0);
