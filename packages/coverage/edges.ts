import { CoverageError } from './error.ts';
import { type Cell, type Polygon, type Ring, toDegrees } from './lattice.ts';

/**
 * All directed edges of a list of cells, in typed arrays.
 *
 * Each ring is stored closed (its first vertex again at its end), so edge `e` runs from vertex `e` to vertex `e + 1`;
 * the last vertex of a ring starts no edge. Outer rings run counter-clockwise and holes clockwise, whatever way they
 * came: the cell lies to the left of each of its edges.
 */
export interface EdgeTable {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  /** Where each ring starts; one more entry than there are rings. The edges of ring r are start[r] .. start[r + 1] - 2. */
  readonly ringStart: Int32Array;
  /** The index of the cell of each ring. */
  readonly ringCell: Int32Array;
  /** The polygon of its cell that a ring belongs to. */
  readonly ringPart: Int32Array;
  /** 0 for an outer ring, 1 for a hole. */
  readonly ringIsHole: Uint8Array;
  /** Twice the area of each ring, positive. */
  readonly ringArea2: Float64Array;
  /** The box of each ring, four numbers in a row: smallest x and y, largest x and y. */
  readonly ringBox: Int32Array;
  /** The ring of each vertex. */
  readonly ringOf: Int32Array;
  readonly box: Box;
}

/** Smallest and largest coordinates, inclusive, in E7. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The widest a ring may be, so that orientations and areas stay exact (about 6.7 degrees). */
const MAX_RING_EXTENT = 2 ** 26;
/** 180 and 90 degrees. */
const MAX_X = 1_800_000_000;
const MAX_Y = 900_000_000;

/** The number of rings and of closed vertices of these cells. */
function countVertices(cells: readonly Cell[]): { rings: number; vertices: number } {
  let rings = 0;
  let vertices = 0;
  for (const cell of cells) {
    for (const polygon of cell.polygons) {
      for (const ring of polygon) vertices += ring.length / 2 + 1;
      rings += polygon.length;
    }
  }
  return { rings, vertices };
}

/**
 * Lays out the edges of the cells. A boundary, if given, is laid out after them as one more cell: everything outside
 * it, so its rings run the other way and are the twins of the outermost edges of a coverage.
 * @throws CoverageError `too_large` when a ring is wider than 2^26 lattice steps, `out_of_range` beyond 180 or 90 degrees,
 * `not_a_number`, `not_a_polygon` for half a point.
 */
export function buildEdgeTable(covering: readonly Cell[], boundary?: readonly Polygon[]): EdgeTable {
  const cells = boundary === undefined ? covering : [...covering, { id: '边界 boundary', polygons: boundary }];
  const { rings, vertices } = countVertices(cells);
  const table = {
    xs: new Int32Array(vertices),
    ys: new Int32Array(vertices),
    ringStart: new Int32Array(rings + 1),
    ringCell: new Int32Array(rings),
    ringPart: new Int32Array(rings),
    ringIsHole: new Uint8Array(rings),
    ringArea2: new Float64Array(rings),
    ringBox: new Int32Array(4 * rings),
    ringOf: new Int32Array(vertices),
  };
  let r = 0;
  let v = 0;
  cells.forEach((cell, cellIndex) => {
    for (let part = 0; part < cell.polygons.length; part++) {
      const polygon = cell.polygons[part];
      for (let i = 0; i < polygon.length; i++) {
        table.ringCell[r] = cellIndex;
        table.ringPart[r] = part;
        table.ringIsHole[r] = i === 0 ? 0 : 1;
        if (polygon[i].length % 2 === 1) throw halfAPoint(cell.id);
        const end = v + polygon[i].length / 2 + 1;
        const area2 = layRing(polygon[i], table.xs, table.ys, v, table.ringBox.subarray(4 * r, 4 * r + 4));
        if (Number.isNaN(area2)) throw notANumber(cell.id);
        table.ringArea2[r] = Math.abs(area2);
        table.ringOf.fill(r, v, end);
        const runsWrong = area2 < 0 === (i === 0);
        if (runsWrong !== cellIndex >= covering.length) reverse(table.xs, table.ys, v, end);
        v = end;
        table.ringStart[++r] = v;
      }
    }
  });
  return { ...table, box: boxOf(cells, table) };
}

