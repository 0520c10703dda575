import { buildEdgeTable, type EdgeTable } from '../edges.ts';
import type { Cell } from '../lattice.ts';
import { coverBound, coverEdge, isOnOrRight, type Squares, squaresForSegments } from '../squares.ts';
import { matchTwins } from '../twins.ts';
import { findCornerOwners } from './corners.ts';
import { EDGE, HEADER, STEP } from './record.ts';

/** Everything a locator reads: plain numbers and two int32 arrays. */
export interface LocatorIndex {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly shiftX: number;
  readonly shiftY: number;
  readonly columns: number;
  /** For each square its only owner (>= -1), or -2 - (start of its record). */
  readonly table: Int32Array;
  readonly records: Int32Array;
}

/** The borders between two different owners, each once, in coordinates relative to the box; y1 <= y2. */
export interface Borders {
  readonly x1: Int32Array;
  readonly y1: Int32Array;
  readonly x2: Int32Array;
  readonly y2: Int32Array;
  /** The cell on one side. */
  readonly one: Int32Array;
  /** The cell on the other side, -1 for none. */
  readonly other: Int32Array;
}

export function buildLocatorIndex(cells: readonly Cell[]): LocatorIndex {
  const edges = buildEdgeTable(cells);
  const { minX, minY, maxX, maxY } = edges.box;
  if (!(minX <= maxX)) return emptyIndex();
  const borders = listBorders(edges, matchTwins(edges));
  const squares = squaresForSegments(edges.box, borders);
  const entries = listEntries(squares, borders);
  const corners = findCornerOwners(squares, borders);
  const records = new RecordWriter(squares, borders, corners.overlaps, entries);
  const { shiftX, shiftY, columns } = squares;
  return { minX, minY, maxX, maxY, shiftX, shiftY, columns, ...records.write(corners.owner) };
}

const emptyIndex = (): LocatorIndex => ({
  minX: 0,
  minY: 0,
  maxX: -1,
  maxY: -1,
  shiftX: 0,
  shiftY: 0,
  columns: 0,
  table: new Int32Array(0),
  records: new Int32Array(0),
});

function listBorders(edges: EdgeTable, twins: Int32Array): Borders {
  const { xs, ys, ringStart, ringCell, ringOf, box } = edges;
  const n = xs.length;
  const all = [0, 1, 2, 3, 4, 5].map(() => new Int32Array(n));
  const [x1, y1, x2, y2, one, other] = all;
  let count = 0;
  for (let r = 0; r < ringCell.length; r++) {
    const cell = ringCell[r];
    for (let e = ringStart[r], end = ringStart[r + 1] - 1; e < end; e++) {
      const twin = twins[e];
      if (twin >= 0 && twin < e) continue;
      const beyond = twin < 0 ? -1 : ringCell[ringOf[twin]];
      if (beyond === cell || (xs[e] === xs[e + 1] && ys[e] === ys[e + 1])) continue;
      const from = ys[e] <= ys[e + 1] ? e : e + 1;
      const to = e + e + 1 - from;
      x1[count] = xs[from] - box.minX;
      y1[count] = ys[from] - box.minY;
      x2[count] = xs[to] - box.minX;
      y2[count] = ys[to] - box.minY;
      one[count] = cell;
      other[count++] = beyond;
    }
  }
  const [a, b, c, d, e, f] = all.map((array) => array.subarray(0, count));
  return { x1: a, y1: b, x2: c, y2: d, one: e, other: f };
}

function countEntries(squares: Squares, { x1, y1, x2, y2 }: Borders): number {
  let sum = 0;
  for (let b = 0; b < x1.length; b++) sum += coverBound(squares, x1[b], y1[b], x2[b], y2[b]);
  return sum;
}

/** Which squares each border touches: those of border b are square[start[b]] .. square[start[b + 1] - 1]. */
interface Entries {
  readonly start: Int32Array;
  readonly square: Int32Array;
}

function listEntries(squares: Squares, borders: Borders): Entries {
  const { x1, y1, x2, y2 } = borders;
  const start = new Int32Array(x1.length + 1);
  const square = new Int32Array(countEntries(squares, borders));
  for (let b = 0; b < x1.length; b++) {
    start[b + 1] = coverEdge(squares, x1[b], y1[b], x2[b], y2[b], square, start[b]);
  }
  return { start, square };
}

/** Measures and fills the records of the squares that borders run through. */
class RecordWriter {
  readonly #squares: Squares;
  readonly #borders: Borders;
  readonly #entries: Entries;
  /** The owners at the corner of squares that more than one cell holds. */
  readonly #overlaps: ReadonlyMap<number, readonly number[]>;
  /** 1 for squares that may hold overlaps: a border without a cell beyond it, or more than one owner at the corner. */
  readonly #careful: Uint8Array;
  readonly #at = { row: 0, left: 0 };

