import { assemblePolygons } from './assemble.ts';
import type { Polygon } from './lattice.ts';
import type { Planar } from './planar.ts';

/** Connected faces that carry the same label. */
export interface Regions {
  /** The region of each face, -1 for faces whose label is negative. */
  readonly regionOf: Int32Array;
  /** The label of each region. */
  readonly labels: number[];
}

/** Joins faces with equal labels (>= 0) that share an edge which is no wall. */
export function joinFaces(
  planar: Planar,
  labelOf: (face: number) => number,
  isWall: (edge: number) => boolean = () => false,
): Regions {
  const { face } = planar;
  const faces = planar.faceArea2.length;
  const parent = new Int32Array(faces);
  for (let f = 0; f < faces; f++) parent[f] = f;
  const find = (f: number): number => {
    let root = f;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]];
    return root;
  };
  for (let h = 0; h < face.length; h += 2) {
    const a = face[h];
    const b = face[h + 1];
    if (a === b || labelOf(a) < 0 || labelOf(a) !== labelOf(b) || isWall(h >> 1)) continue;
    parent[find(a)] = find(b);
  }
  const labels: number[] = [];
  const regionOf = new Int32Array(faces).fill(-1);
  for (let f = 0; f < faces; f++) {
    const root = find(f);
    if (labelOf(root) < 0) continue;
    if (regionOf[root] < 0) regionOf[root] = labels.push(labelOf(root)) - 1;
    regionOf[f] = regionOf[root];
  }
  return { regionOf, labels };
}

/** The polygons of each region. */
export function regionPolygons(planar: Planar, regions: Regions): Polygon[][] {
  const polygons = assemblePolygons(planar, regions.regionOf);
  return regions.labels.map((_, region) => polygons.get(region) ?? []);
}

/**
 * Visits all faces from the unbounded one, over each edge once: `enter(h)` is called when the face left of half-edge h
 * is reached for the first time from the face on its right.
 */
export function visitFaces(planar: Planar, enter: (h: number) => void): void {
  const { face } = planar;
  const faces = planar.faceArea2.length;
  const start = new Int32Array(faces + 1);
  for (const f of face) start[f]++;
  for (let f = 1; f <= faces; f++) start[f] += start[f - 1];
  const around = new Int32Array(face.length);
  for (let h = 0; h < face.length; h++) around[--start[face[h]]] = h;
  const seen = new Uint8Array(faces);
  seen[0] = 1;
  const queue = new Int32Array(faces);
  for (let head = 0, tail = 1; head < tail; head++) {
    const f = queue[head];
    for (let i = start[f]; i < start[f + 1]; i++) {
      const h = around[i] ^ 1;
      if (seen[face[h]] === 1) continue;
      seen[face[h]] = 1;
      queue[tail++] = face[h];
      enter(h);
    }
  }
}
