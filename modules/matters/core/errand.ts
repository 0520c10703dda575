import { text } from '#packages/kernel';
import type { Rule } from '#packages/procedure';
import type { RuleInput } from './rules.ts';

/** What is asked of the workers of the grid on account of a matter (交办网格): one thing at a time, and only what is on the list of duties. */
export interface Errand {
  /** Item of the list of duties, with its name on that day. */
  readonly item: string;
  readonly name: string;
  readonly at: string;
  /** The body that asks. */
  readonly by: string | null;
}

export const dutyIsListed: Rule<RuleInput> = {
  id: 'duty_is_listed',
  text: text(
    '这件事不在网格化服务管理事项清单上，不得直接安排网格员协助或者办理（舟山市网格化服务管理条例第二十四条）。',
    'This is not on the list of duties: it may not be assigned to grid workers (Zhoushan regulation on grid services, article 24).',
  ),
  field: 'item',
  broken: ({ duty }) => duty === null,
};

export const oneErrandAtATime: Rule<RuleInput> = {
  id: 'one_errand_at_a_time',
  text: text('上一件交办网格的事还没有反馈。', 'The workers of the grid have not answered the last thing yet.'),
  broken: ({ state }) => state.errand !== undefined,
};

export const errandIsOpen: Rule<RuleInput> = {
  id: 'errand_is_open',
  text: text('没有交办网格的事项待反馈。', 'Nothing is asked of the workers of the grid now.'),
  broken: ({ state }) => state.errand === undefined,
};

/** What a department can do instead of assigning what is not on the list (article 24: applied for, reviewed, then listed; 25: urgent ones with a term). */
export const WAYS_TO_THE_LIST = [
  { action: 'apply_for_duty', text: text('申请列入清单', 'Apply for admission to the list') },
  { action: 'apply_for_urgent_duty', text: text('申请紧急准入（有期限）', 'Apply for urgent admission, for a term') },
] as const;
