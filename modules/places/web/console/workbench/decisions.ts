import type { UnifyRule } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import type { Conflict, WorkFault } from './work.ts';

/** To whom a fault was given by a person: undefined while something of it is open, '' when to several. */
export function decidedTo({ keys }: WorkFault, decisions: ReadonlyMap<string, string>): string | undefined {
  if (keys.length === 0) return undefined;
  const given = new Set(keys.map((key) => decisions.get(key)));
  if (given.has(undefined)) return undefined;
  const [first, ...more] = given;
  return more.length > 0 ? '' : first;
}

/** Which faults a rule is applied to. */
export const SCOPES = {
  all: text('所有未处理的', 'all that are open'),
  gaps: text('所有空隙', 'all gaps'),
  small: text('小于给定面积的', 'those below an area'),
} as const satisfies Record<string, Text>;
export type Scope = keyof typeof SCOPES;

export const RULE_LABELS: Readonly<Record<UnifyRule, Text>> = {
  priority: text('排在前面的图层', 'the layer that comes first'),
  largest: text('面积最大的网格', 'the largest grid'),
  'longest-border': text('公共边界最长的网格', 'the grid with the longest shared border'),
};

export interface Batch {
  readonly scope: Scope;
  /** For `small`. */
  readonly belowM2: number;
}

const IS_MEANT: Readonly<Record<Scope, (fault: WorkFault, batch: Batch) => boolean>> = {
  all: () => true,
  gaps: ({ kind, detail }) => kind === 'gap' || detail === 'narrow_gap',
  small: ({ areaM2 }, { belowM2 }) => areaM2 < belowM2,
};

/**
 * The decisions that a rule makes about the open faults that are meant, one for each of their conflicts. `byRule`: what
 * merging by that rule would do. What a person has decided stays.
 */
export function decideByRule(
  faults: readonly WorkFault[],
  byRule: readonly Conflict[],
  decisions: ReadonlyMap<string, string>,
  batch: Batch,
): ReadonlyMap<string, string> {
  const receiver = new Map(byRule.map(({ key, to }) => [key, to]));
  const made = new Map<string, string>();
  for (const fault of faults) {
    if (!IS_MEANT[batch.scope](fault, batch)) continue;
    for (const key of fault.keys) {
      const to = receiver.get(key);
      if (to && !decisions.has(key)) made.set(key, to);
    }
  }
  return made;
}
