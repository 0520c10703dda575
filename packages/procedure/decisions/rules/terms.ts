import { text } from '#packages/kernel';
import type { Comparison } from '../exact.ts';
import { fraction } from '../exact.ts';
import type { Article } from '../law.ts';
import type { Requirement, RequirementId } from '../rule.ts';

export const HALF = fraction(1, 2);
export const THIRD = fraction(1, 3);
export const TWO_THIRDS = fraction(2, 3);
export const THREE_QUARTERS = fraction(3, 4);
export const FOUR_FIFTHS = fraction(4, 5);
export const FIFTH = fraction(1, 5);
export const TENTH = fraction(1, 10);
export const ALL = fraction(1, 1);

/** 过半数: more than half. */
export const moreThanHalf = (id: RequirementId, of: 'total' | 'present', article: Article): Requirement => ({
  id,
  op: 'gt',
  needs: HALF,
  of,
  article,
});

export const share = (
  id: RequirementId,
  op: Comparison,
  needs: Requirement['needs'],
  of: 'total' | 'present',
  article: Article,
): Requirement => ({ id, op, needs, of, article });

/** Last day of the 2018 editions, first day of those of 2025. */
export const UNTIL_2025 = '2025-12-31';
export const FROM_2026 = '2026-01-01';
/** The 2018 amendments were in force from the day on which they were made known. */
export const FROM_2018 = '2018-12-29';

export const WHO = {
  residents: text('十八周岁以上的居民', 'residents aged 18 or over'),
  households: text('户的代表', 'representatives of households'),
  groupDelegates: text('居民小组选举的代表', 'delegates elected by the residents’ groups'),
  residentMembers: text('居民代表会议组成人员', 'members of the residents’ representatives’ meeting'),
  residentRepresentatives: text('居民代表', 'residents’ representatives'),
  residentVoters: text('登记的选民', 'registered voters'),
  entitledResidents: text('有选举权的居民', 'residents with the right to vote'),
  groups: text('居民小组', 'residents’ groups'),
  adultVillagers: text('十八周岁以上的村民', 'villagers aged 18 or over'),
  villagers: text('村民', 'villagers'),
  villageMembers: text('村民代表会议组成人员', 'members of the villagers’ representatives’ meeting'),
  villageRepresentatives: text('村民代表', 'villagers’ representatives'),
  villageVoters: text('登记参加选举的村民', 'villagers registered for the election'),
  entitledVillagers: text('有选举权的村民', 'villagers with the right to vote'),
  groupVillagers: text('本组十八周岁以上的村民', 'villagers of the group aged 18 or over'),
  groupHouseholds: text('本组户的代表', 'representatives of the group’s households'),
  owners: text('业主', 'owners'),
  interestedOwners: text('有利害关系的业主', 'owners with an interest'),
};
