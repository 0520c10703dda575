import { describe, expect, it } from 'vitest';
import { Problem } from '#packages/kernel';
import { verdictOf } from './verdict.ts';

type Votes = Readonly<Record<string, number>>;
const listOf = (votes: Votes) => Object.entries(votes).map(([id, n]) => ({ id, votes: n }));
const election = (seats: number, votes: Votes, more: object = {}) => ({
  rule: 'residents-committee-election',
  date: '2026-05-01',
  mode: 'voters',
  total: 190,
  voted: 100,
  seats,
  candidates: listOf(votes),
  ...more,
});
const refusal = (input: unknown) => {
  try {
    return verdictOf(input);
  } catch (error) {
    return error instanceof Problem ? error.reasons.map(({ rule, field }) => `${rule} ${field}`) : error;
  }
};

describe('who is elected', () => {
  it('those with more than half, in order of votes, up to the seats', () => {
    const verdict = verdictOf(election(3, { a: 51, b: 90, c: 60, d: 52 }));
    expect(verdict).toMatchObject({ valid: true, passed: true, elected: ['b', 'c', 'd'] });
    expect(verdict.runoff).toBeUndefined();
  });

  it('exactly half of the votes cast does not elect', () => {
    const verdict = verdictOf(election(2, { a: 51, b: 50, c: 49 }));
    expect(verdict).toMatchObject({ passed: false, elected: ['a'], runoff: { seats: 1, candidates: ['b', 'c'] } });
    expect(verdict.conditions).toContainEqual({
      id: 'majority:b',
      needs: '1/2',
      op: 'gt',
      numerator: 50,
      denominator: 100,
      met: false,
      article: '居 19',
    });
  });

  it('a tie at the last seat elects none of those who tie: they stand again', () => {
    const verdict = verdictOf(election(2, { a: 80, b: 60, c: 60 }));
    expect(verdict).toMatchObject({ passed: false, elected: ['a'], runoff: { seats: 1, candidates: ['b', 'c'] } });
  });

  it('a tie above the last seat does not matter', () => {
    expect(verdictOf(election(2, { a: 80, b: 80, c: 40 }))).toMatchObject({ passed: true, elected: ['a', 'b'] });
  });

  it('a tie of all leaves all seats to the run-off', () => {
    expect(verdictOf(election(2, { a: 60, b: 60, c: 60 }))).toMatchObject({
      elected: [],
      runoff: { seats: 2, candidates: ['a', 'b', 'c'] },
    });
  });

  it('the run-off has one runner-up more than seats, and whoever ties with the last; nobody without a vote', () => {
    const due = (votes: Votes) => verdictOf(election(2, votes)).runoff?.candidates;
    expect(due({ a: 51, b: 40, c: 30, d: 30, e: 29 })).toEqual(['b', 'c', 'd']);
    expect(due({ a: 40, b: 39, c: 38, d: 37 })).toEqual(['a', 'b', 'c']);
    expect(due({ a: 51, b: 40, c: 0 })).toEqual(['b']);
    expect(due({ a: 51, b: 0, c: 0 })).toEqual([]);
  });

  it('without the turnout nobody is elected and there is no run-off: it is held anew', () => {
    const verdict = verdictOf(election(1, { a: 90, b: 5 }, { voted: 95 }));
    expect(verdict).toMatchObject({ valid: false, passed: false, elected: [] });
    expect(verdict.runoff).toBeUndefined();
  });
});

describe('the run-off', () => {
  const first = { a: 60, b: 45, c: 40 };
  const withRunoff = (votes: Votes, voted = 99) => election(2, first, { runoff: { voted, candidates: listOf(votes) } });

  it('the most votes win, exactly a third is enough', () => {
    const verdict = verdictOf(withRunoff({ b: 33, c: 32 }));
    expect(verdict).toMatchObject({ passed: true, elected: ['a', 'b'], runoff: { seats: 1, elected: ['b'] } });
    expect(verdict.conditions).toContainEqual({
      id: 'runoff-share:b',
      needs: '1/3',
      op: 'gte',
      numerator: 33,
      denominator: 99,
      met: true,
      article: '居 19',
    });
  });

  it('less than a third is not enough, whoever has the most', () => {
    expect(verdictOf(withRunoff({ b: 32, c: 31 }))).toMatchObject({ valid: true, passed: false, elected: ['a'] });
  });

  it('a tie elects nobody; too few votes cast fill no seat, and whom the first vote elected stays elected', () => {
    expect(verdictOf(withRunoff({ b: 49, c: 49 })).elected).toEqual(['a']);
    const verdict = verdictOf(withRunoff({ b: 60, c: 30 }, 95));
    expect(verdict).toMatchObject({ valid: true, passed: false, elected: ['a'] });
    expect(verdict.conditions).toContainEqual(expect.objectContaining({ id: 'runoff-turnout', met: false }));
  });

  it('is refused with somebody who is elected or did not stand, when none is due, or with more votes than ballots', () => {
    expect(refusal(withRunoff({ a: 50 }))).toEqual(['is_runner_up runoff.candidates']);
    expect(refusal(withRunoff({ z: 50 }))).toEqual(['is_runner_up runoff.candidates']);
    expect(refusal(withRunoff({ b: 50, c: 50 }))).toEqual(['votes_add_up runoff.candidates']);
    const runoff = { voted: 100, candidates: listOf({ b: 50 }) };
    expect(refusal(election(1, { a: 60, b: 40 }, { runoff }))).toEqual(['runoff_is_due runoff']);
    expect(refusal(election(1, { a: 60, b: 30 }, { voted: 95, runoff }))).toEqual(['runoff_is_due runoff']);
  });

  it('can be counted by itself', () => {
    expect(verdictOf(election(1, { b: 40, c: 35 }, { runoff: true }))).toMatchObject({ passed: true, elected: ['b'] });
  });
});

it('fewer candidates than the law asks for, and more seats than a committee has, are told as notes', () => {
  const notes = (seats: number, votes: Votes) => verdictOf(election(seats, votes)).notes.map(({ en }) => en);
  expect(notes(1, { a: 60 })).toEqual([expect.stringContaining('more candidates than seats (居 18)')]);
  expect(notes(10, { a: 60 }).join()).toContain('5 to 9 members (居 8)');
  expect(notes(1, { a: 60, b: 40 })).toEqual([]);
});
