import { assemblePolygons } from '../assemble.ts';
import type { Cell, Polygon, Ring } from '../lattice.ts';
import { polygonArea2 } from '../lattice.ts';
import type { Scale } from '../metres.ts';
import type { Planar } from '../planar.ts';
import type { Demand } from './input.ts';

export interface SplitInput {
  readonly demand: Demand;
  readonly target: number;
  readonly scale: Scale;
  readonly regions: readonly Cell[];
}

/** A unit should hold at most a twentieth of the households of a grid, and a sixth of the ground of a usual one. */
const HOUSEHOLDS_SHARE = 20;
const AREA_SHARE = 6;

/**
 * Straight cuts through the faces that hold too much, between the points of the demand: x1, y1, x2, y2, ... in E7, each
 * reaching a few centimetres beyond where it ends. Blocks and compounds (`whole`) are left alone.
 */
export function splitHeavyFaces(
  input: SplitInput,
  planar: Planar,
  region: Int32Array,
  whole: Int32Array,
  faceOfPoint: Int32Array,
): number[] {
  const pointsOf = new Map<number, number[]>();
  faceOfPoint.forEach((face, point) => {
    if (face < 0 || whole[face] >= 0 || region[face] < 0) return;
    const list = pointsOf.get(face);
    if (list) list.push(point);
    else pointsOf.set(face, [point]);
  });
  const owner = Int32Array.from(region, (r, face) => (face > 0 && r >= 0 && whole[face] < 0 ? face : -1));
  const cuts: number[] = [];
  const limits = limitsOf(input, faceOfPoint);
  for (const [face, polygons] of assemblePolygons(planar, owner)) {
    for (const polygon of polygons) splitFace(input, polygon, pointsOf.get(face) ?? [], limits, cuts);
  }
  return cuts;
}

interface Limits {
  readonly households: number;
  readonly area: number;
}

function limitsOf({ demand, target, scale, regions }: SplitInput, faceOfPoint: Int32Array): Limits {
  let total = 0;
  faceOfPoint.forEach((face, point) => {
    if (face >= 0) total += demand.households[point];
  });
  const area2 = regions.flatMap((cell) => cell.polygons).reduce((sum, polygon) => sum + polygonArea2(polygon), 0);
  const area = (area2 / 2) * scale.x * scale.y;
  return { households: target / HOUSEHOLDS_SHARE, area: (area * target) / Math.max(total, target) / AREA_SHARE };
}

/** A rectangle in the frame of a face: along its long side and across, in metres. */
interface Frame {
  readonly ux: number;
  readonly uy: number;
  readonly x0: number;
  readonly y0: number;
  readonly scale: Scale;
  readonly polygon: Polygon;
}

type Box = readonly [u0: number, u1: number, v0: number, v1: number];

interface Point {
  readonly u: number;
  readonly v: number;
  readonly households: number;
}

function splitFace(
  { demand, scale }: SplitInput,
  polygon: Polygon,
  members: number[],
  limits: Limits,
  cuts: number[],
): void {
  const frame = frameOf(polygon, scale);
  const points = members.map((p): Point => {
    const [u, v] = toFrame(frame, demand.x[p], demand.y[p]);
    return { u, v, households: demand.households[p] };
  });
  splitBox(frame, boxOf(frame), points, limits, cuts);
}

/** The frame of the longest edge of the outer ring: cuts run along and across it. */
function frameOf(polygon: Polygon, scale: Scale): Frame {
  const ring = polygon[0];
  let best = { length: 0, ux: 1, uy: 0 };
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const [dx, dy] = [(ring[j] - ring[i]) * scale.x, (ring[j + 1] - ring[i + 1]) * scale.y];
    const length = Math.hypot(dx, dy);
    if (length > best.length) best = { length, ux: dx / length, uy: dy / length };
  }
  return { ux: best.ux, uy: best.uy, x0: ring[0], y0: ring[1], scale, polygon };
}

function toFrame({ ux, uy, x0, y0, scale }: Frame, x: number, y: number): [number, number] {
  const [dx, dy] = [(x - x0) * scale.x, (y - y0) * scale.y];
  return [dx * ux + dy * uy, dy * ux - dx * uy];
}

function fromFrame({ ux, uy, x0, y0, scale }: Frame, u: number, v: number): [number, number] {
  return [x0 + (u * ux - v * uy) / scale.x, y0 + (u * uy + v * ux) / scale.y];
}

function boxOf(frame: Frame): Box {
  let box: Box = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const ring = frame.polygon[0];
  for (let i = 0; i < ring.length; i += 2) {
    const [u, v] = toFrame(frame, ring[i], ring[i + 1]);
    box = [Math.min(box[0], u), Math.max(box[1], u), Math.min(box[2], v), Math.max(box[3], v)];
  }
  return box;
}

