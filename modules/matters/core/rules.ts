import { text } from '#packages/kernel';
import type { Rule } from '#packages/procedure';
import type { Organisation, OrganisationKind } from '../../access/contract.ts';
import { type Proposal, standardOf } from './catalogue.ts';
import { findCategory } from './categories.ts';
import { dutyIsListed, errandIsOpen, oneErrandAtATime } from './errand.ts';
import {
  appraisedOnceAnswered,
  jointOrderIsAnswered,
  oneOrderAtATime,
  ownPartOnly,
  partIsOpen,
  partsAreForOthers,
} from './joint-rules.ts';
import type { Action } from './lifecycle.ts';
import { GROUNDS, type Ground } from './objection.ts';
import type { MatterState } from './state.ts';
import type { Level } from './supervision.ts';
import { levelIsWithinReach, levelRises, supervisionIsOpen } from './supervision-rules.ts';
import { REOPEN_DAYS } from './terms.ts';

/** What a rule may look at: the matter before the action, who acts, when, and what they said. */
export interface RuleInput {
  readonly state: MatterState;
  readonly person: string | null;
  readonly now: string;
  readonly category?: string;
  readonly unit?: Organisation;
  /** Of a dispatch: what the catalogue proposes, and what was chosen instead. */
  readonly proposal?: Proposal;
  readonly standard?: string;
  readonly co?: readonly (Organisation | undefined)[];
  readonly caught?: boolean;
  readonly reason?: string;
  readonly isCentre?: boolean;
  readonly ground?: Ground;
  /** Units for which the person works. */
  readonly units?: readonly string[];
  /** Of a whistle: the units that are called; of an answer to it: the unit whose part it is. */
  readonly called?: readonly (Organisation | undefined)[];
  readonly part?: string;
  /** Of a supervision: its level, and those that the person may use. */
  readonly level?: Level;
  readonly reach?: readonly Level[];
  /** Of what is asked of the grid: the item of the list of duties; null where it is not on the list. */
  readonly duty?: { readonly id: string; readonly name: string } | null;
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

export const onlyTheCaughtIsDispatchedOn: Rule<RuleInput> = {
  id: 'only_the_caught_is_dispatched_on',
  text: text(
    '首接负责：已经派单的事项不能直接改派，由承办单位提出异议后审核。',
    'The first receiver stays responsible: a dispatched matter is given to another unit only after an objection.',
  ),
  broken: ({ state }) => state.stage === 'dispatched' && state.caught !== 'waiting',
};

export const caughtGoesToTheDistrict: Rule<RuleInput> = {
  id: 'caught_goes_to_the_district',
  text: text(
    '责任不清需要兜底的，派给区社会治理中心，由区中心指定承办单位。',
    'Where the owner is unclear it goes to the district centre, which chooses the unit.',
  ),
  field: 'unit',
  broken: ({ caught, isCentre, unit }) => caught === true && isCentre !== true && unit?.kind !== 'district',
};

export const standardIsInTheCatalogue: Rule<RuleInput> = {
  id: 'standard_is_in_the_catalogue',
  text: text('派单目录里没有这一条立案标准。', 'The catalogue has no such case standard for this matter.'),
  field: 'standard',
  broken: ({ standard, proposal }) =>
    standard !== undefined && (proposal === undefined || standardOf(proposal, standard) === undefined),
};

/** Whether the catalogue in force says something else than was chosen; a catch that it proposes itself says the same. */
const differs = ({ proposal, unit, caught }: RuleInput): boolean =>
  proposal !== undefined &&
  proposal.version !== null &&
  (unit?.id !== proposal.unit?.id || (caught === true && !proposal.caught));

export const differenceHasAReason: Rule<RuleInput> = {
  id: 'difference_has_a_reason',
  text: text(
    '与派单目录的建议不一致，请写明理由；理由会公开。',
    'This differs from what the catalogue proposes: say why; the reason is published.',
  ),
  field: 'reason',
  broken: (input) => !input.reason?.trim() && differs(input),
};

export const helpersAreKnown: Rule<RuleInput> = {
  id: 'helpers_are_known',
  text: text(
    '协办单位须是服务于该区域的其他单位。',
    'Units that help must be other units that serve the area of this grid.',
  ),
  field: 'co',
  broken: ({ co = [], unit, state }) =>
    co.some(
      (helper) =>
        !helper || helper.id === unit?.id || STEERS_ONLY.includes(helper.kind) || !state.grid.startsWith(helper.area),
    ),
};

export const groundsAreLeft: Rule<RuleInput> = {
  id: 'grounds_are_left',
  text: text(
    '所有异议理由都已审核驳回，请按派单办理。',
    'Every ground has been reviewed and rejected: handle it as dispatched.',
  ),
  broken: ({ state }) => (state.objection?.rejected.length ?? 0) >= Object.keys(GROUNDS).length,
};

export const groundWasNotRejected: Rule<RuleInput> = {
  id: 'ground_was_not_rejected',
  text: text(
    '这一理由的异议已被驳回，不能以同一理由再次退单。',
    'An objection on this ground was rejected: the same ground is not reviewed again.',
  ),
  field: 'ground',
  broken: ({ state, ground }) => ground !== undefined && state.objection?.rejected.includes(ground) === true,
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
  dispatch: [
    ...[onlyTheCaughtIsDispatchedOn, unitIsKnown, unitServesThePlace, returnedGoesToAnotherUnit],
    ...[caughtGoesToTheDistrict, standardIsInTheCatalogue, differenceHasAReason, helpersAreKnown],
  ],
  return: [groundsAreLeft, groundWasNotRejected],
  whistle: [oneOrderAtATime, partsAreForOthers],
  contribute: [partIsOpen, ownPartOnly],
  excuse: [partIsOpen],
  appraise: [appraisedOnceAnswered],
  entrust: [oneErrandAtATime, dutyIsListed],
  deliver: [errandIsOpen],
  supervise: [levelIsWithinReach, levelRises],
  respond: [supervisionIsOpen],
  finish: [jointOrderIsAnswered],
  verify: [verifierIsNotTheHandler],
  rework: [verifierIsNotTheHandler],
  answer: [answeredOnce],
  reopen: [reopenedInTime],
};