  constructor(squares: Squares, borders: Borders, overlaps: ReadonlyMap<number, readonly number[]>, entries: Entries) {
    this.#squares = squares;
    this.#borders = borders;
    this.#entries = entries;
    this.#overlaps = overlaps;
    this.#careful = new Uint8Array(squares.columns * squares.rows);
    for (const square of overlaps.keys()) this.#careful[square] = 1;
    this.#eachEntry((square, b) => {
      if (borders.other[b] < 0) this.#careful[square] = 1;
    });
  }

  /** Visits each border in each of its squares, whose row and left side `#at` knows meanwhile. */
  #eachEntry(visit: (square: number, border: number) => void): void {
    const { start, square } = this.#entries;
    const { columns, shiftX } = this.#squares;
    for (let b = 0; b + 1 < start.length; b++) {
      for (let i = start[b], end = start[b + 1]; i < end; i++) {
        const row = (square[i] / columns) | 0;
        this.#at.row = row;
        this.#at.left = (square[i] - row * columns) << shiftX;
        visit(square[i], b);
      }
    }
  }

  /** Fills table and records; `owner` (of each square's corner) becomes the table. */
  write(owner: Int32Array): { table: Int32Array; records: Int32Array } {
    const counts = this.#count();
    const { table, records, edgeAt } = this.#layOut(owner, counts);
    const stepAt = counts.steps;
    const { x1, y1, x2, y2, one, other } = this.#borders;
    this.#eachEntry((square, b) => {
      const careful = this.#careful[square] === 1;
      for (let side = 0; side < (careful && other[b] >= 0 ? 2 : 1); side++) {
        const change = !careful ? one[b] ^ other[b] : side === 0 ? one[b] : other[b];
        stepAt[square] = this.#writeSteps(records, stepAt[square], b, change);
        if (careful || y1[b] !== y2[b]) {
          const at = edgeAt[square];
          records[at] = x1[b] + this.#squares.minX;
          records[at + 1] = y1[b] + this.#squares.minY;
          records[at + 2] = x2[b] + this.#squares.minX;
          records[at + 3] = y2[b] + this.#squares.minY;
          records[at + 4] = change;
          edgeAt[square] = at + EDGE;
        }
        if (this.#cornerIsBeyond(b)) this.#fold(records, -2 - table[square], careful, change);
      }
    });
    return { table, records };
  }

  /** How many steps, edges and corner owners each square's record holds. */
  #count(): { steps: Int32Array; edges: Int32Array; owners: Int32Array } {
    const size = this.#careful.length;
    const counts = { steps: new Int32Array(size), edges: new Int32Array(size), owners: new Int32Array(size) };
    const { y1, y2, other } = this.#borders;
    this.#eachEntry((square, b) => {
      const careful = this.#careful[square] === 1;
      const sides = careful && other[b] >= 0 ? 2 : 1;
      counts.steps[square] += sides * this.#countSteps(b);
      if (careful || y1[b] !== y2[b]) counts.edges[square] += sides;
      if (careful && this.#cornerIsBeyond(b)) counts.owners[square] += sides;
    });
    return counts;
  }

  /** Gives each record its place; afterwards `steps` and the returned `edgeAt` are where the next of each is written. */
  #layOut(
    owner: Int32Array,
    { steps, edges, owners }: { steps: Int32Array; edges: Int32Array; owners: Int32Array },
  ): { table: Int32Array; records: Int32Array; edgeAt: Int32Array } {
    const size = this.#careful.length;
    const corner = (square: number): readonly number[] =>
      this.#overlaps.get(square) ?? (owner[square] < 0 ? [] : [owner[square]]);
    let total = 0;
    for (let s = 0; s < size; s++) {
      if (steps[s] + edges[s] === 0) continue;
      total += HEADER + STEP * steps[s] + EDGE * edges[s];
      if (this.#careful[s] === 1) total += owners[s] + corner(s).length;
    }
    const records = new Int32Array(total);
    let at = 0;
    for (let s = 0; s < size; s++) {
      if (steps[s] + edges[s] === 0) {
        if (this.#careful[s] === 1) owner[s] = corner(s).reduce((low, one) => Math.min(low, one), 2 ** 31 - 1);
        continue;
      }
      const careful = this.#careful[s] === 1;
      const known = careful ? corner(s) : [];
      records[at] = careful ? known.length : owner[s];
      records[at + 1] = steps[s];
      records[at + 2] = careful ? ~edges[s] : edges[s];
      records.set(known, at + HEADER);
      owner[s] = -2 - at;
      at += HEADER + (careful ? owners[s] + known.length : 0);
      const next = at + STEP * steps[s];
      const end = next + EDGE * edges[s];
      steps[s] = at;
      edges[s] = next;
      at = end;
    }
    return { table: owner, records, edgeAt: edges };
  }

  /** Folds a border that the corner's ray to the west crosses into what is known of the corner. */
  #fold(records: Int32Array, at: number, careful: boolean, change: number): void {
    if (careful) records[at + HEADER + records[at]++] = change;
    else records[at] ^= change;
  }

  /** Whether the border crosses the ray from the square's corner to the far west. */
  #cornerIsBeyond(b: number): boolean {
    const { x1, y1, x2, y2 } = this.#borders;
    const y = (this.#at.row << this.#squares.shiftY) - 0.5;
    if (y < y1[b] || y > y2[b]) return false;
    const x = this.#at.left - 0.5;
    return (x1[b] <= x || x2[b] <= x) && isOnOrRight(x1[b], y1[b], x2[b], y2[b], x, y);
  }

  /** Whether an end of a border lies left of the square, in its row. */
  #isStep(x: number, y: number): boolean {
    return x < this.#at.left && y >> this.#squares.shiftY === this.#at.row;
  }

  #countSteps(b: number): number {
    const { x1, y1, x2, y2 } = this.#borders;
    return (this.#isStep(x1[b], y1[b]) ? 1 : 0) + (this.#isStep(x2[b], y2[b]) ? 1 : 0);
  }

  #writeSteps(records: Int32Array, at: number, b: number, change: number): number {
    const { x1, y1, x2, y2 } = this.#borders;
    const { minY } = this.#squares;
    let next = at;
    if (this.#isStep(x1[b], y1[b])) {
      records[next] = y1[b] + minY;
      records[next + 1] = change;
      next += STEP;
    }
    if (this.#isStep(x2[b], y2[b])) {
      records[next] = y2[b] + minY;
      records[next + 1] = change;
      next += STEP;
    }
    return next;
  }
}
