import { assemblePolygons } from '../assemble.ts';
import { type Cell, type Polygon, type Ring, ringArea2 } from '../lattice.ts';
import { buildLocator } from '../locate.ts';
import { middleY, type Scale, scaleAt } from '../metres.ts';
import { nodeSegments } from '../noding.ts';
import { buildPlanar, type Planar } from '../planar.ts';
import { type Progress, partOf, unfollowed } from '../progress.ts';
import { BORDER_COST } from './cost.ts';
import type { CutEdge } from './exact-outline.ts';
import { labelFaces } from './faces.ts';
import { buildGraph, type Graph } from './graph.ts';
import type { Barrier, DivideInput } from './input.ts';
import { nearBarriers } from './near.ts';
import { splitHeavyFaces } from './split-faces.ts';

/** What is moved about as a whole: a block, a compound, or a face between barriers and cuts. */
export interface Units {
  readonly planar: Planar;
  /** Unit of each face, -1 outside. */
  readonly unitOfFace: Int32Array;
  /** Index in the list of communities. */
  readonly region: Int32Array;
  /** The block or compound that the unit is, if it is one. */
  readonly name: readonly (string | undefined)[];
  readonly graph: Graph;
  /** The barrier on each edge of the subdivision, -1 where there is none. */
  readonly barrierOfEdge: Int32Array;
  /** Unit of each point of the demand, -1 outside. */
  readonly unitOfPoint: Int32Array;
  /** Whether a point is a corner of the outlines, blocks or barriers that were given. */
  readonly isGiven: (x: number, y: number) => boolean;
  /** The edges of the communities' outlines that were cut by noding. */
  readonly cutEdges: readonly CutEdge[];
  readonly scale: Scale;
}

/** Makes the units: nodes all lines, splits faces that hold too much (unless blocks are given), places the demand. */
export function makeUnits(input: DivideInput, regions: readonly Cell[], progress: Progress = unfollowed): Units {
  const scale = scaleAt(middleOfAll(input.boundary));
  const first = layer(input, regions, [], partOf(progress, 0, 0.3));
  if (input.blocks) return finish(input, regions, first, scale);
  const placed = placeDemand(input, first.planar, identity(first.planar));
  progress(0.4);
  const cuts = splitHeavyFaces({ ...input, scale, regions }, first.planar, first.region, first.whole, placed);
  const base = cuts.length === 0 ? first : layer(input, regions, cuts, partOf(progress, 0.5, 0.8));
  progress(0.9);
  return finish(input, regions, base, scale);
}

/** The middle latitude (E7) of all polygons together. */
const middleOfAll = (polygons: readonly Polygon[]): number =>
  middleY(Int32Array.from(polygons.flatMap(([outer]) => [...(outer ?? [])])));

function cornersOf(input: DivideInput, regions: readonly Cell[]): (x: number, y: number) => boolean {
  const rings = [...regions, ...(input.blocks ?? [])].flatMap((cell) => cell.polygons.flat());
  const lines = [...rings, ...(input.barriers ?? []).map((barrier) => barrier.line)];
  const corners = new Set<string>();
  for (const line of lines) for (let i = 0; i < line.length; i += 2) corners.add(`${line[i]},${line[i + 1]}`);
  return (x, y) => corners.has(`${x},${y}`);
}

interface Layer {
  readonly planar: Planar;
  readonly region: Int32Array;
  /** Index of the block or compound over each face, -1 where there is none: not to be split. */
  readonly whole: Int32Array;
  readonly barrierOfEdge: Int32Array;
  readonly isCut: Uint8Array;
  readonly cutEdges: readonly CutEdge[];
}

/** A line to be noded: where it comes from, and what lies to its left. */
interface Lines {
  readonly x1: number[];
  readonly y1: number[];
  readonly x2: number[];
  readonly y2: number[];
  readonly region: number[];
  readonly whole: number[];
  readonly barrier: number[];
  readonly cut: number[];
}

