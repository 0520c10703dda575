import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Basis, RuleId } from './rule.ts';
import { verdictOf } from './verdict.ts';

/**
 * Verdicts against a count by hand: ballots lie on two heaps and are taken away one by one, as in a village hall. Nothing is divided,
 * multiplied or compared with a threshold, and the rules are written again from the articles, not read from the data.
 */
type Vote = 'for' | 'against' | 'abstain' | 'silent' | 'absent';

/** Takes `from` signs of one heap for each `against` of the other, as long as both last: which heap lasts longer? */
function duel(heap: number, takes: number, other: number, loses: number): 'heap' | 'other' | 'neither' {
  let [mine, theirs] = [heap, other];
  while (mine >= takes && theirs >= loses) {
    mine -= takes;
    theirs -= loses;
  }
  if (theirs === 0 && mine === 0) return 'neither';
  return theirs < loses && mine > 0 ? 'heap' : 'other';
}
/** 过半数: every other is outvoted by one, and somebody is left. */
const moreThanHalf = (yes: number, rest: number) => yes > 0 && duel(yes, 1, rest, 1) === 'heap';
/** 三分之二以上: every absent one is outweighed by two. */
const twoThirds = (yes: number, rest: number) => yes + rest > 0 && duel(yes, 2, rest, 1) !== 'other';
/** 超过三分之二: and something is left. */
const moreThanTwoThirds = (yes: number, rest: number) => yes > 0 && duel(yes, 2, rest, 1) === 'heap';
/** 四分之三以上: every other is outweighed by three. */
const threeQuarters = (yes: number, rest: number) => yes + rest > 0 && duel(yes, 3, rest, 1) !== 'other';
/** 不得少于三分之一: of every three one is theirs. */
const third = (yes: number, rest: number) => yes > 0 && duel(yes, 1, rest, 2) !== 'other';

it('the count by hand knows the edges', () => {
  expect([moreThanHalf(2, 2), moreThanHalf(3, 2)]).toEqual([false, true]);
  expect([twoThirds(3, 2), twoThirds(4, 2), twoThirds(0, 0)]).toEqual([false, true, false]);
  expect([moreThanTwoThirds(4, 2), moreThanTwoThirds(5, 2)]).toEqual([false, true]);
  expect([threeQuarters(5, 2), threeQuarters(6, 2)]).toEqual([false, true]);
  expect([third(1, 3), third(1, 2), third(2, 4), third(1, 1), third(1, 0)]).toEqual([false, true, true, true, true]);
});

const count = <T>(list: readonly T[], wanted: (entry: T) => boolean): number => {
  let number = 0;
  for (const entry of list) if (wanted(entry)) number++;
  return number;
};

type Heap = (yes: number, rest: number) => boolean;
/** Rule, basis, day, and what the article asks of those who come. */
const MEETINGS: readonly (readonly [RuleId, Basis, string, Heap])[] = [
  ['residents-meeting', 'residents', '2026-03-01', moreThanHalf],
  ['residents-meeting', 'households', '2026-03-01', moreThanHalf],
  ['residents-meeting', 'representatives', '2020-03-01', moreThanHalf],
  ['residents-representatives', 'members', '2026-03-01', twoThirds],
  ['residents-committee-recall', 'voters', '2026-03-01', moreThanHalf],
  ['residents-committee-recall', 'representatives', '2026-03-01', moreThanTwoThirds],
  ['villagers-meeting', 'villagers', '2020-03-01', moreThanHalf],
  ['villagers-meeting', 'households', '2026-03-01', twoThirds],
  ['villagers-representatives', 'members', '2020-03-01', twoThirds],
  ['villagers-group', 'villagers', '2026-03-01', twoThirds],
  ['villagers-group', 'households', '2026-03-01', twoThirds],
  ['village-committee-recall', 'voters', '2026-03-01', moreThanHalf],
];
const votes = fc.array(fc.constantFrom<Vote>('for', 'for', 'for', 'against', 'abstain', 'silent', 'absent', 'absent'), {
  minLength: 1,
  maxLength: 40,
});

it.each(MEETINGS)('%s by %s on %s', (rule, basis, date, comes) => {
  fc.assert(
    fc.property(votes, (ballots) => {
      const of = (vote: Vote) => count(ballots, (ballot) => ballot === vote);
      const present = ballots.length - of('absent');
      const counts = {
        basis,
        total: ballots.length,
        present,
        for: of('for'),
        against: of('against'),
        abstain: of('abstain'),
      };
      const valid = comes(present, of('absent'));
      const passed = valid && moreThanHalf(of('for'), present - of('for'));
      expect(verdictOf({ rule, date, counts })).toMatchObject({ valid, passed, notVoting: of('silent') });
    }),
    { numRuns: 400 },
  );
});

