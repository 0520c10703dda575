import type { Candidate, ElectionCase, Round } from './case.ts';
import { allMet, type Condition, measure } from './condition.ts';
import { showFraction } from './exact.ts';
import { cite } from './law.ts';
import type { Requirement, RulingEdition } from './rule.ts';

/** A second vote for the seats that are left: held or still to be held. */
export interface Runoff {
  readonly seats: number;
  /** Runners-up with the most votes, in that order: one more than the seats, and whoever has as many votes as the last of them. */
  readonly candidates: readonly string[];
  readonly needs: string;
  readonly op: 'gt' | 'gte';
  readonly article: string;
  /** Who won it; absent while it is still to be held. */
  readonly elected?: readonly string[];
}

export interface ElectionResult {
  readonly valid: boolean;
  readonly passed: boolean;
  readonly conditions: readonly Condition[];
  readonly elected: readonly string[];
  readonly runoff?: Runoff;
}

const byVotes = (candidates: readonly Candidate[]): Candidate[] =>
  [...candidates].sort((one, other) => other.votes - one.votes);

/**
 * Those with enough votes, in order of votes, up to the seats. Where several have as many votes as the last seat needs and do not all
 * fit, none of them is elected: the law knows no lot, another vote decides.
 */
export function winnersOf(enough: readonly Candidate[], seats: number): Candidate[] {
  const sorted = byVotes(enough);
  if (sorted.length <= seats) return sorted;
  const first = sorted[seats].votes;
  return sorted.slice(0, seats).filter(({ votes }) => votes > first);
}

/** Runners-up for the run-off: more than the seats that are left, so that there is a choice; nobody without a vote. */
export function runnersUp(candidates: readonly Candidate[], elected: readonly Candidate[], left: number): Candidate[] {
  const others = byVotes(candidates.filter((candidate) => !elected.includes(candidate) && candidate.votes > 0));
  const last = others.at(left)?.votes;
  return others.filter(({ votes }, place) => place <= left || votes === last);
}

interface Count {
  readonly valid: boolean;
  readonly conditions: readonly Condition[];
  readonly winners: readonly Candidate[];
}

/** Counts one round: turnout, then each candidate's share of the votes cast. Without the turnout nobody is elected. */
function countRound(
  turnout: Requirement | undefined,
  needed: Requirement,
  { total, voted, candidates }: Round,
  seats: number,
  prefix = '',
): Count {
  const validity = turnout === undefined ? [] : [measure(turnout, voted, total, `${prefix}${turnout.id}`)];
  const shares = byVotes(candidates).map((candidate) => ({
    candidate,
    condition: measure(needed, candidate.votes, needed.of === 'total' ? total : voted, `${needed.id}:${candidate.id}`),
  }));
  const valid = allMet(validity);
  const enough = shares.filter(({ condition }) => condition.met).map(({ candidate }) => candidate);
  return {
    valid,
    conditions: [...validity, ...shares.map(({ condition }) => condition)],
    winners: valid ? winnersOf(enough, seats) : [],
  };
}

const idsOf = (candidates: readonly Candidate[]): string[] => candidates.map(({ id }) => id);

const turnoutOf = (edition: RulingEdition, mode: ElectionCase['mode']): Requirement | undefined =>
  edition.electorates.find(({ basis }) => basis === mode)?.validity;

/** The run-off that the first round leaves to be held; undefined where all seats are filled or the election has to be held anew. */
function runoffAfter({ edition, seats, first }: ElectionCase, { valid, winners }: Count): Runoff | undefined {
  const left = seats - winners.length;
  if (!valid || left === 0 || edition.runoff === undefined) return undefined;
  const { op, article, needs } = edition.runoff;
  return {
    seats: left,
    candidates: idsOf(runnersUp(first.candidates, winners, left)),
    needs: showFraction(needs),
    op,
    article: cite(article),
  };
}

/** How many of the seats are filled: all of them, or the election has not come to its end. */
const seatsFilled = (elected: number, seats: number, { article }: Requirement): Condition => ({
  id: 'seats',
  needs: '1/1',
  op: 'gte',
  numerator: elected,
  denominator: seats,
  met: elected === seats,
  article: cite(article),
});

/**
 * The result of an election (居 19, 村 18): valid by its turnout; elected with more than half of the votes cast, in order of votes; seats that
 * are left go to a run-off among the runners-up, where the most votes and a third of the votes cast are enough. It has passed when all
 * seats are filled.
 */
export function electionResult(input: ElectionCase): ElectionResult {
  const { edition, mode, seats, first, runoff } = input;
  const turnout = turnoutOf(edition, mode);
  const isRunoff = runoff === true && edition.runoff !== undefined;
  const count = countRound(turnout, isRunoff ? edition.runoff : edition.passes, first, seats);
  const due = isRunoff ? undefined : runoffAfter(input, count);
  const second =
    due !== undefined && typeof runoff === 'object' && edition.runoff !== undefined
      ? countRound(turnout, edition.runoff, runoff, due.seats, 'runoff-')
      : undefined;
  const elected = idsOf([...count.winners, ...(second?.winners ?? [])]);
  const filled = seatsFilled(elected.length, seats, edition.passes);
  return {
    valid: count.valid,
    passed: count.valid && filled.met,
    conditions: [...count.conditions, ...(second?.conditions ?? []), filled],
    elected,
    ...(due && { runoff: { ...due, ...(second && { elected: idsOf(second.winners) }) } }),
  };
}

/** What a run-off is about: the seats that are left, and all whom the first round did not elect. Undefined where none is due. */
export function findRunoffField(input: ElectionCase): { readonly left: number; readonly ids: string[] } | undefined {
  const { edition, mode, seats, first } = input;
  const count = countRound(turnoutOf(edition, mode), edition.passes, first, seats);
  const due = runoffAfter(input, count);
  if (due === undefined) return undefined;
  return { left: due.seats, ids: idsOf(first.candidates.filter((candidate) => !count.winners.includes(candidate))) };
}
