import type { Range } from '#packages/coverage/divide';

/** One bar: the loads from `from` up to, but not at, `to`, by how they lie to the legal range. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly below: number;
  readonly within: number;
  readonly above: number;
}

export interface Spread {
  readonly count: number;
  readonly mean: number;
  /** Standard deviation of all loads. */
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
  readonly below: number;
  readonly within: number;
  readonly above: number;
}

const WIDTHS = [5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000] as const;

/**
 * Bars of equal width over all loads and the legal range, beginning at whole multiples of the width: the finest with at
 * most `most` bars. A load at either end of the range is within it.
 */
export function binsOf(loads: readonly number[], range: Range, most = 24): Bin[] {
  const low = Math.min(range.min, ...loads);
  const high = Math.max(range.max, ...loads);
  const barsOf = (width: number): number => Math.floor(high / width) - Math.floor(low / width) + 1;
  const width = WIDTHS.find((one) => barsOf(one) <= most) ?? Math.ceil((high - low + 1) / (most - 1));
  const first = Math.floor(low / width);
  const bins = Array.from({ length: barsOf(width) }, (_, i) => ({
    from: (first + i) * width,
    to: (first + i + 1) * width,
    below: 0,
    within: 0,
    above: 0,
  }));
  for (const load of loads) bins[Math.floor(load / width) - first][sideOf(load, range)] += 1;
  return bins;
}

export const sideOf = (load: number, { min, max }: Range): 'below' | 'within' | 'above' =>
  load < min ? 'below' : load > max ? 'above' : 'within';

export function spreadOf(loads: readonly number[], range: Range): Spread {
  const count = loads.length;
  const mean = loads.reduce((sum, load) => sum + load, 0) / Math.max(1, count);
  const variance = loads.reduce((sum, load) => sum + (load - mean) ** 2, 0) / Math.max(1, count);
  const sides = { below: 0, within: 0, above: 0 };
  for (const load of loads) sides[sideOf(load, range)] += 1;
  return {
    count,
    mean,
    deviation: Math.sqrt(variance),
    least: count === 0 ? 0 : Math.min(...loads),
    most: count === 0 ? 0 : Math.max(...loads),
    ...sides,
  };
}
