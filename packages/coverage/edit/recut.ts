import { listBorders } from '../borders.ts';
import { segmentsOf } from '../check/lone.ts';
import { buildEdgeTable } from '../edges.ts';
import { findHolders } from '../holders.ts';
import { type Cell, orient, type Polygon, polygonArea2 } from '../lattice.ts';
import { nodeSegments, type Segments } from '../noding.ts';
import { buildPlanar, type Planar } from '../planar.ts';
import { joinFaces, regionPolygons } from '../regions.ts';
import { matchTwins } from '../twins.ts';
import { findCompensation, type Insertion, Insertions, isClear, type Point } from '../unify/balance.ts';
import { refuse } from './draft.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** Lines (x, y, x, y, ...), or an area, along which a cell is cut. */
export interface Knife {
  readonly lines?: readonly (readonly number[])[];
  readonly area?: readonly Polygon[];
}

/** A part of the cell after the cut. */
export interface Part {
  readonly polygons: Polygon[];
  readonly area2: number;
  /** Whether it lies in the knife's area. */
  readonly isInArea: boolean;
}

/** A cell cut into parts, the neighbours that got the same new vertices, and those of the outer boundary. */
export interface Cut {
  readonly parts: Part[];
  readonly neighbours: { readonly before: Cell; readonly after: Cell }[];
  readonly onBoundary: Insertion[];
}

/** Cuts one cell; wherever a cut ends on a border, the cell on the other side gets the vertex too. */
export function cutCell(coverage: Neighbourhood, cell: Cell, knife: Knife): Cut {
  const edges = buildEdgeTable([cell, { id: '', polygons: knife.area ?? [] }]);
  const borders = listBorders(edges, matchTwins(edges));
  const lines = segmentsOfLines(knife.lines ?? []);
  const segments = concatenate(segmentsOf(edges, borders.edge), lines);
  const pieces = nodeSegments(segments);
  const planar = buildPlanar(pieces);
  const none = new Int32Array(lines.x1.length).fill(-1);
  const bounds = { one: join(borders.one, none), other: join(borders.other, none) };
  const holders = findHolders(planar, bounds, pieces.source, []);
  const isLine = new Uint8Array(planar.origin.length / 2);
  pieces.source.forEach((s, p) => {
    if (s >= borders.edge.length) isLine[planar.halfEdgeOf[p] >> 1] = 1;
  });
  const labelOf = (f: number): number => (holders.sets[holders.setOf[f]].includes(0) ? holders.setOf[f] : -1);
  const regions = joinFaces(planar, labelOf, (edge) => isLine[edge] === 1);
  const parts = regionPolygons(planar, regions).map((polygons, region) => ({
    polygons,
    area2: polygons.reduce((sum, polygon) => sum + polygonArea2(polygon), 0),
    isInArea: holders.sets[regions.labels[region]].includes(1),
  }));
  if (parts.length < 2) return { parts, neighbours: [], onBoundary: [] };
  const isOwn = (s: number): boolean => s < borders.edge.length && (borders.one[s] === 0 || borders.other[s] === 0);
  const chains = chainsOf(pieces.source, segments, planar, pieces.firstCut, isOwn);
  return shareVertices(coverage, parts, chains, isBorderVertex(planar, regions.regionOf));
}

function segmentsOfLines(lines: readonly (readonly number[])[]): Segments {
  const ends = lines.flatMap((line) =>
    Array.from({ length: Math.max(0, line.length / 2 - 1) }, (_, i) => line.slice(2 * i, 2 * i + 4)),
  );
  const column = (k: number): Int32Array => Int32Array.from(ends, (end) => end[k]);
  return { x1: column(0), y1: column(1), x2: column(2), y2: column(3) };
}

