import { meets, showFraction } from './exact.ts';
import { cite } from './law.ts';
import type { Requirement } from './rule.ts';

/** One condition with the very numbers that were compared: `numerator` of `denominator` against `needs`. */
export interface Condition {
  /** `quorum`, `turnout`, `participation-area`, `majority:<candidate>`, … */
  readonly id: string;
  /** The share that is needed: `1/2`, `2/3`. */
  readonly needs: string;
  readonly op: 'gt' | 'gte';
  readonly numerator: number;
  readonly denominator: number;
  readonly met: boolean;
  /** `居 27`; where a local rule asks for more, its source and then the article. */
  readonly article: string;
}

/** Measures a requirement. The id is the requirement's own unless another is given. */
export const measure = (
  requirement: Requirement,
  numerator: number,
  denominator: number,
  id: string = requirement.id,
): Condition => ({
  id,
  needs: showFraction(requirement.needs),
  op: requirement.op,
  numerator,
  denominator,
  met: meets(requirement, numerator, denominator),
  article:
    requirement.source === undefined
      ? cite(requirement.article)
      : `${requirement.source} (${cite(requirement.article)})`,
});

export const allMet = (conditions: readonly Condition[]): boolean => conditions.every(({ met }) => met);
