import { type Polygon, polygonArea2 } from '#packages/coverage';

/** Where across a polygon to look for room: the middle first. */
const HEIGHTS = [1 / 2, 3 / 8, 5 / 8, 1 / 4, 3 / 4, 1 / 8, 7 / 8];
/** A level is taken at once when its widest stretch is at least this share of the polygon's width. */
const WIDE = 1 / 2;

interface Stretch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * A point well inside the largest polygon, on the lattice: the middle of the widest stretch of a level line across it.
 * Levels lie halfway between lattice rows, so no corner is ever met. Throws RangeError for a polygon without area.
 */
export function insidePoint(polygons: readonly Polygon[]): { x: number; y: number } {
  const largest = polygons.toSorted((a, b) => polygonArea2(b) - polygonArea2(a))[0];
  const [outer] = largest;
  const xs = outer.filter((_, i) => i % 2 === 0);
  const ys = outer.filter((_, i) => i % 2 === 1);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const width = Math.max(...xs) - Math.min(...xs);
  let best: Stretch | undefined;
  for (const height of HEIGHTS) {
    const stretch = widest(largest, Math.floor(low + (high - low) * height) + 0.5);
    if (stretch && stretch.width > (best?.width ?? 1)) best = stretch;
    if (best && best.width >= width * WIDE) break;
  }
  if (!best) throw new RangeError('a polygon without room inside');
  return { x: Math.round(best.x), y: Math.floor(best.y) };
}

/** The widest stretch of the line y inside a polygon. */
function widest(polygon: Polygon, y: number): Stretch | undefined {
  const crossings = polygon.flatMap((ring) => crossingsOf(ring, y)).sort((a, b) => a - b);
  let best: Stretch | undefined;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1] - crossings[i];
    if (width > (best?.width ?? 0)) best = { x: (crossings[i] + crossings[i + 1]) / 2, y, width };
  }
  return best;
}

function crossingsOf(ring: Int32Array, y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    if (ring[i + 1] > y === ring[j + 1] > y) continue;
    crossings.push(ring[j] + ((ring[i] - ring[j]) * (y - ring[j + 1])) / (ring[i + 1] - ring[j + 1]));
  }
  return crossings;
}
