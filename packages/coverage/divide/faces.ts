import type { Planar } from '../planar.ts';

/**
 * Spreads labels over faces: `ofHalfEdge` gives the label of the cell on the left of each half-edge of a cell's ring, -1
 * for edges that are of no ring. Faces with no ring between them have the same label; -1 where no cell is.
 */
export function labelFaces(planar: Planar, ofHalfEdge: Int32Array): Int32Array {
  const { face } = planar;
  const root = Int32Array.from(planar.faceArea2, (_, f) => f);
  const find = (f: number): number => {
    let r = f;
    while (root[r] !== r) {
      root[r] = root[root[r]];
      r = root[r];
    }
    return r;
  };
  for (let h = 0; h < face.length; h += 2) {
    if (ofHalfEdge[h] < 0 && ofHalfEdge[h + 1] < 0) root[find(face[h])] = find(face[h + 1]);
  }
  const label = new Int32Array(root.length).fill(-1);
  for (let h = 0; h < face.length; h++) if (ofHalfEdge[h] >= 0) label[find(face[h])] = ofHalfEdge[h];
  return label.map((_, f) => label[find(f)]);
}
