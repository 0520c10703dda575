import type { EdgeTable } from '../edges.ts';
import type { Planar } from '../planar.ts';
import { layOutSquares } from '../squares.ts';
import type { Boxes } from './box-pairs.ts';

/**
 * The cells that may lie over one of these faces: those whose box meets the face's. 1 for each such cell, and for the
 * outside (the last index).
 */
export function findSuspects(edges: EdgeTable, cells: number, planar: Planar, isWanted: Uint8Array): Uint8Array {
  const faces = boxesOfFaces(planar, isWanted);
  const suspects = new Uint8Array(cells + 1);
  suspects[cells] = 1;
  const index = new BoxIndex(faces, edges);
  const boxes = boxesOfCells(edges, cells);
  for (let cell = 0; cell < cells; cell++) {
    if (index.meets(boxes.minX[cell], boxes.minY[cell], boxes.maxX[cell], boxes.maxY[cell])) suspects[cell] = 1;
  }
  return suspects;
}

function emptyBoxes(n: number): Boxes {
  return {
    minX: new Int32Array(n).fill(2 ** 31 - 1),
    minY: new Int32Array(n).fill(2 ** 31 - 1),
    maxX: new Int32Array(n).fill(-(2 ** 31)),
    maxY: new Int32Array(n).fill(-(2 ** 31)),
  };
}

function extend({ minX, minY, maxX, maxY }: Boxes, i: number, x: number, y: number): void {
  if (x < minX[i]) minX[i] = x;
  if (x > maxX[i]) maxX[i] = x;
  if (y < minY[i]) minY[i] = y;
  if (y > maxY[i]) maxY[i] = y;
}

function boxesOfFaces(planar: Planar, isWanted: Uint8Array): Boxes {
  const index = new Int32Array(isWanted.length).fill(-1);
  let count = 0;
  for (let f = 1; f < isWanted.length; f++) if (isWanted[f] === 1) index[f] = count++;
  const boxes = emptyBoxes(count);
  for (let h = 0; h < planar.face.length; h++) {
    const i = index[planar.face[h]];
    if (i >= 0) extend(boxes, i, planar.vx[planar.origin[h]], planar.vy[planar.origin[h]]);
  }
  return boxes;
}

function boxesOfCells({ ringBox, ringCell }: EdgeTable, cells: number): Boxes {
  const boxes = emptyBoxes(cells + 1);
  for (let r = 0; r < ringCell.length; r++) {
    extend(boxes, ringCell[r], ringBox[4 * r], ringBox[4 * r + 1]);
    extend(boxes, ringCell[r], ringBox[4 * r + 2], ringBox[4 * r + 3]);
  }
  return boxes;
}

/** Boxes by the squares that they touch. */
class BoxIndex {
  readonly #boxes: Boxes;
  readonly #squares: ReturnType<typeof layOutSquares>;
  readonly #lists = new Map<number, number[]>();

  constructor(boxes: Boxes, { box }: EdgeTable) {
    this.#boxes = boxes;
    this.#squares = layOutSquares(box, 4096);
    for (let i = 0; i < boxes.minX.length; i++) {
      this.#each(boxes.minX[i], boxes.minY[i], boxes.maxX[i], boxes.maxY[i], (square) => {
        const list = this.#lists.get(square);
        if (list === undefined) this.#lists.set(square, [i]);
        else list.push(i);
        return false;
      });
    }
  }

  /** Visits squares until the visitor is satisfied. */
  #each(minX: number, minY: number, maxX: number, maxY: number, visit: (square: number) => boolean): boolean {
    const { shiftX, shiftY, columns } = this.#squares;
    for (let r = (minY - this.#squares.minY) >> shiftY; r <= (maxY - this.#squares.minY) >> shiftY; r++) {
      for (let c = (minX - this.#squares.minX) >> shiftX; c <= (maxX - this.#squares.minX) >> shiftX; c++) {
        if (visit(r * columns + c)) return true;
      }
    }
    return false;
  }

  meets(minX: number, minY: number, maxX: number, maxY: number): boolean {
    if (minX > maxX) return false;
    const boxes = this.#boxes;
    return this.#each(minX, minY, maxX, maxY, (square) =>
      (this.#lists.get(square) ?? []).some(
        (i) => boxes.minX[i] <= maxX && boxes.maxX[i] >= minX && boxes.minY[i] <= maxY && boxes.maxY[i] >= minY,
      ),
    );
  }
}
