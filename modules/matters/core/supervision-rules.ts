import { text } from '#packages/kernel';
import type { Rule } from '#packages/procedure';
import type { RuleInput } from './rules.ts';
import { isHigher, isOpenSupervision } from './supervision.ts';

export const levelIsWithinReach: Rule<RuleInput> = {
  id: 'level_is_within_reach',
  text: text(
    '督办由街道或区中心发起，挂牌督办由区中心发起。',
    'Supervision is for the street or the district centre, its highest level for the district centre.',
  ),
  field: 'level',
  broken: ({ level, reach = [] }) => level !== undefined && !reach.includes(level),
};

export const levelRises: Rule<RuleInput> = {
  id: 'level_rises',
  text: text(
    '上一次督办还没有回复；此时只能提高级别。',
    'The last one is not answered yet: until then only a higher level is possible.',
  ),
  field: 'level',
  broken: ({ level, state: { supervision } }) =>
    level !== undefined && isOpenSupervision(supervision) && !isHigher(level, supervision.level),
};

export const supervisionIsOpen: Rule<RuleInput> = {
  id: 'supervision_is_open',
  text: text('没有需要回复的催办或督办。', 'There is no supervision to be answered.'),
  broken: ({ state }) => !isOpenSupervision(state.supervision),
};
