import type { EdgeTable } from '../edges.ts';
import { type Cell, orient } from '../lattice.ts';
import type { Planar } from '../planar.ts';
import { joinFaces } from '../regions.ts';
import { hasSameShape } from '../same-shape.ts';
import type { LoneEdges } from './lone.ts';
import { meet } from './meet.ts';
import { findSuspects } from './suspects.ts';

export interface DeepInput {
  readonly cells: readonly Cell[];
  readonly edges: EdgeTable;
  readonly twins: Int32Array;
  /** 1 for cells (and the outside, the last) whose rings are at fault. */
  readonly unsound: Uint8Array;
}

export interface SortedFaces {
  /** The cells over each deep face whose overlaps are wholly known from lone edges. */
  readonly setOf: ReadonlyMap<number, readonly number[]>;
  /** 1 for the cells (and the outside) whose edges all have to be looked at; undefined when there is no need. */
  readonly suspects: Uint8Array | undefined;
}

/** After so many rounds of finding more that is connected, everything is looked at in full. */
const MOST_ROUNDS = 6;

/**
 * Sorts deep faces into those whose cells are known and those that want a full subdivision. Deep faces that touch belong
 * together, and so do faces of which two cells are suspects: the subdivision of the suspects finds these anyway.
 */
export function sortDeepFaces(input: DeepInput, lone: LoneEdges): SortedFaces {
  const { planar, depth } = lone;
  const sets = findSetsOfDeepFaces(input, lone);
  const known = new Map<number, readonly number[]>();
  const isOpen = new Uint8Array(depth.length);
  const groups = joinFaces(planar, (f) => (f > 0 && depth[f] > 1 ? 0 : -1)).regionOf;
  const openGroups = new Set<number>();
  for (const [face, set] of sets) if (set === undefined) openGroups.add(groups[face]);
  for (let round = 0; ; round++) {
    for (const [face, set] of sets) {
      if (openGroups.has(groups[face])) isOpen[face] = 1;
      else if (set !== undefined) known.set(face, set);
    }
    if (openGroups.size === 0) return { setOf: known, suspects: undefined };
    const suspects = findSuspects(input.edges, input.cells.length, planar, isOpen);
    const before = openGroups.size;
    for (const [face, set] of known) {
      if (round < MOST_ROUNDS && set.filter((cell) => suspects[cell] === 1).length < 2) continue;
      openGroups.add(groups[face]);
      known.delete(face);
    }
    if (openGroups.size === before) return { setOf: known, suspects };
    known.clear();
  }
}

/**
 * Finds which cells lie over each deep face, a face of the lone edges over which there are several.
 *
 * A cell that has one of the face's edges on its border, on the face's side, holds all of the face unless its border runs
 * through it; lone edges do not, so only its edges with a twin have to be looked at. The number of cells over a face is
 * known: when as many are found to hold all of it, these are all. Where that fails (cells that end inside the face, holes,
 * rings at fault) the face has no set here, and a full subdivision has to tell.
 */
function findSetsOfDeepFaces(input: DeepInput, lone: LoneEdges): Map<number, number[] | undefined> {
  const faces = gatherFaces(input.edges, lone);
  const copies = findCopies(input, faces);
  const ringsOf = firstRings(input);
  const sets = new Map<number, number[] | undefined>();
  for (const face of faces.values()) {
    const all = [...new Set(face.owners.flatMap((cell) => [cell, ...(copies.get(cell) ?? [])]))];
    const isKnown =
      all.length === face.depth &&
      face.owners.every((cell) => input.unsound[cell] === 0 && !runsThrough(input, lone.planar, ringsOf, cell, face));
    sets.set(face.index, isKnown ? all.sort((a, b) => a - b) : undefined);
  }
  return sets;
}

