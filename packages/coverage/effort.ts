import { CoverageError } from './error.ts';
import { toDegrees } from './lattice.ts';

/** More steps than this (some seconds) are spent on one search only for shapes that nobody draws. */
const MOST_STEPS = 2_000_000_000;

/** Counts the steps of a search whose worst case is the square of its input. */
export class Effort {
  #left = MOST_STEPS;

  /** @throws CoverageError `too_large`, with a place (E7), when too much has been spent. */
  spend(steps: number, x: number, y: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw tooIntricate(x, y);
  }
}

/**
 * The pairs within squares (those of square s are `start[s]` to `start[s + 1]`), before they are compared.
 * @throws CoverageError `too_large` naming the place of the most crowded square, whose first member `placeOf` knows.
 */
export function requireFewPairs(start: Int32Array, placeOf: (first: number) => readonly [x: number, y: number]): void {
  let pairs = 0;
  let most = 0;
  for (let s = 0; s + 1 < start.length; s++) {
    const inside = start[s + 1] - start[s];
    pairs += (inside * inside) / 2;
    if (inside > start[most + 1] - start[most]) most = s;
  }
  if (pairs > MOST_STEPS) throw tooIntricate(...placeOf(start[most]));
}

function tooIntricate(x: number, y: number): CoverageError {
  return new CoverageError(
    'too_large',
    {
      zh: '图形过于繁复：相互挨着的长边、洞或部分太多，不像网格数据。',
      en: 'These shapes are too intricate to be grids: too many long edges, holes or parts lie side by side.',
    },
    { place: [toDegrees(x), toDegrees(y)] },
  );
}
