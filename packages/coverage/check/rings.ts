import type { EdgeTable } from '../edges.ts';
import type { Cell } from '../lattice.ts';
import { orient } from '../lattice.ts';
import type { Progress } from '../progress.ts';
import { eachMeetingPair } from './box-pairs.ts';
import { type Fault, type FaultDetail, fault, pointsToGeoJson } from './fault.ts';
import { crossing, meet } from './meet.ts';

/** Clause 2: each ring is a simple closed line with an area. One fault for each ring and form; cells at fault are marked `unsound`. */
export function findRingFaults(
  cells: readonly Cell[],
  edges: EdgeTable,
  unsound: Uint8Array,
  progress: Progress,
): Fault[] {
  const faults: Fault[] = [];
  let places = new Map<FaultDetail, number[]>();
  const note: Note = (detail, x, y) => {
    const points = places.get(detail);
    if (points === undefined) places.set(detail, [x, y]);
    else points.push(x, y);
  };
  const chains = new ChainList(edges, note);
  for (let r = 0; r < edges.ringCell.length; r++) {
    if ((r & 1023) === 0) progress(r / edges.ringCell.length);
    if (edges.ringArea2[r] === 0) note('zero_area', edges.xs[edges.ringStart[r]], edges.ys[edges.ringStart[r]]);
    else if (!isStar(edges, r)) chains.examine(r);
    if (places.size === 0) continue;
    const cell = edges.ringCell[r];
    unsound[cell] = 1;
    const ids = cell < cells.length ? [cells[cell].id] : [];
    for (const [detail, points] of places) {
      faults.push(fault('invalid_ring', ids, { where: pointsToGeoJson(points), detail }));
    }
    places = new Map();
  }
  return faults;
}

/**
 * Whether a ring is seen whole from the middle of its box, which most cells are, and so is simple: every edge passes the
 * middle on the same side and the ring goes round it once, so each ray from the middle meets it in one point.
 */
function isStar({ xs, ys, ringStart, ringBox }: EdgeTable, ring: number): boolean {
  const x = Math.round((ringBox[4 * ring] + ringBox[4 * ring + 2]) / 2);
  const y = Math.round((ringBox[4 * ring + 1] + ringBox[4 * ring + 3]) / 2);
  const first = ringStart[ring];
  const end = ringStart[ring + 1];
  let ax = xs[first] - x;
  let ay = ys[first] - y;
  let lefts = 0;
  let rights = 0;
  let crossings = 0;
  for (let v = first + 1; v < end; v++) {
    const bx = xs[v] - x;
    const by = ys[v] - y;
    const side = ax * by - ay * bx;
    if (side > 0) lefts++;
    else if (side < 0) rights++;
    else return false;
    if (ay >= 0 !== by >= 0) crossings++;
    ax = bx;
    ay = by;
  }
  return (lefts === 0 || rights === 0) && crossings === 2;
}

/** A ring that meets itself in more places than this is not looked at any further. */
const MAX_PLACES = 1000;

type Note = (detail: FaultDetail, x: number, y: number) => void;

/**
 * A ring as chains: runs of edges that all go east, or all west, north or south, so none meets itself. Only edges of
 * different chains whose boxes meet have to be compared, of neighbours only those near their common corner.
 */
class ChainList {
  readonly #edges: EdgeTable;
  readonly #note: Note;
  #first = new Int32Array(64);
  #last = new Int32Array(64);
  #minX = new Int32Array(64);
  #minY = new Int32Array(64);
  #maxX = new Int32Array(64);
  #maxY = new Int32Array(64);
  #count = 0;
  #found = 0;
  #ringFirst = 0;
  #ringLast = 0;

