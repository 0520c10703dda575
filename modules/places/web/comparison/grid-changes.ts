import type { PlanChanges } from '../../core/api.ts';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'redrawn' | 'renamed';

/** What a grid gives to another, or takes from it; several pieces are added up. */
export interface Exchange {
  /** Code of the other grid; null where there is none. */
  readonly with: string | null;
  readonly area_m2: number;
  /** Estimated by area. */
  readonly households: number;
}

/** All that happens to one grid. */
export interface GridChange {
  readonly code: string;
  readonly name: string;
  /** Its name in the earlier plan, if that was another. */
  readonly formerName: string | null;
  readonly kind: ChangeKind;
  /** Unknown where only the name changes. */
  readonly households: number | null;
  readonly area_m2: number | null;
  readonly gives: readonly Exchange[];
  readonly takes: readonly Exchange[];
}

type Move = PlanChanges['moves'][number];

function exchanges(moves: readonly Move[], side: 'from' | 'to', code: string): Exchange[] {
  const other = side === 'from' ? 'to' : 'from';
  const sums = new Map<string | null, Exchange>();
  for (const move of moves) {
    if (move[side] !== code) continue;
    const sum = sums.get(move[other]) ?? { with: move[other], area_m2: 0, households: 0 };
    sums.set(move[other], {
      ...sum,
      area_m2: sum.area_m2 + move.area_m2,
      households: sum.households + move.households,
    });
  }
  return [...sums.values()].sort((a, b) => b.area_m2 - a.area_m2);
}

const KINDS = ['added', 'removed', 'changed', 'redrawn'] as const;

/** What differs, grid by grid in the order of codes, so that neighbours stand beside each other. */
export function gridChanges(changes: PlanChanges): GridChange[] {
  const former = new Map(changes.renamed.map(({ code, from }) => [code, from]));
  const listed = KINDS.flatMap((kind) =>
    changes[kind].map(
      (grid): GridChange => ({
        ...grid,
        kind,
        formerName: former.get(grid.code) ?? null,
        gives: exchanges(changes.moves, 'from', grid.code),
        takes: exchanges(changes.moves, 'to', grid.code),
      }),
    ),
  );
  const known = new Set(listed.map(({ code }) => code));
  const onlyRenamed = changes.renamed
    .filter(({ code }) => !known.has(code))
    .map(
      ({ code, from, to }): GridChange => ({
        code,
        name: to,
        formerName: from,
        kind: 'renamed',
        households: null,
        area_m2: null,
        gives: [],
        takes: [],
      }),
    );
  return [...listed, ...onlyRenamed].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Names of the grids that change, by code: every grid that gives or takes a piece is among them. */
export const changedNames = ({ added, removed, changed, redrawn }: PlanChanges): ReadonlyMap<string, string> =>
  new Map([...added, ...removed, ...changed, ...redrawn].map(({ code, name }) => [code, name]));
