import { listBorders } from '../borders.ts';
import type { EdgeTable } from '../edges.ts';
import { findHolders } from '../holders.ts';
import type { Cell, Polygon } from '../lattice.ts';
import { widthInMetres } from '../metres.ts';
import { nodeSegments } from '../noding.ts';
import { buildPlanar } from '../planar.ts';
import { type Progress, partOf } from '../progress.ts';
import { joinFaces, regionPolygons } from '../regions.ts';
import { sortDeepFaces } from './deep.ts';
import { Duplicates } from './duplicates.ts';
import { areaFault, type Fault, type FaultKind, fault, pointsToGeoJson } from './fault.ts';
import { type LoneEdges, segmentsOf, subdivideLoneEdges } from './lone.ts';

export interface CoverInput {
  readonly cells: readonly Cell[];
  readonly edges: EdgeTable;
  readonly twins: Int32Array;
  readonly hasBoundary: boolean;
  /** Gaps and overlaps no wider than this are borders that do not match. */
  readonly toleranceM: number;
  /** 1 for cells (and the outside, the last) whose rings are at fault. */
  readonly unsound: Uint8Array;
}

/** Clauses 4 to 8: everything that the edges without a twin reveal. */
export function findCoverFaults(input: CoverInput, progress: Progress): Fault[] {
  const lone = subdivideLoneEdges(input.edges, input.twins, input.hasBoundary ? 1 : 0, partOf(progress, 0, 0.3));
  if (lone.lone.length === 0) return [];
  const narrow = new NarrowFaults(input.toleranceM);
  const deep = sortDeepFaces(input, lone);
  const places = findPlaces(lone, deep.setOf);
  const overlaps = [...places.overlaps, ...subdivideOpenFaces(input, deep.suspects, partOf(progress, 0.4, 0.8))];
  return [
    ...findGaps(input, lone, places, narrow),
    ...findOverlaps(input.cells, overlaps, narrow),
    ...narrow.faults(),
    ...findUnmatchedVertices(input, lone),
  ];
}

/** A place that several cells hold (indexes, ascending; the number of cells stands for the outside). */
interface Overlap {
  readonly set: readonly number[];
  readonly polygons: readonly Polygon[];
}

interface Places {
  readonly overlaps: Overlap[];
  /** The region of each face, and the polygons of the regions that no cell covers. */
  readonly regionOf: Int32Array;
  readonly gaps: ReadonlyMap<number, readonly Polygon[]>;
}

/** The connected places without a cell (inside the boundary or, without one, enclosed by cells), or with the same several. */
function findPlaces({ planar, depth }: LoneEdges, setOf: ReadonlyMap<number, readonly number[]>): Places {
  const sets: (readonly number[])[] = [[]];
  const labels = new Map<string, number>([['', 0]]);
  const labelOf = new Int32Array(depth.length).fill(-1);
  for (let f = 1; f < depth.length; f++) if (depth[f] <= 0) labelOf[f] = 0;
  for (const [f, set] of setOf) {
    const key = set.join();
    const label = labels.get(key) ?? sets.push(set) - 1;
    labels.set(key, label);
    labelOf[f] = label;
  }
  const regions = joinFaces(planar, (f) => labelOf[f]);
  const overlaps: Overlap[] = [];
  const gaps = new Map<number, readonly Polygon[]>();
  regionPolygons(planar, regions).forEach((polygons, region) => {
    const label = regions.labels[region];
    if (label === 0) gaps.set(region, polygons);
    else overlaps.push({ set: sets[label], polygons });
  });
  return { overlaps, regionOf: regions.regionOf, gaps };
}

function findGaps(
  input: CoverInput,
  { planar, lone, pieces }: LoneEdges,
  { regionOf, gaps }: Places,
  narrow: NarrowFaults,
): Fault[] {
  const neighbours = new Map<number, Set<number>>();
  for (const region of gaps.keys()) neighbours.set(region, new Set());
  planar.halfEdgeOf.forEach((h, piece) => {
    const beside = neighbours.get(regionOf[planar.face[h ^ 1]]);
    if (beside === undefined) return;
    const cell = cellOf(input.edges, lone[pieces.source[piece]]);
    if (cell < input.cells.length) beside.add(cell);
  });
  return [...gaps].flatMap(([region, polygons]) =>
    narrow.take('gap', idsOf(input.cells, neighbours.get(region) ?? []), polygons),
  );
}

const cellOf = ({ ringCell, ringOf }: EdgeTable, edge: number): number => ringCell[ringOf[edge]];

const idsOf = (cells: readonly Cell[], indexes: Iterable<number>): string[] =>
  [...indexes].sort((a, b) => a - b).map((index) => cells[index].id);

