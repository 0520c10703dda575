import type { Basis, DecisionRule, RulingEdition } from './rule.ts';

/** What was counted at a meeting or in a recall (there `present` are those who voted). */
export interface Counts {
  readonly basis: Basis;
  readonly total: number;
  readonly present: number;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

export interface Candidate {
  readonly id: string;
  readonly votes: number;
}

/** One round of voting: `voted` are those who took part, invalid ballots among them. */
export interface Round {
  readonly total: number;
  readonly voted: number;
  readonly candidates: readonly Candidate[];
}

export interface Owner {
  readonly id: string;
  /** Exclusive areas in cm², one for each part. */
  readonly areas: readonly number[];
  /** Parts that the developer has not sold, or has sold but not handed over. */
  readonly developer: boolean;
  readonly vote: OwnerVote;
}

export const OWNER_VOTES = ['for', 'against', 'abstain', 'none'] as const;
export type OwnerVote = (typeof OWNER_VOTES)[number];

/** Input that is well formed, with the rule and the edition that it is decided by. */
export interface Held {
  readonly rule: DecisionRule;
  readonly date: string;
  readonly edition: RulingEdition;
}
export interface MeetingCase extends Held {
  readonly kind: 'meeting';
  readonly counts: Counts;
}
export interface ElectionCase extends Held {
  readonly kind: 'election';
  readonly mode: Basis;
  readonly seats: number;
  readonly first: Round;
  /** `true`: the round that is given is itself the run-off. */
  readonly runoff?: true | Round;
}
export interface OwnersCase extends Held {
  readonly kind: 'owners';
  readonly owners: readonly Owner[];
}
export type DecisionCase = MeetingCase | ElectionCase | OwnersCase;
