import { assemblePolygons } from './assemble.ts';
import { listBorders } from './borders.ts';
import { segmentsOf } from './check/lone.ts';
import { buildEdgeTable } from './edges.ts';
import { findHolders } from './holders.ts';
import type { Cell, Polygon } from './lattice.ts';
import { nodeSegments } from './noding.ts';
import { buildPlanar } from './planar.ts';
import { matchTwins } from './twins.ts';

/** The union of cells: all that at least one of them covers. Exact, with all outer vertices, for cells that check. */
export function dissolve(cells: readonly Cell[]): Polygon[] {
  const edges = buildEdgeTable(cells);
  const borders = listBorders(edges, matchTwins(edges));
  const pieces = nodeSegments(segmentsOf(edges, borders.edge));
  const planar = buildPlanar(pieces);
  const { setOf, sets } = findHolders(planar, borders, pieces.source, []);
  const owner = setOf.map((set) => (sets[set].length > 0 ? 0 : -1));
  return assemblePolygons(planar, owner).get(0) ?? [];
}
