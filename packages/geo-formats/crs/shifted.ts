import gcoord from 'gcoord';
import { type Text, text } from '#packages/kernel';

/** The two systems of Chinese web maps, drawn some hundred metres beside the true place. */
export const SHIFTED = {
  gcj02: text('GCJ-02（高德、腾讯）', 'GCJ-02 (Amap, Tencent)'),
  bd09: text('BD-09（百度）', 'BD-09 (Baidu)'),
} as const satisfies Record<string, Text>;
export type Shifted = keyof typeof SHIFTED;

type Degrees = readonly [lon: number, lat: number];

const NAMES = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Residual at which the inverse stops: 1e-9 degree, a tenth of a millimetre and a hundredth of the lattice. */
const EXACT = 1e-9;
/** The formulas move a point by less than a hundredth of the way between two points: each round gains two digits. */
const ROUNDS = 20;

/** A position that the formula of a coordinate system reaches from nowhere. */
export class NoSuchPlace extends RangeError {
  override readonly name = 'NoSuchPlace';
  readonly text: Text;

  constructor([lon, lat]: Degrees, crs: Shifted) {
    super(`no WGS 84 position for ${crs} ${lon}, ${lat}`);
    this.text = text(
      `坐标 (${lon}, ${lat}) 在 ${SHIFTED[crs].zh} 中没有对应的位置`,
      `(${lon}, ${lat}) is no position in ${SHIFTED[crs].en}`,
    );
  }
}

/** Where a shifted map draws a position of WGS 84. Degrees. */
export const shift = ([lon, lat]: Degrees, crs: Shifted): Degrees =>
  gcoord.transform([lon, lat], gcoord.WGS84, NAMES[crs]) as [number, number];

/**
 * The position of which a shifted map speaks, in WGS 84 degrees. gcoord's own inverse stops early (up to 0.14 m off);
 * here its forward formula is turned round until it meets the point, so that a position on the lattice of 1e-7 degree comes
 * back exactly.
 * @throws NoSuchPlace where the formula has no inverse (it jumps at the edge of its rectangle around China).
 */
export function unshift([lon, lat]: Degrees, crs: Shifted): Degrees {
  let [x, y] = [lon, lat];
  for (let round = 0; round < ROUNDS; round++) {
    const [u, v] = shift([x, y], crs);
    if (Math.abs(u - lon) < EXACT && Math.abs(v - lat) < EXACT) return [x, y];
    x += lon - u;
    y += lat - v;
  }
  throw new NoSuchPlace([lon, lat], crs);
}
