import { orient } from '../lattice.ts';
import { boxOfSegments } from '../noding.ts';
import type { Planar } from '../planar.ts';
import { coverBound, coverEdge, layOutSquares, type Squares } from '../squares.ts';
import type { Arrangement } from './arrange.ts';

/** A restored line may come no nearer to another vertex than this many lattice steps. */
const CLEARANCE = 2;

/**
 * Finds the vertices that only a crossing with a dropped line has put on a border: the border runs on along the same
 * line of the input, which is straight again without them. 1 for each such vertex. Where another vertex is too near to
 * the straight line, the bends stay.
 */
export function findNeedlessVertices(arrangement: Arrangement, owner: Int32Array): Uint8Array {
  const { planar } = arrangement;
  const isBorder = (h: number): boolean => owner[planar.face[h]] !== owner[planar.face[h ^ 1]];
  const needless = new Uint8Array(planar.vx.length);
  const lines = findLines(arrangement, isBorder);
  if (lines.length === 0) return needless;
  const isFree = clearanceTest(planar, isBorder, lines);
  for (const line of lines) {
    if (isFree(line)) for (const v of line.slice(1, -1)) needless[v] = 1;
  }
  return needless;
}

/** Runs of border pieces of one input segment with bends between them, as vertices from end to end. */
function findLines({ planar, pieces, segments }: Arrangement, isBorder: (h: number) => boolean): number[][] {
  const { vx, vy, origin, halfEdgeOf } = planar;
  const degree = new Uint8Array(vx.length);
  for (let h = 0; h < origin.length; h++) if (isBorder(h)) degree[origin[h]] = Math.min(9, degree[origin[h]] + 1);
  const isInput = new Uint8Array(vx.length);
  const bySource = new Map<number, Map<number, number>>();
  for (let p = 0; p < pieces.source.length; p++) {
    const h = halfEdgeOf[p];
    if (!isBorder(h)) continue;
    const s = pieces.source[p];
    for (const v of [origin[h], origin[h ^ 1]]) {
      const isEnd =
        (vx[v] === segments.x1[s] && vy[v] === segments.y1[s]) ||
        (vx[v] === segments.x2[s] && vy[v] === segments.y2[s]);
      if (isEnd) isInput[v] = 1;
    }
    if (p < pieces.firstCut) continue;
    const steps = bySource.get(s) ?? new Map<number, number>();
    bySource.set(s, steps.set(origin[h], origin[h ^ 1]));
  }
  const isBend = (v: number): boolean => isInput[v] === 0 && degree[v] === 2;
  return [...bySource.values()].flatMap((steps) => chainSteps(steps, isBend));
}

/** Follows steps from vertex to vertex as long as they go on over bends. */
function chainSteps(steps: ReadonlyMap<number, number>, isBend: (v: number) => boolean): number[][] {
  const reached = new Set(steps.values());
  const chains: number[][] = [];
  for (const start of steps.keys()) {
    if (isBend(start) && reached.has(start)) continue;
    const chain = [start];
    for (let v = steps.get(start); v !== undefined; v = isBend(v) ? steps.get(v) : undefined) chain.push(v);
    if (chain.length > 2) chains.push(chain);
  }
  return chains;
}

/** Tells whether no border vertex lies close to the straight line between the ends of a chain. */
function clearanceTest(
  { vx, vy, origin }: Planar,
  isBorder: (h: number) => boolean,
  chains: readonly (readonly number[])[],
): (chain: readonly number[]) => boolean {
  const box = boxOfSegments({ x1: vx, y1: vy, x2: vx, y2: vy });
  const squares = layOutSquares(box, vx.length);
  const near = new Map(chains.map((chain) => [chain, squaresNear(squares, vx, vy, chain)]));
  const members = new Map<number, Set<number>>(
    [...near.values()].flatMap((list) => [...list].map((s) => [s, new Set()])),
  );
  const isWanted = new Uint8Array(squares.columns * squares.rows);
  for (const square of members.keys()) if (square >= 0 && square < isWanted.length) isWanted[square] = 1;
  for (let h = 0; h < origin.length; h++) {
    const v = origin[h];
    const square = ((vy[v] - box.minY) >> squares.shiftY) * squares.columns + ((vx[v] - box.minX) >> squares.shiftX);
    if (isWanted[square] === 1 && isBorder(h)) members.get(square)?.add(v);
  }
  return (chain) => {
    const a = chain[0];
    const b = chain[chain.length - 1];
    const reach = CLEARANCE * Math.max(Math.abs(vx[b] - vx[a]), Math.abs(vy[b] - vy[a]));
    for (const square of near.get(chain) ?? []) {
      for (const v of members.get(square) ?? []) {
        if (chain.includes(v)) continue;
        if (vx[v] < Math.min(vx[a], vx[b]) - CLEARANCE || vx[v] > Math.max(vx[a], vx[b]) + CLEARANCE) continue;
        if (vy[v] < Math.min(vy[a], vy[b]) - CLEARANCE || vy[v] > Math.max(vy[a], vy[b]) + CLEARANCE) continue;
        if (Math.abs(orient(vx[a], vy[a], vx[b], vy[b], vx[v], vy[v])) <= reach) return false;
      }
    }
    return true;
  };
}

/** The squares that the straight line between the ends of a chain runs through, and those around them. */
function squaresNear(squares: Squares, vx: Int32Array, vy: Int32Array, chain: readonly number[]): Set<number> {
  const a = chain[0];
  const b = chain[chain.length - 1];
  const { minX, minY } = squares;
  const ends = [vx[a] - minX, vy[a] - minY, vx[b] - minX, vy[b] - minY] as const;
  const covered = new Int32Array(coverBound(squares, ...ends));
  const n = coverEdge(squares, ...ends, covered, 0);
  return withNeighbours(covered.subarray(0, n), squares.columns);
}

function withNeighbours(squares: Int32Array, columns: number): Set<number> {
  const all = new Set<number>();
  for (const square of squares) {
    for (const row of [-columns, 0, columns]) {
      for (let column = -1; column <= 1; column++) all.add(square + row + column);
    }
  }
  return all;
}