describe('owners', () => {
  const part = fc.record({ area_cm2: fc.integer({ min: 1, max: 6 }) });
  const owner = fc.record({
    parts: fc.array(part, { minLength: 1, maxLength: 4 }),
    vote: fc.constantFrom('for', 'for', 'for', 'for', 'against', 'abstain', 'none'),
  });
  const roll = fc.record({ owners: fc.array(owner, { minLength: 1, maxLength: 12 }), stock: fc.option(owner) });

  /** Every square centimetre is a sign on a heap of its own, every person one on another: whose vote does it lie under? */
  const heapsOf = (owners: readonly { readonly parts: readonly { area_cm2: number }[]; readonly vote: string }[]) => ({
    area: owners.flatMap(({ parts, vote }) => parts.flatMap(({ area_cm2 }) => Array<string>(area_cm2).fill(vote))),
    number: owners.map(({ vote }) => vote),
  });

  it.each([
    ['owners-ordinary', moreThanHalf],
    ['owners-special', threeQuarters],
  ] as const)('%s by area and by number', (rule, agree) => {
    fc.assert(
      fc.property(roll, ({ owners, stock }) => {
        const heaps = heapsOf(stock === null ? owners : [...owners, stock]);
        const takesPart = (heap: readonly string[]) =>
          twoThirds(
            count(heap, (vote) => vote !== 'none'),
            count(heap, (vote) => vote === 'none'),
          );
        const carries = (heap: readonly string[]) =>
          agree(
            count(heap, (vote) => vote === 'for'),
            count(heap, (vote) => vote === 'against' || vote === 'abstain'),
          );
        const valid = takesPart(heaps.area) && takesPart(heaps.number);
        const passed = valid && carries(heaps.area) && carries(heaps.number);
        // The developer's stock comes as one entry for each part: all of them are one person.
        const unsold = (stock?.parts ?? []).map((own, i) => ({
          id: `unsold${i}`,
          parts: [own],
          vote: stock?.vote,
          developer: true,
        }));
        const input = [...owners.map((one, i) => ({ id: `owner${i}`, ...one })), ...unsold];
        expect(verdictOf({ rule, date: '2026-03-01', owners: input })).toMatchObject({ valid, passed });
      }),
      { numRuns: 1500 },
    );
  });

  it('dwelling-to-business', () => {
    fc.assert(
      fc.property(fc.array(owner, { minLength: 1, maxLength: 5 }), (owners) => {
        const input = owners.map((one, i) => ({ id: `${i}`, ...one }));
        const passed = count(owners, ({ vote }) => vote !== 'for') === 0;
        expect(verdictOf({ rule: 'dwelling-to-business', date: '2026-03-01', owners: input })).toMatchObject({
          passed,
        });
      }),
    );
  });
});

describe('elections', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e'];
  const votersAndSeats = fc.integer({ min: 1, max: 3 }).chain((seats) =>
    fc.record({
      seats: fc.constant(seats),
      /** One ballot for each voter: the names on it, or null for who stays at home. */
      ballots: fc.array(fc.option(fc.subarray(NAMES, { maxLength: seats }), { freq: 5 }), {
        minLength: 1,
        maxLength: 25,
      }),
    }),
  );
  const cast = (ballots: readonly (readonly string[] | null)[]) => ballots.filter((ballot) => ballot !== null);
  const naming = (ballots: readonly (readonly string[])[], name: string) =>
    count(ballots, (ballot) => ballot.includes(name));

  /** Fills seats one by one with whoever has the most ballots; where several have and do not all fit, it ends. */
  function seatsFilled(able: readonly string[], ballots: readonly (readonly string[])[], seats: number): string[] {
    const left = [...able];
    const seated: string[] = [];
    while (left.length > 0) {
      const best = left.filter((name) => left.every((other) => naming(ballots, name) >= naming(ballots, other)));
      if (seated.length + best.length > seats) break;
      for (const name of best) left.splice(left.indexOf(name), 1);
      seated.push(...best);
    }
    return seated;
  }

  it.each([
    ['residents-committee-election', 'voters', moreThanHalf],
    ['residents-committee-election', 'households', moreThanHalf],
    ['residents-committee-election', 'representatives', moreThanTwoThirds],
    ['village-committee-election', 'voters', moreThanHalf],
  ] as const)('%s by %s, and its run-off', (rule, mode, comes) => {
    fc.assert(
      fc.property(votersAndSeats, fc.boolean(), ({ seats, ballots }, runoff) => {
        const box = cast(ballots);
        const enough = runoff ? third : moreThanHalf;
        const valid = comes(box.length, ballots.length - box.length);
        const able = NAMES.filter((name) => enough(naming(box, name), box.length - naming(box, name)));
        const elected = valid ? seatsFilled(able, box, seats) : [];
        const candidates = NAMES.map((id) => ({ id, votes: naming(box, id) }));
        const verdict = verdictOf({
          rule,
          date: '2026-03-01',
          mode,
          total: ballots.length,
          voted: box.length,
          seats,
          candidates,
          ...(runoff && { runoff }),
        });
        expect(verdict).toMatchObject({ valid, passed: valid && elected.length === seats });
        expect([...(verdict.elected ?? [])].sort()).toEqual([...elected].sort());
        for (const name of verdict.runoff?.candidates ?? []) expect(elected).not.toContain(name);
        expect(verdict.runoff !== undefined).toBe(!runoff && valid && elected.length < seats);
      }),
      { numRuns: 600 },
    );
  });
});