/** The overlaps of suspects among each other, from all their edges. */
function subdivideOpenFaces(input: CoverInput, suspects: Uint8Array | undefined, progress: Progress): Overlap[] {
  if (suspects === undefined) return [];
  const { cells, edges, twins, hasBoundary } = input;
  const borders = listBorders(edges, twins, suspects);
  const pieces = nodeSegments(segmentsOf(edges, borders.edge), progress);
  const planar = buildPlanar(pieces);
  const holders = findHolders(planar, borders, pieces.source, hasBoundary ? [cells.length] : []);
  const regions = joinFaces(planar, (f) =>
    f > 0 && holders.sets[holders.setOf[f]].length > 1 ? holders.setOf[f] : -1,
  );
  return regionPolygons(planar, regions).map((polygons, region) => ({
    set: holders.sets[regions.labels[region]],
    polygons,
  }));
}

function findOverlaps(cells: readonly Cell[], overlaps: readonly Overlap[], narrow: NarrowFaults): Fault[] {
  const twice = new Duplicates(cells);
  for (const set of new Set(overlaps.map((overlap) => overlap.set))) twice.look(set);
  const faults = overlaps.flatMap(({ set, polygons }) => {
    const inside = set.filter((cell) => cell < cells.length);
    const ids = idsOf(cells, inside);
    const found: Fault[] = [];
    if (inside.length < set.length) found.push(...narrow.take('outside', ids, polygons));
    if (inside.length > 1 && !twice.areSame(inside)) found.push(...narrow.take('overlap', ids, polygons));
    return found;
  });
  return [...twice.faults(), ...faults];
}

/** Where a vertex of one cell lies on an edge of another that has none there: nothing is missing but the vertex. */
function findUnmatchedVertices({ cells, edges }: CoverInput, { planar, weight, lone, pieces }: LoneEdges): Fault[] {
  const places = new Map<string, { ids: string[]; points: Map<string, number[]> }>();
  // Edges on which a piece of a cut edge matches another, and the cells on both sides of them.
  const cellsAt = new Map<number, number[]>();
  for (let piece = pieces.firstCut; piece < pieces.source.length; piece++) {
    const edge = planar.halfEdgeOf[piece] >> 1;
    if (weight[edge] === 0) cellsAt.set(edge, []);
  }
  if (cellsAt.size === 0) return [];
  planar.halfEdgeOf.forEach((h, piece) => {
    cellsAt.get(h >> 1)?.push(cellOf(edges, lone[pieces.source[piece]]));
  });
  for (let piece = pieces.firstCut; piece < pieces.source.length; piece++) {
    const h = planar.halfEdgeOf[piece];
    const beside = cellsAt.get(h >> 1);
    if (beside === undefined) continue;
    const ids = idsOf(cells, new Set(beside.filter((cell) => cell < cells.length)));
    // A vertex on the boundary's edge is no fault: the boundary says where, not with which vertices.
    if (ids.length < 2) continue;
    const cut = lone[pieces.source[piece]];
    const points = places.get(ids.join())?.points ?? new Map<string, number[]>();
    for (const v of [planar.origin[h], planar.origin[h ^ 1]]) {
      const [x, y] = [planar.vx[v], planar.vy[v]];
      if (!isEndOf(edges, cut, x, y)) points.set(`${x} ${y}`, [x, y]);
    }
    if (points.size > 0) places.set(ids.join(), { ids, points });
  }
  return [...places.values()].map(({ ids, points }) =>
    fault('mismatched_edge', ids, { where: pointsToGeoJson([...points.values()].flat()), detail: 'vertex_on_edge' }),
  );
}

const isEndOf = ({ xs, ys }: EdgeTable, e: number, x: number, y: number): boolean =>
  (xs[e] === x && ys[e] === y) || (xs[e + 1] === x && ys[e + 1] === y);

/** Gaps and overlaps no wider than the tolerance, kept together for each set of cells: one border, one fault. */
class NarrowFaults {
  readonly #toleranceM: number;
  readonly #found = new Map<string, { kind: 'gap' | 'overlap'; ids: readonly string[]; polygons: Polygon[] }>();

  constructor(toleranceM: number) {
    this.#toleranceM = toleranceM;
  }

  /** The fault if it is wide, nothing if it is narrow and kept here. */
  take(kind: FaultKind, ids: readonly string[], polygons: readonly Polygon[]): Fault[] {
    if (polygons.some((polygon) => widthInMetres(polygon) > this.#toleranceM)) return [areaFault(kind, ids, polygons)];
    const sort = kind === 'gap' ? 'gap' : 'overlap';
    const key = `${sort} ${ids.join()}`;
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { kind: sort, ids, polygons: [...polygons] });
    else known.polygons.push(...polygons);
    return [];
  }

  faults(): Fault[] {
    return [...this.#found.values()].map(({ kind, ids, polygons }) =>
      areaFault('mismatched_edge', ids, polygons, kind === 'gap' ? 'narrow_gap' : 'narrow_overlap'),
    );
  }
}
