import { type Text, text } from '#packages/kernel';
import type { Line } from '../../../core/api.ts';
import type { Action, Stage } from '../../../core/lifecycle.ts';

/** The line that a resident follows, in five words; the stages of the procedure lie on it. */
const LINE = [
  { label: text('已登记', 'Received'), stages: ['reported'], reachedBy: ['report'] },
  { label: text('受理', 'Accepted'), stages: ['accepted'], reachedBy: ['accept'] },
  {
    label: text('办理', 'Handled'),
    stages: ['dispatched', 'handling', 'paused', 'returned'],
    reachedBy: ['dispatch', 'rework', 'reopen', 'uphold'],
  },
  { label: text('核实', 'Verified'), stages: ['handled', 'verified'], reachedBy: ['settle', 'finish'] },
  { label: text('办结', 'Closed'), stages: ['closed'], reachedBy: ['close'] },
] as const satisfies readonly { label: Text; stages: readonly Stage[]; reachedBy: readonly Action[] }[];

/** Ends away from the line. */
const BRANCHES: Partial<Record<Stage, { label: Text; by: Action }>> = {
  refused: { label: text('不予受理', 'Not accepted'), by: 'refuse' },
  merged: { label: text('已并案', 'Merged'), by: 'merge' },
  withdrawn: { label: text('已撤回', 'Withdrawn'), by: 'withdraw' },
};

export interface Milestone {
  readonly label: Text;
  readonly state: 'done' | 'now' | 'next';
  /** When it was reached last; ISO time. */
  readonly at?: string;
}

const lastOf = (timeline: readonly Line[], actions: readonly Action[]): string | undefined =>
  [...timeline].reverse().find(({ action }) => actions.includes(action))?.at;

/** Where a matter stands on the line; one that ended elsewhere shows how far it came and its end. */
export function milestonesOf(stage: Stage, timeline: readonly Line[]): Milestone[] {
  const branch = BRANCHES[stage];
  if (branch) {
    const came = LINE.flatMap(({ label, reachedBy }): Milestone[] => {
      const at = lastOf(timeline, reachedBy);
      return at ? [{ label, state: 'done', at }] : [];
    });
    return [...came, { label: branch.label, state: 'now', at: lastOf(timeline, [branch.by]) }];
  }
  const here = LINE.findIndex(({ stages }) => (stages as readonly Stage[]).includes(stage));
  return LINE.map(({ label, reachedBy }, i) => {
    if (i > here) return { label, state: 'next' };
    const at = lastOf(timeline, reachedBy);
    return { label, state: i < here || stage === 'closed' ? 'done' : 'now', ...(at && { at }) };
  });
}