interface DeepFace {
  readonly index: number;
  readonly depth: number;
  /** The cells on whose border, on the inside, an edge of the face is. */
  readonly owners: number[];
  /** The half-edges around it. */
  readonly around: number[];
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

function gatherFaces(
  { ringCell, ringOf }: EdgeTable,
  { planar, depth, pieces, lone }: LoneEdges,
): Map<number, DeepFace> {
  const faces = new Map<number, DeepFace>();
  const { face, origin, vx, vy } = planar;
  for (let h = 0; h < face.length; h++) {
    const index = face[h];
    if (index === 0 || depth[index] < 2) continue;
    const x = vx[origin[h]];
    const y = vy[origin[h]];
    let deep = faces.get(index);
    if (deep === undefined) {
      deep = { index, depth: depth[index], owners: [], around: [], minX: x, minY: y, maxX: x, maxY: y };
      faces.set(index, deep);
    }
    deep.around.push(h);
    if (x < deep.minX) deep.minX = x;
    if (y < deep.minY) deep.minY = y;
    if (x > deep.maxX) deep.maxX = x;
    if (y > deep.maxY) deep.maxY = y;
  }
  for (let piece = 0; piece < pieces.source.length; piece++) {
    const owners = faces.get(face[planar.halfEdgeOf[piece]])?.owners;
    if (owners === undefined) continue;
    const cell = ringCell[ringOf[lone[pieces.source[piece]]]];
    if (!owners.includes(cell)) owners.push(cell);
  }
  return faces;
}

/** For owners of faces that lack some: the cells with the very same shape, whose edges all have found twins before. */
function findCopies({ cells, edges }: DeepInput, faces: ReadonlyMap<number, DeepFace>): Map<number, number[]> {
  const copies = new Map<number, number[]>();
  const wanted = new Map<number, number[]>();
  const { ringArea2, ringCell, ringIsHole, ringStart } = edges;
  const isWanted = new Set<number>();
  for (const { owners, depth } of faces.values()) {
    if (owners.length < depth) for (const cell of owners) if (cell < cells.length) isWanted.add(cell);
  }
  if (isWanted.size === 0) return copies;
  const keyOf = (r: number): number => ringArea2[r] * 64 + ((ringStart[r + 1] - ringStart[r]) & 63);
  for (let r = 0; r < ringCell.length; r++) {
    if (ringIsHole[r] === 1 || !isWanted.has(ringCell[r])) continue;
    wanted.set(keyOf(r), [...(wanted.get(keyOf(r)) ?? []), ringCell[r]]);
  }
  for (let r = 0; r < ringCell.length; r++) {
    const other = ringCell[r];
    if (ringIsHole[r] === 1 || other >= cells.length) continue;
    for (const cell of wanted.get(keyOf(r)) ?? []) {
      const known = copies.get(cell) ?? [];
      if (cell === other || known.includes(other) || !hasSameShape(cells[cell], cells[other])) continue;
      copies.set(cell, [...known, other]);
    }
  }
  return copies;
}

/** The first ring of each cell and, at the end, the number of rings. */
function firstRings({ cells, edges: { ringCell } }: DeepInput): Int32Array {
  const first = new Int32Array(cells.length + 2);
  for (let r = 0; r < ringCell.length; r++) first[ringCell[r] + 1] = r + 1;
  for (let cell = 1; cell < first.length; cell++) first[cell] = Math.max(first[cell], first[cell - 1]);
  return first;
}

/** More pairs of edges than this are not compared for one cell and face. */
const MOST_PAIRS = 20_000;

/** Whether an edge of the cell that has a twin may lie inside the face. */
function runsThrough(
  { edges, twins }: DeepInput,
  planar: Planar,
  ringsOf: Int32Array,
  cell: number,
  face: DeepFace,
): boolean {
  const { xs, ys, ringStart, ringBox } = edges;
  let pairs = 0;
  for (let r = ringsOf[cell]; r < ringsOf[cell + 1]; r++) {
    if (ringBox[4 * r] > face.maxX || ringBox[4 * r + 2] < face.minX) continue;
    if (ringBox[4 * r + 1] > face.maxY || ringBox[4 * r + 3] < face.minY) continue;
    for (let e = ringStart[r]; e + 1 < ringStart[r + 1]; e++) {
      if (twins[e] < 0) continue;
      const x1 = xs[e];
      const y1 = ys[e];
      const x2 = xs[e + 1];
      const y2 = ys[e + 1];
      if ((x1 < face.minX && x2 < face.minX) || (x1 > face.maxX && x2 > face.maxX)) continue;
      if ((y1 < face.minY && y2 < face.minY) || (y1 > face.maxY && y2 > face.maxY)) continue;
      pairs += face.around.length;
      if (pairs > MOST_PAIRS || mayEnter(planar, face.around, x1, y1, x2, y2)) return true;
    }
  }
  return false;
}

/**
 * Whether a segment may have points inside a face. False only if it surely has none: where it meets the border it shares a
 * whole edge, or has an end in a corner from which it leads away, and its ends do not lie inside.
 */
function mayEnter(
  { vx, vy, origin, next }: Planar,
  around: readonly number[],
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): boolean {
  let isOdd = false;
  let isOnBorder = false;
  for (const h of around) {
    const a = origin[h];
    const b = origin[h ^ 1];
    const ax = vx[a];
    const ay = vy[a];
    const bx = vx[b];
    const by = vy[b];
    const meeting = meet(ax, ay, bx, by, x1, y1, x2, y2);
    if (meeting !== 'apart') {
      const startsAtB = x1 === bx && y1 === by;
      const endsAtB = x2 === bx && y2 === by;
      const atA = (x1 === ax && y1 === ay) || (x2 === ax && y2 === ay);
      if (meeting === 'cross' || !(startsAtB || endsAtB || atA)) return true;
      if (meeting === 'along' && !(atA && (startsAtB || endsAtB))) return true;
      isOnBorder = true;
      if (startsAtB && leadsInside(vx, vy, a, b, origin[next[h] ^ 1], x2, y2)) return true;
      if (endsAtB && leadsInside(vx, vy, a, b, origin[next[h] ^ 1], x1, y1)) return true;
    }
    if (ay > y1 !== by > y1 && orient(ax, ay, bx, by, x1, y1) > 0 === by > ay) isOdd = !isOdd;
  }
  return isOdd && !isOnBorder;
}

/** Whether the way from corner b to a point begins strictly between the edges a-b and b-c, on their left. */
function leadsInside(vx: Int32Array, vy: Int32Array, a: number, b: number, c: number, x: number, y: number): boolean {
  const isLeftOfIn = orient(vx[a], vy[a], vx[b], vy[b], x, y) > 0;
  const isLeftOfOut = orient(vx[b], vy[b], vx[c], vy[c], x, y) > 0;
  const turn = orient(vx[a], vy[a], vx[b], vy[b], vx[c], vy[c]);
  if (a === c) return x !== vx[a] || y !== vy[a];
  return turn > 0 ? isLeftOfIn && isLeftOfOut : isLeftOfIn || isLeftOfOut;
}
