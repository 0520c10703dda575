import { text } from '#packages/kernel';
import { article } from '../law.ts';
import type { DecisionRule, Requirement, RulingEdition } from '../rule.ts';
import { ALL, FIFTH, moreThanHalf, share, THREE_QUARTERS, TWO_THIRDS, WHO } from './terms.ts';

const CODE = {
  edition: '2020',
  law: 'civil-code',
  editionTitle: text('民法典（2020年）', 'Civil Code (2020)'),
  from: '2021-01-01',
} as const;
const at = (number: number) => article('civil-code', number);

/** Taking part: two thirds or more, by area and by number. 物业管理条例 13, 14: who may demand a meeting, and its notice. */
const together = (passes: Requirement): RulingEdition => ({
  ...CODE,
  electorates: [
    {
      basis: 'owners',
      who: WHO.owners,
      validity: share('participation', 'gte', TWO_THIRDS, 'total', at(278)),
    },
  ],
  passes,
  measures: ['area', 'number'],
  demands: [
    { basis: 'owners', who: WHO.owners, op: 'gte', needs: FIFTH, article: article('property-regulations', 13) },
  ],
  notice: { days: 15, urgent: false, article: article('property-regulations', 14) },
});

const body = text('业主（业主大会）', 'owners (owners’ assembly)');

const ORDINARY: DecisionRule = {
  id: 'owners-ordinary',
  kind: 'owners',
  title: text(
    '业主共同决定（一般事项，第一至五项、第九项）',
    'Owners’ decision, ordinary matters (items 1 to 5, and 9)',
  ),
  body,
  editions: [together(moreThanHalf('approval', 'present', at(278)))],
};

const SPECIAL: DecisionRule = {
  id: 'owners-special',
  kind: 'owners',
  title: text('业主共同决定（特别事项，第六至八项）', 'Owners’ decision, special matters (items 6 to 8)'),
  body,
  editions: [together(share('approval', 'gte', THREE_QUARTERS, 'present', at(278)))],
};

/** 民法典 279; who has an interest: the other owners of the building (区分所有权解释 11). A majority is not enough (10). */
const DWELLING: DecisionRule = {
  id: 'dwelling-to-business',
  kind: 'owners',
  title: text('住宅改变为经营性用房', 'A dwelling turned to business use'),
  body: text('有利害关系的业主', 'owners with an interest'),
  editions: [
    {
      ...CODE,
      electorates: [{ basis: 'owners', who: WHO.interestedOwners }],
      passes: share('unanimity', 'gte', ALL, 'total', at(279)),
      measures: ['number'],
      demands: [],
    },
  ],
};

/** Rules of the 民法典, 278 and 279. */
export const OWNERS_RULES: readonly DecisionRule[] = [ORDINARY, SPECIAL, DWELLING];
