import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringIntoBand } from './band.ts';
import { leaveTest, pieces, repair } from './contiguity.ts';
import { buildGraph, type Graph, induce, totalWeight } from './graph.ts';
import { GainHeap } from './heap.ts';
import { hilbertIndex, hilbertOrder, renumber } from './hilbert.ts';
import { numberingOrder } from './number.ts';
import { partition } from './partition.ts';
import { seededRandom } from './random.ts';
import { sampleCity } from './sample-city.ts';

/** A row of units, each touching the next. */
function row(weights: readonly number[]): Graph {
  const n = weights.length;
  const from = Array.from({ length: n - 1 }, (_, i) => i);
  return buildGraph(
    { weight: Float64Array.from(weights), x: Float64Array.from(weights, (_, i) => i), y: new Float64Array(n) },
    { from, to: from.map((i) => i + 1), border: from.map(() => 1) },
  );
}

const loadsOf = (graph: Graph, part: Int32Array, parts: number): number[] => {
  const load = Array.from({ length: parts }, () => 0);
  part.forEach((p, v) => {
    load[p] += graph.weight[v];
  });
  return load;
};

const evenly = (graph: Graph, parts: number): Float64Array => new Float64Array(parts).fill(totalWeight(graph) / parts);

describe('graph', () => {
  it('sorts neighbours, adds up double edges and drops loops', () => {
    const units = { weight: Float64Array.of(1, 1, 1), x: new Float64Array(3), y: new Float64Array(3) };
    const graph = buildGraph(units, { from: [2, 0, 1, 1], to: [0, 1, 0, 1], border: [5, 1, 2, 9] });
    expect([...graph.offsets]).toEqual([0, 2, 3, 4]);
    expect([...graph.neighbours]).toEqual([1, 2, 0, 0]);
    expect([...graph.border]).toEqual([3, 5, 3, 5]);
  });

  it('induces the part on some units with their inner edges', () => {
    const part = induce(row([1, 2, 3, 4]), Int32Array.of(1, 2));
    expect([...part.weight]).toEqual([2, 3]);
    expect([...part.neighbours]).toEqual([1, 0]);
  });

  it('stays the same graph when it is renumbered', () => {
    const graph = sampleCity(12, 9, seededRandom(3));
    const order = hilbertOrder(graph);
    const other = renumber(graph, order);
    expect(order.toSorted()).toEqual(Int32Array.from({ length: 108 }, (_, v) => v));
    expect([...other.weight].sort()).toEqual([...graph.weight].sort());
    expect(other.border.reduce((a, b) => a + b)).toBeCloseTo(graph.border.reduce((a, b) => a + b));
  });
});

describe('the Hilbert curve', () => {
  it('steps from cell to neighbouring cell', () => {
    const cells = Array.from({ length: 256 }, (_, i) => ({ x: i % 16, y: Math.floor(i / 16) }));
    const walk = cells.sort((a, b) => hilbertIndex(a.x, a.y) - hilbertIndex(b.x, b.y));
    for (let i = 1; i < walk.length; i++) {
      expect(Math.abs(walk[i].x - walk[i - 1].x) + Math.abs(walk[i].y - walk[i - 1].y)).toBe(1);
    }
  });
});

describe('the gain heap', () => {
  it('always gives the greatest gain, whatever was put in, changed and taken out', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(19), fc.integer({ min: -9, max: 9 }), fc.boolean())), (steps) => {
        const heap = new GainHeap(20);
        const model = new Map<number, number>();
        for (const [unit, gain, out] of steps) {
          if (out) {
            heap.remove(unit);
            model.delete(unit);
          } else {
            heap.set(unit, gain);
            model.set(unit, gain);
          }
        }
        expect(heap.size).toBe(model.size);
        while (model.size > 0) {
          const unit = heap.pop();
          expect(model.get(unit)).toBe(Math.max(...model.values()));
          model.delete(unit);
        }
        expect(heap.pop()).toBe(-1);
      }),
    );
  });
});

describe('contiguity', () => {
  it('lets an end leave, but not a middle, and never the last', () => {
    const part = Int32Array.of(0, 0, 0, 1);
    const canLeave = leaveTest(row([1, 1, 1, 1]), part);
    expect([0, 1, 2, 3].map(canLeave)).toEqual([true, false, true, false]);
  });

  it('gives cut-off pieces to the neighbour with the longest border', () => {
    const graph = row([1, 1, 1, 1, 1, 1]);
    const part = Int32Array.of(0, 0, 1, 1, 0, 1);
    repair(graph, part, 2);
    expect(pieces(graph, part).count).toBe(2);
    expect([...part]).toEqual([0, 0, 1, 1, 1, 1]);
  });
});

