import { listBorders } from '../borders.ts';
import { segmentsOf } from '../check/lone.ts';
import { buildEdgeTable } from '../edges.ts';
import { findHolders } from '../holders.ts';
import type { Polygon } from '../lattice.ts';
import { type Scale, scaleAt } from '../metres.ts';
import { nodeSegments, type Pieces, type Segments } from '../noding.ts';
import { buildPlanar, type Planar } from '../planar.ts';
import { type Progress, partOf, unfollowed } from '../progress.ts';
import { matchTwins } from '../twins.ts';
import type { UnifyLayer } from '../unify.ts';

/** All layers and the boundary, cut along each other. */
export interface Arrangement {
  readonly planar: Planar;
  /** The borders of all layers and the boundary before they were cut, and after. */
  readonly segments: Segments;
  readonly pieces: Pieces;
  /** The ids of the cells, each once. */
  readonly ids: readonly string[];
  /** Twice the area that each cell claims, over all layers. */
  readonly claimed2: Float64Array;
  /** For each set of claims the cells that claim, best layer first. */
  readonly claimants: readonly (readonly number[])[];
  /** For each set whether it includes the outside of the boundary. */
  readonly isOutside: readonly boolean[];
  /** The set of each face. */
  readonly setOf: Int32Array;
  readonly hasBoundary: boolean;
  /** Metres per lattice step in the middle of everything. */
  readonly scale: Scale;
}

export function arrange(
  layers: readonly UnifyLayer[],
  boundary: readonly Polygon[] | undefined,
  progress: Progress = unfollowed,
): Arrangement {
  const claims = layers.flatMap((layer) => layer.cells);
  const edges = buildEdgeTable(claims, boundary);
  const borders = listBorders(edges, matchTwins(edges));
  progress(0.25);
  const segments = segmentsOf(edges, borders.edge);
  const pieces = nodeSegments(segments, partOf(progress, 0.3, 0.7));
  const planar = buildPlanar(pieces);
  progress(0.9);
  const outside = claims.length;
  const holders = findHolders(planar, borders, pieces.source, boundary === undefined ? [] : [outside]);
  const { ids, cellOf } = nameCells(claims.map((claim) => claim.id));
  const claimed2 = new Float64Array(ids.length);
  edges.ringArea2.forEach((area2, r) => {
    const claim = edges.ringCell[r];
    if (claim < outside) claimed2[cellOf[claim]] += edges.ringIsHole[r] === 1 ? -area2 : area2;
  });
  return {
    planar,
    segments,
    pieces,
    ids,
    claimed2,
    claimants: holders.sets.map((set) => [...new Set(set.filter((c) => c < outside).map((c) => cellOf[c]))]),
    isOutside: holders.sets.map((set) => set.includes(outside)),
    setOf: holders.setOf,
    hasBoundary: boundary !== undefined,
    scale: scaleAt(Number.isFinite(edges.box.minY) ? (edges.box.minY + edges.box.maxY) / 2 : 0),
  };
}

/** Numbers the ids in the order of their first appearance. */
function nameCells(claimIds: readonly string[]): { ids: string[]; cellOf: Int32Array } {
  const known = new Map<string, number>();
  const cellOf = Int32Array.from(claimIds, (id) => {
    const cell = known.get(id) ?? known.size;
    known.set(id, cell);
    return cell;
  });
  return { ids: [...known.keys()], cellOf };
}