function join(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

const concatenate = (a: Segments, b: Segments): Segments => ({
  x1: join(a.x1, b.x1),
  y1: join(a.y1, b.y1),
  x2: join(a.x2, b.x2),
  y2: join(a.y2, b.y2),
});

/** Each edge of the cell that was cut, as a chain from its start to its end. */
function chainsOf(
  source: Int32Array,
  { x1, y1, x2, y2 }: Segments,
  { vx, vy, origin, halfEdgeOf }: Planar,
  firstCut: number,
  isOwn: (s: number) => boolean,
): Point[][] {
  const steps = new Map<number, Map<string, Point>>();
  for (let p = firstCut; p < source.length; p++) {
    const s = source[p];
    if (!isOwn(s)) continue;
    const h = halfEdgeOf[p];
    const own = steps.get(s) ?? new Map<string, Point>();
    const [a, b] = [origin[h], origin[h ^ 1]];
    steps.set(s, own.set(`${vx[a]} ${vy[a]}`, [vx[b], vy[b]]));
  }
  return [...steps].map(([s, own]) => {
    const chain: Point[] = [[x1[s], y1[s]]];
    for (let next = own.get(`${x1[s]} ${y1[s]}`); next !== undefined; next = own.get(`${next[0]} ${next[1]}`)) {
      chain.push(next);
      if (next[0] === x2[s] && next[1] === y2[s]) break;
    }
    return chain;
  });
}

/** Whether a border between parts ends at a point. */
function isBorderVertex({ vx, vy, origin, face }: Planar, regionOf: Int32Array): (point: Point) => boolean {
  const ends = new Set<string>();
  for (let h = 0; h < origin.length; h++) {
    const [left, right] = [regionOf[face[h]], regionOf[face[h ^ 1]]];
    if (left >= 0 && right >= 0 && left !== right) ends.add(`${vx[origin[h]]} ${vy[origin[h]]}`);
  }
  return ([x, y]) => ends.has(`${x} ${y}`);
}

function shareVertices(
  coverage: Neighbourhood,
  parts: Part[],
  chains: readonly Point[][],
  isEnd: (point: Point) => boolean,
): Cut {
  const after = new Map<string, Cell>();
  const own = new Insertions();
  const onBoundary: Insertion[] = [];
  for (const chain of chains) {
    const inner = chain.slice(1, -1);
    if (!inner.every(isEnd))
      throw refuse('切割线在边界上来回擦过，请改画。', 'The line grazes the border; draw it differently.', inner[0]);
    const [p, q] = [chain[0], chain[chain.length - 1]];
    const found = coverage.findLeftOf(q, p);
    if (found !== undefined) {
      const insertion = new Insertions();
      insertion.add({ p: q, q: p, points: [...inner].reverse() });
      const neighbour = after.get(found.id) ?? found;
      after.set(found.id, { ...neighbour, polygons: neighbour.polygons.map((polygon) => insertion.apply(polygon)) });
      continue;
    }
    onBoundary.push(...bendBoundary(chain, parts, own));
  }
  const cut = parts.map((part) => ({ ...part, polygons: part.polygons.map((polygon) => own.apply(polygon)) }));
  const neighbours = [...after].map(([id, changed]) => ({ before: coverage.get(id), after: changed }));
  return { parts: cut, neighbours, onBoundary };
}

/** A cut that ends on the outer boundary: what its vertex takes from the area, another gives back. */
function bendBoundary(chain: readonly Point[], parts: readonly Part[], own: Insertions): Insertion[] {
  const [p, q] = [chain[0], chain[chain.length - 1]];
  const inner = chain.slice(1, -1);
  const excess2 = inner.reduce((sum, point, k) => {
    const next = chain[k + 2];
    return sum + orient(p[0], p[1], point[0], point[1], next[0], next[1]);
  }, 0);
  if (excess2 === 0) return [{ p, q, points: inner }];
  const rings = parts.flatMap((part) => part.polygons.flat());
  const found = findCompensation(chain, excess2, (a, m, b) => isClear(a, m, b, rings, []));
  if (found === undefined) {
    throw refuse(
      '切割线不能在此处与外边界相接，请换一点。',
      'The line cannot end here on the outer boundary; choose another point.',
      inner[0],
    );
  }
  own.add(found);
  const at = chain.findIndex((point) => point[0] === found.p[0] && point[1] === found.p[1]);
  return [{ p, q, points: [...chain.slice(1, at + 1), ...found.points, ...chain.slice(at + 1, -1)] }];
}
