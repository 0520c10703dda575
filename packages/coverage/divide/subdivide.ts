import type { Scale } from '../metres.ts';
import { cutFace, type Point } from './cut.ts';
import { type EdgeKind, faceArea2, type Mesh } from './mesh.ts';
import type { Random } from './random.ts';

export interface Subdivision {
  /** Whether a face of this area (m2) must be cut further, and what its cut is. Undefined: it is small enough. */
  readonly next: (face: number, area: number) => EdgeKind | undefined;
  readonly scale: Scale;
  readonly random: Random;
  /** A cut that would end nearer than this (metres) to a corner ends at the corner. */
  readonly snap: number;
  /** Called with the parent and its new sibling after each cut. */
  readonly onCut?: (face: number, other: number) => void;
}

/** Cuts faces in two, across their longer side, until `next` is content: the pattern of blocks of a grown town. */
export function subdivide(mesh: Mesh, faces: readonly number[], options: Subdivision): void {
  const waiting = [...faces];
  while (waiting.length > 0) {
    const face = waiting.pop() as number;
    const kind = options.next(face, faceAreaMetres(mesh, face, options.scale));
    const other = kind && halve(mesh, face, kind, options);
    if (other === undefined) continue;
    options.onCut?.(face, other);
    waiting.push(face, other);
  }
}

export const faceAreaMetres = (mesh: Mesh, face: number, scale: Scale): number =>
  (faceArea2(mesh, mesh.faces[face]) / 2) * scale.x * scale.y;

const TRIES = 12;

function halve(mesh: Mesh, face: number, kind: EdgeKind, { scale, random, snap }: Subdivision): number | undefined {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const line = crossLine(mesh, mesh.faces[face], scale, random, attempt / TRIES);
    const other = cutFace(mesh, face, line, kind, snap / scale.y);
    if (other !== undefined) return other;
  }
  return undefined;
}

interface Box {
  readonly axis: readonly [number, number];
  readonly along: readonly [number, number];
  readonly across: readonly [number, number];
}

/** A slightly bent line across the middle of the face's tightest box, perpendicular to its longer side. */
function crossLine(mesh: Mesh, ring: readonly number[], scale: Scale, random: Random, loosen: number): Point[] {
  const box = tightestBox(mesh, ring, scale);
  const length = box.along[1] - box.along[0];
  const width = box.across[1] - box.across[0];
  const at = box.along[0] + length * (0.5 + (random() - 0.5) * (0.2 + 0.5 * loosen));
  const lean = (random() - 0.5) * (0.14 + 0.6 * loosen);
  const bends = Math.max(1, Math.min(5, Math.round(width / 250)));
  const points: Point[] = [];
  for (let i = -1; i <= bends + 2; i++) {
    const t = i / (bends + 1) - 0.5;
    const across = box.across[0] + (t + 0.5) * width;
    const bend = i > 0 && i <= bends ? (random() - 0.5) * Math.min(30, width * 0.05) : 0;
    const along = at + t * width * lean + bend;
    const [ux, uy] = box.axis;
    points.push([(along * ux - across * uy) / scale.x, (along * uy + across * ux) / scale.y]);
  }
  const [x0, y0] = [mesh.x[ring[0]], mesh.y[ring[0]]];
  return points.map(([x, y]): Point => [x + x0, y + y0]);
}

/** The box of least area that has one side along an edge of the ring; `axis` points along its longer side. Metres from the first node. */
function tightestBox(mesh: Mesh, ring: readonly number[], scale: Scale): Box {
  const points = ring.map(
    (n): Point => [(mesh.x[n] - mesh.x[ring[0]]) * scale.x, (mesh.y[n] - mesh.y[ring[0]]) * scale.y],
  );
  let best: Box | undefined;
  let bestArea = Number.POSITIVE_INFINITY;
  points.forEach(([x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length];
    const box = boxAlong(points, nx - x, ny - y);
    const area = (box.along[1] - box.along[0]) * (box.across[1] - box.across[0]);
    if (area >= bestArea) return;
    best = box;
    bestArea = area;
  });
  return best as Box;
}

function boxAlong(points: readonly Point[], dx: number, dy: number): Box {
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const along = spread(points.map(([x, y]) => x * ux + y * uy));
  const across = spread(points.map(([x, y]) => y * ux - x * uy));
  if (along[1] - along[0] >= across[1] - across[0]) return { axis: [ux, uy], along, across };
  return { axis: [-uy, ux], along: across, across: [-along[1], -along[0]] };
}

function spread(values: readonly number[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
