import type { LocatorIndex } from './build.ts';

/** Fewer points are not worth sorting. */
const MIN_POINTS = 20_000;
/** Squares on a side of a tile, as a power of two: a tile's squares and records fit the fast caches. */
const TILE_SHIFT = 6;

/**
 * Points as (x, y, place in the list), tile by tile of squares (a counting sort), so that near ones come together;
 * undefined when they are few or come together already. Points outside come first.
 */
export function sortByTile(index: LocatorIndex, xs: Int32Array, ys: Int32Array): Int32Array | undefined {
  if (xs.length < MIN_POINTS || isLocal(index, xs, ys)) return undefined;
  const { minX, minY, maxX, maxY } = index;
  const shiftX = index.shiftX + TILE_SHIFT;
  const shiftY = index.shiftY + TILE_SHIFT;
  const columns = ((maxX - minX) >> shiftX) + 1;
  const tileAt = (x: number, y: number): number =>
    x < minX || y < minY || x > maxX || y > maxY ? 0 : ((y - minY) >> shiftY) * columns + ((x - minX) >> shiftX) + 1;
  const next = new Int32Array(columns * (((maxY - minY) >> shiftY) + 1) + 2);
  for (let i = 0; i < xs.length; i++) next[tileAt(xs[i], ys[i]) + 1] += 3;
  for (let t = 1; t < next.length; t++) next[t] += next[t - 1];
  const sorted = new Int32Array(3 * xs.length);
  for (let i = 0; i < xs.length; i++) {
    const tile = tileAt(xs[i], ys[i]);
    const at = next[tile];
    next[tile] = at + 3;
    sorted[at] = xs[i];
    sorted[at + 1] = ys[i];
    sorted[at + 2] = i;
  }
  return sorted;
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
