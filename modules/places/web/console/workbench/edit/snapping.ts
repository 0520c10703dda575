import type { Point, Polygon } from '#packages/coverage';

/** Pixels of the screen per lattice step, east and north: what is near is a matter of the eye. */
export interface ScreenScale {
  readonly x: number;
  readonly y: number;
}

/** A place that a drawn point is taken to: a vertex, or a point of an edge rounded to the lattice. */
export interface Snap {
  readonly kind: 'vertex' | 'edge';
  readonly at: Point;
  /** Pixels from where the pointer was. */
  readonly distance: number;
}

/** So near, in pixels, a vertex or an edge is meant: about the tip of a finger. */
export const SNAP_PIXELS = 12;

/** Side of a square of the index in lattice steps, about 100 m: a few edges each in a town. */
const SIDE = 10_000;

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

/** Vertices and edges of a coverage, and of lines that borders may follow, by place. */
export class SnapIndex {
  readonly #squares = new Map<string, Edge[]>();

  constructor(shapes: readonly { readonly polygons: readonly Polygon[] }[], lines: readonly Int32Array[] = []) {
    for (const { polygons } of shapes) for (const ring of polygons.flat()) this.#add(ring, true);
    for (const line of lines) this.#add(line, false);
  }

  #add(line: Int32Array, isRing: boolean): void {
    for (let i = 0; i + (isRing ? 0 : 2) < line.length; i += 2) {
      const j = (i + 2) % line.length;
      const edge: Edge = [line[i], line[i + 1], line[j], line[j + 1]];
      for (const key of keysOf(edge)) {
        const known = this.#squares.get(key);
        if (known) known.push(edge);
        else this.#squares.set(key, [edge]);
      }
    }
  }

  /** The nearest vertex within the radius, else the nearest point of an edge. `radius` in pixels. */
  find(point: Point, scale: ScreenScale, radius = SNAP_PIXELS): Snap | undefined {
    let vertex: Snap | undefined;
    let edge: Snap | undefined;
    for (const [ax, ay, bx, by] of this.#near(point, radius / scale.x, radius / scale.y)) {
      for (const end of [[ax, ay] as const, [bx, by] as const]) {
        const distance = pixels(point, end, scale);
        if (distance <= radius && distance < (vertex?.distance ?? Infinity))
          vertex = { kind: 'vertex', at: end, distance };
      }
      const at = nearestOn([ax, ay, bx, by], point, scale);
      const distance = pixels(point, at, scale);
      if (distance <= radius && distance < (edge?.distance ?? Infinity)) edge = { kind: 'edge', at, distance };
    }
    return vertex ?? edge;
  }

  #near([x, y]: Point, dx: number, dy: number): Set<Edge> {
    const found = new Set<Edge>();
    const keys = keysOf([x - dx, y - dy, x + dx, y + dy]);
    for (const key of keys) for (const edge of this.#squares.get(key) ?? []) found.add(edge);
    return found;
  }
}

/** What is near in the first index that has anything near: a border goes before a road beside it. */
export function snapIn(indices: readonly SnapIndex[], point: Point, scale: ScreenScale): Snap | undefined {
  for (const index of indices) {
    const found = index.find(point, scale);
    if (found) return found;
  }
  return undefined;
}

/** Squares that the box of an edge meets. A window of thousands of squares is nobody's aim: nothing is near then. */
function keysOf([ax, ay, bx, by]: Edge): string[] {
  const [west, east] = [Math.floor(Math.min(ax, bx) / SIDE), Math.floor(Math.max(ax, bx) / SIDE)];
  const [south, north] = [Math.floor(Math.min(ay, by) / SIDE), Math.floor(Math.max(ay, by) / SIDE)];
  if ((east - west + 1) * (north - south + 1) > 4096) return [];
  const keys: string[] = [];
  for (let c = west; c <= east; c++) for (let r = south; r <= north; r++) keys.push(`${c} ${r}`);
  return keys;
}

const pixels = ([ax, ay]: Point, [bx, by]: Point, scale: ScreenScale): number =>
  Math.hypot((ax - bx) * scale.x, (ay - by) * scale.y);

/** The point of an edge that lies nearest on the screen, on the lattice. */
function nearestOn([ax, ay, bx, by]: Edge, [px, py]: Point, { x, y }: ScreenScale): Point {
  const [dx, dy] = [(bx - ax) * x, (by - ay) * y];
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : ((px - ax) * x * dx + (py - ay) * y * dy) / length2;
  const within = Math.max(0, Math.min(1, share));
  return [Math.round(ax + (bx - ax) * within), Math.round(ay + (by - ay) * within)];
}
