import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { divide } from './divide/divide.ts';
import { seededRandom } from './divide/random.ts';
import { sampleTown } from './divide/sample-town.ts';
import type { Following } from './progress.ts';
import { corrupt, syntheticDistrict } from './synthetic.ts';
import { unify } from './unify.ts';

const { cells, boundary } = syntheticDistrict({ columns: 12, rows: 12, bends: 3, seed: 2 });
const faulty = corrupt(cells, 3);
const town = sampleTown(30, seededRandom(1));

const works: Record<string, (following: Following) => unknown> = {
  check: (following) => check(faulty, { boundary, ...following }),
  unify: (following) => unify([{ name: 'one', cells: faulty }], { boundary, ...following }),
  divide: (following) => divide({ ...town, ...following }),
};

describe.each(Object.entries(works))('%s', (_name, work) => {
  it('tells how far it is, forwards from 0 to 1', () => {
    const told: number[] = [];
    work({ onProgress: (fraction) => told.push(fraction) });
    expect(told[0]).toBe(0);
    expect(told.length).toBeGreaterThan(3);
    expect(told.every((fraction, i) => i === 0 || fraction > told[i - 1])).toBe(true);
    expect(told.filter((fraction) => fraction === 1)).toEqual([1]);
    expect(told.at(-1)).toBe(1);
  });

  it('ends when it is cancelled, at the start or on the way', () => {
    for (const after of [0, 4]) {
      let asked = 0;
      expect(() => work({ cancelled: () => asked++ >= after })).toThrow(
        expect.objectContaining({ name: 'CoverageError', code: 'cancelled' }),
      );
      expect(asked).toBe(after + 1);
    }
  });

  it('comes to the same whether it is followed or not', () => {
    expect(work({ onProgress: () => {}, cancelled: () => false })).toEqual(work({}));
  });
});
