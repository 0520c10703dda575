import type { Range } from './refine.ts';

/**
 * Into how many grids a community can legally be divided: the nearest to total / target for which the mean lies in the
 * range. `isLegal` is false when there is none: 550 households are too many for one grid of at most 500 and too few for
 * two of at least 300.
 */
export function gridCount(total: number, target: number, range: Range): { count: number; isLegal: boolean } {
  const wanted = Math.max(1, Math.round(total / target));
  const least = Math.max(1, Math.ceil(total / range.max));
  const most = Math.floor(total / range.min);
  if (least > most) return { count: wanted, isLegal: false };
  return { count: Math.min(most, Math.max(least, wanted)), isLegal: true };
}

/**
 * The loads that the grids of a community should have: equal shares, except that a unit that cannot be cut and holds more
 * than an equal share gets a grid of its own size and leaves the rest to the others.
 */
export function targetsFor(total: number, count: number, heaviest: readonly number[]): Float64Array {
  const targets = new Float64Array(count);
  let rest = total;
  let left = count;
  for (const households of heaviest) {
    if (left < 2 || households <= rest / left) break;
    targets[count - left] = households;
    rest -= households;
    left--;
  }
  return targets.fill(rest / left, count - left);
}
