import type { Text } from '#packages/kernel';
import type { Threshold } from '../exact.ts';
import type { Article } from '../law.ts';
import type { LocalRule } from '../local.ts';
import type { RuleId } from '../rule.ts';

/** Who acts in a step. */
export type ActorId =
  | 'residents'
  | 'party'
  | 'joint_meeting'
  | 'party_assembly'
  | 'deciding_body'
  | 'committee'
  | 'deliberation'
  | 'supervisors';

/** What is posted when a step is done. */
export type Posted = 'procedure' | 'process' | 'resolution' | 'result' | 'outcome';

export interface Publication {
  readonly what: Posted;
  /** Days for which it stays posted. */
  readonly days: number;
}

/** A vote by the law: it binds. `stricter`: what the community asks for beyond the law. */
export interface LegalVote {
  readonly rules: readonly RuleId[];
  readonly stricter?: Pick<LocalRule, 'conditions'>;
}

/** A vote by custom, as of the assembly of Party members: it prepares, it does not bind residents. */
export interface CustomVote {
  /** Of those who should attend. */
  readonly attendance: Threshold;
  /** Of those who should attend (`total`), or of those present. */
  readonly approval: Threshold & { readonly of: 'total' | 'present' };
  readonly sentDaysBefore: number;
  /** Where the custom is written. */
  readonly source: string;
}

export interface TemplateStep {
  readonly id: string;
  readonly title: Text;
  readonly actor: ActorId;
  /** What is done in it: the action that moves on. */
  readonly act: { readonly id: string; readonly label: Text };
  readonly vote?: LegalVote;
  readonly custom?: CustomVote;
  /** Notice before it, in days; absent: as the law says. */
  readonly noticeDays?: number;
  readonly publishes?: readonly Publication[];
  /** What needs a meeting may be brought before one, which ends the deliberation (居 32, 村 33). */
  readonly mayRefer?: boolean;
  /** The step to which it may be sent back for another draft. */
  readonly returnsTo?: string;
}

/**
 * A way to decide, as a community has adopted it: data, in versions. `binding` is what the screen says of the vote: 有法律效力的表决, or
 * 征求意见(无约束力).
 */
export interface DecisionTemplate {
  readonly id: string;
  readonly edition: string;
  readonly title: Text;
  /** Whose law it follows. */
  readonly setting: 'community' | 'village' | 'owners';
  readonly binding: 'legal' | 'opinion';
  readonly basis?: Article;
  readonly steps: readonly TemplateStep[];
}
