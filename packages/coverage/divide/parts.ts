import type { Graph } from './graph.ts';

/** What the borders between parts cost in all. */
export function borderOf(graph: Graph, part: Int32Array): number {
  let sum = 0;
  for (let v = 0; v < graph.size; v++) {
    for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
      if (part[v] < part[graph.neighbours[e]]) sum += graph.border[e];
    }
  }
  return sum;
}

/** The pairs of parts that touch, each once, in order. */
export function neighbouringPairs(graph: Graph, part: Int32Array): [number, number][] {
  const keys = new Set<number>();
  for (let v = 0; v < graph.size; v++) {
    for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
      const p = part[graph.neighbours[e]];
      if (part[v] < p) keys.add(part[v] * PARTS + p);
    }
  }
  return Array.from(Float64Array.from(keys).sort(), (key) => [Math.floor(key / PARTS), key % PARTS]);
}

const PARTS = 2 ** 26;
