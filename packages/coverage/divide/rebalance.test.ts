import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOutside } from './band.ts';
import { pieces } from './contiguity.ts';
import { type Graph, totalWeight } from './graph.ts';
import { refinePairs } from './pairs.ts';
import { partition } from './partition.ts';
import { borderOf, neighbouringPairs } from './parts.ts';
import { seededRandom } from './random.ts';
import { rebalance } from './rebalance.ts';
import { resplitPairs } from './resplit.ts';
import { sampleCity } from './sample-city.ts';

const RANGE = { min: 300, max: 500 };

function divided(seed: number, side = 40): { graph: Graph; part: Int32Array; targets: Float64Array } {
  const graph = sampleCity(side, side, seededRandom(seed));
  const parts = Math.round(totalWeight(graph) / 400);
  const targets = new Float64Array(parts).fill(totalWeight(graph) / parts);
  return { graph, targets, part: partition(graph, { targets, range: RANGE, tolerance: 0.1 }).part };
}

const bandOf = (targets: Float64Array) => ({ low: targets.map((t) => t * 0.9), high: targets.map((t) => t * 1.1) });

describe('dividing anew', () => {
  it('moves nobody while all loads are legal', () => {
    const { graph, part, targets } = divided(1);
    expect(rebalance(graph, part, targets.length, RANGE, 400)).toMatchObject({ part, moved: 0, beyond: [] });
  });

  it('splits a grid that has doubled, and moves only its people', () => {
    const { graph, part, targets } = divided(2);
    const weight = graph.weight.map((w, v) => (part[v] === 3 ? 2 * w : w));
    const anew = rebalance({ ...graph, weight }, part, targets.length, RANGE, 400);
    expect(anew.parts).toBe(targets.length + 1);
    expect(anew.beyond).toEqual([]);
    expect(anew.moved).toBeLessThanOrEqual(500);
  });

  it('gives the few who are left in an emptied grid to its neighbours', () => {
    const { graph, part, targets } = divided(3);
    const weight = graph.weight.map((w, v) => (part[v] === 5 ? (v % 9 === 0 ? 1 : 0) : w));
    const anew = rebalance({ ...graph, weight }, part, targets.length, RANGE, 400);
    expect(anew.part.includes(5)).toBe(false);
    expect(anew.beyond).toEqual([]);
  });

  it('keeps grids contiguous and moves less than a tenth when loads drift', () => {
    const { graph, part, targets } = divided(4, 30);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seededRandom(seed);
        const drift = targets.map(() => 0.8 + 0.5 * random());
        const weight = graph.weight.map((w, v) => Math.round(w * drift[part[v]]));
        const grown = { ...graph, weight };
        const anew = rebalance(grown, part, targets.length, RANGE, 400);
        expect(pieces(grown, anew.part).count).toBe(new Set(anew.part).size);
        expect(anew.moved).toBeLessThan(totalWeight(grown) / 10);
      }),
      { numRuns: 30, seed: 3 },
    );
  });
});

describe('bettering borders', () => {
  it.each([
    ['exchanges', (graph: Graph, part: Int32Array, t: Float64Array) => refinePairs(graph, part, bandOf(t), 3)],
    ['splits', (graph: Graph, part: Int32Array, t: Float64Array) => resplitPairs(graph, part, t, bandOf(t), 0.1)],
  ])('shortens them by %s, and keeps parts within the band and in one piece', (_how, better) => {
    const graph = sampleCity(40, 20, seededRandom(7));
    const parts = 20;
    const part = Int32Array.from({ length: graph.size }, (_, v) => Math.floor((v % 40) / 2));
    const targets = new Float64Array(parts).fill(totalWeight(graph) / parts);
    const outside = partsOutside(graph, part, bandOf(targets));
    const before = borderOf(graph, part);
    better(graph, part, targets);
    expect(borderOf(graph, part)).toBeLessThan(before);
    expect(pieces(graph, part).count).toBe(parts);
    expect(outside).toEqual(expect.arrayContaining(partsOutside(graph, part, bandOf(targets))));
  });

  it('names each pair of neighbours once', () => {
    const graph = sampleCity(3, 1, () => 0.5);
    expect(neighbouringPairs(graph, Int32Array.of(1, 0, 2))).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });
});
