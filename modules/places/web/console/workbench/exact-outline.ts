import { type Cell, orient, type Polygon, type Ring } from '#packages/coverage';

/**
 * Gives the cells of a community its official outline to the last bit.
 *
 * A border that ends on a slanting edge P-Q of the outline ends, for want of a lattice point on it, a little beside it,
 * and bends it; another vertex gives the area back. The plan is checked against the outline as it was made official, so such ends are
 * set a step inside, and one cell takes the whole edge: it runs along it, a centimetre wide, below the others. Edges
 * that cannot be followed are left as they are, for the check to tell.
 */
export function restoreOutline(cells: readonly Cell[], boundary: readonly Polygon[]): Cell[] {
  const edges = outlineOf(cells);
  const repair: Repair = { dropped: new Set(), moved: new Map(), ways: new Map() };
  for (const ring of boundary.flat()) {
    for (let i = 0; i < ring.length; i += 2) {
      const [p, q] = [pointAt(ring, i), pointAt(ring, i + 2)];
      const chain = edges.has(p, q) ? undefined : follow(edges, p, q);
      if (chain !== undefined) repairEdge(repair, edges, chain);
    }
  }
  return repair.moved.size + repair.dropped.size === 0 ? [...cells] : cells.map((cell) => repaired(cell, repair));
}

type Point = readonly [x: number, y: number];

const keyOf = ([x, y]: Point): string => `${x} ${y}`;
const edgeKey = (a: Point, b: Point): string => `${keyOf(a)} ${keyOf(b)}`;
const pointAt = (ring: Ring, i: number): Point => [ring[i % ring.length], ring[(i + 1) % ring.length]];

interface OutlineEdge {
  readonly to: Point;
  readonly cell: string;
}

interface OutlineEdges {
  readonly has: (a: Point, b: Point) => boolean;
  /** The edges that begin at a point and have no cell on their other side. */
  readonly from: (point: Point) => readonly OutlineEdge[];
  /** The cells that have a vertex. */
  readonly cellsAt: (point: Point) => ReadonlySet<string>;
}

function outlineOf(cells: readonly Cell[]): OutlineEdges {
  const all = new Map<string, { a: Point; b: Point; cell: string }>();
  const cellsAt = new Map<string, Set<string>>();
  for (const { id, polygons } of cells) {
    for (const ring of polygons.flat()) {
      for (let i = 0; i < ring.length; i += 2) {
        const [a, b] = [pointAt(ring, i), pointAt(ring, i + 2)];
        all.set(edgeKey(a, b), { a, b, cell: id });
        const known = cellsAt.get(keyOf(a));
        if (known) known.add(id);
        else cellsAt.set(keyOf(a), new Set([id]));
      }
    }
  }
  const from = new Map<string, OutlineEdge[]>();
  for (const { a, b, cell } of all.values()) {
    if (all.has(edgeKey(b, a))) continue;
    from.set(keyOf(a), [...(from.get(keyOf(a)) ?? []), { to: b, cell }]);
  }
  return {
    has: (a, b) => all.has(edgeKey(a, b)),
    from: (point) => from.get(keyOf(point)) ?? [],
    cellsAt: (point) => cellsAt.get(keyOf(point)) ?? new Set(),
  };
}

/** The edges that run where P-Q should: `cells[i]` has the one from `nodes[i]` to `nodes[i + 1]`. */
interface Chain {
  readonly nodes: readonly Point[];
  readonly cells: readonly string[];
}

/**
 * Lattice steps that an edge may be bent by: half a step for the end of a border, up to metres for the vertex that
 * balances the area on a short piece of edge.
 */
const BEND = 1024;

function follow(edges: OutlineEdges, p: Point, q: Point): Chain | undefined {
  const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
  const along = ([x, y]: Point): number => (x - p[0]) * (q[0] - p[0]) + (y - p[1]) * (q[1] - p[1]);
  const end = along(q);
  const isNear = (point: Point): boolean => Math.abs(orient(...p, ...q, ...point)) <= BEND * length;
  const nodes: Point[] = [p];
  const cells: string[] = [];
  for (let here = p; keyOf(here) !== keyOf(q); ) {
    const at = here;
    const next = edges.from(at).find(({ to }) => isNear(to) && along(to) > along(at) && along(to) <= end);
    if (next === undefined) return undefined;
    nodes.push(next.to);
    cells.push(next.cell);
    here = next.to;
  }
  return { nodes, cells };
}

