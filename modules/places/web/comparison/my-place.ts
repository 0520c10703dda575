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

/** The meaning for a grid of the earlier plan, by its code. */
export function meaningFor(code: string, { moves, removed, renamed, changed }: PlanChanges): Meaning {
  const to = [...new Set(moves.flatMap((move) => (move.from === code && move.to !== null ? [move.to] : [])))];
  const goes = removed.some((grid) => grid.code === code);
  if (goes && to.length === 1) return { kind: 'whole', to: to[0] };
  if (to.length > 0) return { kind: 'parts', to, stays: !goes };
  const name = renamed.find((one) => one.code === code);
  if (name) return { kind: 'renamed', to: name.to };
  return changed.some((grid) => grid.code === code) ? { kind: 'grows' } : { kind: 'same' };
}