describe('bringing loads into the band', () => {
  it('passes units along a chain of parts', () => {
    const graph = row([10, 10, 10, 10, 10, 10, 10, 10, 10]);
    const part = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 2, 2);
    expect(bringIntoBand(graph, part, { low: Float64Array.of(30, 30, 30), high: Float64Array.of(30, 30, 30) })).toEqual(
      [],
    );
    expect([...part]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  });

  it('names the parts that cannot be helped, and leaves no part in pieces', () => {
    const graph = row([50, 1, 1]);
    const part = Int32Array.of(0, 1, 1);
    expect(bringIntoBand(graph, part, { low: Float64Array.of(20, 20), high: Float64Array.of(30, 30) })).toEqual([0, 1]);
    expect(pieces(graph, part).count).toBe(2);
  });
});

describe('partition', () => {
  it('halves a row in the middle', () => {
    const { part } = partition(row([1, 1, 1, 1]), {
      targets: Float64Array.of(2, 2),
      range: { min: 1, max: 3 },
      tolerance: 0.02,
    });
    expect([part[0] === part[1], part[1] === part[2], part[2] === part[3]]).toEqual([true, false, true]);
  });

  it('keeps a border to the road that lies near the middle', () => {
    const graph = sampleCity(10, 4, () => 0.5);
    const { part } = partition(graph, { targets: evenly(graph, 2), range: { min: 0, max: 1e9 }, tolerance: 0.1 });
    for (let v = 0; v < graph.size; v++) expect(part[v] === part[0]).toBe(v % 10 < 5);
  });

  it('divides a city into parts within two per cent, all contiguous, none lost', () => {
    const graph = sampleCity(60, 60, seededRandom(11));
    const parts = Math.round(totalWeight(graph) / 400);
    const targets = evenly(graph, parts);
    const { part, beyond } = partition(graph, { targets, range: { min: 300, max: 500 }, tolerance: 0.02 });
    expect(beyond).toEqual([]);
    expect(pieces(graph, part).count).toBe(parts);
    for (const load of loadsOf(graph, part, parts)) expect(Math.abs(load / targets[0] - 1)).toBeLessThanOrEqual(0.02);
  });

  it('gives the same result for the same input', () => {
    const graph = sampleCity(40, 30, seededRandom(5));
    const options = { targets: evenly(graph, 29), range: { min: 300, max: 500 }, tolerance: 0.02 };
    expect(partition(graph, options).part).toEqual(partition(graph, options).part);
  });

  it('makes contiguous, legal parts of any city', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 40 }), fc.integer({ min: 8, max: 40 }), fc.nat(), (columns, rows, seed) => {
        const graph = sampleCity(columns, rows, seededRandom(seed));
        const parts = Math.max(1, Math.round(totalWeight(graph) / 400));
        const { part } = partition(graph, {
          targets: evenly(graph, parts),
          range: { min: 300, max: 500 },
          tolerance: 0.02,
        });
        expect(pieces(graph, part).count).toBe(parts);
        if (parts < 2) return;
        for (const load of loadsOf(graph, part, parts)) {
          expect(load).toBeGreaterThanOrEqual(300);
          expect(load).toBeLessThanOrEqual(500);
        }
      }),
      { numRuns: 12, seed: 1 },
    );
  });
});

describe('numbering', () => {
  it('goes row by row from north to south, in each row from west to east', () => {
    expect(numberingOrder([2, 1, 2, 1], [1, 1, 2, 2])).toEqual([3, 2, 1, 0]);
  });

  it('goes west to east along a street and north to south along a river', () => {
    expect(numberingOrder([30, 10, 20], [0, 1, 2])).toEqual([1, 2, 0]);
    expect(numberingOrder([0, 1, 2], [30, 10, 20])).toEqual([0, 2, 1]);
  });

  it('numbers every grid once', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer())), (points) => {
        const order = numberingOrder(
          points.map(([x]) => x),
          points.map(([, y]) => y),
        );
        expect(order.toSorted((a, b) => a - b)).toEqual(points.map((_, i) => i));
      }),
    );
  });
});
