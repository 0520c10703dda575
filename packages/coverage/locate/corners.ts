import { columnRightOf, type Squares } from '../squares.ts';
import type { Borders } from './build.ts';

/** The owner of the lower left corner of each square (-1: none), and all owners of those that have more than one. */
export interface CornerOwners {
  readonly owner: Int32Array;
  readonly overlaps: ReadonlyMap<number, readonly number[]>;
}

/**
 * Walks each row of corners from the west, changing the owner at each border that is crossed.
 *
 * The exclusive or of `A ^ B` is the owner as long as there is only one; a second sum, of hashed owners, tells whether
 * that is so. If anywhere it is not, the rows are walked again with sets.
 */
export function findCornerOwners(squares: Squares, borders: Borders): CornerOwners {
  const size = squares.columns * squares.rows;
  const owner = new Int32Array(size);
  const print = new Int32Array(size);
  eachCrossing(squares, borders, (square, b) => {
    owner[square] ^= borders.one[b] ^ borders.other[b];
    print[square] ^= fingerprint(borders.one[b]) ^ fingerprint(borders.other[b]);
  });
  let simple = true;
  for (let row = 0, s = 0; row < squares.rows; row++) {
    let known = -1;
    let sum = fingerprint(-1);
    for (let column = 0; column < squares.columns; column++, s++) {
      known = owner[s] ^= known;
      sum = print[s] ^= sum;
      if (sum !== fingerprint(known)) simple = false;
    }
  }
  return { owner, overlaps: simple ? new Map() : findOverlaps(squares, borders) };
}

function fingerprint(owner: number): number {
  const h = Math.imul(owner + 1, 0x9e3779b1);
  return Math.imul(h ^ (h >>> 15), 0x85ebca6b);
}

/** Visits each crossing of a border with a row of corners, at the first corner on its right. */
function eachCrossing(squares: Squares, borders: Borders, visit: (square: number, b: number) => void): void {
  const { x1, y1, x2, y2 } = borders;
  const { shiftY, columns } = squares;
  for (let b = 0; b < x1.length; b++) {
    for (let row = (y1[b] >> shiftY) + 1; row <= y2[b] >> shiftY; row++) {
      const column = columnRightOf(squares, row, x1[b], y1[b], x2[b], y2[b]);
      if (column < columns) visit(row * columns + column, b);
    }
  }
}

function findOverlaps(squares: Squares, borders: Borders): Map<number, readonly number[]> {
  const crossings: number[][] = [];
  eachCrossing(squares, borders, (square, b) => {
    crossings.push([square, borders.one[b]]);
    if (borders.other[b] >= 0) crossings.push([square, borders.other[b]]);
  });
  crossings.sort((a, b) => a[0] - b[0]);
  const overlaps = new Map<number, readonly number[]>();
  let next = 0;
  for (let row = 0; row < squares.rows; row++) {
    const inside = new Set<number>();
    for (let column = 0; column < squares.columns; column++) {
      const square = row * squares.columns + column;
      for (; next < crossings.length && crossings[next][0] === square; next++) {
        const cell = crossings[next][1];
        if (!inside.delete(cell)) inside.add(cell);
      }
      if (inside.size > 1) overlaps.set(square, [...inside]);
    }
  }
  return overlaps;
}
