import type { Scale } from '../metres.ts';
import { BORDER_COST } from './cost.ts';
import type { Barrier } from './input.ts';

/** A border within this many metres of a barrier is taken to run along it. */
const REACH = 12;

/** Which barrier runs by a place (E7), -1 where there is none; the cheapest of several. */
export function nearBarriers(barriers: readonly Barrier[], scale: Scale): (x: number, y: number) => number {
  const cells = new Map<number, number>();
  const column = (x: number): number => Math.floor((x * scale.x) / REACH);
  const row = (y: number): number => Math.floor((y * scale.y) / REACH);
  const key = (c: number, r: number): number => c * 2 ** 24 + r;
  const mark = (barrier: number, c: number, r: number): void => {
    const known = cells.get(key(c, r));
    if (known === undefined || BORDER_COST[barriers[barrier].kind] < BORDER_COST[barriers[known].kind]) {
      cells.set(key(c, r), barrier);
    }
  };
  barriers.forEach((barrier, index) => {
    for (const [x, y] of walk(barrier, scale)) {
      for (let c = column(x) - 1; c <= column(x) + 1; c++) {
        for (let r = row(y) - 1; r <= row(y) + 1; r++) mark(index, c, r);
      }
    }
  });
  return (x, y) => cells.get(key(column(x), row(y))) ?? -1;
}

/** Points along a barrier, half a reach apart. */
function* walk({ line, kind }: Barrier, scale: Scale): Generator<[number, number]> {
  const n = line.length;
  for (let i = 0; i + (kind === 'compound' ? 0 : 2) < n; i += 2) {
    const [dx, dy] = [line[(i + 2) % n] - line[i], line[(i + 3) % n] - line[i + 1]];
    const steps = Math.max(1, Math.ceil(Math.hypot(dx * scale.x, dy * scale.y) / (REACH / 2)));
    for (let s = 0; s <= steps; s++) yield [line[i] + (dx * s) / steps, line[i + 1] + (dy * s) / steps];
  }
}
