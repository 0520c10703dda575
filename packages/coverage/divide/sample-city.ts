import { buildGraph, type Graph } from './graph.ts';
import type { Random } from './random.ts';

/**
 * A made-up city for benchmarks and tests: `columns` x `rows` buildings of 1 to 19 households (mean 10) on jittered
 * plots of 20 m. Five by five plots are a block; a border inside a block costs its length, along a road a fifth, along
 * every sixth road (a main road) a tenth.
 */
export function sampleCity(columns: number, rows: number, random: Random): Graph {
  const size = columns * rows;
  const weight = new Float64Array(size);
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const from: number[] = [];
  const to: number[] = [];
  const border: number[] = [];
  const join = (a: number, b: number, cost: number): void => {
    from.push(a);
    to.push(b);
    border.push(cost);
  };
  for (let v = 0; v < size; v++) {
    const [column, row] = [v % columns, Math.floor(v / columns)];
    weight[v] = 1 + Math.floor(random() * 19);
    x[v] = 20 * column + 8 * (random() - 0.5);
    y[v] = 20 * row + 8 * (random() - 0.5);
    if (column + 1 < columns) join(v, v + 1, lengthOf(random) * costAt(column + 1));
    if (row + 1 < rows) join(v, v + columns, lengthOf(random) * costAt(row + 1));
    if (column + 1 < columns && row + 1 < rows && random() < 0.3) {
      join(v, v + columns + 1, 4 * Math.min(costAt(column + 1), costAt(row + 1)));
    }
  }
  return buildGraph({ weight, x, y }, { from, to, border });
}

const lengthOf = (random: Random): number => Math.round(15 + random() * 10);

const costAt = (line: number): number => (line % 30 === 0 ? 0.1 : line % 5 === 0 ? 0.2 : 1);
