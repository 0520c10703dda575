import { sideOfRing } from '../assemble.ts';
import type { Cell, Polygon, Ring } from '../lattice.ts';
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

/** Where edges of different rings cross or run along each other: a sweep from west to east. */
function noteMeetings(rings: readonly PlacedRing[], note: Note): void {
  const edges = rings.flatMap(({ ring }, r) => {
    const list: { r: number; at: number; next: number; minX: number; maxX: number }[] = [];
    for (let at = 0; at < ring.length; at += 2) {
      const next = (at + 2) % ring.length;
      list.push({ r, at, next, minX: Math.min(ring[at], ring[next]), maxX: Math.max(ring[at], ring[next]) });
    }
    return list;
  });
  edges.sort((e, f) => e.minX - f.minX);
  for (let i = 0; i < edges.length; i++) {
    const e = edges[i];
    const a = rings[e.r].ring;
    for (let j = i + 1; j < edges.length && edges[j].minX <= e.maxX; j++) {
      const f = edges[j];
      if (f.r === e.r) continue;
      const b = rings[f.r].ring;
      const ends = [
        a[e.at],
        a[e.at + 1],
        a[e.next],
        a[e.next + 1],
        b[f.at],
        b[f.at + 1],
        b[f.next],
        b[f.next + 1],
      ] as const;
      const meeting = meet(...ends);
      if (meeting === 'cross') note('rings_cross', ...crossing(...ends));
      else if (meeting === 'along') note('rings_share_edge', b[f.at], b[f.at + 1]);
    }
  }
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
  holes.forEach((hole, i) => {
    if (!liesIn(hole, outer)) note('hole_outside', hole[0], hole[1]);
    else if (holes.some((other, j) => i !== j && liesIn(hole, other))) note('nested_ring', hole[0], hole[1]);
  });
}

/** A part may lie in a hole of another, not in its inside. */
function noteParts(polygons: readonly Polygon[], note: Note): void {
  polygons.forEach(([outer], i) => {
    const isInside = polygons.some(
      ([other, ...holes], j) => i !== j && liesIn(outer, other) && !holes.some((hole) => liesIn(outer, hole)),
    );
    if (isInside) note('nested_ring', outer[0], outer[1]);
  });
}
