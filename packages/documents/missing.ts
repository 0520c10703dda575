/** The sign that printers put where type was missing (U+3013). */
export const GETA = 0x3013;

/** Signs of a document that the embedded fonts do not have: written so, a name would be wrong without anybody seeing it. */
export class MissingGlyphError extends Error {
  readonly signs: readonly string[];

  constructor(signs: readonly string[]) {
    const named = signs.map((sign) => `${sign} (U+${sign.codePointAt(0)!.toString(16).toUpperCase()})`);
    super(`the font has no glyph for ${named.join(', ')}`);
    this.name = 'MissingGlyphError';
    this.signs = signs;
  }
}

/** Joins and selects glyphs; has none of its own. */
const INVISIBLE = /^(\p{Default_Ignorable_Code_Point}|\p{Cc}|\u2028|\u2029)$/u;

/** Words as they are set: composed (NFC), a tab as a space, nothing that has no glyph at all. */
export const settable = (words: string): string[] =>
  [...words.normalize('NFC').replaceAll('\t', ' ')].filter((sign) => sign === '\n' || !INVISIBLE.test(sign));

/** Replaces what the font lacks by 〓 and remembers it. */
export function replacing(has: (codePoint: number) => boolean): {
  set(words: string): string[];
  missing(): readonly string[];
} {
  const missing = new Set<string>();
  const set = (words: string) =>
    settable(words).map((sign) => {
      if (sign === '\n' || has(sign.codePointAt(0)!)) return sign;
      missing.add(sign);
      return String.fromCodePoint(GETA);
    });
  return { set, missing: () => [...missing] };
}
