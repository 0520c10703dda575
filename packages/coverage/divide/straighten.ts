import { type Cell, orient, type Ring } from '../lattice.ts';

/**
 * Takes out the points that noding has put into straight borders and at which no border ends: points with one neighbour on
 * either side in all rings, within a lattice step of the line between them. Both grids lose the same points, so the
 * coverage stays exact. `isGiven` tells the points of the input, which stay.
 */
export function straighten(cells: readonly Cell[], isGiven: (x: number, y: number) => boolean): Cell[] {
  const around = neighboursOf(cells);
  const isNeedless = (x: number, y: number): boolean => {
    const ends = around.get(keyOf(x, y)) ?? [];
    return ends.length === 4 && !isGiven(x, y) && isStraight(ends, x, y);
  };
  return cells.map((cell) => ({
    id: cell.id,
    polygons: cell.polygons.map((polygon) => polygon.map((ring) => without(ring, isNeedless))),
  }));
}

const keyOf = (x: number, y: number): string => `${x},${y}`;

/** For each point the different points next to it: x, y, x, y, ... */
function neighboursOf(cells: readonly Cell[]): Map<string, number[]> {
  const around = new Map<string, number[]>();
  const add = (x: number, y: number, u: number, v: number): void => {
    const key = keyOf(x, y);
    const ends = around.get(key);
    if (!ends) around.set(key, [u, v]);
    else if (!ends.some((_, i) => i % 2 === 0 && ends[i] === u && ends[i + 1] === v)) ends.push(u, v);
  };
  for (const ring of cells.flatMap((cell) => cell.polygons.flat())) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      add(ring[i], ring[i + 1], ring[j], ring[j + 1]);
      add(ring[j], ring[j + 1], ring[i], ring[i + 1]);
    }
  }
  return around;
}

function isStraight([ax, ay, bx, by]: readonly number[], x: number, y: number): boolean {
  const length = Math.hypot(bx - ax, by - ay);
  const isBetween = (x - ax) * (x - bx) + (y - ay) * (y - by) < 0;
  return isBetween && Math.abs(orient(ax, ay, bx, by, x, y)) <= length;
}

function without(ring: Ring, isNeedless: (x: number, y: number) => boolean): Ring {
  const kept: number[] = [];
  for (let i = 0; i < ring.length; i += 2) if (!isNeedless(ring[i], ring[i + 1])) kept.push(ring[i], ring[i + 1]);
  return kept.length >= 6 ? Int32Array.from(kept) : ring;
}
