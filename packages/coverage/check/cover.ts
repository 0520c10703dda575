import { listBorders } from '../borders.ts';
import type { EdgeTable } from '../edges.ts';
import { findHolders } from '../holders.ts';
import type { Cell, Polygon } from '../lattice.ts';
import { widthInMetres } from '../metres.ts';
import { nodeSegments } from '../noding.ts';
import { buildPlanar } from '../planar.ts';
import { type Progress, partOf } from '../progress.ts';
import { joinFaces, regionPolygons } from '../regions.ts';
import { Duplicates } from './duplicates.ts';
import { areaFault, type Fault, type FaultKind, fault, pointsToGeoJson } from './fault.ts';
import { type LoneEdges, segmentsOf, subdivideLoneEdges } from './lone.ts';
import { findSuspects } from './suspects.ts';

export interface CoverInput {
  readonly cells: readonly Cell[];
  readonly edges: EdgeTable;
  readonly twins: Int32Array;
  readonly hasBoundary: boolean;
  /** Gaps and overlaps no wider than this are borders that do not match. */
  readonly toleranceM: number;
}

/** Clauses 4 to 8: everything that the edges without a twin reveal. */
export function findCoverFaults(input: CoverInput, progress: Progress): Fault[] {
  const outerDepth = input.hasBoundary ? 1 : 0;
  const lone = subdivideLoneEdges(input.edges, input.twins, outerDepth, partOf(progress, 0, 0.3));
  if (lone.lone.length === 0) return [];
  const narrow = new NarrowFaults(input.toleranceM);
  const faults = [...findGaps(input, lone, narrow), ...findOverlaps(input, lone, narrow, partOf(progress, 0.4, 0.8))];
  return [...faults, ...narrow.faults(), ...findUnmatchedVertices(input, lone)];
}

/** The places that no cell covers: inside the boundary or, without one, enclosed by cells. */
function findGaps(input: CoverInput, { planar, depth, lone, pieces }: LoneEdges, narrow: NarrowFaults): Fault[] {
  const gaps = joinFaces(planar, (f) => (f > 0 && depth[f] <= 0 ? 0 : -1));
  if (gaps.labels.length === 0) return [];
  const neighbours: Set<number>[] = gaps.labels.map(() => new Set());
  planar.halfEdgeOf.forEach((h, piece) => {
    const cell = cellOf(input.edges, lone[pieces.source[piece]]);
    const region = gaps.regionOf[planar.face[h ^ 1]];
    if (region >= 0 && cell < input.cells.length) neighbours[region].add(cell);
  });
  return regionPolygons(planar, gaps).flatMap((polygons, region) =>
    narrow.take('gap', idsOf(input.cells, neighbours[region]), polygons),
  );
}

const cellOf = ({ ringCell, ringOf }: EdgeTable, edge: number): number => ringCell[ringOf[edge]];

const idsOf = (cells: readonly Cell[], indexes: Iterable<number>): string[] =>
  [...indexes].sort((a, b) => a - b).map((index) => cells[index].id);

/** The places that several cells cover, or a cell and the outside: the suspects' edges are looked at in full. */
function findOverlaps(input: CoverInput, lone: LoneEdges, narrow: NarrowFaults, progress: Progress): Fault[] {
  const { cells, edges, twins, hasBoundary } = input;
  const suspects = findSuspects(edges, cells.length, lone);
  if (suspects === undefined) return [];
  const borders = listBorders(edges, twins, suspects);
  const pieces = nodeSegments(segmentsOf(edges, borders.edge), progress);
  const planar = buildPlanar(pieces);
  const holders = findHolders(planar, borders, pieces.source, hasBoundary ? [cells.length] : []);
  const overlaps = joinFaces(planar, (f) =>
    f > 0 && holders.sets[holders.setOf[f]].length > 1 ? holders.setOf[f] : -1,
  );
  const setOf = (region: number): readonly number[] => holders.sets[overlaps.labels[region]];
  const twice = new Duplicates(cells);
  for (const set of new Set(overlaps.labels.map((_, region) => setOf(region)))) twice.look(set);
  const faults = regionPolygons(planar, overlaps).flatMap((polygons, region) =>
    overlapFaults(cells, setOf(region), polygons, narrow, twice),
  );
  return [...twice.faults(), ...faults];
}

function overlapFaults(
  cells: readonly Cell[],
  set: readonly number[],
  polygons: readonly Polygon[],
  narrow: NarrowFaults,
  twice: Duplicates,
): Fault[] {
  const inside = set.filter((cell) => cell < cells.length);
  const ids = idsOf(cells, inside);
  const faults: Fault[] = [];
  if (inside.length < set.length) faults.push(...narrow.take('outside', ids, polygons));
  if (inside.length > 1 && !twice.areSame(inside)) faults.push(...narrow.take('overlap', ids, polygons));
  return faults;
}

/** Where a vertex of one cell lies on an edge of another that has none there: nothing is missing but the vertex. */
function findUnmatchedVertices({ cells, edges }: CoverInput, { planar, weight, lone, pieces }: LoneEdges): Fault[] {
  const places = new Map<string, { ids: string[]; points: Map<string, number[]> }>();
  const cellsAt: number[][] = Array.from({ length: weight.length }, () => []);
  planar.halfEdgeOf.forEach((h, piece) => {
    cellsAt[h >> 1].push(cellOf(edges, lone[pieces.source[piece]]));
  });
  for (let piece = pieces.firstCut; piece < pieces.source.length; piece++) {
    const h = planar.halfEdgeOf[piece];
    if (weight[h >> 1] !== 0) continue;
    const ids = idsOf(cells, new Set(cellsAt[h >> 1].filter((cell) => cell < cells.length)));
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
