import { type Cell, orient } from '../lattice.ts';
import type { Planar } from '../planar.ts';
import { dissolve } from './dissolve.ts';

/**
 * An edge of a community's outline, P to Q with the community on its left, on which inner borders end: its pieces, in
 * order. The points where they end are seldom on the lattice, so noding bends the edge by up to a step.
 */
export interface CutEdge {
  readonly region: number;
  readonly px: number;
  readonly py: number;
  readonly qx: number;
  readonly qy: number;
  readonly halves: readonly number[];
}

type XY = readonly [x: number, y: number];

/**
 * Gives a community its outline back to the last bit. Where inner borders end on an edge P-Q in points N1, N2, ... beside
 * it, the points are set a step inside, and one grid takes the whole edge: it reaches along it, a centimetre wide, below
 * the others. So the grids are an exact coverage of the outline as it was given, which a point on the edge that is not on
 * the lattice could never be.
 */
export function restoreOutlines(
  grids: readonly Cell[],
  regionOfGrid: readonly number[],
  planar: Planar,
  gridOfFace: Int32Array,
  edges: readonly CutEdge[],
): Cell[] {
  const repairs = new Map<number, Repair>();
  for (const edge of edges) {
    const repair = repairs.get(edge.region) ?? { dropped: new Set(), moved: new Map(), detours: new Map() };
    repairs.set(edge.region, repair);
    repairEdge(repair, planar, gridOfFace, edge);
  }
  return grids.map((cell, g) => {
    const repair = repairs.get(regionOfGrid[g]);
    return repair ? apply(cell, repair) : cell;
  });
}

interface Repair {
  /** Points beside an edge at which no border ends. Those on the edge stay: the neighbour may have a border there. */
  readonly dropped: Set<string>;
  /** Where the points of the community that were beside an edge have gone. */
  readonly moved: Map<string, XY>;
  /** The way that replaces an edge of the ring of the grid that takes a whole edge of the outline. */
  readonly detours: Map<string, readonly XY[]>;
}

const keyOf = ([x, y]: XY): string => `${x},${y}`;
const edgeOf = (a: XY, b: XY): string => `${keyOf(a)} ${keyOf(b)}`;

function repairEdge(repair: Repair, planar: Planar, gridOfFace: Int32Array, edge: CutEdge): void {
  const p: XY = [edge.px, edge.py];
  const q: XY = [edge.qx, edge.qy];
  const nodes: XY[] = [p];
  const grids: number[] = [];
  for (const h of edge.halves) {
    const grid = gridOfFace[planar.face[h]];
    const start: XY = [planar.vx[planar.origin[h]], planar.vy[planar.origin[h]]];
    const isBeside = orient(...p, ...q, ...start) !== 0;
    if (isBeside && grids[grids.length - 1] === grid) repair.dropped.add(keyOf(start));
    else {
      if (grids.length > 0) nodes.push(start);
      grids.push(grid);
    }
  }
  nodes.push(q);
  let start = 0;
  for (let i = 1; i < nodes.length; i++) {
    const isExact = i === nodes.length - 1 || orient(...p, ...q, ...nodes[i]) === 0;
    if (!isExact) continue;
    if (i - start > 1) detour(repair, nodes.slice(start, i + 1), grids.slice(start, i));
    start = i;
  }
}

/** `nodes`: from one exact point of the edge to the next, with those beside it in between. */
function detour({ moved, detours }: Repair, nodes: readonly XY[], grids: readonly number[]): void {
  const [p, q] = [nodes[0], nodes[nodes.length - 1]];
  const inside = nodes.slice(1, -1).map((node) => stepInside(p, q, node));
  nodes.slice(1, -1).forEach((node, i) => {
    moved.set(keyOf(node), inside[i]);
  });
  const taker = takerOf(nodes, grids);
  const back = taker === 0 ? [] : [...inside.slice(0, taker - 1).toReversed(), p];
  const forth = taker === inside.length ? [] : [q, ...inside.slice(taker + 1).toReversed()];
  detours.set(edgeOf(nodes[taker], nodes[taker + 1]), [...back, ...forth]);
}

/** The grid that is on the edge once, rather than on both sides of another; of these the one with the longest piece. */
function takerOf(nodes: readonly XY[], grids: readonly number[]): number {
  const span = (i: number): number => grids.lastIndexOf(grids[i]) - grids.indexOf(grids[i]);
  const length = (i: number): number => Math.hypot(nodes[i + 1][0] - nodes[i][0], nodes[i + 1][1] - nodes[i][1]);
  return [...grids.keys()].sort((a, b) => span(a) - span(b) || length(b) - length(a) || a - b)[0];
}

/** The nearest lattice point strictly to the left of p-q. */
function stepInside(p: XY, q: XY, [x, y]: XY): XY {
  let best: XY = [x, y];
  let least = Number.POSITIVE_INFINITY;
  for (let dx = -2; dx <= 2; dx++) {
    for (let dy = -2; dy <= 2; dy++) {
      const side = orient(...p, ...q, x + dx, y + dy);
      const distance = dx * dx + dy * dy;
      if (side <= 0 || distance >= least) continue;
      least = distance;
      best = [x + dx, y + dy];
    }
  }
  return best;
}

function apply(cell: Cell, repair: Repair): Cell {
  let isChanged = false;
  const rings = cell.polygons.flat().map((ring) => {
    const kept: XY[] = [];
    for (let i = 0; i < ring.length; i += 2) {
      if (repair.dropped.has(`${ring[i]},${ring[i + 1]}`)) isChanged = true;
      else kept.push([ring[i], ring[i + 1]]);
    }
    const points = kept.flatMap((here, i) => {
      const moved = repair.moved.get(keyOf(here));
      const way = repair.detours.get(edgeOf(here, kept[(i + 1) % kept.length]));
      if (moved || way) isChanged = true;
      return [moved ?? here, ...(way ?? [])];
    });
    return Int32Array.from(withoutRepeats(points).flat());
  });
  return isChanged ? { id: cell.id, polygons: dissolve(rings) } : cell;
}

const withoutRepeats = (points: readonly XY[]): XY[] =>
  points.filter(([x, y], i) => {
    const [u, v] = points[(i + points.length - 1) % points.length];
    return x !== u || y !== v;
  });
