import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orient } from './lattice.ts';
import { nodeSegments, type Pieces, type Segments } from './noding.ts';

const columns = (list: readonly (readonly number[])[]): Segments => ({
  x1: Int32Array.from(list, (s) => s[0]),
  y1: Int32Array.from(list, (s) => s[1]),
  x2: Int32Array.from(list, (s) => s[2]),
  y2: Int32Array.from(list, (s) => s[3]),
});
const pieceAt = ({ x1, y1, x2, y2 }: Pieces, i: number): number[] => [x1[i], y1[i], x2[i], y2[i]];
const list = (pieces: Pieces): number[][] => Array.from(pieces.source, (_, i) => pieceAt(pieces, i));

/** Whether a point lies on a segment, its ends excepted. */
function isInside([ax, ay, bx, by]: readonly number[], x: number, y: number): boolean {
  if ((x === ax && y === ay) || (x === bx && y === by) || orient(ax, ay, bx, by, x, y) !== 0) return false;
  return x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
}

function doMeet(p: readonly number[], q: readonly number[]): boolean {
  const [ax, ay, bx, by] = p;
  const [cx, cy, dx, dy] = q;
  if (isInside(p, cx, cy) || isInside(p, dx, dy) || isInside(q, ax, ay) || isInside(q, bx, by)) return true;
  const sides = [orient(ax, ay, bx, by, cx, cy), orient(ax, ay, bx, by, dx, dy)].map(Math.sign);
  const others = [orient(cx, cy, dx, dy, ax, ay), orient(cx, cy, dx, dy, bx, by)].map(Math.sign);
  return sides[0] * sides[1] < 0 && others[0] * others[1] < 0;
}

describe('noding', () => {
  it('cuts two crossing segments at the nearest lattice point, each in its own direction', () => {
    const pieces = nodeSegments(
      columns([
        [0, 0, 10, 7],
        [0, 7, 10, 0],
      ]),
    );
    expect(list(pieces)).toEqual([
      [0, 0, 5, 4],
      [5, 4, 10, 7],
      [0, 7, 5, 4],
      [5, 4, 10, 0],
    ]);
    expect([...pieces.source]).toEqual([0, 0, 1, 1]);
  });

  it('cuts at a vertex on an edge and where segments run along each other', () => {
    expect(
      list(
        nodeSegments(
          columns([
            [0, 0, 10, 0],
            [4, 0, 4, 9],
          ]),
        ),
      ),
    ).toEqual([
      [4, 0, 4, 9],
      [0, 0, 4, 0],
      [4, 0, 10, 0],
    ]);
    expect(
      list(
        nodeSegments(
          columns([
            [0, 0, 10, 0],
            [6, 0, 2, 0],
          ]),
        ),
      ),
    ).toHaveLength(4);
  });

  it('leaves segments alone that meet at their ends only, and those close to a vertex', () => {
    const input = [
      [0, 0, 1000, 1],
      [1000, 1, 2000, 0],
      [500, 1, 500, 90],
    ];
    const pieces = nodeSegments(columns(input));
    expect(list(pieces)).toEqual(input);
    expect(pieces.firstCut).toBe(3);
  });

  it('three lines that nearly meet in one point come to an end', () => {
    const pieces = nodeSegments(
      columns([
        [50292, 27589, 48490, 28483],
        [50336, 28129, 48490, 28483],
        [50336, 28129, 48491, 28483],
        [50292, 27589, 48492, 28483],
      ]),
    );
    expect(pieces.source.length).toBeLessThan(20);
  });

  it('pieces of any segments meet only at their ends and stay within two steps of their source', () => {
    const coordinate = fc.oneof(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -60_000, max: 60_000 }));
    const segment = fc
      .tuple(coordinate, coordinate, coordinate, coordinate)
      .filter(([a, b, c, d]) => a !== c || b !== d);
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 14 }), (input) => {
        const pieces = nodeSegments(columns(input));
        const all = list(pieces);
        for (let i = 0; i < all.length; i++) {
          for (let j = i + 1; j < all.length; j++) if (doMeet(all[i], all[j])) return false;
          const [ax, ay, bx, by] = input[pieces.source[i]];
          const away = Math.abs(orient(ax, ay, bx, by, all[i][0], all[i][1])) / Math.hypot(bx - ax, by - ay);
          if (away > 2) return false;
        }
        return true;
      }),
      { numRuns: 1500 },
    );
  });
});
