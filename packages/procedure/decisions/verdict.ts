import { type Text, text } from '#packages/kernel';
import type { DecisionCase, ElectionCase, MeetingCase, OwnersCase } from './case.ts';
import { allMet, type Condition, measure } from './condition.ts';
import { electionResult, type Runoff } from './elections.ts';
import { readCase } from './input.ts';
import { cite } from './law.ts';
import { ownersConditions } from './owners.ts';
import type { DecisionRule, RuleId } from './rule.ts';
import { RULES } from './rules.ts';

/** What the law makes of a count. */
export interface Verdict {
  readonly rule: RuleId;
  readonly edition: string;
  /** Enough took part. */
  readonly valid: boolean;
  /** Valid, and what was put to the vote is decided; in an election: all seats are filled. */
  readonly passed: boolean;
  readonly conditions: readonly Condition[];
  /** Elections: who is elected, in order of votes. */
  readonly elected?: readonly string[];
  readonly runoff?: Runoff;
  /** Meetings: present without a vote; owners: on the roll without a vote. Recorded as 未参与, never counted with the majority. */
  readonly notVoting?: number;
  /** What the numbers alone do not decide, but the law asks for. */
  readonly notes: readonly Text[];
}

/** The verdict on input of unknown shape. Throws a Problem with all reasons where there can be none. */
export const verdictOf = (input: unknown, rules: readonly DecisionRule[] = RULES): Verdict =>
  decideCase(readCase(input, rules));

/** The verdict on a case that was read. */
export function decideCase(input: DecisionCase): Verdict {
  const { rule, edition } = input;
  return { rule: rule.id, edition: edition.edition, ...resultOf(input) };
}

type Result = Omit<Verdict, 'rule' | 'edition'>;

function resultOf(input: DecisionCase): Result {
  switch (input.kind) {
    case 'meeting':
      return meetingResult(input);
    case 'election':
      return { ...electionResult(input), notes: notesOnElection(input) };
    case 'owners':
      return ownersResult(input);
  }
}

/** Of those present (or, where a local rule says so, of all): abstentions and silence count in the whole, not in favour. */
function meetingResult({ edition, counts }: MeetingCase): Result {
  const { basis, total, present, against, abstain } = counts;
  const validity = edition.electorates.find((electorate) => electorate.basis === basis)?.validity;
  const quorum = validity === undefined ? [] : [measure(validity, present, total)];
  const majority = measure(edition.passes, counts.for, edition.passes.of === 'total' ? total : present);
  const valid = allMet(quorum);
  return {
    valid,
    passed: valid && majority.met,
    conditions: [...quorum, majority],
    notVoting: present - counts.for - against - abstain,
    notes: [],
  };
}

function ownersResult(input: OwnersCase): Result {
  const { valid, conditions, notVoting } = ownersConditions(input);
  return { valid, passed: allMet(conditions), conditions, notVoting, notes: [] };
}

function notesOnElection({ edition, seats, first, runoff }: ElectionCase): Text[] {
  const { committee, nomination } = edition;
  const notes: Text[] = [];
  if (nomination !== undefined && first.candidates.length <= seats && runoff !== true) {
    notes.push(
      text(
        `候选人的名额应当多于应选名额（${cite(nomination.article)}）：这里有 ${first.candidates.length} 人得票，应选 ${seats} 名。`,
        `There must be more candidates than seats (${cite(nomination.article)}): here ${first.candidates.length} for ${seats}.`,
      ),
    );
  }
  if (committee !== undefined && seats > committee.most) {
    notes.push(
      text(
        `委员会由 ${committee.least} 至 ${committee.most} 人组成（${cite(committee.article)}）：应选 ${seats} 名过多。`,
        `The committee has ${committee.least} to ${committee.most} members (${cite(committee.article)}): ${seats} seats are too many.`,
      ),
    );
  }
  return notes;
}
