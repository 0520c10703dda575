import type { Paragraph } from './document.ts';
import type { Style, TextLook } from './style.ts';

/** How one paragraph looks: what it says itself, and else its role in the style. */
export function lookOf(paragraph: Paragraph, { looks }: Style): TextLook & { readonly hang: number } {
  const look = looks[paragraph.role];
  const { align, indent, before, after, keepNext, size = look.size } = paragraph;
  return {
    ...look,
    size,
    leading: paragraph.leading ?? (look.leading * size) / look.size,
    align: align ?? look.align,
    indent: indent ?? look.indent,
    before: before ?? look.before,
    after: after ?? look.after,
    keepNext: keepNext ?? look.keepNext,
    hang: paragraph.hang ?? 0,
  };
}
