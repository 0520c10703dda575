import type { Planar } from './planar.ts';
import { visitFaces } from './regions.ts';

/** Which cells lie over each face. */
export interface Holders {
  /** The set of each face. */
  readonly setOf: Int32Array;
  /** Every set that occurs: indexes of cells, ascending. */
  readonly sets: readonly (readonly number[])[];
}

/** The cells that the segments of a subdivision bound; -1 where there is none on a side. */
export interface Bounds {
  readonly one: Int32Array;
  readonly other: Int32Array;
}

/**
 * Finds the cells over each face, from those over the unbounded face: crossing an edge enters the cells that it bounds
 * and that were left, and leaves the others. `source` gives the segment of each piece that the subdivision was made of.
 */
export function findHolders(planar: Planar, bounds: Bounds, source: Int32Array, outside: readonly number[]): Holders {
  const { start, cells } = cellsOfEdges(planar, bounds, source);
  const sets = new SetList();
  const setOf = new Int32Array(planar.faceArea2.length);
  setOf[0] = sets.idOf([...outside]);
  visitFaces(planar, (h) => {
    const edge = h >> 1;
    const from = sets.list[setOf[planar.face[h ^ 1]]];
    setOf[planar.face[h]] = sets.idOf(toggled(from, cells.subarray(start[edge], start[edge + 1])));
  });
  return { setOf, sets: sets.list };
}

function cellsOfEdges(
  { halfEdgeOf, origin }: Planar,
  { one, other }: Bounds,
  source: Int32Array,
): { start: Int32Array; cells: Int32Array } {
  const start = new Int32Array(origin.length / 2 + 1);
  for (let p = 0; p < source.length; p++) {
    start[halfEdgeOf[p] >> 1] += (one[source[p]] < 0 ? 0 : 1) + (other[source[p]] < 0 ? 0 : 1);
  }
  for (let e = 1; e < start.length; e++) start[e] += start[e - 1];
  const cells = new Int32Array(start[start.length - 1]);
  for (let p = 0; p < source.length; p++) {
    const edge = halfEdgeOf[p] >> 1;
    if (one[source[p]] >= 0) cells[--start[edge]] = one[source[p]];
    if (other[source[p]] >= 0) cells[--start[edge]] = other[source[p]];
  }
  return { start, cells };
}

/** A set with some members changed from in to out and back: those that stand an odd number of times. */
function toggled(set: readonly number[], changes: Int32Array): number[] {
  const result = [...set];
  for (const cell of changes) {
    const at = result.indexOf(cell);
    if (at < 0) result.push(cell);
    else result.splice(at, 1);
  }
  return result.sort((a, b) => a - b);
}

/** Numbers equal sets alike. */
class SetList {
  readonly list: number[][] = [];
  readonly #ids = new Map<number | string, number>();

  idOf(set: number[]): number {
    const key = set.length === 1 ? set[0] : set.join();
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.list.length);
    return this.list.push(set) - 1;
  }
}