/** Copies a ring, closed, and notes its box; returns twice its signed area. */
function layRing(ring: Ring, xs: Int32Array, ys: Int32Array, start: number, box: Int32Array): number {
  const n = ring.length;
  const x0 = n > 0 ? ring[0] : 0;
  const y0 = n > 0 ? ring[1] : 0;
  let minX = x0;
  let minY = y0;
  let maxX = x0;
  let maxY = y0;
  let area2 = 0;
  let dx = 0;
  let dy = 0;
  for (let i = 0, v = start; i < n; i += 2, v++) {
    const x = ring[i];
    const y = ring[i + 1];
    xs[v] = x;
    ys[v] = y;
    if (x < minX) minX = x;
    else if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    else if (y > maxY) maxY = y;
    const ex = x - x0;
    const ey = y - y0;
    area2 += dx * ey - ex * dy;
    dx = ex;
    dy = ey;
  }
  xs[start + n / 2] = x0;
  ys[start + n / 2] = y0;
  box[0] = minX;
  box[1] = minY;
  box[2] = maxX;
  box[3] = maxY;
  return area2;
}

/** Turns a closed ring round; its first vertex stays. */
function reverse(xs: Int32Array, ys: Int32Array, start: number, end: number): void {
  xs.subarray(start, end).reverse();
  ys.subarray(start, end).reverse();
}

/** The box of all vertices, after seeing that no single ring is too wide to be exact. */
function boxOf(cells: readonly Cell[], { ringBox, ringCell }: Pick<EdgeTable, 'ringBox' | 'ringCell'>): Box {
  const all = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let r = 0; r < ringCell.length; r++) {
    const minX = ringBox[4 * r];
    const minY = ringBox[4 * r + 1];
    const maxX = ringBox[4 * r + 2];
    const maxY = ringBox[4 * r + 3];
    if (maxX - minX >= MAX_RING_EXTENT || maxY - minY >= MAX_RING_EXTENT) {
      throw tooLarge(cells[ringCell[r]].id, minX, minY);
    }
    if (minX < -MAX_X || maxX > MAX_X || minY < -MAX_Y || maxY > MAX_Y) {
      throw outOfRange(cells[ringCell[r]].id, minX, minY);
    }
    all.minX = Math.min(all.minX, minX);
    all.minY = Math.min(all.minY, minY);
    all.maxX = Math.max(all.maxX, maxX);
    all.maxY = Math.max(all.maxY, maxY);
  }
  return all;
}

function outOfRange(feature: string, x: number, y: number): CoverageError {
  return new CoverageError(
    'out_of_range',
    {
      zh: `“${feature}”的坐标超出经度±180°、纬度±90°的范围。`,
      en: `"${feature}" has coordinates beyond 180 degrees of longitude or 90 of latitude.`,
    },
    { feature, place: [toDegrees(x), toDegrees(y)] },
  );
}

const notANumber = (feature: string): CoverageError =>
  new CoverageError(
    'not_a_number',
    { zh: `“${feature}”的坐标不是数字。`, en: `"${feature}" has a coordinate that is not a number.` },
    { feature },
  );

const halfAPoint = (feature: string): CoverageError =>
  new CoverageError(
    'not_a_polygon',
    { zh: `“${feature}”的一个环缺半个点。`, en: `"${feature}" has a ring with an x that has no y.` },
    { feature },
  );

function tooLarge(feature: string, x: number, y: number): CoverageError {
  return new CoverageError(
    'too_large',
    {
      zh: `“${feature}”的范围超过 6.7 度，不像一个区内的图形；请检查坐标是否有误。`,
      en: `"${feature}" is wider than 6.7 degrees, which no shape of a district is; look for a wrong coordinate.`,
    },
    { feature, place: [toDegrees(x), toDegrees(y)] },
  );
}
