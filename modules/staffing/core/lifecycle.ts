import { text } from '#packages/kernel';
import { defineProcedure } from '#packages/procedure';

export const STAGES = {
  applied: { label: text('待审核', 'Under review') },
  returned: { label: text('已退回', 'Returned') },
  admitted: { label: text('已列入', 'Admitted') },
  exited: { label: text('已退出', 'Exited'), ends: true },
  withdrawn: { label: text('已撤回', 'Withdrawn'), ends: true },
} as const;

export const ACTIONS = {
  apply: { label: text('申请准入', 'Apply') },
  resubmit: { label: text('修改后重报', 'Submit again') },
  withdraw: { label: text('撤回申请', 'Withdraw') },
  return: { label: text('退回', 'Return') },
  admit: { label: text('准予列入', 'Admit') },
  exit: { label: text('退出清单', 'Take off the list') },
} as const;

export type Stage = keyof typeof STAGES;
export type Action = keyof typeof ACTIONS;

/**
 * Admission to the grid (网格准入, 舟山网格条例 24, 25): a department applies, the grid body of the same level reviews; only what it has
 * admitted is on the list, until its term ends or it exits.
 */
export const dutyProcedure = defineProcedure<Stage, Action>({
  id: 'duty_list',
  edition: '2026-1',
  stages: STAGES,
  actions: ACTIONS,
  table: {
    applied: { admit: 'admitted', return: 'returned', withdraw: 'withdrawn' },
    returned: { resubmit: 'applied', withdraw: 'withdrawn' },
    admitted: { exit: 'exited' },
    exited: {},
    withdrawn: {},
  },
});
