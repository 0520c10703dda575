import { requireFewPairs } from '../effort.ts';
import { layOutSquares, type Squares } from '../squares.ts';

/** Boxes as columns. */
export interface Boxes {
  readonly minX: Int32Array;
  readonly minY: Int32Array;
  readonly maxX: Int32Array;
  readonly maxY: Int32Array;
}

/** Boxes may be listed in this many squares on average; else the squares are made larger. */
const MOST_ENTRIES = 8;

/**
 * Visits each pair (i < j) of the first `count` boxes that meet, once, until a visit returns false. Boxes all lie within
 * 2^26 steps. @throws CoverageError `too_large` when far too many lie side by side.
 */
export function eachMeetingPair(boxes: Boxes, count: number, visit: (i: number, j: number) => boolean): void {
  if (count < 2) return;
  const squares = squaresFor(boxes, count);
  const { start, members } = listBoxes(squares, boxes, count);
  const { minX, minY, maxX, maxY } = boxes;
  requireFewPairs(start, (first) => [minX[members[first]], minY[members[first]]]);
  for (let square = 0; square + 1 < start.length; square++) {
    const end = start[square + 1];
    for (let a = start[square]; a < end; a++) {
      const i = members[a];
      for (let b = a + 1; b < end; b++) {
        const j = members[b];
        if (minX[i] > maxX[j] || minX[j] > maxX[i] || minY[i] > maxY[j] || minY[j] > maxY[i]) continue;
        // The pair is seen in each square that both touch; it counts where the corner of what they share lies.
        const column = (Math.max(minX[i], minX[j]) - squares.minX) >> squares.shiftX;
        const row = (Math.max(minY[i], minY[j]) - squares.minY) >> squares.shiftY;
        if (row * squares.columns + column === square && !visit(i, j)) return;
      }
    }
  }
}

function squaresFor({ minX, minY, maxX, maxY }: Boxes, count: number): Squares {
  const all = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let i = 0; i < count; i++) {
    all.minX = Math.min(all.minX, minX[i]);
    all.minY = Math.min(all.minY, minY[i]);
    all.maxX = Math.max(all.maxX, maxX[i]);
    all.maxY = Math.max(all.maxY, maxY[i]);
  }
  for (let wanted = count; ; wanted /= 4) {
    const squares = layOutSquares(all, wanted);
    if (wanted < 4) return squares;
    let entries = 0;
    for (let i = 0; i < count; i++) {
      const across = ((maxX[i] - all.minX) >> squares.shiftX) - ((minX[i] - all.minX) >> squares.shiftX) + 1;
      const up = ((maxY[i] - all.minY) >> squares.shiftY) - ((minY[i] - all.minY) >> squares.shiftY) + 1;
      entries += across * up;
    }
    if (entries <= MOST_ENTRIES * count) return squares;
  }
}

/** The boxes that touch each square, ascending. */
function listBoxes(
  squares: Squares,
  { minX, minY, maxX, maxY }: Boxes,
  count: number,
): { start: Int32Array; members: Int32Array } {
  const start = new Int32Array(squares.columns * squares.rows + 1);
  const eachSquare = (i: number, visit: (square: number) => void): void => {
    const right = (maxX[i] - squares.minX) >> squares.shiftX;
    const top = (maxY[i] - squares.minY) >> squares.shiftY;
    for (let row = (minY[i] - squares.minY) >> squares.shiftY; row <= top; row++) {
      for (let c = (minX[i] - squares.minX) >> squares.shiftX; c <= right; c++) visit(row * squares.columns + c);
    }
  };
  const tally = (square: number): void => {
    start[square]++;
  };
  for (let i = 0; i < count; i++) eachSquare(i, tally);
  for (let square = 1; square < start.length; square++) start[square] += start[square - 1];
  const members = new Int32Array(start[start.length - 1]);
  let box = 0;
  const place = (square: number): void => {
    members[--start[square]] = box;
  };
  for (box = count - 1; box >= 0; box--) eachSquare(box, place);
  return { start, members };
}
