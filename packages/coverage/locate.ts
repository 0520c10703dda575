import type { Cell } from './lattice.ts';
import { metresPerDegree, toDegrees } from './lattice.ts';
import { buildLocatorIndex, type LocatorIndex } from './locate/build.ts';
import { findNearest, type Nearest } from './locate/nearest.ts';
import { sortByTile } from './locate/order.ts';
import { locateInRecord } from './locate/record.ts';
import { readLocator, writeLocator } from './locate/serial.ts';

export type { Nearest } from './locate/nearest.ts';

/**
 * Answers which cell a point lies in, exactly.
 *
 * The half-open rule: a point belongs to the cell that holds the places immediately to its east and a hair to the
 * north. So a point on a border belongs to the cell on its east side (on a horizontal border, to the north), a vertex to
 * the cell whose corner opens towards east-north-east, and each point of a coverage to exactly one cell. Where cells
 * overlap (a draft that does not check) the one that stands first in the list answers.
 */
export class Locator {
  /** The ids of the cells, in the order of the indexes that are answered. */
  readonly ids: readonly string[];
  readonly #index: LocatorIndex;

  constructor(index: LocatorIndex, ids: readonly string[]) {
    this.#index = index;
    this.ids = ids;
  }

  /** The index of the cell that holds the point (x, y in E7), or -1 where there is none. */
  locate(x: number, y: number): number {
    const { minX, minY, maxX, maxY, shiftX, shiftY, columns, table } = this.#index;
    if (!(x >= minX && y >= minY && x <= maxX && y <= maxY)) return -1;
    const value = table[((y - minY) >> shiftY) * columns + ((x - minX) >> shiftX)];
    return value >= -1 ? value : locateInRecord(this.#index.records, -2 - value, x, y);
  }

  /**
   * The indexes of the cells of many points, -1 where there is none. Points in any order: if they jump about, they are
   * visited tile by tile, which the memory thanks. `out` may be given to be filled (and shared between threads).
   */
  locateMany(xs: Int32Array, ys: Int32Array, out: Int32Array = new Int32Array(xs.length)): Int32Array {
    const sorted = sortByTile(this.#index, xs, ys);
    if (sorted === undefined) {
      for (let i = 0; i < xs.length; i++) out[i] = this.locate(xs[i], ys[i]);
    } else {
      for (let k = 0; k < sorted.length; k += 3) out[sorted[k + 2]] = this.locate(sorted[k], sorted[k + 1]);
    }
    return out;
  }

  /** The cell nearest to a point and how far it is (0 inside); undefined when there are no cells. */
  nearest(x: number, y: number): Nearest | undefined {
    const inside = this.locate(x, y);
    if (inside >= 0) return { index: inside, metres: 0 };
    return findNearest(this.#index, x, y, metresPerDegree(toDegrees(y)));
  }

  /** The whole index as one buffer, to be stored, sent or (shared) read by several threads at once. */
  serialise(options: { shared?: boolean } = {}): ArrayBuffer | SharedArrayBuffer {
    return writeLocator(this.#index, this.ids, options.shared === true);
  }
}

/**
 * Builds the index that answers which cell a point lies in. Works for any cells; exact also where they overlap or leave
 * gaps. @throws CoverageError `too_large` when a ring is wider than 2^26 lattice steps.
 */
export function buildLocator(cells: readonly Cell[]): Locator {
  return new Locator(
    buildLocatorIndex(cells),
    cells.map((cell) => cell.id),
  );
}

/** The locator that `serialise` wrote. Reads in place: nothing is copied. @throws CoverageError `bad_index` */
export function deserialiseLocator(buffer: ArrayBuffer | SharedArrayBuffer): Locator {
  const { index, ids } = readLocator(buffer);
  return new Locator(index, ids);
}
