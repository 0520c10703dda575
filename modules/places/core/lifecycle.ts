import { text } from '#packages/kernel';
import { defineProcedure } from '#packages/procedure';

export const PLAN_STATUSES = {
  draft: { label: text('草案', 'Draft') },
  checked: { label: text('已检查', 'Checked') },
  noticed: { label: text('公示中', 'On notice') },
  approved: { label: text('街道已同意', 'Approved by streets') },
  filed: { label: text('已备案', 'Filed') },
  in_force: { label: text('现行', 'In force') },
  superseded: { label: text('已被替代', 'Superseded'), ends: true },
  withdrawn: { label: text('已撤回', 'Withdrawn'), ends: true },
} as const;

export const PLAN_ACTIONS = {
  import: { label: text('导入', 'Import') },
  redraw: { label: text('重绘', 'Redraw') },
  check: { label: text('通过检查', 'Pass the check') },
  announce: { label: text('公示', 'Put on notice') },
  comment: { label: text('提意见', 'Comment') },
  answer: { label: text('答复意见', 'Answer a comment') },
  /** One of several streets agrees; the last one approves. */
  endorse: { label: text('街道同意', 'Approve, other streets to follow') },
  approve: { label: text('街道同意', 'Approve') },
  file: { label: text('备案', 'File') },
  enter_into_force: { label: text('生效', 'Enter into force') },
  /** The first plan of a district takes effect as the district is set up: there is no earlier one to compare with. */
  publish: { label: text('首次发布', 'Found the district') },
  supersede: { label: text('替代', 'Supersede') },
  withdraw: { label: text('撤回', 'Withdraw') },
} as const;

export type PlanStatus = keyof typeof PLAN_STATUSES;
export type PlanAction = keyof typeof PLAN_ACTIONS;

/** The stages through which a plan goes, in their order, for whoever draws them. */
export const PLAN_ROAD: readonly PlanStatus[] = ['draft', 'checked', 'noticed', 'approved', 'filed', 'in_force'];

/**
 * A plan is drawn, checked, put on notice, approved by the streets concerned and filed by the district (舟山网格条例 10), takes effect
 * on its day and is never changed afterwards: what happened in which grid stays true.
 */
export const planProcedure = defineProcedure<PlanStatus, PlanAction>({
  id: 'grid_plan',
  edition: '2026-2',
  stages: PLAN_STATUSES,
  actions: PLAN_ACTIONS,
  table: {
    draft: { redraw: 'draft', check: 'checked', publish: 'in_force', withdraw: 'withdrawn' },
    checked: { redraw: 'draft', announce: 'noticed', withdraw: 'withdrawn' },
    noticed: { comment: 'noticed', answer: 'noticed', endorse: 'noticed', approve: 'approved', withdraw: 'withdrawn' },
    approved: { file: 'filed', withdraw: 'withdrawn' },
    filed: { enter_into_force: 'in_force', withdraw: 'withdrawn' },
    in_force: { supersede: 'superseded' },
    superseded: {},
    withdrawn: {},
  },
});
