import { type IRunOptions, TextRun, UnderlineType } from 'docx';
import type { Inline } from '../document.ts';
import type { Face } from '../style.ts';

/** Faces as offices have them; GB/T 9704-2012 sets text in 仿宋, titles in 小标宋. */
const FACES: Record<Face, string> = {
  fangsong: '仿宋',
  'title-song': '方正小标宋简体',
  hei: '黑体',
  kai: '楷体',
  song: '宋体',
};

export const fontOf = (face: Face) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FACES[face] });

export interface RunLook {
  readonly face: Face;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}

/** Half-points, whole ones: 15.75 points are size 3, 16 points. */
export const halfPoints = (points: number): number => Math.round(points * 2);
export const twips = (points: number): number => Math.round(points * 20);
export const hex = (colour: string): string => colour.replace('#', '');

const IDEOGRAPHIC_SPACE = '\u3000';
const BOX_FONT = 'Segoe UI Symbol';

export function runsOf(content: readonly Inline[], { face, size, bold, colour }: RunLook): TextRun[] {
  const plain: IRunOptions = { font: fontOf(face), size: halfPoints(size), bold, color: hex(colour) };
  return content.flatMap((inline): TextRun[] => {
    if (typeof inline === 'string') return lineRuns(inline, plain);
    if ('blank' in inline) {
      const text = IDEOGRAPHIC_SPACE.repeat(Math.max(1, Math.round(inline.blank)));
      return [new TextRun({ ...plain, text, underline: { type: UnderlineType.SINGLE } })];
    }
    if ('check' in inline) {
      const font = { ascii: BOX_FONT, hAnsi: BOX_FONT, eastAsia: BOX_FONT };
      return [new TextRun({ ...plain, font, text: inline.check ? '☑' : '☐' })];
    }
    return lineRuns(inline.text, {
      ...plain,
      bold: inline.bold ?? bold,
      size: halfPoints(inline.size ?? size),
      color: hex(inline.colour ?? colour),
      ...(inline.underline && { underline: { type: UnderlineType.SINGLE } }),
    });
  });
}

const lineRuns = (text: string, look: IRunOptions): TextRun[] =>
  text.split('\n').map((line, at) => new TextRun({ ...look, text: line, break: at === 0 ? undefined : 1 }));
