import type { EdgeTable } from './edges.ts';
import { layOutSquares } from './squares.ts';

/** Slots of the hash table that belong to one square of the map: edges close to each other are close in memory. */
const BLOCK = 16;

/**
 * Pairs each directed edge with the edge that runs the other way between the same two points.
 *
 * In a valid coverage each inner edge has exactly one twin and only the edges of the outer boundary have none, so most
 * of a check is this one pass of hashing. Returns the twin of each edge, or -1; equal edges in the same direction pair
 * with one opposite edge at most, the others stay without. Edges of length zero and ring ends have -1.
 *
 * An edge's slot is looked for in the block of its square; where that is full, anywhere.
 */
export function matchTwins(edges: EdgeTable): Int32Array {
  const { xs, ys, ringStart, box } = edges;
  const twins = new Int32Array(xs.length).fill(-1);
  let size = 4 * BLOCK;
  while (size < xs.length * 1.5) size *= 2;
  const slots = new Int32Array(size);
  const mask = size - 1;
  const squares = layOutSquares(box, size / BLOCK);
  const { columns, minX, minY } = squares;
  // Twice the middle of an edge is the same for both directions.
  const shiftX = squares.shiftX + 1;
  const shiftY = squares.shiftY + 1;
  for (let r = 0; r + 1 < ringStart.length; r++) {
    for (let e = ringStart[r], end = ringStart[r + 1] - 1; e < end; e++) {
      const x1 = xs[e];
      const y1 = ys[e];
      const x2 = xs[e + 1];
      const y2 = ys[e + 1];
      if (x1 === x2 && y1 === y2) continue;
      const square = ((y1 + y2 - 2 * minY) >>> shiftY) * columns + ((x1 + x2 - 2 * minX) >>> shiftX);
      const block = (square * BLOCK) & mask;
      const hash = hashEdge(x1 + x2, y1 + y2);
      let slot = block + (hash & (BLOCK - 1));
      for (let k = 1, f = slots[slot] - 1; f >= 0; f = slots[slot] - 1, k++) {
        if (twins[f] < 0 && xs[f] === x2 && ys[f] === y2 && xs[f + 1] === x1 && ys[f + 1] === y1) {
          twins[f] = e;
          twins[e] = f;
          break;
        }
        slot = k < BLOCK ? block + ((hash + k) & (BLOCK - 1)) : (hash + k) & mask;
      }
      if (twins[e] < 0) slots[slot] = e + 1;
    }
  }
  return twins;
}

/** The same for both directions of an edge, well mixed. */
function hashEdge(sumX: number, sumY: number): number {
  let h = Math.imul(sumX, 0x9e3779b1) ^ Math.imul(sumY, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
