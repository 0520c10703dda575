import type { Graph } from './graph.ts';

const ORDER = 16;
const LAST = 2 ** ORDER - 1;

/** Place of a cell on the Hilbert curve through a square of 2^16 by 2^16 cells. */
export function hilbertIndex(column: number, row: number): number {
  let x = column;
  let y = row;
  let index = 0;
  for (let bit = ORDER - 1; bit >= 0; bit--) {
    const right = (x >> bit) & 1;
    const up = (y >> bit) & 1;
    index = index * 4 + ((3 * right) ^ up);
    if (up === 1) continue;
    const turned = right === 1 ? LAST - x : x;
    x = right === 1 ? LAST - y : y;
    y = turned;
  }
  return index;
}

/** The units of a graph along the Hilbert curve: neighbours in the city become neighbours in memory. */
export function hilbertOrder({ size, x, y }: Graph): Int32Array {
  const [x0, y0] = [least(x), least(y)];
  const extent = Math.max(-least(x.map((v) => -v)) - x0, -least(y.map((v) => -v)) - y0, 1e-9);
  const scale = LAST / extent;
  const keys = new Float64Array(size);
  for (let v = 0; v < size; v++) {
    const index = hilbertIndex(Math.floor((x[v] - x0) * scale), Math.floor((y[v] - y0) * scale));
    keys[v] = Math.floor(index / 2) * UNITS + v;
  }
  keys.sort();
  return Int32Array.from(keys, (key) => key % UNITS);
}

/** Bits for the number of a unit beside 31 bits of the curve, in the 53 of a float64. */
const UNITS = 2 ** 22;

function least(values: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < low) low = value;
  return low;
}

/** The same graph with its units in another order: unit i of the result is `order[i]`. */
export function renumber(graph: Graph, order: Int32Array): Graph {
  const place = new Int32Array(graph.size);
  for (let i = 0; i < order.length; i++) place[order[i]] = i;
  const offsets = new Int32Array(graph.size + 1);
  const neighbours = new Int32Array(graph.neighbours.length);
  const border = new Float64Array(graph.neighbours.length);
  let write = 0;
  for (let i = 0; i < order.length; i++) {
    for (let e = graph.offsets[order[i]]; e < graph.offsets[order[i] + 1]; e++) {
      neighbours[write] = place[graph.neighbours[e]];
      border[write++] = graph.border[e];
    }
    offsets[i + 1] = write;
  }
  const pick = (values: Float64Array): Float64Array => Float64Array.from(order, (v) => values[v]);
  return {
    size: graph.size,
    offsets,
    neighbours,
    border,
    weight: pick(graph.weight),
    x: pick(graph.x),
    y: pick(graph.y),
  };
}
