import { AlignmentType, BorderStyle, Paragraph as DocxParagraph, HeadingLevel, LineRuleType } from 'docx';
import type { Align, Paragraph, Role } from '../document.ts';
import { lookOf } from '../look.ts';
import type { Style } from '../style.ts';
import { hex, runsOf, twips } from './runs.ts';

export const ALIGN = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const satisfies Record<Align, unknown>;

const LEVELS: Partial<Record<Role, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  title: HeadingLevel.TITLE,
  heading1: HeadingLevel.HEADING_1,
  heading2: HeadingLevel.HEADING_2,
  heading3: HeadingLevel.HEADING_3,
  heading4: HeadingLevel.HEADING_4,
};

export function paragraphOf(paragraph: Paragraph, style: Style): DocxParagraph {
  const look = lookOf(paragraph, style);
  const { leading, before, after, size, indent, hang } = look;
  const firstLine = twips((indent - hang) * size);
  return new DocxParagraph({
    heading: LEVELS[paragraph.role],
    alignment: ALIGN[look.align],
    keepNext: look.keepNext,
    widowControl: true,
    overflowPunctuation: false,
    spacing: { line: twips(leading), lineRule: LineRuleType.EXACTLY, before: twips(before), after: twips(after) },
    indent: { left: twips(hang * size), ...(firstLine < 0 ? { hanging: -firstLine } : { firstLine }) },
    children: runsOf(paragraph.content, look),
  });
}

/** Empty height between blocks: tables would grow together without it. */
export const gap = (points: number): DocxParagraph =>
  new DocxParagraph({
    spacing: { line: Math.max(20, twips(points)), lineRule: LineRuleType.EXACTLY, before: 0, after: 0 },
  });

export const rule = (colour: string, width: number): DocxParagraph =>
  new DocxParagraph({
    spacing: { line: 60, lineRule: LineRuleType.EXACTLY },
    border: { bottom: { style: BorderStyle.SINGLE, size: Math.round(width * 8), color: hex(colour), space: 1 } },
  });

export const turn = (): DocxParagraph =>
  new DocxParagraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: LineRuleType.EXACTLY } });
