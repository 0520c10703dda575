import { text } from '#packages/kernel';
import type { Rule } from '#packages/procedure';
import type { DutyItem, DutyState } from './duty.ts';
import type { Action } from './lifecycle.ts';

/** Longest term of an item that is admitted urgently, and of any other, in days. Parameters of the demo district. */
export const URGENT_DAYS = 90;
export const LONGEST_DAYS = 3 * 366;

export interface RuleInput {
  readonly state: DutyState;
  /** Today in China. */
  readonly today: string;
  readonly item?: DutyItem;
  readonly from?: string;
  readonly until?: string;
}

type Rules = { readonly [A in Action]?: readonly Rule<RuleInput>[] };

const DAY = 86_400_000;
const daysBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / DAY + 1;

export const publishedBeforeEffect: Rule<RuleInput> = {
  id: 'published_before_effect',
  text: text(
    '清单先公布后生效：一般事项最早自明天起，紧急事项可自今天起。',
    'The list is published before it takes effect: from tomorrow on, urgent items from today.',
  ),
  field: 'from',
  broken: ({ state, today, from }) => from !== undefined && (state.urgent ? from < today : from <= today),
};

export const hasATerm: Rule<RuleInput> = {
  id: 'has_a_term',
  text: text('期限要在生效日之后，且不超过三年。', 'The term ends after it begins, within three years.'),
  field: 'until',
  broken: ({ from, until }) =>
    from !== undefined && until !== undefined && (until < from || daysBetween(from, until) > LONGEST_DAYS),
};

export const urgentIsShort: Rule<RuleInput> = {
  id: 'urgent_is_short',
  text: text(
    `紧急准入最长 ${URGENT_DAYS} 天；要更长，请按一般程序申请。`,
    `An urgent admission lasts ${URGENT_DAYS} days at most: for longer, apply in the ordinary way.`,
  ),
  field: 'until',
  broken: ({ state, from, until }) =>
    state.urgent && from !== undefined && until !== undefined && daysBetween(from, until) > URGENT_DAYS,
};

export const exitIsAhead: Rule<RuleInput> = {
  id: 'exit_is_ahead',
  text: text('退出日期不能早于今天。', 'An item is not taken off before today.'),
  field: 'from',
  broken: ({ today, from }) => from !== undefined && from < today,
};

/** The rules of an application stand alone: there is no item yet. */
export const APPLICATION_RULES: readonly Rule<{ item: DutyItem; urgent: boolean }>[] = [
  {
    id: 'fee_follows_the_task',
    text: text(
      '费随事转：一般事项须写明部门支付的费用。',
      'Money follows the task: an ordinary item names what the department pays.',
    ),
    field: 'item.fee',
    broken: ({ item, urgent }) => !urgent && item.fee === 0,
  },
];

export const RULES: Rules = {
  admit: [publishedBeforeEffect, hasATerm, urgentIsShort],
  exit: [exitIsAhead],
};
