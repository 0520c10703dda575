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

/** Into how many grids units are divided, when those above the range each need a grid of their own. */
export interface CountPlan {
  readonly count: number;
  readonly isLegal: boolean;
  /** The households of the units that are within the range, and the grids for them. */
  readonly rest: number;
  readonly restCount: number;
  /** How many households too many or too few the grids of the rest have in all; 0 when it is legal. */
  readonly off: number;
}

/** Plans the number of grids for units with these households; what is left beside great units may have to join them. */
export function planCounts(households: Iterable<number>, target: number, range: Range): CountPlan {
  let rest = 0;
  let great = 0;
  for (const one of households) {
    if (one > range.max) great++;
    else rest += one;
  }
  const { count, isLegal } = gridCount(rest, target, range);
  if (great > 0 && (rest === 0 || (!isLegal && rest < range.min / 2))) {
    return { count: great, isLegal: rest === 0, rest, restCount: 0, off: rest };
  }
  const off = count * Math.max(0, range.min - rest / count, rest / count - range.max);
  return { count: great + count, isLegal, rest, restCount: count, off };
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
