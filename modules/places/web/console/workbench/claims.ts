import type { AreaShape } from '../../../core/published.ts';
import type { Claims, UnifyRequest } from './engine.ts';
import type { WorkingGrid } from './work.ts';

/** What is claimed in one community: by each layer that has grids in it, or by the ground if none has. */
export interface CommunityClaims {
  readonly community: AreaShape;
  readonly layers: readonly Claims[];
  /** Whether no layer draws this community: then the ground stays as it is. */
  readonly isGround: boolean;
}

/** The claims community by community, in the order of their codes. Grids of no known community are in none. */
export function claimsByCommunity({ layers, ground, areas }: UnifyRequest): CommunityClaims[] {
  const drawn = layers.map(({ name, grids }) => ({ name, byCommunity: groupGrids(grids) }));
  const below = groupGrids(ground);
  return areas
    .filter(({ level }) => level === 'community')
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((community) => {
      const own = drawn.flatMap(({ name, byCommunity }) => {
        const grids = byCommunity.get(community.code);
        return grids === undefined ? [] : [{ name, grids }];
      });
      const rest = below.get(community.code);
      if (own.length > 0 || rest === undefined) return { community, layers: own, isGround: false };
      return { community, layers: [{ name: '', grids: rest }], isGround: true };
    });
}

function groupGrids(grids: readonly WorkingGrid[]): ReadonlyMap<string, readonly WorkingGrid[]> {
  const groups = new Map<string, WorkingGrid[]>();
  for (const grid of grids) {
    const group = groups.get(grid.community);
    if (group) group.push(grid);
    else groups.set(grid.community, [grid]);
  }
  return groups;
}
