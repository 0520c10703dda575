import type { Align, Inline } from '../document.ts';
import type { Fonts, Weight } from '../fonts.ts';
import { airBetween, breakLines, isStretchable, type Line } from '../line-break.ts';
import type { Element, Mark } from './placed.ts';

/** How a paragraph is set; lengths in points. */
export interface Setting {
  readonly size: number;
  readonly leading: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly align: Align;
  readonly width: number;
  /** First line. */
  readonly indent: number;
  /** Other lines. */
  readonly hang: number;
}

export interface Setter {
  readonly fonts: Fonts;
  /** Words as they can be set: what the fonts lack is replaced. */
  readonly set: (words: string) => string[];
}

interface Sign {
  readonly sign: string;
  readonly width: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly underline: boolean;
  readonly special?: 'blank' | 'box' | 'tick';
}

/** Stands for a blank among the signs: breaks like a Han sign. */
const SOLID = '口';
/** Stands for a box: like an opening bracket it stays with the words that follow. */
const OPENS = '（';

function signsOf(content: readonly Inline[], setting: Setting, { fonts, set }: Setter): Sign[] {
  const plain = { size: setting.size, colour: setting.colour, underline: false };
  return content.flatMap((inline): Sign[] => {
    if (typeof inline !== 'string' && 'blank' in inline) {
      return [{ ...plain, sign: SOLID, weight: 'regular', width: inline.blank * setting.size, special: 'blank' }];
    }
    if (typeof inline !== 'string' && 'check' in inline) {
      const special = inline.check ? 'tick' : 'box';
      return [{ ...plain, sign: OPENS, weight: 'regular', width: setting.size * 1.15, special }];
    }
    const run = typeof inline === 'string' ? { text: inline } : inline;
    const weight: Weight = (run.bold ?? setting.bold) ? 'bold' : 'regular';
    const { size = plain.size, colour = plain.colour, underline = false } = run;
    return set(run.text).map((sign) => {
      const width = sign === '\n' ? 0 : fonts.advance(sign.codePointAt(0)!, weight) * size;
      return { sign, width, size, weight, colour, underline };
    });
  });
}

/** Gaps wider than this share of the size look like holes: such a line stays as it is. */
const WIDEST_GAP = 0.5;

function stretchOf(signs: readonly Sign[], line: Line, room: number, { align, size }: Setting): number {
  if (align !== 'both' || line.last) return 0;
  let gaps = 0;
  for (let at = line.start; at + 1 < line.end; at++) if (isStretchable(signs[at].sign, signs[at + 1].sign)) gaps++;
  const stretch = gaps === 0 ? 0 : (room - line.width) / gaps;
  return stretch > WIDEST_GAP * size ? 0 : stretch;
}

const startOf = (align: Align, room: number, width: number): number => {
  if (align === 'centre') return (room - width) / 2;
  return align === 'right' ? room - width : 0;
};

const sameLook = (a: Sign, b: Sign): boolean =>
  a.weight === b.weight &&
  a.size === b.size &&
  a.colour === b.colour &&
  a.underline === b.underline &&
  !a.special &&
  !b.special;

/** The marks of one line; signs of one look with even gaps become one run of words. */
function marksOf(
  signs: readonly Sign[],
  line: Line,
  x: number,
  stretch: number,
  base: number,
  element: Element | null,
): Mark[] {
  const marks: Mark[] = [];
  let run: { signs: Sign[]; x: number; width: number; spacing: number | undefined } | undefined;
  let at = x;
  const flush = () => {
    if (run) marks.push(...markOfRun(run.signs, run.x, base, run.width, run.spacing ?? 0, element));
    run = undefined;
  };
  let gapBefore = 0;
  for (let index = line.start; index < line.end; index++) {
    const sign = signs[index];
    if (sign.sign === '\n') break;
    const follows =
      run && sameLook(run.signs[0], sign) && (run.spacing === undefined || Math.abs(run.spacing - gapBefore) < 1e-6);
    if (!follows) flush();
    if (run && follows) {
      run.signs.push(sign);
      run.spacing = gapBefore;
    } else run = { signs: [sign], x: at, width: 0, spacing: undefined };
    const next = index + 1 < line.end ? signs[index + 1].sign : undefined;
    gapBefore =
      next === undefined ? 0 : airBetween(sign.sign, next) * sign.size + (isStretchable(sign.sign, next) ? stretch : 0);
    at += sign.width;
    run.width = at - run.x;
    at += gapBefore;
  }
  flush();
  return marks;
}

function markOfRun(
  run: readonly Sign[],
  x: number,
  y: number,
  width: number,
  spacing: number,
  element: Element | null,
): Mark[] {
  const [{ size, weight, colour, underline, special }] = run;
  if (special === 'blank') {
    return [
      { kind: 'line', element, from: [x, y + size * 0.14], to: [x + width, y + size * 0.14], width: 0.6, colour },
    ];
  }
  if (special)
    return [{ kind: special, element, x: x + size * 0.08, y: y - size * 0.8, width: size * 0.9, height: size * 0.9 }];
  const text = run.map(({ sign }) => sign).join('');
  if (text.trim() === '' && !underline) return [];
  return [{ kind: 'words', element, x, y, text, width, weight, size, colour, spacing, underline }];
}

/** A paragraph as lines, each `leading` high, with its marks from its own top left corner. */
export function setParagraph(
  content: readonly Inline[],
  setting: Setting,
  setter: Setter,
  element: Element | null,
): (readonly Mark[])[] {
  const signs = signsOf(content, setting, setter);
  const inset = (line: number) => (line === 0 ? setting.indent : setting.hang);
  const lines = breakLines(signs, (line) => setting.width - inset(line));
  const { ascent, descent, unitsPerEm } = setter.fonts.file('regular');
  // The em box in the middle of the line; Noto's ascent and descent count from the same baseline.
  const base = setting.leading / 2 + ((ascent + descent) / 2 / unitsPerEm) * setting.size * 0.84;
  return lines.map((line, at) => {
    const room = setting.width - inset(at);
    const x = inset(at) + startOf(setting.align, room, line.width);
    return marksOf(signs, line, x, stretchOf(signs, line, room, setting), base, element);
  });
}
