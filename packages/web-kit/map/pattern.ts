/** Patterns tell kinds of places apart without their colours. */
export const PATTERNS = ['hatch', 'back_hatch', 'cross', 'dots'] as const;
export type Pattern = (typeof PATTERNS)[number];

const SIZE = 16;

const onHatch = (x: number, y: number): boolean => (x + y) % 8 < 2;
const onBackHatch = (x: number, y: number): boolean => (x - y + SIZE) % 8 < 2;

const IS_DRAWN: Readonly<Record<Pattern, (x: number, y: number) => boolean>> = {
  hatch: onHatch,
  back_hatch: onBackHatch,
  cross: (x, y) => onHatch(x, y) || onBackHatch(x, y),
  dots: (x, y) => ((x % 8) - 4) ** 2 + ((y % 8) - 4) ** 2 < 4,
};

const isPattern = (name: string): name is Pattern => Object.hasOwn(IS_DRAWN, name);

/** The image of a pattern in a colour by its name, `hatch #b5432a`; undefined for a name of another kind. */
export function patternImage(name: string): { width: number; height: number; data: Uint8Array } | undefined {
  const [pattern, colour = ''] = name.split(' ');
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!isPattern(pattern) || digits === null) return undefined;
  const rgb = digits.slice(1).map((part) => Number.parseInt(part, 16));
  const data = new Uint8Array(4 * SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      if (IS_DRAWN[pattern](x, y)) data.set([...rgb, 255], 4 * (y * SIZE + x));
    }
  }
  return { width: SIZE, height: SIZE, data };
}
