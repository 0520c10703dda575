import { text } from '#packages/kernel';
import type { Rule } from '#packages/procedure';
import type { Organisation, OrganisationKind } from '../../access/contract.ts';
import { findCategory } from './categories.ts';
import type { Action } from './lifecycle.ts';
import type { MatterState } from './state.ts';
import { REOPEN_DAYS } from './terms.ts';

/** What a rule may look at: the matter before the action, who acts, when, and what they said. */
export interface RuleInput {
  readonly state: MatterState;
  readonly person: string | null;
  readonly now: string;
  readonly category?: string;
  readonly unit?: Organisation;
}

type Rules = { readonly [A in Action]?: readonly Rule<RuleInput>[] };

const STEERS_ONLY: readonly OrganisationKind[] = ['party'];

export const categoryIsKnown: Rule<RuleInput> = {
  id: 'category_is_known',
  text: text('没有这个类别，请从类别表中选择。', 'There is no such kind: choose one from the list.'),
  field: 'category',
  broken: ({ category }) => category !== undefined && !findCategory(category),
};

export const unitIsKnown: Rule<RuleInput> = {
  id: 'unit_is_known',
  text: text('请选择一个可以承办的责任单位。', 'Choose one responsible unit that can handle matters.'),
  field: 'unit',
  broken: ({ unit }) => unit === undefined || STEERS_ONLY.includes(unit.kind),
};

export const unitServesThePlace: Rule<RuleInput> = {
  id: 'unit_serves_the_place',
  text: text('该单位不负责这个网格所在的区域。', 'That unit does not serve the area of this grid.'),
  field: 'unit',
  broken: ({ unit, state }) => unit !== undefined && !state.grid.startsWith(unit.area),
};

export const returnedGoesToAnotherUnit: Rule<RuleInput> = {
  id: 'returned_goes_to_another_unit',
  text: text(
    '退单后要改派其他单位；如仍由原单位办理，请选择“维持派单”。',
    'After a return another unit must be chosen; to keep the unit, uphold the dispatch.',
  ),
  field: 'unit',
  broken: ({ unit, state }) => state.stage === 'returned' && unit?.id === state.unit,
};

export const verifierIsNotTheHandler: Rule<RuleInput> = {
  id: 'verifier_is_not_the_handler',
  text: text(
    '承办人不能核实自己办理的事项，请由他人核实。',
    'Who handled a matter may not verify it: somebody else has to.',
  ),
  broken: ({ state, person }) => person !== null && state.handlers.includes(person),
};

export const settledOnTheSpotOnly: Rule<RuleInput> = {
  id: 'settled_on_the_spot_only',
  text: text(
    '这一类事项不能由网格当场办结，请受理后派单。',
    'This kind is not for settling on the spot: accept it and dispatch it.',
  ),
  broken: ({ state }) => findCategory(state.category)?.onTheSpot !== true,
};

export const reopenedInTime: Rule<RuleInput> = {
  id: 'reopened_in_time',
  text: text(
    `结案已超过 ${REOPEN_DAYS} 天，不能要求重办，可以重新反映。`,
    `It was closed more than ${REOPEN_DAYS} days ago: report it anew.`,
  ),
  broken: ({ state, now }) => Date.parse(now) - Date.parse(state.endedAt ?? now) > REOPEN_DAYS * 86_400_000,
};

export const answeredOnce: Rule<RuleInput> = {
  id: 'answered_once',
  text: text('这次办理已经评价过了。', 'This handling has been answered already.'),
  broken: ({ state }) => state.answer !== null,
};

/** The rules of each action; actions without a row have none beyond the procedure and the policy. */
export const RULES: Rules = {
  accept: [categoryIsKnown],
  recategorise: [categoryIsKnown],
  settle: [settledOnTheSpotOnly],
  dispatch: [unitIsKnown, unitServesThePlace, returnedGoesToAnotherUnit],
  verify: [verifierIsNotTheHandler],
  rework: [verifierIsNotTheHandler],
  answer: [answeredOnce],
  reopen: [reopenedInTime],
};
