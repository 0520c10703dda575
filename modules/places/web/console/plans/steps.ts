import { type Text, text } from '#packages/kernel';
import type { PlanPage } from '../../../core/api.ts';

/** The steps that somebody takes with a form; the others are done by the clock, by an upload or beside a comment. */
export const STEPS = {
  announce: text(
    '公示期间居民可以提意见；公示以后，方案里的网格不再改动。',
    'Residents may comment during the notice. From then on the grids of the plan do not change.',
  ),
  approve: text(
    '您代表街道同意这个方案。全部有关街道同意后，由区社会治理中心备案。',
    'You approve for your street. When all streets concerned have approved, the district centre files the plan.',
  ),
  file: text(
    '到生效日期，方案自动成为全区唯一的网格；未办结的事项转到新的网格，已办结的留在当时的网格。',
    'On its day the plan becomes the one grid of the district by itself. Open matters go to their new grids; those that ended stay in the grid of their day.',
  ),
  withdraw: text('撤回后不能恢复，理由公开。', 'A plan that was withdrawn does not come back. The reason is public.'),
} as const satisfies Record<string, Text>;

export type StepAction = keyof typeof STEPS;

export type StepBody =
  | { readonly action: 'announce'; readonly days: number }
  | { readonly action: 'approve' }
  | { readonly action: 'file'; readonly effective: string }
  | { readonly action: 'withdraw'; readonly reason: string };

/** What is typed into the form of a step. */
export interface StepValues {
  readonly days: number | null;
  /** YYYY-MM-DD */
  readonly effective: string;
  readonly reason: string;
}

export const isStep = (action: string): action is StepAction => action in STEPS;

/** Steps that are offered, the one that leads on before the one that ends the plan. */
export const stepsOf = ({ possible }: Pick<PlanPage, 'possible'>): StepAction[] =>
  (Object.keys(STEPS) as StepAction[]).filter((step) => possible.some(({ action }) => action === step));

/** What is to be sent; null while something is missing. Whether it is allowed is the server's to say. */
export function bodyOf(action: StepAction, { days, effective, reason }: StepValues): StepBody | null {
  if (action === 'approve') return { action };
  if (action === 'announce') return days === null ? null : { action, days };
  if (action === 'file') return effective === '' ? null : { action, effective };
  return reason.trim() === '' ? null : { action, reason: reason.trim() };
}
