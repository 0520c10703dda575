import { createRequire } from 'node:module';

/** What is used of a font file as `fontkit` opens it, the reader that pdfkit embeds with. */
export interface FontFile {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
}

interface Glyph {
  readonly advanceWidth: number;
  readonly path: { toSVG(): string };
}

export type Weight = 'regular' | 'bold';

export interface Fonts {
  /** Shape sign by sign: what is measured is what is written. */
  readonly file: (weight: Weight) => FontFile;
  /** Share of the size. */
  advance(codePoint: number, weight: Weight): number;
  has(codePoint: number): boolean;
}

const FILES: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

/**
 * The font with a layout of its own: one glyph for each code point, without the tables of substitution and kerning that Chinese has
 * no use for and that take most of the time.
 */
function signBySign(font: FontFile): FontFile {
  const layout = (text: string) => {
    const glyphs = [...text].map((sign) => font.glyphForCodePoint(sign.codePointAt(0)!));
    const positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
    return { glyphs, positions, advanceWidth: glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) };
  };
  return Object.assign(Object.create(font) as FontFile, { layout });
}

function open(): Fonts {
  // Resolved when the program runs, from source and from the bundle alike: the files stay in node_modules.
  const require = createRequire(import.meta.url);
  const { openSync } = createRequire(require.resolve('pdfkit'))('fontkit') as { openSync(path: string): FontFile };
  const load = (weight: Weight) => signBySign(openSync(require.resolve(FILES[weight])));
  const files = { regular: load('regular'), bold: load('bold') };
  const widths = { regular: new Map<number, number>(), bold: new Map<number, number>() };
  const advance = (codePoint: number, weight: Weight): number => {
    const known = widths[weight].get(codePoint);
    if (known !== undefined) return known;
    const font = files[weight];
    const width = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
    widths[weight].set(codePoint, width);
    return width;
  };
  return {
    file: (weight) => files[weight],
    advance,
    has: (codePoint) => files.regular.hasGlyphForCodePoint(codePoint),
  };
}

let opened: Fonts | undefined;

/** Noto Sans SC, regular and bold, opened once in a process. */
export function fonts(): Fonts {
  opened ??= open();
  return opened;
}
