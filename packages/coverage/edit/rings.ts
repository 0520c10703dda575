import { startAtLowest } from '../assemble.ts';
import type { Cell, Ring } from '../lattice.ts';
import type { Point } from '../unify/balance.ts';

/** The cell with each ring that `change` answers for replaced. */
export function mapRings(cell: Cell, change: (ring: Ring) => Ring): Cell {
  return { id: cell.id, polygons: cell.polygons.map((polygon) => polygon.map(change)) };
}

/** The points of a ring in order. */
export const pointsOf = (ring: Ring): Point[] =>
  Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i], ring[2 * i + 1]]);

export const ringOf = (points: readonly Point[]): Ring => startAtLowest(Int32Array.from(points.flat()));
