import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import type { Cell, Polygon } from '../lattice.ts';
import { areaM2Of } from '../metres.ts';
import { joinFaces, regionPolygons } from '../regions.ts';
import { corrupt, seededNumbers, syntheticDistrict } from '../synthetic.ts';
import { arrange } from '../unify/arrange.ts';

type Areas = Map<string, number>;

const add = (areas: Areas, key: string, areaM2: number): Areas => areas.set(key, (areas.get(key) ?? 0) + areaM2);

/** How much each set of cells covers together: from the subdivision by all edges of all cells. */
function overlapsInFull(cells: readonly Cell[], boundary: readonly Polygon[]): Areas {
  const { planar, setOf, claimants, isOutside, ids } = arrange([{ name: '', cells }], boundary);
  const isDeep = (f: number): boolean =>
    claimants[setOf[f]].length > 1 || (isOutside[setOf[f]] && claimants[setOf[f]].length > 0);
  const regions = joinFaces(planar, (f) => (f > 0 && isDeep(f) ? setOf[f] : -1));
  const areas: Areas = new Map();
  regionPolygons(planar, regions).forEach((polygons, region) => {
    const set = regions.labels[region];
    const key = claimants[set].map((cell) => ids[cell]).join('+');
    if (isOutside[set]) add(areas, `outside ${key}`, areaM2Of(polygons));
    if (claimants[set].length > 1) add(areas, key, areaM2Of(polygons));
  });
  return areas;
}

/**
 * The keys for which check tells another area, by more than roundings to the lattice make. What duplicates share among
 * each other is told once, for the whole of their shape, and is not compared.
 */
function differences(cells: readonly Cell[], boundary: readonly Polygon[], roundingM2: number): string[] {
  const full = overlapsInFull(cells, boundary);
  const told: Areas = new Map();
  const groups: Set<string>[] = [];
  for (const { kind, ids, areaM2 } of check(cells, { boundary, toleranceM: 0 }).faults) {
    if (kind === 'overlap') add(told, ids.join('+'), areaM2);
    if (kind === 'outside') add(told, `outside ${ids.join('+')}`, areaM2);
    if (kind === 'duplicate') groups.push(new Set(ids));
  }
  const isOfDuplicates = (key: string): boolean => groups.some((group) => key.split('+').every((id) => group.has(id)));
  return [...new Set([...full.keys(), ...told.keys()])].filter((key) => {
    const expected = full.get(key) ?? 0;
    return !isOfDuplicates(key) && Math.abs(expected - (told.get(key) ?? 0)) > roundingM2 + 1e-6 * expected;
  });
}

describe('overlaps are those that the subdivision by all edges finds', () => {
  it('in districts with faults of all kinds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 5 }), (seed, bends) => {
        const { cells, boundary } = syntheticDistrict({ columns: 12, rows: 10, bends, seed });
        // Once is little: of a hundred cells five are at fault, twice lets faults meet.
        const bad = corrupt(corrupt(corrupt(cells, seed), seed + 1), seed + 2).map((cell, i) => ({
          ...cell,
          id: `${i}`,
        }));
        expect(differences(bad, boundary, 0.01)).toEqual([]);
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it('where a second layer lies over the first', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seededNumbers(seed);
        const { cells, boundary } = syntheticDistrict({ columns: 7, rows: 7, bends: 3, seed });
        const other = syntheticDistrict({ columns: 6, rows: 6, bends: 2, seed: seed + 1, side: 31_000 });
        const some = other.cells.filter(() => random() < 0.2).map((cell) => ({ ...cell, id: `over ${cell.id}` }));
        const all = [...cells, ...some];
        expect(differences(all, boundary, 0.5)).toEqual([]);
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  it('where squares lie on, in and beside each other in every way', () => {
    const square = fc.record({
      x: fc.nat(5),
      y: fc.nat(5),
      w: fc.integer({ min: 1, max: 4 }),
      h: fc.integer({ min: 1, max: 4 }),
    });
    const size = 1000;
    fc.assert(
      fc.property(fc.array(square, { minLength: 2, maxLength: 9 }), (squares) => {
        const cells = squares.map(({ x, y, w, h }, i): Cell => {
          const [left, low, right, top] = [x * size, y * size, (x + w) * size, (y + h) * size];
          return { id: `${i}`, polygons: [[Int32Array.of(left, low, right, low, right, top, left, top)]] };
        });
        const boundary = [[Int32Array.of(0, 0, 6 * size, 0, 6 * size, 6 * size, 0, 6 * size)]];
        expect(differences(cells, boundary, 1e-6)).toEqual([]);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
