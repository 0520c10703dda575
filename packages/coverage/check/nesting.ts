import { sideOfRing } from '../assemble.ts';
import type { Cell, Polygon, Ring } from '../lattice.ts';
import { type Boxes, eachMeetingPair } from './box-pairs.ts';
import { type Fault, type FaultDetail, fault, pointsToGeoJson } from './fault.ts';
import { crossing, meet } from './meet.ts';

/**
 * Clause 3: the rings of a cell do not cross and share no edge; holes lie in their outer ring, not in each other; parts
 * lie beside each other. Cells at fault are marked `unsound`.
 */
export function findNestingFaults(cells: readonly Cell[], unsound: Uint8Array): Fault[] {
  return cells.flatMap((cell, index) => {
    const { polygons } = cell;
    if (polygons.length < 2 && (polygons.length === 0 || polygons[0].length < 2)) return [];
    const faults = nestingFaultsOf(cell);
    if (faults.length > 0) unsound[index] = 1;
    return faults;
  });
}

interface PlacedRing {
  readonly ring: Ring;
  readonly part: number;
  readonly isHole: boolean;
}

function nestingFaultsOf(cell: Cell): Fault[] {
  const rings = cell.polygons.flatMap((polygon, part) => polygon.map((ring, i) => ({ ring, part, isHole: i > 0 })));
  const places = new Map<FaultDetail, number[]>();
  const note = (detail: FaultDetail, x: number, y: number): void => {
    const points = places.get(detail);
    if (points === undefined) places.set(detail, [x, y]);
    else if (points.length < 2 * MAX_PLACES) points.push(x, y);
  };
  noteMeetings(rings, note);
  if (places.size === 0) {
    for (const polygon of cell.polygons) noteHoles(polygon, note);
    noteParts(cell.polygons, note);
  }
  return [...places].map(([detail, points]) =>
    fault('invalid_ring', [cell.id], { where: pointsToGeoJson(points), detail }),
  );
}

/** No more places than this are told for a cell and form. */
const MAX_PLACES = 1000;

type Note = (detail: FaultDetail, x: number, y: number) => void;

/** Where edges of different rings cross or run along each other. */
function noteMeetings(rings: readonly PlacedRing[], note: Note): void {
  const { ringOf, at, boxes } = layOutEdges(rings);
  eachMeetingPair(boxes, at.length, (e, f) => {
    if (ringOf[e] === ringOf[f]) return true;
    const a = rings[ringOf[e]].ring;
    const b = rings[ringOf[f]].ring;
    const i = at[e];
    const j = at[f];
    const k = (i + 2) % a.length;
    const l = (j + 2) % b.length;
    const meeting = meet(a[i], a[i + 1], a[k], a[k + 1], b[j], b[j + 1], b[l], b[l + 1]);
    if (meeting === 'cross') {
      note('rings_cross', ...crossing(a[i], a[i + 1], a[k], a[k + 1], b[j], b[j + 1], b[l], b[l + 1]));
    } else if (meeting === 'along') note('rings_share_edge', b[j], b[j + 1]);
    return true;
  });
}

/** The edges of all rings: whose they are, where they begin in their ring, and their boxes. */
function layOutEdges(rings: readonly PlacedRing[]): { ringOf: Int32Array; at: Int32Array; boxes: Boxes } {
  const n = rings.reduce((sum, { ring }) => sum + ring.length / 2, 0);
  const [ringOf, at, minX, minY, maxX, maxY] = [0, 1, 2, 3, 4, 5].map(() => new Int32Array(n));
  let e = 0;
  rings.forEach(({ ring }, r) => {
    for (let i = 0; i < ring.length; i += 2, e++) {
      const next = (i + 2) % ring.length;
      ringOf[e] = r;
      at[e] = i;
      minX[e] = Math.min(ring[i], ring[next]);
      maxX[e] = Math.max(ring[i], ring[next]);
      minY[e] = Math.min(ring[i + 1], ring[next + 1]);
      maxY[e] = Math.max(ring[i + 1], ring[next + 1]);
    }
  });
  return { ringOf, at, boxes: { minX, minY, maxX, maxY } };
}

/** Whether the inner ring lies inside the outer; they do not cross, but may touch at vertices. */
function liesIn(inner: Ring, outer: Ring): boolean {
  for (let i = 0; i < inner.length; i += 2) {
    const side = sideOfRing(outer, inner[i], inner[i + 1]);
    if (side !== 0) return side > 0;
  }
  return true;
}

function noteHoles([outer, ...holes]: Polygon, note: Note): void {
  const inOuter = holes.map((hole) => liesIn(hole, outer));
  const nested = new Set<number>();
  eachMeetingPair(boxesOf(holes), holes.length, (i, j) => {
    if (liesIn(holes[i], holes[j])) nested.add(i);
    if (liesIn(holes[j], holes[i])) nested.add(j);
    return true;
  });
  holes.forEach((hole, i) => {
    if (!inOuter[i]) note('hole_outside', hole[0], hole[1]);
    else if (nested.has(i)) note('nested_ring', hole[0], hole[1]);
  });
}

/** A part may lie in a hole of another, not in its inside. */
function noteParts(polygons: readonly Polygon[], note: Note): void {
  const outers = polygons.map(([outer]) => outer);
  const isInside = (i: number, j: number): boolean => {
    const [other, ...holes] = polygons[j];
    return liesIn(outers[i], other) && !holes.some((hole) => liesIn(outers[i], hole));
  };
  const nested = new Set<number>();
  eachMeetingPair(boxesOf(outers), outers.length, (i, j) => {
    if (isInside(i, j)) nested.add(i);
    if (isInside(j, i)) nested.add(j);
    return true;
  });
  for (const i of [...nested].sort((a, b) => a - b)) note('nested_ring', outers[i][0], outers[i][1]);
}

function boxesOf(rings: readonly Ring[]): Boxes {
  const [minX, minY, maxX, maxY] = [0, 1, 2, 3].map(() => new Int32Array(rings.length));
  rings.forEach((ring, r) => {
    minX[r] = maxX[r] = ring[0];
    minY[r] = maxY[r] = ring[1];
    for (let i = 2; i < ring.length; i += 2) {
      minX[r] = Math.min(minX[r], ring[i]);
      maxX[r] = Math.max(maxX[r], ring[i]);
      minY[r] = Math.min(minY[r], ring[i + 1]);
      maxY[r] = Math.max(maxY[r], ring[i + 1]);
    }
  });
  return { minX, minY, maxX, maxY };
}
