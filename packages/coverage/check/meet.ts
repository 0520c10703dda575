import { orient } from '../lattice.ts';

/** How two segments meet: not at all, in a point where one ends or along a piece, or by crossing. */
export type Meeting = 'apart' | 'touch' | 'along' | 'cross';

/** Exact for differences below 2^26. */
export function meet(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): Meeting {
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return 'apart';
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return 'apart';
  const c = Math.sign(orient(ax, ay, bx, by, cx, cy));
  const d = Math.sign(orient(ax, ay, bx, by, dx, dy));
  if (c * d > 0) return 'apart';
  const a = Math.sign(orient(cx, cy, dx, dy, ax, ay));
  const b = Math.sign(orient(cx, cy, dx, dy, bx, by));
  if (a * b > 0) return 'apart';
  if (a === 0 && b === 0) {
    const x = Math.min(Math.max(ax, bx), Math.max(cx, dx)) - Math.max(Math.min(ax, bx), Math.min(cx, dx));
    const y = Math.min(Math.max(ay, by), Math.max(cy, dy)) - Math.max(Math.min(ay, by), Math.min(cy, dy));
    return x > 0 || y > 0 ? 'along' : 'touch';
  }
  return a * b < 0 && c * d < 0 ? 'cross' : 'touch';
}

/** Where the lines of two crossing segments meet, rounded to the lattice. */
export function crossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): [x: number, y: number] {
  const a = orient(cx, cy, dx, dy, ax, ay);
  const t = a / (a - orient(cx, cy, dx, dy, bx, by));
  return [Math.round(ax + t * (bx - ax)), Math.round(ay + t * (by - ay))];
}
