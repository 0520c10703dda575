import type { EdgeTable } from './edges.ts';

/**
 * Pairs each directed edge with the edge that runs the other way between the same two points.
 *
 * In a valid coverage each inner edge has exactly one twin and only the edges of the outer boundary have none, so most
 * of a check is this one pass of hashing. Returns the twin of each edge, or -1; equal edges in the same direction pair
 * with one opposite edge at most, the others stay without. Edges of length zero and ring ends have -1.
 */
export function matchTwins(edges: EdgeTable): Int32Array {
  const { xs, ys, ringStart } = edges;
  const rings = ringStart.length - 1;
  const twins = new Int32Array(xs.length).fill(-1);
  let bits = 4;
  while (2 ** bits < xs.length * 1.5) bits++;
  const mask = 2 ** bits - 1;
  const slots = new Int32Array(mask + 1);
  for (let r = 0; r < rings; r++) {
    for (let e = ringStart[r], end = ringStart[r + 1] - 1; e < end; e++) {
      const x1 = xs[e];
      const y1 = ys[e];
      const x2 = xs[e + 1];
      const y2 = ys[e + 1];
      if (x1 === x2 && y1 === y2) continue;
      let slot = hashEdge(x1, y1, x2, y2) & mask;
      for (let f = slots[slot] - 1; f >= 0; f = slots[slot] - 1) {
        if (twins[f] < 0 && xs[f] === x2 && ys[f] === y2 && xs[f + 1] === x1 && ys[f + 1] === y1) {
          twins[f] = e;
          twins[e] = f;
          break;
        }
        slot = (slot + 1) & mask;
      }
      if (twins[e] < 0) slots[slot] = e + 1;
    }
  }
  return twins;
}

/** The same for both directions of an edge, well mixed. */
function hashEdge(x1: number, y1: number, x2: number, y2: number): number {
  let h = Math.imul(x1 + x2, 0x9e3779b1) ^ Math.imul(y1 + y2, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
