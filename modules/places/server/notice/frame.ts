import type { Polygon } from '#packages/coverage';
import { scaleAt } from '../../core/extent.ts';

/** The window of a map on paper. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Points for each metre. */
  readonly perMetre: number;
  /** From E7 to points from the top left corner. */
  place(x: number, y: number): readonly [number, number];
  /** west, south, east, north in E7 */
  readonly bounds: readonly [number, number, number, number];
}

/** The grid takes this share of the window: the rest shows what it borders on. */
const SHARE = 0.66;

export function frameAround(polygons: readonly Polygon[], width: number, height: number): Frame {
  const [west, south, east, north] = boundsOf(polygons);
  const [cx, cy] = [(west + east) / 2, (south + north) / 2];
  const scale = scaleAt(cy / 1e7);
  const wide = Math.max((east - west) * scale.x, 1);
  const high = Math.max((north - south) * scale.y, 1);
  const perMetre = SHARE * Math.min(width / wide, height / high);
  const [halfX, halfY] = [width / 2 / perMetre / scale.x, height / 2 / perMetre / scale.y];
  return {
    width,
    height,
    perMetre,
    place: (x, y) => [width / 2 + (x - cx) * scale.x * perMetre, height / 2 - (y - cy) * scale.y * perMetre],
    bounds: [cx - halfX, cy - halfY, cx + halfX, cy + halfY],
  };
}

export function boundsOf(polygons: readonly Polygon[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygons) {
    for (let at = 0; at < outer.length; at += 2) {
      west = Math.min(west, outer[at]);
      east = Math.max(east, outer[at]);
      south = Math.min(south, outer[at + 1]);
      north = Math.max(north, outer[at + 1]);
    }
  }
  return [west, south, east, north];
}

type Bounds = readonly [number, number, number, number];

export const meets = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** A chain on paper. */
export function placed(points: ArrayLike<number>, { place }: Frame): number[] {
  const flat: number[] = [];
  for (let at = 0; at < points.length; at += 2) flat.push(...place(points[at], points[at + 1]));
  return flat;
}

/** The pieces of a chain (in points) whose steps come near the window: a river of the whole district is long. */
export function piecesIn(chain: readonly number[], { width, height }: Frame): number[][] {
  const MARGIN = 20;
  const pieces: number[][] = [];
  let open = false;
  for (let at = 0; at + 3 < chain.length; at += 2) {
    const [x1, y1, x2, y2] = chain.slice(at, at + 4);
    const apart =
      Math.max(x1, x2) < -MARGIN ||
      Math.min(x1, x2) > width + MARGIN ||
      Math.max(y1, y2) < -MARGIN ||
      Math.min(y1, y2) > height + MARGIN;
    if (apart) open = false;
    else if (open) pieces[pieces.length - 1].push(x2, y2);
    else {
      pieces.push([x1, y1, x2, y2]);
      open = true;
    }
  }
  return pieces;
}
