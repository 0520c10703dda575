import { requireFewPairs } from './effort.ts';
import { CoverageError } from './error.ts';
import { orient, toDegrees } from './lattice.ts';
import { type Progress, unfollowed } from './progress.ts';
import { coverBound, coverEdge, type Squares, squaresForSegments } from './squares.ts';

/** Line segments (x1, y1)-(x2, y2) on the lattice, as columns of equal length. */
export interface Segments {
  readonly x1: Int32Array;
  readonly y1: Int32Array;
  readonly x2: Int32Array;
  readonly y2: Int32Array;
}

/** Segments that meet only at their ends, and which segment of the input each is a piece of (in its direction). */
export interface Pieces extends Segments {
  readonly source: Int32Array;
  /** The pieces from this one on are parts of segments that were cut; those before are whole. */
  readonly firstCut: number;
}

/** From this pass on, segments are also drawn to vertices within half a step, which ends any chain of roundings. */
const SNAPPING_PASS = 3;
const MAX_PASSES = 40;
/** More crossings than this in one pass come from no map of grids. */
const MAX_CUTS = 3_000_000;
/** Progress is told after this many squares or pieces, a power of two less one. */
const TOLD_EVERY = 2 ** 12 - 1;

/**
 * Cuts segments wherever they meet, so that pieces meet only at their ends.
 *
 * A crossing is rounded to the lattice, which bends both segments by less than one step; a bent piece may meet others
 * anew, so pieces of cut segments are looked at again until nothing is cut. Segments that meet only at their ends are
 * not changed at all. Snap rounding: Hobby, "Practical segment intersection with finite precision output" (1999).
 */
export function nodeSegments(input: Segments, progress: Progress = unfollowed): Pieces {
  const noder = new Noder(input, progress);
  for (let pass = 0; noder.cut(pass >= SNAPPING_PASS); pass++) {
    if (pass === MAX_PASSES) throw new Error('noding does not come to an end');
  }
  return noder.pieces();
}

class Noder {
  #x1: Int32Array;
  #y1: Int32Array;
  #x2: Int32Array;
  #y2: Int32Array;
  #source: Int32Array;
  #isCut: Uint8Array;
  #count: number;
  readonly #whole: number;
  #squares: Squares;
  readonly #minX: number;
  readonly #minY: number;
  /** The whole segments of each square, and those cut later. */
  #start: Int32Array;
  #members: Int32Array;
  readonly #later = new Map<number, number[]>();
  /** Pieces to look at in the next pass. */
  #fresh: number[] | undefined;
  /** Points (x, y, x, y, ...) at which to cut a piece. */
  #cuts = new Map<number, number[]>();
  #cutCount = 0;
  #scratch = new Int32Array(1024);
  readonly #progress: Progress;

