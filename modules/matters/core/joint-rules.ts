import { text } from '#packages/kernel';
import type { Rule } from '#packages/procedure';
import { isOpenPart, openParts } from './joint.ts';
import type { RuleInput } from './rules.ts';

export const oneOrderAtATime: Rule<RuleInput> = {
  id: 'one_order_at_a_time',
  text: text(
    '上一次吹哨还有单位没有反馈，请先办完或免除。',
    'The last whistle is not answered by all yet: wait for them, or release them.',
  ),
  broken: ({ state }) => openParts(state.joint).length > 0,
};

export const partsAreForOthers: Rule<RuleInput> = {
  id: 'parts_are_for_others',
  text: text(
    '报到单位须是服务于该区域、责任单位以外的不同单位。',
    'Units that are called must serve the area, differ from each other and from the responsible unit.',
  ),
  field: 'parts',
  broken: ({ called, state }) =>
    called !== undefined &&
    (new Set(called.map((unit) => unit?.id)).size < called.length ||
      called.some(
        (unit) => !unit || unit.kind === 'party' || unit.id === state.unit || !state.grid.startsWith(unit.area),
      )),
};

export const partIsOpen: Rule<RuleInput> = {
  id: 'part_is_open',
  text: text('该单位在这次吹哨中没有待办的任务。', 'That unit owes nothing in this joint order.'),
  field: 'unit',
  broken: ({ state, part }) => part !== undefined && !openParts(state.joint).some(({ unit }) => unit === part),
};

export const ownPartOnly: Rule<RuleInput> = {
  id: 'own_part_only',
  text: text('只能反馈本单位承担的部分。', 'A unit reports on its own part only.'),
  field: 'unit',
  broken: ({ part, units }) => part !== undefined && units !== undefined && !units.includes(part),
};

export const jointOrderIsAnswered: Rule<RuleInput> = {
  id: 'joint_order_is_answered',
  text: text(
    '还有报到单位没有反馈；等全部反馈，或由吹哨单位说明理由免除后再办结。',
    'Not every unit that was called has reported: wait for all, or the whistler releases one with a reason.',
  ),
  broken: ({ state }) => openParts(state.joint).length > 0,
};

export const appraisedOnceAnswered: Rule<RuleInput> = {
  id: 'appraised_once_answered',
  text: text(
    '全部单位反馈后评估一次吹哨和报到。',
    'Whistle and answers are appraised once, after every unit has reported.',
  ),
  broken: ({ state: { joint } }) => !joint || joint.justified !== undefined || joint.parts.some(isOpenPart),
};