/** Splits a box across its longer side (or else the other), between points, until what is in it is little enough. */
function splitBox(frame: Frame, box: Box, points: readonly Point[], limits: Limits, cuts: number[]): void {
  const households = points.reduce((sum, point) => sum + point.households, 0);
  const [width, height] = [box[1] - box[0], box[3] - box[2]];
  const isHeavy = households > limits.households && points.length > 1;
  if (!isHeavy && width * height <= limits.area) return;
  const weight = isHeavy ? households : undefined;
  const cut =
    width >= height
      ? (placeOfCut(box, points, 'u', weight) ?? placeOfCut(box, points, 'v', weight))
      : (placeOfCut(box, points, 'v', weight) ?? placeOfCut(box, points, 'u', weight));
  if (cut === undefined) return;
  const { along, at } = cut;
  if (along === 'u') addChord(frame, [at, box[2]], [at, box[3]], cuts);
  else addChord(frame, [box[0], at], [box[1], at], cuts);
  const [first, second]: [Box, Box] =
    along === 'u'
      ? [
          [box[0], at, box[2], box[3]],
          [at, box[1], box[2], box[3]],
        ]
      : [
          [box[0], box[1], box[2], at],
          [box[0], box[1], at, box[3]],
        ];
  splitBox(
    frame,
    first,
    points.filter((point) => point[along] < at),
    limits,
    cuts,
  );
  splitBox(
    frame,
    second,
    points.filter((point) => point[along] >= at),
    limits,
    cuts,
  );
}

type Axis = 'u' | 'v';

/** Where to cut across an axis: between points when they weigh too much, else in the middle; nowhere close to a side. */
function placeOfCut(
  box: Box,
  points: readonly Point[],
  along: Axis,
  households: number | undefined,
): { along: Axis; at: number } | undefined {
  const [low, high] = along === 'u' ? [box[0], box[1]] : [box[2], box[3]];
  const at = households === undefined ? (low + high) / 2 : widestGap(points, along, households);
  return at === undefined || at - low < MIN_SIDE || high - at < MIN_SIDE ? undefined : { along, at };
}

/** Metres; nothing narrower is cut off. */
const MIN_SIDE = 4;

/** The middle of the widest gap between neighbouring points in the middle third of the households. */
function widestGap(points: readonly Point[], along: Axis, total: number): number | undefined {
  const sorted = points.toSorted((a, b) => a[along] - b[along]);
  let sum = 0;
  let best = 0;
  let at: number | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < sorted.length; i++) {
    sum += sorted[i].households;
    const gap = sorted[i + 1][along] - sorted[i][along];
    const off = Math.abs(sum / total - 0.5);
    const isCentral = off <= 1 / 6;
    const isBetter = isCentral ? gap > best : best === 0 && gap > 0 && off < nearest;
    if (!isBetter) continue;
    if (isCentral) best = gap;
    nearest = off;
    at = (sorted[i + 1][along] + sorted[i][along]) / 2;
  }
  return at;
}

/** How far a chord reaches beyond its ends, in lattice steps, so that it surely meets what it ends on. */
const REACH = 3;

/** Adds the stretches of a chord that lie inside the face. */
function addChord(frame: Frame, from: readonly [number, number], to: readonly [number, number], cuts: number[]): void {
  const [ax, ay] = fromFrame(frame, ...from);
  const [bx, by] = fromFrame(frame, ...to);
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  const stops = [0, 1, ...frame.polygon.flatMap((ring) => crossings(ring, ax, ay, dx, dy))].sort((p, q) => p - q);
  for (let i = 0; i + 1 < stops.length; i++) {
    const middle = (stops[i] + stops[i + 1]) / 2;
    if (stops[i + 1] - stops[i] < 1e-9 || !isInside(frame.polygon, ax + middle * dx, ay + middle * dy)) continue;
    const [s, t] = [stops[i] - REACH / length, stops[i + 1] + REACH / length];
    cuts.push(Math.round(ax + s * dx), Math.round(ay + s * dy), Math.round(ax + t * dx), Math.round(ay + t * dy));
  }
}

/** Where a ring crosses the segment from (ax, ay) along (dx, dy), as shares of it between 0 and 1. */
function crossings(ring: Ring, ax: number, ay: number, dx: number, dy: number): number[] {
  const found: number[] = [];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const p = dx * (ring[j + 1] - ay) - dy * (ring[j] - ax);
    const q = dx * (ring[i + 1] - ay) - dy * (ring[i] - ax);
    if (p < 0 === q < 0) continue;
    const k = p / (p - q);
    const x = ring[j] + k * (ring[i] - ring[j]);
    const y = ring[j + 1] + k * (ring[i + 1] - ring[j + 1]);
    const t = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    if (t > 0 && t < 1) found.push(t);
  }
  return found;
}

function isInside(polygon: Polygon, px: number, py: number): boolean {
  let odd = false;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if (ring[i + 1] > py === ring[j + 1] > py) continue;
      const x = ring[i] + ((py - ring[i + 1]) / (ring[j + 1] - ring[i + 1])) * (ring[j] - ring[i]);
      if (px < x) odd = !odd;
    }
  }
  return odd;
}
