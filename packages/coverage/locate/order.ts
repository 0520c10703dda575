import type { LocatorIndex } from './build.ts';

/** Fewer points are not worth sorting. */
const MIN_POINTS = 20_000;
/** Squares on a side of a tile, as a power of two: a tile's squares and records fit the fast caches. */
const TILE_SHIFT = 6;

/**
 * An order in which to visit points so that near ones come together, by tiles of squares (a counting sort); undefined
 * when they are few or come together already. Points outside fall into any tile.
 */
export function findTileOrder(index: LocatorIndex, xs: Int32Array, ys: Int32Array): Int32Array | undefined {
  if (xs.length < MIN_POINTS || isLocal(index, xs, ys)) return undefined;
  const { minX, minY, maxX, maxY } = index;
  const shiftX = index.shiftX + TILE_SHIFT;
  const shiftY = index.shiftY + TILE_SHIFT;
  const columns = ((maxX - minX) >> shiftX) + 1;
  const tiles = columns * (((maxY - minY) >> shiftY) + 1);
  const tileOf = new Int32Array(xs.length);
  const start = new Int32Array(tiles + 1);
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    const y = ys[i];
    const isOutside = x < minX || y < minY || x > maxX || y > maxY;
    const tile = isOutside ? 0 : ((y - minY) >> shiftY) * columns + ((x - minX) >> shiftX);
    tileOf[i] = tile;
    start[tile + 1]++;
  }
  for (let t = 0; t < tiles; t++) start[t + 1] += start[t];
  const order = new Int32Array(xs.length);
  for (let i = 0; i < xs.length; i++) order[start[tileOf[i]]++] = i;
  return order;
}

/** Whether most of a sample of points lie close to the point before them in the list. */
function isLocal({ shiftX, shiftY }: LocatorIndex, xs: Int32Array, ys: Int32Array): boolean {
  const step = Math.max(1, Math.floor(xs.length / 256));
  let near = 0;
  let seen = 0;
  for (let i = step; i < xs.length; i += step) {
    seen++;
    const across = Math.abs(xs[i] - xs[i - 1]) / 2 ** shiftX;
    const up = Math.abs(ys[i] - ys[i - 1]) / 2 ** shiftY;
    if (across + up < 2 ** TILE_SHIFT) near++;
  }
  return near > 0.8 * seen;
}
