import type { DecisionRule, RuleEdition, RuleId } from './rule.ts';
import { OWNERS_RULES } from './rules/owners.ts';
import { RESIDENTS_RULES } from './rules/residents.ts';
import { VILLAGERS_RULES } from './rules/villagers.ts';

/** Every rule that ships, in every edition; README.md has them as a table. */
export const RULES: readonly DecisionRule[] = [...RESIDENTS_RULES, ...VILLAGERS_RULES, ...OWNERS_RULES];

export const findRule = (id: string, rules: readonly DecisionRule[] = RULES): DecisionRule | undefined =>
  rules.find((rule) => rule.id === id);

/** Throws a RangeError for an id that is not among the rules. */
export function getRule(id: RuleId, rules: readonly DecisionRule[] = RULES): DecisionRule {
  const found = findRule(id, rules);
  if (found === undefined) throw new RangeError(`no rule ${id}`);
  return found;
}

/** The edition in force on a day, `YYYY-MM-DD`: both ends included. */
export const findEdition = ({ editions }: DecisionRule, date: string): RuleEdition | undefined =>
  editions.find(({ from, until }) => from <= date && (until === undefined || date <= until));
