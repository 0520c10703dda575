import { buildLocator, metresPerDegree, toDegrees } from '#packages/coverage';
import type { Barrier, BarrierKind } from '#packages/coverage/divide';
import { cellOf } from '../../../../core/published.ts';
import type { WorkingGrid } from '../work.ts';

/** Metres of barriers along which a border runs, and metres with the same grid on both sides. */
export interface Followed {
  readonly kind: BarrierKind;
  readonly followedM: number;
  readonly crossedM: number;
}

/** A barrier is looked at in steps of so many metres, so far to its left and right. */
const STEP_M = 10;
const ASIDE_M = 3;

/** How well the borders of grids keep to lines, by kind of line; only where there are grids on both sides. */
export function followedBy(grids: readonly WorkingGrid[], barriers: readonly Barrier[]): Followed[] {
  if (grids.length === 0) return [];
  const locator = buildLocator(grids.map(cellOf));
  const found = new Map<BarrierKind, { followedM: number; crossedM: number }>();
  for (const { kind, line } of barriers) {
    if (kind === 'compound') continue;
    const sums = found.get(kind) ?? { followedM: 0, crossedM: 0 };
    for (const { left, right, lengthM } of stepsOf(line)) {
      const [a, b] = [locator.locate(...left), locator.locate(...right)];
      if (a < 0 || b < 0) continue;
      sums[a === b ? 'crossedM' : 'followedM'] += lengthM;
    }
    found.set(kind, sums);
  }
  return [...found].map(([kind, sums]) => ({ kind, ...sums }));
}

interface Step {
  readonly left: [number, number];
  readonly right: [number, number];
  readonly lengthM: number;
}

function* stepsOf(line: Int32Array): Generator<Step> {
  const { lon, lat } = metresPerDegree(toDegrees(line[1]));
  const [mx, my] = [lon / 1e7, lat / 1e7];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [dx, dy] = [(line[i + 2] - line[i]) * mx, (line[i + 3] - line[i + 1]) * my];
    const length = Math.hypot(dx, dy);
    const steps = Math.ceil(length / STEP_M);
    for (let k = 0; k < steps; k++) {
      const share = (k + 0.5) / steps;
      const x = line[i] + (dx * share) / mx;
      const y = line[i + 1] + (dy * share) / my;
      const [ox, oy] = [((-dy / length) * ASIDE_M) / mx, ((dx / length) * ASIDE_M) / my];
      yield {
        left: [Math.round(x + ox), Math.round(y + oy)],
        right: [Math.round(x - ox), Math.round(y - oy)],
        lengthM: length / steps,
      };
    }
  }
}
