/**
 * Cells that share their borders, written down once: each stretch of border between two junctions is an arc, and a ring
 * is a list of arcs. A neighbour walks the same arc backwards, so overlap or gap cannot even be written.
 */

/** Arc i forwards is `i`, backwards `-i - 1` (the notation of TopoJSON). */
export type ArcRef = number;

export interface ArcFile {
  /** Arcs as x, y of the first point from `origin`, then steps dx, dy, ...; units of the lattice (1e-7 degree). */
  readonly origin: readonly [x: number, y: number];
  readonly arcs: readonly (readonly number[])[];
}

export interface EncodedRings extends ArcFile {
  /** For each cell its rings: the outer ring first, then its holes. */
  readonly cells: readonly (readonly (readonly ArcRef[])[])[];
}

type Node = string;

/** Steps from point to point; the first point counts from the origin. */
export function encodeLine(line: ArrayLike<number>, [x0, y0]: readonly [number, number]): number[] {
  const steps: number[] = [];
  let [x, y] = [x0, y0];
  for (let i = 0; i < line.length; i += 2) {
    steps.push(line[i] - x, line[i + 1] - y);
    x = line[i];
    y = line[i + 1];
  }
  return steps;
}

/** The inverse of `encodeLine`. */
export function decodeLine(steps: readonly number[], [x0, y0]: readonly [number, number]): Int32Array {
  const line = new Int32Array(steps.length);
  let [x, y] = [x0, y0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    line[i] = x;
    line[i + 1] = y;
  }
  return line;
}

/** Writes the rings of cells of an exact coverage as shared arcs. */
export function encodeArcs(cells: readonly (readonly Int32Array[])[], origin: readonly [number, number]): EncodedRings {
  const junctions = findJunctions(cells.flat());
  const known = new Map<string, ArcRef>();
  const arcs: number[][] = [];
  const refOf = (arc: Node[]): ArcRef => {
    const forward = arc.join(' ');
    const found = known.get(forward);
    if (found !== undefined) return found;
    const ref = arcs.push(encodeLine(arc.flatMap(pointOf), origin)) - 1;
    known.set(arc.toReversed().join(' '), -ref - 1);
    known.set(forward, ref);
    return ref;
  };
  const encoded = cells.map((rings) => rings.map((ring) => cutAt(nodesOf(ring), junctions).map(refOf)));
  return { origin, arcs, cells: encoded };
}

const nodesOf = (ring: Int32Array): Node[] =>
  Array.from({ length: ring.length / 2 }, (_, i) => `${ring[2 * i]},${ring[2 * i + 1]}`);

const pointOf = (node: Node): number[] => node.split(',').map(Number);

/** Nodes at which other than two stretches of border meet. */
function findJunctions(rings: readonly Int32Array[]): Set<Node> {
  const around = new Map<Node, Set<Node>>();
  for (const ring of rings) {
    const nodes = nodesOf(ring);
    nodes.forEach((node, i) => {
      const set = around.get(node) ?? new Set<Node>();
      set.add(nodes[(i + 1) % nodes.length]).add(nodes[(i + nodes.length - 1) % nodes.length]);
      around.set(node, set);
    });
  }
  return new Set([...around].filter(([, set]) => set.size !== 2).map(([node]) => node));
}

/** A ring without junctions becomes one closed arc that starts at its least node, whichever way it runs. */
function cutAt(ring: Node[], junctions: Set<Node>): Node[][] {
  const first = ring.findIndex((node) => junctions.has(node));
  const start = first >= 0 ? first : ring.indexOf(ring.toSorted()[0]);
  const closed = [...ring.slice(start), ...ring.slice(0, start + 1)];
  const arcs: Node[][] = [];
  let from = 0;
  for (let i = 1; i < closed.length; i++) {
    if (!junctions.has(closed[i]) && i + 1 < closed.length) continue;
    arcs.push(closed.slice(from, i + 1));
    from = i;
  }
  return arcs;
}

/** Reads arcs once, and gives the rings of any cell from them. Throws RangeError on a reference to no arc. */
export function ringReader({ origin, arcs }: ArcFile): (ring: readonly ArcRef[]) => Int32Array {
  const lines = arcs.map((arc) => decodeLine(arc, origin));
  return (ring) => Int32Array.from(ring.flatMap((ref) => pointsOf(lines, ref)));
}

/** The points of an arc in walking direction, without the last, which the next arc repeats. */
function pointsOf(lines: readonly Int32Array[], ref: ArcRef): number[] {
  const line = lines[ref >= 0 ? ref : -ref - 1];
  if (!line) throw new RangeError(`there is no arc ${ref}`);
  const points: number[] = [];
  const n = line.length / 2;
  for (let i = 0; i + 1 < n; i++) {
    const at = ref >= 0 ? i : n - 1 - i;
    points.push(line[2 * at], line[2 * at + 1]);
  }
  return points;
}