  constructor({ x1, y1, x2, y2 }: Segments, progress: Progress) {
    this.#progress = progress;
    this.#x1 = x1;
    this.#y1 = y1;
    this.#x2 = x2;
    this.#y2 = y2;
    this.#whole = this.#count = x1.length;
    this.#source = new Int32Array(x1.length);
    for (let s = 0; s < x1.length; s++) this.#source[s] = s;
    this.#isCut = new Uint8Array(x1.length);
    const box = boxOfSegments({ x1, y1, x2, y2 });
    this.#minX = box.minX;
    this.#minY = box.minY;
    this.#squares = this.#layOut();
    ({ start: this.#start, members: this.#members } = this.#bucket());
  }

  /** Squares for the pieces that there are now. */
  #layOut(): Squares {
    let alive = 0;
    for (let s = 0; s < this.#count; s++) alive += 1 - this.#isCut[s];
    const pick = (array: Int32Array, origin: number): Int32Array => {
      const values = new Int32Array(alive);
      for (let s = 0, i = 0; s < this.#count; s++) if (this.#isCut[s] === 0) values[i++] = array[s] - origin;
      return values;
    };
    const segments = {
      x1: pick(this.#x1, this.#minX),
      y1: pick(this.#y1, this.#minY),
      x2: pick(this.#x2, this.#minX),
      y2: pick(this.#y2, this.#minY),
    };
    const box = boxOfSegments(segments);
    return squaresForSegments({ ...box, minX: 0, minY: 0 }, segments);
  }

  /** The pieces of each square, in their order. */
  #bucket(): { start: Int32Array; members: Int32Array } {
    const start = new Int32Array(this.#squares.columns * this.#squares.rows + 1);
    const touched = new Int32Array(this.#count);
    let covered = new Int32Array(4 * this.#count + 16);
    let size = 0;
    for (let s = 0; s < this.#count; s++) {
      if (this.#isCut[s] === 1) continue;
      const n = this.#cover(s);
      if (size + n > covered.length) covered = grown(covered, 2 * (size + n));
      for (let k = 0; k < n; k++) {
        covered[size + k] = this.#scratch[k];
        start[this.#scratch[k]]++;
      }
      touched[s] = n;
      size += n;
    }
    for (let i = 1; i < start.length; i++) start[i] += start[i - 1];
    const members = new Int32Array(size);
    for (let s = this.#count - 1; s >= 0; s--) {
      for (let k = 0; k < touched[s]; k++) members[--start[covered[--size]]] = s;
    }
    return { start, members };
  }

  /** Writes the squares of a segment into the scratch array and returns how many they are. */
  #cover(s: number): number {
    const x1 = this.#x1[s] - this.#minX;
    const y1 = this.#y1[s] - this.#minY;
    const x2 = this.#x2[s] - this.#minX;
    const y2 = this.#y2[s] - this.#minY;
    const bound = coverBound(this.#squares, x1, y1, x2, y2);
    if (bound > this.#scratch.length) this.#scratch = new Int32Array(bound * 2);
    return coverEdge(this.#squares, x1, y1, x2, y2, this.#scratch, 0);
  }

  /** One pass; false when there was nothing to cut. */
  cut(snapping: boolean): boolean {
    if (this.#fresh === undefined) this.#compareAll();
    else this.#compareFreshOnes(this.#fresh, snapping);
    this.#fresh = [];
    const cuts = this.#cuts;
    this.#cuts = new Map();
    const isMuch = this.#cutCount > this.#count / 2;
    this.#cutCount = 0;
    for (const [s, points] of cuts) this.#divide(s, points, isMuch);
    // So many short pieces want smaller squares.
    if (isMuch) {
      this.#later.clear();
      this.#squares = this.#layOut();
      ({ start: this.#start, members: this.#members } = this.#bucket());
    }
    return cuts.size > 0;
  }

  #compareAll(): void {
    const start = this.#start;
    const members = this.#members;
    requireFewPairs(start, (first) => [this.#x1[members[first]], this.#y1[members[first]]]);
    for (let square = 0; square + 1 < start.length; square++) {
      if ((square & TOLD_EVERY) === 0) this.#progress(square / start.length);
      const end = start[square + 1];
      for (let i = start[square]; i < end; i++) {
        for (let j = i + 1; j < end; j++) this.#compare(members[i], members[j]);
      }
    }
  }

  #compareFreshOnes(fresh: readonly number[], snapping: boolean): void {
    for (let i = 0; i < fresh.length; i++) {
      if ((i & TOLD_EVERY) === 0) this.#progress(1);
      if (this.#isCut[fresh[i]] === 0) this.#compareFresh(fresh[i], snapping);
    }
  }

  #compareFresh(s: number, snapping: boolean): void {
    const squares = this.#scratch.slice(0, this.#cover(s));
    for (const square of squares) {
      for (let i = this.#start[square]; i < this.#start[square + 1]; i++)
        this.#compareAlive(s, this.#members[i], snapping);
      for (const other of this.#later.get(square) ?? []) this.#compareAlive(s, other, snapping);
    }
  }

  /** Vertices that lie on the way come first: a new crossing close to one would begin the next rounding. */
  #compareAlive(s: number, other: number, snapping: boolean): void {
    if (s === other || this.#isCut[other] === 1) return;
    if (snapping && (this.#snapToEnds(s, other) || this.#snapToEnds(other, s))) return;
    this.#compare(s, other);
  }

  #snapToEnds(s: number, other: number): boolean {
    const isFirst = this.#snap(s, this.#x1[other], this.#y1[other]);
    return this.#snap(s, this.#x2[other], this.#y2[other]) || isFirst;
  }

  /** Notes where two segments must be cut: at a crossing, and at an end of one that lies on the other. */
  #compare(s: number, t: number): void {
    const ax = this.#x1[s];
    const bx = this.#x2[s];
    const cx = this.#x1[t];
    const dx = this.#x2[t];
    if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return;
    const ay = this.#y1[s];
    const by = this.#y2[s];
    const cy = this.#y1[t];
    const dy = this.#y2[t];
    if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return;
    const c = orient(ax, ay, bx, by, cx, cy);
    const d = orient(ax, ay, bx, by, dx, dy);
    if ((c > 0 && d > 0) || (c < 0 && d < 0)) return;
    const a = orient(cx, cy, dx, dy, ax, ay);
    const b = orient(cx, cy, dx, dy, bx, by);
    if ((a > 0 && b > 0) || (a < 0 && b < 0)) return;
    if (c === 0) this.#cutAt(s, cx, cy);
    if (d === 0) this.#cutAt(s, dx, dy);
    if (a === 0) this.#cutAt(t, ax, ay);
    if (b === 0) this.#cutAt(t, bx, by);
    if (a === 0 || b === 0 || c === 0 || d === 0) return;
    const x = Math.round(ax + (bx - ax) * (a / (a - b)));
    const y = Math.round(ay + (by - ay) * (a / (a - b)));
    this.#cutAt(s, x, y);
    this.#cutAt(t, x, y);
  }

  /** Cuts s at a vertex whose pixel (half a step around it) it runs through. */
  #snap(s: number, x: number, y: number): boolean {
    const wide = Math.abs(this.#x2[s] - this.#x1[s]) + Math.abs(this.#y2[s] - this.#y1[s]);
    const away = Math.abs(orient(this.#x1[s], this.#y1[s], this.#x2[s], this.#y2[s], x, y));
    return 2 * away < wide && this.#cutAt(s, x, y);
  }

  /** Notes a cut of s, unless the point is one of its ends or beyond them. */
  #cutAt(s: number, x: number, y: number): boolean {
    const ax = this.#x1[s];
    const ay = this.#y1[s];
    const bx = this.#x2[s];
    const by = this.#y2[s];
    if ((x === ax && y === ay) || (x === bx && y === by)) return false;
    if (x < Math.min(ax, bx) || x > Math.max(ax, bx) || y < Math.min(ay, by) || y > Math.max(ay, by)) return false;
    if (++this.#cutCount > MAX_CUTS) throw tooManyCrossings(x, y);
    const points = this.#cuts.get(s);
    if (points === undefined) this.#cuts.set(s, [x, y]);
    else points.push(x, y);
    return true;
  }

  /** Replaces a piece by its parts between the given points, in order along it. */
  #divide(s: number, points: readonly number[], isMuch: boolean): void {
    this.#isCut[s] = 1;
    const along = (i: number): number =>
      (points[i] - this.#x1[s]) * (this.#x2[s] - this.#x1[s]) +
      (points[i + 1] - this.#y1[s]) * (this.#y2[s] - this.#y1[s]);
    const order = points.flatMap((_, i) => (i % 2 === 0 ? [i] : [])).sort((i, j) => along(i) - along(j));
    let x = this.#x1[s];
    let y = this.#y1[s];
    for (const i of order) {
      this.#add(x, y, points[i], points[i + 1], this.#source[s], isMuch);
      x = points[i];
      y = points[i + 1];
    }
    this.#add(x, y, this.#x2[s], this.#y2[s], this.#source[s], isMuch);
  }

  #add(x1: number, y1: number, x2: number, y2: number, source: number, isMuch: boolean): void {
    if (x1 === x2 && y1 === y2) return;
    if (this.#count === this.#x1.length || this.#count === this.#whole) this.#grow();
    const s = this.#count++;
    this.#x1[s] = x1;
    this.#y1[s] = y1;
    this.#x2[s] = x2;
    this.#y2[s] = y2;
    this.#source[s] = source;
    this.#fresh?.push(s);
    if (isMuch) return;
    const n = this.#cover(s);
    for (let k = 0; k < n; k++) {
      const list = this.#later.get(this.#scratch[k]);
      if (list === undefined) this.#later.set(this.#scratch[k], [s]);
      else list.push(s);
    }
  }

  #grow(): void {
    const size = Math.max(this.#count + 1024, Math.ceil(this.#count * 1.3));
    [this.#x1, this.#y1, this.#x2, this.#y2, this.#source] = [this.#x1, this.#y1, this.#x2, this.#y2, this.#source].map(
      (array) => grown(array.subarray(0, this.#count), size),
    );
    const isCut = new Uint8Array(size);
    isCut.set(this.#isCut.subarray(0, this.#count));
    this.#isCut = isCut;
  }

  pieces(): Pieces {
    const size = this.#count;
    const out = [0, 1, 2, 3, 4].map(() => new Int32Array(size));
    let n = 0;
    let firstCut = 0;
    for (let s = 0; s < size; s++) {
      if (s === this.#whole) firstCut = n;
      if (this.#isCut[s] === 1 || (this.#x1[s] === this.#x2[s] && this.#y1[s] === this.#y2[s])) continue;
      out[0][n] = this.#x1[s];
      out[1][n] = this.#y1[s];
      out[2][n] = this.#x2[s];
      out[3][n] = this.#y2[s];
      out[4][n++] = this.#source[s];
    }
    if (size === this.#whole) firstCut = n;
    const [x1, y1, x2, y2, source] = out.map((array) => array.subarray(0, n));
    return { x1, y1, x2, y2, source, firstCut };
  }
}

/** A copy with room for more. */
function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(size);
  copy.set(array);
  return copy;
}

/** The box of all ends. */
export function boxOfSegments({ x1, y1, x2, y2 }: Segments): {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
} {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let s = 0; s < x1.length; s++) {
    minX = Math.min(minX, x1[s], x2[s]);
    minY = Math.min(minY, y1[s], y2[s]);
    maxX = Math.max(maxX, x1[s], x2[s]);
    maxY = Math.max(maxY, y1[s], y2[s]);
  }
  return x1.length === 0 ? { minX: 0, minY: 0, maxX: 0, maxY: 0 } : { minX, minY, maxX, maxY };
}

function tooManyCrossings(x: number, y: number): CoverageError {
  return new CoverageError(
    'too_large',
    { zh: '图形相互交叉的次数过多，不像网格数据。', en: 'These shapes cross each other too often to be grids.' },
    { place: [toDegrees(x), toDegrees(y)] },
  );
}
