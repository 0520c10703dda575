/**
 * A planar mesh that starts as one outline and is cut again and again. Invariants, kept by every operation:
 *
 * 1. every node lies on the lattice;
 * 2. every face is one ring of nodes, counter-clockwise, without repetition;
 * 3. every directed edge belongs to at most one face; its reverse belongs to the neighbour, or to nobody on the outline.
 *
 * So the faces are an exact coverage of the outline at all times, whatever the cuts.
 */

/** What runs along an edge: a river or a main road weighs less when a border follows it. */
export type EdgeKind = 'outline' | 'river' | 'main' | 'road' | 'lane';

export interface Mesh {
  readonly x: number[];
  readonly y: number[];
  /** Node rings, counter-clockwise. */
  readonly faces: number[][];
  /** Directed edge (`edgeKey`) to the face on its left. */
  readonly left: Map<number, number>;
  /** Undirected edge (`edgeKey` with the smaller node first) to its kind. */
  readonly kinds: Map<number, EdgeKind>;
}

const NODES = 2 ** 26;

export const edgeKey = (from: number, to: number): number => from * NODES + to;
export const undirectedKey = (a: number, b: number): number => (a < b ? edgeKey(a, b) : edgeKey(b, a));
export const edgeEnds = (key: number): [number, number] => [Math.floor(key / NODES), key % NODES];

/** The mesh of one face. `ring` runs counter-clockwise: x0, y0, x1, y1, ... in E7. */
export function meshOfRing(ring: ArrayLike<number>): Mesh {
  const mesh: Mesh = { x: [], y: [], faces: [], left: new Map(), kinds: new Map() };
  const nodes: number[] = [];
  for (let i = 0; i < ring.length; i += 2) nodes.push(addNode(mesh, ring[i], ring[i + 1]));
  mesh.faces.push(nodes);
  nodes.forEach((node, i) => {
    const next = nodes[(i + 1) % nodes.length];
    mesh.left.set(edgeKey(node, next), 0);
    mesh.kinds.set(undirectedKey(node, next), 'outline');
  });
  return mesh;
}

export function addNode(mesh: Mesh, x: number, y: number): number {
  mesh.x.push(Math.round(x));
  mesh.y.push(Math.round(y));
  return mesh.x.length - 1;
}

/** Puts a node on the edge from `a` to `b`, in both faces that use it. The node is rounded to the lattice. */
export function splitEdge(mesh: Mesh, a: number, b: number, x: number, y: number): number {
  const node = addNode(mesh, x, y);
  const kind = mesh.kinds.get(undirectedKey(a, b));
  if (kind === undefined) throw new RangeError(`no edge between nodes ${a} and ${b}`);
  mesh.kinds.delete(undirectedKey(a, b));
  mesh.kinds.set(undirectedKey(a, node), kind);
  mesh.kinds.set(undirectedKey(node, b), kind);
  insertInto(mesh, a, b, node);
  insertInto(mesh, b, a, node);
  return node;
}

function insertInto(mesh: Mesh, from: number, to: number, node: number): void {
  const face = mesh.left.get(edgeKey(from, to));
  if (face === undefined) return;
  const ring = mesh.faces[face];
  ring.splice(ring.indexOf(from) + 1, 0, node);
  mesh.left.delete(edgeKey(from, to));
  mesh.left.set(edgeKey(from, node), face);
  mesh.left.set(edgeKey(node, to), face);
}

/**
 * Cuts a face along a chain of nodes whose first and last lie on its ring and whose others lie inside.
 * The part to the left of the chain keeps the number of the face; returns the number of the new one.
 */
export function splitFace(mesh: Mesh, face: number, chain: readonly number[], kind: EdgeKind): number {
  const ring = mesh.faces[face];
  const start = ring.indexOf(chain[0]);
  const end = ring.indexOf(chain[chain.length - 1]);
  if (start < 0 || end < 0 || start === end) throw new RangeError(`the cut does not join two nodes of face ${face}`);
  const inner = chain.slice(1, -1);
  const leftRing = [...walk(ring, end, start), ...inner];
  const rightRing = [...walk(ring, start, end), ...inner.toReversed()];
  mesh.faces[face] = leftRing;
  const other = mesh.faces.push(rightRing) - 1;
  own(mesh, face);
  own(mesh, other);
  for (let i = 0; i + 1 < chain.length; i++) mesh.kinds.set(undirectedKey(chain[i], chain[i + 1]), kind);
  return other;
}

/** The nodes of a ring from one position to another, both included. */
function walk(ring: readonly number[], from: number, to: number): number[] {
  return from <= to ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)];
}

function own(mesh: Mesh, face: number): void {
  const ring = mesh.faces[face];
  for (let i = 0; i < ring.length; i++) mesh.left.set(edgeKey(ring[i], ring[(i + 1) % ring.length]), face);
}

/** Twice the area of a face in E7 squared. */
export function faceArea2(mesh: Mesh, ring: readonly number[]): number {
  const x0 = mesh.x[ring[0]];
  const y0 = mesh.y[ring[0]];
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const a = ring[i];
    const b = ring[i + 1];
    sum += (mesh.x[a] - x0) * (mesh.y[b] - y0) - (mesh.x[b] - x0) * (mesh.y[a] - y0);
  }
  return sum;
}
