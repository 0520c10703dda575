import type { Box } from './edges.ts';

/**
 * A uniform grid of squares over a box. The lines between squares lie half a step beside lattice points, so no vertex
 * is ever on one. Sides are powers of two, so finding a square is a shift. Coordinates are relative to the box.
 */
export interface Squares {
  readonly minX: number;
  readonly minY: number;
  readonly shiftX: number;
  readonly shiftY: number;
  readonly columns: number;
  readonly rows: number;
}

/** About `count` squares over a box, nearly as wide as high. */
export function layOutSquares(box: Box, count: number): Squares {
  const width = Math.max(1, box.maxX - box.minX + 1);
  const height = Math.max(1, box.maxY - box.minY + 1);
  const side = Math.sqrt((width / Math.max(1, count)) * height);
  const shiftX = Math.min(30, Math.max(0, Math.round(Math.log2(side))));
  const shiftY = Math.min(30, Math.max(0, Math.round(Math.log2((side * side) / 2 ** shiftX))));
  return {
    minX: box.minX,
    minY: box.minY,
    shiftX,
    shiftY,
    columns: Math.floor((width - 1) / 2 ** shiftX) + 1,
    rows: Math.floor((height - 1) / 2 ** shiftY) + 1,
  };
}

/** When segments are so long that each touches more squares than this, the squares are made larger. */
const MAX_ENTRIES_PER_SEGMENT = 12;

/** About one square for each segment, fewer where long segments would each touch many; they are relative to the box. */
export function squaresForSegments(box: Box, { x1, y1, x2, y2 }: Columns, density = 1): Squares {
  const n = x1.length;
  for (let count = n * density; ; count /= 4) {
    const squares = layOutSquares(box, count);
    if (count < 16) return squares;
    let entries = 0;
    for (let s = 0; s < n; s++) entries += coverBound(squares, x1[s], y1[s], x2[s], y2[s]);
    if (entries <= MAX_ENTRIES_PER_SEGMENT * n) return squares;
  }
}

/** Ends of segments. */
interface Columns {
  readonly x1: Int32Array;
  readonly y1: Int32Array;
  readonly x2: Int32Array;
  readonly y2: Int32Array;
}

/**
 * Writes the squares that an edge (relative to the box) touches into `out` from `at`, row by row; returns where it
 * stopped. May name a square that is only nearly touched, never leaves one out.
 */
export function coverEdge(
  squares: Squares,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  out: Int32Array,
  at: number,
): number {
  const { shiftX, shiftY, columns } = squares;
  const left = Math.min(x1, x2) >> shiftX;
  const right = Math.max(x1, x2) >> shiftX;
  const low = Math.min(y1, y2) >> shiftY;
  const high = Math.max(y1, y2) >> shiftY;
  if (low === high) {
    for (let c = left; c <= right; c++) out[at++] = low * columns + c;
    return at;
  }
  if (left === right) {
    for (let r = low; r <= high; r++) out[at++] = r * columns + left;
    return at;
  }
  const slope = (x2 - x1) / (y2 - y1);
  const pad = 0.5 + 1e-3;
  let from = y1 < y2 ? x1 : x2;
  for (let r = low; r <= high; r++) {
    const top = r === high ? (y1 < y2 ? x2 : x1) : x1 + slope * ((r + 1) * 2 ** shiftY - 0.5 - y1);
    const first = Math.max(left, Math.floor((Math.min(from, top) + pad - 2e-3) / 2 ** shiftX));
    const last = Math.min(right, Math.floor((Math.max(from, top) + pad) / 2 ** shiftX));
    for (let c = first; c <= last; c++) out[at++] = r * columns + c;
    from = top;
  }
  return at;
}

/** At most how many squares `coverEdge` names. */
export function coverBound(squares: Squares, x1: number, y1: number, x2: number, y2: number): number {
  const across = Math.abs((x1 >> squares.shiftX) - (x2 >> squares.shiftX));
  const up = Math.abs((y1 >> squares.shiftY) - (y2 >> squares.shiftY));
  return across + 2 * up + 1;
}

/**
 * The first column of a row of corners (the lower left corners of row `row`) that lies on or to the right of an upward
 * edge that crosses this row's lower line; exact. May be one past the last column.
 */
export function columnRightOf(squares: Squares, row: number, x1: number, y1: number, x2: number, y2: number): number {
  const y = row * 2 ** squares.shiftY - 0.5;
  const size = 2 ** squares.shiftX;
  const crossing = x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
  let column = Math.max(0, Math.min(squares.columns, Math.ceil((crossing + 0.5) / size)));
  while (column > 0 && isOnOrRight(x1, y1, x2, y2, (column - 1) * size - 0.5, y)) column--;
  while (column < squares.columns && !isOnOrRight(x1, y1, x2, y2, column * size - 0.5, y)) column++;
  return column;
}

/** Whether a point is on an upward edge's line or to the right of it. */
export function isOnOrRight(x1: number, y1: number, x2: number, y2: number, x: number, y: number): boolean {
  return (x2 - x1) * (y - y1) <= (y2 - y1) * (x - x1);
}
