import type { Drawing, PathShape, TextShape } from './drawing.ts';
import type { Fonts } from './fonts.ts';
import { replacing } from './missing.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

const pathOf = (line: readonly number[], closed: boolean): string => {
  const points = Array.from(
    { length: line.length / 2 },
    (_, at) => `${round(line[2 * at])} ${round(line[2 * at + 1])}`,
  );
  return `M${points.join('L')}${closed ? 'Z' : ''}`;
};

function pathToSvg({ lines, closed, fill, opacity = 1, stroke, width = 1, dash }: PathShape): string {
  const d = lines.map((line) => pathOf(line, closed)).join('');
  const dashes = dash ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  const line = stroke ? ` stroke="${stroke}" stroke-width="${width}"${dashes}` : '';
  return `<path d="${d}" fill="${fill ?? 'none'}" fill-opacity="${opacity}" fill-rule="evenodd"${line}/>`;
}

/** Words as outlines: what draws the picture needs no font that has Chinese. */
function textToSvg(
  { text, x, y, size, anchor, colour, bold, halo }: TextShape,
  fonts: Fonts,
  set: (t: string) => string[],
): string {
  const weight = bold ? 'bold' : 'regular';
  const font = fonts.file(weight);
  const signs = set(text).map((sign) => sign.codePointAt(0)!);
  const widths = signs.map((sign) => fonts.advance(sign, weight) * size);
  let at = anchor === 'middle' ? x - widths.reduce((a, b) => a + b, 0) / 2 : x;
  const scale = size / font.unitsPerEm;
  const glyphs = signs.map((sign, index) => {
    const placed = `<path transform="translate(${round(at)} ${round(y)}) scale(${scale} ${-scale})" d="${font.glyphForCodePoint(sign).path.toSVG()}"/>`;
    at += widths[index];
    return placed;
  });
  const rim = halo
    ? ` stroke="#ffffff" stroke-width="${halo / scale}" stroke-linejoin="round" paint-order="stroke"`
    : '';
  return `<g fill="${colour}"${rim}>${glyphs.join('')}</g>`;
}

/** A drawing as SVG, `scale` pixels for each of its units. */
export function drawingToSvg({ width, height, shapes }: Drawing, fonts: Fonts, scale: number): string {
  const { set } = replacing(fonts.has);
  const parts = shapes.map((shape) => (shape.kind === 'path' ? pathToSvg(shape) : textToSvg(shape, fonts, set)));
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} stroke-linejoin="round" stroke-linecap="round">${parts.join('')}</svg>`;
}