function layer(input: DivideInput, regions: readonly Cell[], cuts: readonly number[], progress: Progress): Layer {
  const lines = collectLines(input, regions, cuts);
  const columns = {
    x1: Int32Array.from(lines.x1),
    y1: Int32Array.from(lines.y1),
    x2: Int32Array.from(lines.x2),
    y2: Int32Array.from(lines.y2),
  };
  const pieces = nodeSegments(columns, progress);
  const planar = buildPlanar(pieces);
  const edges = planar.origin.length / 2;
  const regionOfHalf = new Int32Array(2 * edges).fill(-1);
  const wholeOfHalf = new Int32Array(2 * edges).fill(-1);
  const barrierOfEdge = new Int32Array(edges).fill(-1);
  const isCut = new Uint8Array(edges);
  pieces.source.forEach((source, piece) => {
    const half = planar.halfEdgeOf[piece];
    if (lines.region[source] >= 0) regionOfHalf[half] = lines.region[source];
    if (lines.whole[source] >= 0) wholeOfHalf[half] = lines.whole[source];
    const barrier = lines.barrier[source];
    const known = barrierOfEdge[half >> 1];
    if (barrier >= 0 && (known < 0 || costOf(input, barrier) < costOf(input, known)))
      barrierOfEdge[half >> 1] = barrier;
    isCut[half >> 1] |= lines.cut[source];
  });
  return {
    planar,
    region: labelFaces(planar, regionOfHalf),
    whole: labelFaces(planar, wholeOfHalf),
    barrierOfEdge,
    isCut,
    cutEdges: findCutEdges(lines, pieces.source, planar),
  };
}

function findCutEdges(lines: Lines, source: Int32Array, planar: Planar): CutEdge[] {
  const halvesOf = new Map<number, number[]>();
  source.forEach((line, piece) => {
    if (lines.region[line] < 0) return;
    const halves = halvesOf.get(line);
    if (halves) halves.push(planar.halfEdgeOf[piece]);
    else halvesOf.set(line, [planar.halfEdgeOf[piece]]);
  });
  return [...halvesOf]
    .filter(([, halves]) => halves.length > 1)
    .map(([line, halves]) => {
      const [px, py, qx, qy] = [lines.x1[line], lines.y1[line], lines.x2[line], lines.y2[line]];
      const along = (h: number): number => {
        const v = planar.origin[h];
        return (planar.vx[v] - px) * (qx - px) + (planar.vy[v] - py) * (qy - py);
      };
      return { region: lines.region[line], px, py, qx, qy, halves: halves.toSorted((a, b) => along(a) - along(b)) };
    });
}

const costOf = (input: DivideInput, barrier: number): number =>
  BORDER_COST[(input.barriers as Barrier[])[barrier].kind];

function collectLines(input: DivideInput, regions: readonly Cell[], cuts: readonly number[]): Lines {
  const lines: Lines = { x1: [], y1: [], x2: [], y2: [], region: [], whole: [], barrier: [], cut: [] };
  const none = { region: -1, whole: -1, barrier: -1, cut: 0 };
  regions.forEach((cell, region) => {
    for (const ring of cell.polygons.flat()) addLine(lines, ring, true, { ...none, region });
  });
  input.blocks?.forEach((block, whole) => {
    for (const ring of block.polygons.flat()) addLine(lines, ring, true, { ...none, whole });
  });
  if (!input.blocks) {
    input.barriers?.forEach(({ kind, line }, barrier) => {
      const isRing = kind === 'compound';
      const turned = isRing && ringArea2(line) < 0 ? reversed(line) : line;
      addLine(lines, turned, isRing, { ...none, barrier, whole: isRing ? barrier : -1 });
    });
  }
  for (let i = 0; i < cuts.length; i += 4) {
    addLine(lines, Int32Array.from(cuts.slice(i, i + 4)), false, { ...none, cut: 1 });
  }
  return lines;
}

interface Label {
  readonly region: number;
  readonly whole: number;
  readonly barrier: number;
  readonly cut: number;
}

const reversed = (ring: Ring): Ring => ring.map((_, i) => ring[ring.length - 2 - i + 2 * (i % 2)]);

function addLine(lines: Lines, line: Ring, isRing: boolean, label: Label): void {
  const n = line.length;
  for (let i = 0; i + (isRing ? 0 : 2) < n; i += 2) {
    const j = (i + 2) % n;
    if (line[i] === line[j] && line[i + 1] === line[j + 1]) continue;
    lines.x1.push(line[i]);
    lines.y1.push(line[i + 1]);
    lines.x2.push(line[j]);
    lines.y2.push(line[j + 1]);
    lines.region.push(label.region);
    lines.whole.push(label.whole);
    lines.barrier.push(label.barrier);
    lines.cut.push(label.cut);
  }
}

const identity = (planar: Planar): Int32Array =>
  Int32Array.from(planar.faceArea2, (_, face) => (face === 0 ? -1 : face));

/** The owner under each point of the demand. */
function placeDemand({ demand }: DivideInput, planar: Planar, owner: Int32Array): Int32Array {
  const polygons = [...assemblePolygons(planar, owner)];
  const locator = buildLocator(polygons.map(([id, list]) => ({ id: String(id), polygons: list })));
  const owners = Int32Array.from(polygons, ([id]) => id);
  return locator.locateMany(demand.x, demand.y).map((index) => (index < 0 ? -1 : owners[index]));
}

