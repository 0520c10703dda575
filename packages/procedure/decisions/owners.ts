import type { Owner, OwnersCase, OwnerVote } from './case.ts';
import { allMet, type Condition, measure } from './condition.ts';
import type { Measure, Requirement } from './rule.ts';

/** How much some owners count: `number` of persons, `area` in cm². */
export type Tally = Readonly<Record<Measure, number>>;

/**
 * Counts owners by area and number (区分所有权解释 8, 9): each exclusive part with its area; each owner once, however many parts; all that the
 * developer has not sold or handed over once together.
 */
export function tallyOwners(owners: readonly Owner[]): Tally {
  let [area, buyers, stock] = [0, 0, 0];
  for (const { areas, developer } of owners) {
    for (const own of areas) area += own;
    if (developer) stock = 1;
    else buyers++;
  }
  return { area, number: buyers + stock };
}

/** Those who vote one of these ways. */
export const votersOf = (owners: readonly Owner[], ...votes: OwnerVote[]): Owner[] =>
  owners.filter(({ vote }) => votes.includes(vote));

/** A requirement by each measure: area and number must both be enough. */
const measured = (requirement: Requirement, measures: readonly Measure[], part: Tally, whole: Tally): Condition[] =>
  measures.map((by) =>
    measure(requirement, part[by], whole[by], measures.length > 1 ? `${requirement.id}-${by}` : requirement.id),
  );

/** Owners who vote for, against or abstain take part; silence is no vote. */
export function ownersConditions({ edition, owners }: OwnersCase) {
  const { measures, passes, electorates } = edition;
  const total = tallyOwners(owners);
  const present = tallyOwners(votersOf(owners, 'for', 'against', 'abstain'));
  const agreed = tallyOwners(votersOf(owners, 'for'));
  const { validity } = electorates[0];
  const validities = validity === undefined ? [] : measured(validity, measures, present, total);
  const approvals = measured(passes, measures, agreed, passes.of === 'total' ? total : present);
  return {
    valid: allMet(validities),
    conditions: [...validities, ...approvals],
    notVoting: total.number - present.number,
  };
}
