import { CoverageError } from './error.ts';
import { type Cell, type Polygon, type Ring, ringArea2, toDegrees } from './lattice.ts';

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
  /** Halfway between the southernmost and the northernmost vertex of each ring. */
  readonly ringMiddleY: Float64Array;
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
 * @throws CoverageError `too_large` when a ring is wider than 2^26 lattice steps.
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
    ringMiddleY: new Float64Array(rings),
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
        const area2 = ringArea2(polygon[i]);
        table.ringArea2[r] = Math.abs(area2);
        table.ringOf.fill(r, v, v + polygon[i].length / 2 + 1);
        const runsWrong = area2 < 0 === (i === 0);
        v = copyRing(polygon[i], runsWrong !== cellIndex >= covering.length, table.xs, table.ys, v);
        table.ringStart[++r] = v;
      }
    }
  });
  return { ...table, box: boxOf(cells, table) };
}

/** Copies a ring, closed, possibly reversed; returns where the next one starts. */
function copyRing(ring: Ring, reversed: boolean, xs: Int32Array, ys: Int32Array, start: number): number {
  const n = ring.length / 2;
  for (let i = 0; i <= n; i++) {
    const at = 2 * (reversed ? (n - i) % n : i % n);
    xs[start + i] = ring[at];
    ys[start + i] = ring[at + 1];
  }
  return start + n + 1;
}

/** The box of all vertices, after seeing that no single ring is too wide to be exact; notes the middles of the rings. */
function boxOf(cells: readonly Cell[], table: Omit<EdgeTable, 'box'>): Box {
  const all = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let r = 0; r < table.ringCell.length; r++) {
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    for (let v = table.ringStart[r]; v < table.ringStart[r + 1]; v++) {
      const x = table.xs[v];
      const y = table.ys[v];
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    if (maxX - minX >= MAX_RING_EXTENT || maxY - minY >= MAX_RING_EXTENT) {
      throw tooLarge(cells[table.ringCell[r]].id, minX, minY);
    }
    table.ringMiddleY[r] = (minY + maxY) / 2;
    all.minX = Math.min(all.minX, minX);
    all.minY = Math.min(all.minY, minY);
    all.maxX = Math.max(all.maxX, maxX);
    all.maxY = Math.max(all.maxY, maxY);
  }
  return all;
}

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