interface Repair {
  /** Vertices on the way of a single cell: they go. */
  readonly dropped: Set<string>;
  /** Where the ends of borders have gone. */
  readonly moved: Map<string, Point>;
  /** What comes after the first point of an edge, in the ring of the cell that takes the whole edge of the outline. */
  readonly ways: Map<string, readonly Point[]>;
}

function repairEdge({ dropped, moved, ways }: Repair, edges: OutlineEdges, chain: Chain): void {
  const { nodes, cells } = joined(chain, edges, dropped);
  const [p, q] = [nodes[0], nodes[nodes.length - 1]];
  if (nodes.length === 2) return;
  const inside = nodes.slice(1, -1).map((node) => stepInside(p, q, node));
  nodes.slice(1, -1).forEach((node, i) => {
    moved.set(keyOf(node), inside[i]);
  });
  const taker = takerOf(nodes, cells, edges);
  const back = taker === 0 ? [] : [...inside.slice(0, taker - 1).toReversed(), p];
  const forth = taker === inside.length ? [] : [q, ...inside.slice(taker + 1).toReversed()];
  ways.set(edgeKey(nodes[taker], nodes[taker + 1]), [...back, ...forth]);
}

/** The chain without the vertices at which no border ends. */
function joined({ nodes, cells }: Chain, edges: OutlineEdges, dropped: Set<string>): Chain {
  const kept: Point[] = [nodes[0]];
  const owners: string[] = [];
  cells.forEach((cell, i) => {
    const isNeedless = i > 0 && cells[i - 1] === cell && edges.cellsAt(nodes[i]).size === 1;
    if (isNeedless) dropped.add(keyOf(nodes[i]));
    else {
      if (i > 0) kept.push(nodes[i]);
      owners.push(cell);
    }
  });
  return { nodes: [...kept, nodes[nodes.length - 1]], cells: owners };
}

/** The cell that comes to the ends of the edge without touching itself there; of these the one with the longest piece. */
function takerOf(nodes: readonly Point[], cells: readonly string[], edges: OutlineEdges): number {
  const last = cells.length - 1;
  const touches = (i: number, end: number): number =>
    i !== (end === 0 ? 0 : last) && edges.cellsAt(nodes[end]).has(cells[i]) ? 1 : 0;
  const cost = (i: number): number =>
    touches(i, 0) + touches(i, nodes.length - 1) + cells.lastIndexOf(cells[i]) - cells.indexOf(cells[i]);
  const length = (i: number): number => Math.hypot(nodes[i + 1][0] - nodes[i][0], nodes[i + 1][1] - nodes[i][1]);
  return [...cells.keys()].sort((a, b) => cost(a) - cost(b) || length(b) - length(a) || a - b)[0];
}

/** A lattice point strictly to the left of P-Q, near the place on it that a point lies beside. */
function stepInside(p: Point, q: Point, [x, y]: Point): Point {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const share = ((x - p[0]) * dx + (y - p[1]) * dy) / (dx * dx + dy * dy);
  const foot: Point = [Math.round(p[0] + share * dx), Math.round(p[1] + share * dy)];
  let best: Point = [x, y];
  let least = Number.POSITIVE_INFINITY;
  for (let u = -2; u <= 2; u++) {
    for (let v = -2; v <= 2; v++) {
      const distance = u * u + v * v;
      if (distance >= least || orient(...p, ...q, foot[0] + u, foot[1] + v) <= 0) continue;
      least = distance;
      best = [foot[0] + u, foot[1] + v];
    }
  }
  return best;
}

function repaired(cell: Cell, { dropped, moved, ways }: Repair): Cell {
  const change = (ring: Ring): Ring => {
    const kept: Point[] = [];
    for (let i = 0; i < ring.length; i += 2) if (!dropped.has(keyOf(pointAt(ring, i)))) kept.push(pointAt(ring, i));
    const points = kept.flatMap((here, i) => {
      const way = ways.get(edgeKey(here, kept[(i + 1) % kept.length])) ?? [];
      return [moved.get(keyOf(here)) ?? here, ...way];
    });
    return Int32Array.from(points.flat());
  };
  const isConcerned = cell.polygons.flat().some((ring) => {
    for (let i = 0; i < ring.length; i += 2) {
      const key = keyOf(pointAt(ring, i));
      if (dropped.has(key) || moved.has(key)) return true;
    }
    return false;
  });
  return isConcerned ? { ...cell, polygons: cell.polygons.map((polygon) => polygon.map(change)) } : cell;
}
