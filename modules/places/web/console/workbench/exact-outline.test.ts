import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cell, CoverageEditor, CoverageError, check, type Polygon, unify } from '#packages/coverage';
import { restoreOutline } from './exact-outline.ts';

const area = (...points: number[]): Polygon[] => [[Int32Array.from(points)]];
const SLANTED = area(0, 0, 1_000_003, 70_007, 900_001, 800_021, 110_017, 800_000);

it('a border that ended beside a slanting edge: the official outline is back, and nothing else is open', () => {
  const editor = new CoverageEditor([{ id: 'a', polygons: SLANTED }], SLANTED);
  editor.apply({ op: 'split', id: 'a', line: [333_333, -100_000, 500_001, 900_000], newId: 'b' });
  expect(check(editor.cells, { boundary: SLANTED }).counts.mismatched_edge).toBeGreaterThan(0);
  expect(check(restoreOutline(editor.cells, SLANTED), { boundary: SLANTED }).faults).toEqual([]);
});

it('cells that have the outline already come back as they are', () => {
  const cells: Cell[] = [{ id: 'a', polygons: SLANTED }];
  expect(restoreOutline(cells, SLANTED)[0]).toBe(cells[0]);
});

it('several borders on one edge: still exact', () => {
  const editor = new CoverageEditor([{ id: 'a', polygons: SLANTED }], SLANTED);
  for (let i = 1; i < 6; i++) {
    const x = 140_000 * i;
    const id = editor.cells.toSorted((a, b) => b.polygons[0][0].length - a.polygons[0][0].length);
    const split = id.some((cell) => {
      try {
        editor.apply({ op: 'split', id: cell.id, line: [x, -100_000, x + 31, 900_000], newId: `b${i}` });
        return true;
      } catch (error) {
        if (error instanceof CoverageError) return false;
        throw error;
      }
    });
    expect(split).toBe(true);
  }
  const exact = restoreOutline(editor.cells, SLANTED);
  expect(exact).toHaveLength(6);
  expect(check(exact, { boundary: SLANTED }).faults).toEqual([]);
});

it('layers that were merged within a community cover it exactly as it is official', () => {
  // Borders that end metres apart: those that end within centimetres of each other are slivers, which the check tells.
  const corner = fc.tuple(
    fc.integer({ min: 1000, max: 9000 }).map((n) => n * 100),
    fc.integer({ min: 1000, max: 7000 }).map((n) => n * 100),
  );
  const layer = fc.array(fc.tuple(corner, corner), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(layer, layer, (one, other) => {
      const cells = (boxes: typeof one, prefix: string): Cell[] =>
        boxes.flatMap(([[x1, y1], [x2, y2]], i) => {
          const [w, e, s, n] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
          const [wide, high] = [w < 400_000 ? -200_000 : w, e > 600_000 ? 1_200_000 : e];
          return e - w < 1000 || n - s < 1000
            ? []
            : [{ id: `${prefix}${i}`, polygons: area(wide, s, high, s + 17, high - 5, n, wide + 3, n - 11) }];
        });
      const layers = [
        { name: 'one', cells: cells(one, 'a') },
        { name: 'other', cells: cells(other, 'b') },
      ];
      const latitudes = [...one, ...other].flatMap((corners) => corners.map(([, y]) => y));
      fc.pre(new Set(latitudes).size === latitudes.length && layers.some((each) => each.cells.length > 0));
      const merged = unify(layers, { boundary: SLANTED, rule: 'largest' });
      fc.pre(merged.cells.length > 0);
      return check(restoreOutline(merged.cells, SLANTED), { boundary: SLANTED }).valid;
    }),
    { numRuns: 300, seed: 320508 },
  );
});
