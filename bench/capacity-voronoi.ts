import { bisect } from '../packages/coverage/divide/bisect.ts';
import { type Graph, totalWeight } from '../packages/coverage/divide/graph.ts';

const ROUNDS = 120;
/** Only this many nearest centres are looked at for each unit. */
const NEAREST = 16;

/**
 * A capacity-constrained Voronoi diagram (a power diagram whose weights are raised where a cell is too light), with
 * centres moved to the middle of their cells. Knows nothing of barriers or contiguity: a peer for compactness.
 */
export function voronoi(graph: Graph, parts: number): Int32Array {
  const mean = totalWeight(graph) / parts;
  let part = bisect(graph, new Float64Array(parts).fill(mean));
  const power = new Float64Array(parts);
  const cell = ((Math.max(...graph.x) - Math.min(...graph.x)) * (Math.max(...graph.y) - Math.min(...graph.y))) / parts;
  for (let round = 0; round < ROUNDS; round++) {
    const { x, y, load } = centresOf(graph, part, parts);
    for (let p = 0; p < parts; p++) power[p] += (0.3 * cell * (mean - load[p])) / mean / (1 + round / 20);
    part = assign(graph, x, y, power);
  }
  return part;
}

function centresOf(
  graph: Graph,
  part: Int32Array,
  parts: number,
): { x: Float64Array; y: Float64Array; load: Float64Array } {
  const x = new Float64Array(parts);
  const y = new Float64Array(parts);
  const load = new Float64Array(parts);
  const count = new Float64Array(parts);
  part.forEach((p, v) => {
    x[p] += graph.x[v];
    y[p] += graph.y[v];
    load[p] += graph.weight[v];
    count[p]++;
  });
  return { x: x.map((sum, p) => sum / Math.max(1, count[p])), y: y.map((sum, p) => sum / Math.max(1, count[p])), load };
}

function assign(graph: Graph, x: Float64Array, y: Float64Array, power: Float64Array): Int32Array {
  const byX = [...x.keys()].sort((a, b) => x[a] - x[b]);
  const rows = Math.ceil(Math.sqrt(byX.length));
  const reach = 2 * NEAREST * rows;
  let low = 0;
  const order = [...graph.x.keys()].sort((a, b) => graph.x[a] - graph.x[b]);
  const part = new Int32Array(graph.size);
  for (const v of order) {
    while (low < byX.length && x[byX[low]] < graph.x[v]) low++;
    let least = Number.POSITIVE_INFINITY;
    for (let i = Math.max(0, low - reach); i < Math.min(byX.length, low + reach); i++) {
      const p = byX[i];
      const distance = (graph.x[v] - x[p]) ** 2 + (graph.y[v] - y[p]) ** 2 - power[p];
      if (distance >= least) continue;
      least = distance;
      part[v] = p;
    }
  }
  return part;
}
