export type {
  Candidate,
  Counts,
  DecisionCase,
  ElectionCase,
  MeetingCase,
  Owner,
  OwnersCase,
  OwnerVote,
  Round,
} from './case.ts';
export { OWNER_VOTES } from './case.ts';
export type { Condition } from './condition.ts';
export {
  isDemanded,
  type Members,
  reasonsAgainstMembers,
  type SignaturesNeeded,
  signaturesNeeded,
  type Totals,
} from './convening.ts';
export type { Runoff } from './elections.ts';
export {
  canonicalRoll,
  drawRoll,
  type FrozenRoll,
  findOnBoth,
  freezeRoll,
  type Hash,
  hasCompleted,
  isFrozenAs,
  type LeftOut,
  type Person,
  presentRoll,
  type Roll,
  type RollEntry,
  reasonsAgainstRoll,
} from './electorate.ts';
export { type Comparison, type Fraction, leastMeeting, meets, showFraction, type Threshold } from './exact.ts';
export { explain, labelOf, needsOf } from './explain.ts';
export { readLocalRule } from './input/local.ts';
export { readCase } from './input.ts';
export { type Article, cite, citeFully, LAWS, type LawId } from './law.ts';
export { addLocalRule, type LocalCondition, type LocalRule, reasonsAgainstLocal } from './local.ts';
export { type Tally, tallyOwners } from './owners.ts';
export { type ProxyContext, reasonsAgainstProxies, type VoteProxy } from './proxies.ts';
export {
  answerObjection,
  findRollCalendar,
  lastDayOf,
  type RollCalendar,
  reasonsAgainstNotice,
  shiftDate,
} from './roll-terms.ts';
export type * from './rule.ts';
export { isSilent } from './rule.ts';
export { findEdition, findRule, getRule, RULES } from './rules.ts';
export { checkTemplate } from './templates/check-template.ts';
export { procedureOf } from './templates/flow.ts';
export { ACTORS, PARTY_ASSEMBLY } from './templates/steps.ts';
export type * from './templates/template.ts';
export { TEMPLATES } from './templates/templates.ts';
export { decideCase, type Verdict, verdictOf } from './verdict.ts';
