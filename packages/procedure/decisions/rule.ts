import type { Text } from '#packages/kernel';
import type { Threshold } from './exact.ts';
import type { Article, LawId } from './law.ts';

export type RuleId =
  | 'residents-meeting'
  | 'residents-representatives'
  | 'residents-committee-election'
  | 'residents-committee-recall'
  | 'villagers-meeting'
  | 'villagers-representatives'
  | 'villagers-group'
  | 'village-committee-election'
  | 'village-committee-recall'
  | 'owners-ordinary'
  | 'owners-special'
  | 'dwelling-to-business';

/** Who counts: each basis has a roll of its own. */
export type Basis =
  | 'residents'
  | 'households'
  | 'members'
  | 'representatives'
  | 'villagers'
  | 'voters'
  | 'groups'
  | 'owners';

/** How owners count: one by one, and by exclusive area. Everybody else counts by number alone. */
export type Measure = 'number' | 'area';

/** What a condition is about; where both measures count, each is a condition of its own (`approval-area`). */
export type RequirementId =
  | 'quorum'
  | 'turnout'
  | 'participation'
  | 'majority'
  | 'approval'
  | 'unanimity'
  | 'runoff-share';

/** A share that is needed, of those on the roll (`total`) or of those who take part (`present`). */
export interface Requirement extends Threshold {
  readonly id: RequirementId;
  readonly of: 'total' | 'present';
  readonly article: Article;
  /** Set where a local rule asks for more than the law: its source. */
  readonly source?: string;
}

/** One way to hold it: who counts, and when it is valid. */
export interface Electorate {
  readonly basis: Basis;
  readonly who: Text;
  /** Absent where the law asks for no participation beside the result itself. */
  readonly validity?: Requirement;
}

/** Who may demand that it is held: any one of them is enough. */
export interface Demand extends Threshold {
  readonly basis: Basis;
  readonly who: Text;
  readonly article: Article;
}

/** Notice before the day itself; `urgent`: in special cases it may be given at once. */
export interface Notice {
  readonly days: number;
  readonly urgent: boolean;
  readonly article: Article;
}

/** Natural days: published before the day, objections after publication, answers after each objection. */
export interface RollTerms {
  readonly publishedBefore: number;
  readonly objections: number;
  readonly answers: number;
  readonly article: Article;
}

export interface ProxyRule {
  /** Principals that one person may act for; absent where the text sets no limit. */
  readonly most?: number;
  /** Whether a candidate may act for others. */
  readonly candidates: boolean;
  /** Who may act: any other voter on the roll, or only a close relative. */
  readonly holders: 'voters' | 'relatives';
  /** Ways of holding it in which nobody acts for another. */
  readonly notFor: readonly Basis[];
  readonly article: Article;
}

/** A share that some of the body's members must have. */
export interface Composition extends Threshold {
  readonly id: 'representatives' | 'women';
  readonly article: Article;
}

/** A range of whole numbers, both ends included. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly article: Article;
}

interface InForce {
  /** The year in which this edition was made: `2018`, `2025`; for the Civil Code `2020`. */
  readonly edition: string;
  readonly law: LawId;
  readonly editionTitle: Text;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until?: string;
}

/** An edition that rules. */
export interface RulingEdition extends InForce {
  readonly electorates: readonly Electorate[];
  readonly passes: Requirement;
  readonly measures: readonly Measure[];
  readonly runoff?: Requirement;
  readonly demands: readonly Demand[];
  readonly notice?: Notice;
  /** At least so often, in months. */
  readonly everyMonths?: { readonly months: number; readonly article: Article };
  readonly roll?: RollTerms;
  readonly proxies?: ProxyRule;
  readonly composition?: readonly Composition[];
  readonly householdsPerRepresentative?: Range;
  /** Members of the committee that is elected. */
  readonly committee?: Range;
  /** Voters who may jointly name a candidate; candidates outnumber the seats. */
  readonly nomination?: { readonly voters: number; readonly article: Article };
}

/** An edition that knows no such body, or gives no numbers for it: nothing can be decided by it. */
export interface SilentEdition extends InForce {
  readonly silent: Text;
  readonly article: Article;
}

export type RuleEdition = RulingEdition | SilentEdition;

/** A rule of decision in all its editions. `kind` says in which form its numbers come. */
export interface DecisionRule {
  readonly id: RuleId;
  readonly kind: 'meeting' | 'election' | 'owners';
  readonly title: Text;
  readonly body: Text;
  readonly editions: readonly RuleEdition[];
}

export const isSilent = (edition: RuleEdition): edition is SilentEdition => 'silent' in edition;
