import { useCallback, useRef, useState } from 'react';
import { CoverageError, type LonLat, toDegrees } from '#packages/coverage';
import type { Text } from '#packages/kernel';
import type { Engine } from '../engine.ts';
import type { DemandPoints } from '../layer.ts';
import type { Workspace } from '../workspace.ts';
import { type Estimated, estimate } from './estimate.ts';
import type { Proposal } from './proposals.ts';

/** A change that was tried and can be looked at before it is done. */
export interface Draft extends Estimated {
  readonly done: Text;
  readonly remove: readonly string[];
}

/** Why something cannot be done, and where. */
export interface Refused {
  readonly text: Text;
  readonly place: LonLat | undefined;
}

export interface Proposals {
  readonly draft: Draft | null;
  readonly refused: Refused | null;
  /** Tries what `make` wants; the latest wins. Nothing happens when it wants nothing. */
  readonly propose: (make: () => Proposal | undefined) => void;
  readonly drop: () => void;
}

const BROKEN: Text = { zh: '计算中断了，请重试。', en: 'The work broke off: try again.' };

/** Tries changes in the engine and keeps the last as a draft, or the reason why it was refused. */
export function useProposals(
  workspace: Pick<Workspace, 'grids' | 'areas'>,
  demand: DemandPoints | undefined,
  engine: Engine,
): Proposals {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const turn = useRef(0);
  const given = useRef({ workspace, demand });
  given.current = { workspace, demand };

  const drop = useCallback(() => {
    turn.current += 1;
    setDraft(null);
    setRefused(null);
  }, []);
  const propose = useCallback(
    async (make: () => Proposal | undefined) => {
      turn.current += 1;
      const own = turn.current;
      const { grids, areas } = given.current.workspace;
      let at: Proposal['at'] | undefined;
      setDraft(null);
      setRefused(null);
      try {
        const proposal = make();
        if (proposal === undefined) return;
        at = proposal.at;
        const edited = await engine.edit({ grids, areas, operations: proposal.operations });
        if (own !== turn.current) return;
        const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? '';
        const estimated = estimate(edited, grids, given.current.demand, nameOf);
        setDraft({ ...estimated, done: proposal.done, remove: edited.remove });
      } catch (error) {
        if (own !== turn.current) return;
        const place = at && ([toDegrees(at[0]), toDegrees(at[1])] as const);
        setRefused(
          error instanceof CoverageError ? { text: error.text, place: error.place ?? place } : { text: BROKEN, place },
        );
      }
    },
    [engine],
  );
  return { draft, refused, propose, drop };
}