  constructor(edges: EdgeTable, note: Note) {
    this.#edges = edges;
    this.#note = (detail, x, y) => {
      this.#found++;
      note(detail, x, y);
    };
  }

  /** Notes all faults of one ring. */
  examine(ring: number): void {
    this.#found = 0;
    this.#split(ring);
    this.#compare();
  }

  /** Takes a ring apart, noting repeated points and spikes on the way. */
  #split(ring: number): void {
    const { xs, ys, ringStart } = this.#edges;
    const first = ringStart[ring];
    const end = ringStart[ring + 1] - 1;
    this.#count = 0;
    this.#ringFirst = first;
    this.#ringLast = end - 1;
    let directions = 0;
    let previous = end - 1;
    for (let e = first; e < end; e++) {
      const dx = xs[e + 1] - xs[e];
      const dy = ys[e + 1] - ys[e];
      if (dx === 0 && dy === 0) {
        this.#note('repeated_point', xs[e], ys[e]);
        continue;
      }
      const px = xs[e] - xs[previous];
      const py = ys[e] - ys[previous];
      if (px * dy - py * dx === 0 && px * dx + py * dy < 0) this.#note('spike', xs[e], ys[e]);
      previous = e;
      const going = (dx > 0 ? 1 : dx < 0 ? 2 : 0) | (dy > 0 ? 4 : dy < 0 ? 8 : 0);
      directions &= going;
      if (directions === 0) {
        this.#open(e);
        directions = going;
      }
      this.#extend(e);
    }
  }

  #open(e: number): void {
    const k = this.#count++;
    if (k === this.#first.length) this.#grow();
    this.#first[k] = e;
    this.#minX[k] = this.#maxX[k] = this.#edges.xs[e];
    this.#minY[k] = this.#maxY[k] = this.#edges.ys[e];
  }

  #extend(e: number): void {
    const k = this.#count - 1;
    const x = this.#edges.xs[e + 1];
    const y = this.#edges.ys[e + 1];
    this.#last[k] = e;
    if (x < this.#minX[k]) this.#minX[k] = x;
    if (x > this.#maxX[k]) this.#maxX[k] = x;
    if (y < this.#minY[k]) this.#minY[k] = y;
    if (y > this.#maxY[k]) this.#maxY[k] = y;
  }

  #grow(): void {
    const doubled = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(array.length * 2);
      copy.set(array);
      return copy;
    };
    this.#first = doubled(this.#first);
    this.#last = doubled(this.#last);
    this.#minX = doubled(this.#minX);
    this.#minY = doubled(this.#minY);
    this.#maxX = doubled(this.#maxX);
    this.#maxY = doubled(this.#maxY);
  }

  /** Notes where edges of different chains meet other than as neighbours along the ring. */
  #compare(): void {
    if (this.#count > 48) {
      this.#compareMany();
      return;
    }
    for (let i = 0; i < this.#count && this.#found < MAX_PLACES; i++) {
      for (let j = i + 1; j < this.#count; j++) this.#comparePair(i, j);
    }
  }

  /** For rings of many chains: only those whose boxes meet. */
  #compareMany(): void {
    const boxes = { minX: this.#minX, minY: this.#minY, maxX: this.#maxX, maxY: this.#maxY };
    eachMeetingPair(boxes, this.#count, (i, j) => {
      this.#comparePair(i, j);
      return this.#found < MAX_PLACES;
    });
  }

  #comparePair(i: number, j: number): void {
    const minX = Math.max(this.#minX[i], this.#minX[j]);
    const maxX = Math.min(this.#maxX[i], this.#maxX[j]);
    const minY = Math.max(this.#minY[i], this.#minY[j]);
    const maxY = Math.min(this.#maxY[i], this.#maxY[j]);
    if (minX > maxX || minY > maxY) return;
    for (let e = this.#first[i]; e <= this.#last[i]; e++) {
      if (!this.#meetsBox(e, minX, minY, maxX, maxY)) continue;
      for (let f = this.#first[j]; f <= this.#last[j]; f++) {
        if (this.#meetsBox(f, minX, minY, maxX, maxY)) this.#compareEdges(e, f);
      }
    }
  }

  #meetsBox(e: number, minX: number, minY: number, maxX: number, maxY: number): boolean {
    const { xs, ys } = this.#edges;
    return (
      (xs[e] >= minX || xs[e + 1] >= minX) &&
      (xs[e] <= maxX || xs[e + 1] <= maxX) &&
      (ys[e] >= minY || ys[e + 1] >= minY) &&
      (ys[e] <= maxY || ys[e + 1] <= maxY)
    );
  }

  #compareEdges(e: number, f: number): void {
    if (f === e + 1 || (e === this.#ringFirst && f === this.#ringLast)) return;
    const { xs, ys } = this.#edges;
    const ax = xs[e];
    const ay = ys[e];
    const bx = xs[e + 1];
    const by = ys[e + 1];
    const cx = xs[f];
    const cy = ys[f];
    const dx = xs[f + 1];
    const dy = ys[f + 1];
    if ((ax === bx && ay === by) || (cx === dx && cy === dy)) return;
    const meeting = meet(ax, ay, bx, by, cx, cy, dx, dy);
    if (meeting === 'cross') this.#note('self_intersection', ...crossing(ax, ay, bx, by, cx, cy, dx, dy));
    else if (meeting !== 'apart') this.#noteTouch(e, f);
  }

  /** Each place is noted once: by the two edges that start there, or by the one that starts on the other. */
  #noteTouch(e: number, f: number): void {
    const { xs, ys } = this.#edges;
    if (this.#startsOn(e, f)) this.#note('self_touch', xs[e], ys[e]);
    else if (this.#startsOn(f, e)) this.#note('self_touch', xs[f], ys[f]);
  }

  /** Whether edge e starts on edge f, its end excepted. */
  #startsOn(e: number, f: number): boolean {
    const { xs, ys } = this.#edges;
    const x = xs[e];
    const y = ys[e];
    if (x === xs[f + 1] && y === ys[f + 1]) return false;
    if (x < Math.min(xs[f], xs[f + 1]) || x > Math.max(xs[f], xs[f + 1])) return false;
    if (y < Math.min(ys[f], ys[f + 1]) || y > Math.max(ys[f], ys[f + 1])) return false;
    return orient(xs[f], ys[f], xs[f + 1], ys[f + 1], x, y) === 0;
  }
}