function finish(input: DivideInput, regions: readonly Cell[], base: Layer, scale: Scale): Units {
  const { planar } = base;
  const { unitOfFace, region, whole } = numberUnits(base);
  const unitOfPoint = placeDemand(input, planar, unitOfFace);
  const weight = new Float64Array(region.length);
  unitOfPoint.forEach((unit, point) => {
    if (unit >= 0) weight[unit] += input.demand.households[point];
  });
  const names = input.blocks?.map((block) => block.id) ?? input.barriers?.map((barrier) => barrier.id) ?? [];
  return {
    planar,
    unitOfFace,
    region,
    name: Array.from(whole, (w) => (w < 0 ? undefined : names[w])),
    graph: graphOf(input, base, unitOfFace, region, weight, scale),
    barrierOfEdge: base.barrierOfEdge,
    unitOfPoint,
    isGiven: cornersOf(input, regions),
    cutEdges: base.cutEdges,
    scale,
  };
}

/** Faces of one block or compound in one region are one unit. Pieces of a block that do not touch are still one. */
function numberUnits({ planar, region, whole }: Layer): {
  unitOfFace: Int32Array;
  region: Int32Array;
  whole: Int32Array;
} {
  const unitOfFace = new Int32Array(planar.faceArea2.length).fill(-1);
  const regions: number[] = [];
  const wholes: number[] = [];
  const known = new Map<string, number>();
  for (let face = 1; face < unitOfFace.length; face++) {
    if (region[face] < 0) continue;
    const key = whole[face] < 0 ? `face ${face}` : `${region[face]} ${whole[face]}`;
    const unit = known.get(key) ?? regions.push(region[face]) - 1;
    if (unit === wholes.length) wholes.push(whole[face]);
    known.set(key, unit);
    unitOfFace[face] = unit;
  }
  return { unitOfFace, region: Int32Array.from(regions), whole: Int32Array.from(wholes) };
}

function graphOf(
  input: DivideInput,
  { planar, barrierOfEdge, isCut }: Layer,
  unitOfFace: Int32Array,
  region: Int32Array,
  weight: Float64Array,
  scale: Scale,
): Graph {
  const from: number[] = [];
  const to: number[] = [];
  const border: number[] = [];
  const near = input.blocks ? nearBarriers(input.barriers ?? [], scale) : undefined;
  for (let h = 0; h < planar.origin.length; h += 2) {
    const a = unitOfFace[planar.face[h]];
    const b = unitOfFace[planar.face[h + 1]];
    if (a < 0 || b < 0 || a === b || region[a] !== region[b]) continue;
    if (near) barrierOfEdge[h >> 1] = near(...middleOf(planar, h));
    const barrier = barrierOfEdge[h >> 1];
    const kind = barrier >= 0 ? (input.barriers as Barrier[])[barrier].kind : isCut[h >> 1] ? 'cut' : 'block';
    from.push(a);
    to.push(b);
    border.push(lengthOf(planar, h, scale) * BORDER_COST[kind]);
  }
  return buildGraph({ weight, ...centresOf(planar, unitOfFace, region.length, scale) }, { from, to, border });
}

function middleOf({ vx, vy, origin }: Planar, h: number): [number, number] {
  return [(vx[origin[h]] + vx[origin[h ^ 1]]) / 2, (vy[origin[h]] + vy[origin[h ^ 1]]) / 2];
}

/** Length of an edge in metres. */
export function lengthOf({ vx, vy, origin }: Planar, h: number, scale: Scale): number {
  const dx = (vx[origin[h]] - vx[origin[h ^ 1]]) * scale.x;
  const dy = (vy[origin[h]] - vy[origin[h ^ 1]]) * scale.y;
  return Math.hypot(dx, dy);
}

/** Centres of gravity of the owners of faces, in metres from the first vertex. */
export function centresOf(
  { vx, vy, origin, face }: Planar,
  owner: Int32Array,
  owners: number,
  scale: Scale,
): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(owners);
  const y = new Float64Array(owners);
  const area = new Float64Array(owners);
  for (let h = 0; h < origin.length; h++) {
    const o = owner[face[h]];
    if (o < 0 || o === owner[face[h ^ 1]]) continue;
    const [ax, ay] = [vx[origin[h]] - vx[0], vy[origin[h]] - vy[0]];
    const [bx, by] = [vx[origin[h ^ 1]] - vx[0], vy[origin[h ^ 1]] - vy[0]];
    const cross = ax * by - bx * ay;
    x[o] += (ax + bx) * cross;
    y[o] += (ay + by) * cross;
    area[o] += cross;
  }
  for (let o = 0; o < owners; o++) {
    x[o] *= scale.x / (3 * area[o] || 1);
    y[o] *= scale.y / (3 * area[o] || 1);
  }
  return { x, y };
}
