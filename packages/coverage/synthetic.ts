import type { Cell, Polygon, Ring } from './lattice.ts';

/** A made-up district for tests and measurements: quadrilateral cells between winding streets. */
export interface SyntheticDistrict {
  readonly cells: Cell[];
  readonly boundary: Polygon[];
}

export interface SyntheticOptions {
  readonly columns: number;
  readonly rows: number;
  /** Vertices inside each side of a cell. */
  readonly bends: number;
  readonly seed: number;
  /** Length of a side in lattice steps; 27,000 is about 300 m. */
  readonly side?: number;
  /** The lower left corner in E7. */
  readonly origin?: readonly [x: number, y: number];
}

/** A small deterministic generator (mulberry32): the same numbers in [0, 1) for the same seed, everywhere. */
export function seededNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A valid coverage of `columns` x `rows` cells, row by row from the south-west, and its boundary. */
export function syntheticDistrict(options: SyntheticOptions): SyntheticDistrict {
  const { columns, rows, bends, seed, side = 27_000, origin = [1_214_500_000, 312_000_000] } = options;
  const random = seededNumbers(seed);
  const corner: number[][][] = [];
  for (let j = 0; j <= rows; j++) {
    corner.push([]);
    for (let i = 0; i <= columns; i++) corner[j].push([i, j].map((k, d) => origin[d] + jitter(k * side, side, random)));
  }
  const wind = (a: number[], b: number[]): number[] => windingLine(a, b, bends, random);
  const across = corner.map((line) => line.slice(1).map((end, i) => wind(line[i], end)));
  const up = corner.slice(1).map((line, j) => line.map((end, i) => wind(corner[j][i], end)));
  const cells: Cell[] = [];
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const ring = join([across[j][i], up[j][i + 1], reversed(across[j + 1][i]), reversed(up[j][i])]);
      cells.push({ id: `g${j * columns + i}`, polygons: [[ring]] });
    }
  }
  const around = [
    ...across[0],
    ...up.map((line) => line[columns]),
    ...across[rows].map(reversed).reverse(),
    ...up.map((line) => reversed(line[0])).reverse(),
  ];
  return { cells, boundary: [[join(around)]] };
}

const jitter = (value: number, side: number, random: () => number): number =>
  Math.round(value + (random() - 0.5) * 0.3 * side);

/** From a to b (x, y, x, y, ...) with bends that stay close to the straight line, closest at its ends. */
function windingLine(a: number[], b: number[], bends: number, random: () => number): number[] {
  const line = [...a];
  for (let k = 1; k <= bends; k++) {
    const t = (k + (random() - 0.5) * 0.5) / (bends + 1);
    const away = (random() - 0.5) * 0.3 * Math.min(t, 1 - t);
    line.push(Math.round(a[0] + t * (b[0] - a[0]) - away * (b[1] - a[1])));
    line.push(Math.round(a[1] + t * (b[1] - a[1]) + away * (b[0] - a[0])));
  }
  line.push(...b);
  return line;
}

function reversed(line: readonly number[]): number[] {
  const back: number[] = [];
  for (let k = line.length - 2; k >= 0; k -= 2) back.push(line[k], line[k + 1]);
  return back;
}

/** Lines that each begin where the one before ends, as a ring. */
function join(lines: readonly number[][]): Ring {
  return Int32Array.from(lines.flatMap((line) => line.slice(0, -2)));
}

/** A copy with faults: about one cell in twenty overlaps, gapes, stands twice or misses its neighbour's vertices. */
export function corrupt(cells: readonly Cell[], seed: number): Cell[] {
  const random = seededNumbers(seed);
  const bad: Cell[] = [];
  for (const cell of cells) {
    const kind = random() * 80;
    if (kind >= 4) {
      bad.push(cell);
      continue;
    }
    const at = Math.floor(random() * (cell.polygons[0][0].length / 2));
    if (kind < 0.32) bad.push(cell, { id: `${cell.id}-copy`, polygons: cell.polygons });
    else if (kind < 1.2) bad.push({ id: cell.id, polygons: [[moved(cell.polygons[0][0], at, 4000, random)]] });
    else if (kind < 2.1) bad.push({ id: cell.id, polygons: [[without(cell.polygons[0][0], at)]] });
    else bad.push({ id: cell.id, polygons: [[moved(cell.polygons[0][0], at, 6, random)]] });
  }
  return bad;
}

function moved(ring: Ring, vertex: number, by: number, random: () => number): Ring {
  const copy = ring.slice();
  copy[2 * vertex] += Math.round((random() - 0.5) * by) || 1;
  copy[2 * vertex + 1] += Math.round((random() - 0.5) * by) || 1;
  return copy;
}

const without = (ring: Ring, vertex: number): Ring => ring.filter((_, i) => i !== 2 * vertex && i !== 2 * vertex + 1);
