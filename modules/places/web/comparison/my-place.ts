import type { PlanChanges } from '../../core/api.ts';

/** What a plan means for whoever lives in one of today's grids. */
export type Meaning =
  | { readonly kind: 'same' }
  | { readonly kind: 'renamed'; readonly to: string }
  /** The grid takes in more; whoever lives in it stays in it. */
  | { readonly kind: 'grows' }
  /** All of the grid goes to one other. */
  | { readonly kind: 'whole'; readonly to: string }
  /** Only the place of the home tells; `to`: codes of the grids that get a piece; `stays`: a part stays. */
  | { readonly kind: 'parts'; readonly to: readonly string[]; readonly stays: boolean };

/** Less than this, in m², is rounding at a border and nobody's home. */
const SLIVER = 1;

/** Land of a grid that stays in it: what it has afterwards without what it takes in. */
function keeps(code: string, { changed, moves }: PlanChanges): boolean {
  const after = changed.find((grid) => grid.code === code)?.area_m2 ?? 0;
  const taken = moves.filter(({ to }) => to === code).reduce((sum, { area_m2 }) => sum + area_m2, 0);
  return after - taken > Math.max(SLIVER, after / 1000);
}

/** The meaning for a grid of the earlier plan, by its code. */
export function meaningFor(code: string, changes: PlanChanges): Meaning {
  const { moves, renamed, changed } = changes;
  const given = moves.filter(({ from, area_m2 }) => from === code && area_m2 >= SLIVER);
  const to = [...new Set(given.flatMap((move) => (move.to === null ? [] : [move.to])))];
  if (to.length > 0) {
    const stays = keeps(code, changes);
    return !stays && to.length === 1 ? { kind: 'whole', to: to[0] } : { kind: 'parts', to, stays };
  }
  const name = renamed.find((one) => one.code === code);
  if (name) return { kind: 'renamed', to: name.to };
  return changed.some((grid) => grid.code === code) ? { kind: 'grows' } : { kind: 'same' };
}
