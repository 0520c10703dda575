import type { EdgeTable } from '../edges.ts';
import { nodeSegments, type Pieces, type Segments } from '../noding.ts';
import { buildPlanar, type Planar } from '../planar.ts';
import type { Progress } from '../progress.ts';
import { visitFaces } from '../regions.ts';

/** The edges of a table at these indexes, as segments in their direction. */
export function segmentsOf({ xs, ys }: EdgeTable, indexes: Int32Array): Segments {
  const n = indexes.length;
  const segments = { x1: new Int32Array(n), y1: new Int32Array(n), x2: new Int32Array(n), y2: new Int32Array(n) };
  for (let i = 0; i < n; i++) {
    const e = indexes[i];
    segments.x1[i] = xs[e];
    segments.y1[i] = ys[e];
    segments.x2[i] = xs[e + 1];
    segments.y2[i] = ys[e + 1];
  }
  return segments;
}

/**
 * The subdivision by the edges that have no twin. All other edges cancel out: the number of cells over a place changes
 * only at these, so it is known from them alone.
 */
export interface LoneEdges {
  /** The edges without a twin. */
  readonly lone: Int32Array;
  readonly pieces: Pieces;
  readonly planar: Planar;
  /** How many cells (with the outside, if there is a boundary) lie over each face. */
  readonly depth: Int32Array;
  /** By how much the depth is greater on the left of each edge of the subdivision; 0 where two sides match after all. */
  readonly weight: Int32Array;
}

export function subdivideLoneEdges(
  edges: EdgeTable,
  twins: Int32Array,
  outerDepth: number,
  progress: Progress,
): LoneEdges {
  const lone = findLoneEdges(edges, twins);
  const pieces = nodeSegments(segmentsOf(edges, lone), progress);
  const planar = buildPlanar(pieces);
  const weight = new Int32Array(planar.origin.length / 2);
  for (const h of planar.halfEdgeOf) weight[h >> 1] += 1 - 2 * (h & 1);
  const depth = new Int32Array(planar.faceArea2.length);
  depth[0] = outerDepth;
  visitFaces(planar, (h) => {
    depth[planar.face[h]] = depth[planar.face[h ^ 1]] + weight[h >> 1] * (1 - 2 * (h & 1));
  });
  return { lone, pieces, planar, depth, weight };
}

function findLoneEdges({ xs, ys, ringStart }: EdgeTable, twins: Int32Array): Int32Array {
  const lone: number[] = [];
  for (let r = 0; r + 1 < ringStart.length; r++) {
    for (let e = ringStart[r], end = ringStart[r + 1] - 1; e < end; e++) {
      if (twins[e] < 0 && (xs[e] !== xs[e + 1] || ys[e] !== ys[e + 1])) lone.push(e);
    }
  }
  return Int32Array.from(lone);
}
