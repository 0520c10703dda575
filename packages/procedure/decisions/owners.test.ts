import { describe, expect, it } from 'vitest';
import { Problem } from '#packages/kernel';
import { verdictOf } from './verdict.ts';

type Vote = 'for' | 'against' | 'abstain' | 'none';
const owner = (id: string, vote: Vote, ...areas: number[]) => ({
  id,
  vote,
  parts: areas.map((area_cm2) => ({ area_cm2 })),
});
const developer = (id: string, vote: Vote, ...areas: number[]) => ({ ...owner(id, vote, ...areas), developer: true });
/** So many owners of one part of 1 m² each. */
const many = (prefix: string, vote: Vote, count: number, area = 10_000) =>
  Array.from({ length: count }, (_, i) => owner(`${prefix}${i}`, vote, area));

const decision = (rule: string, ...owners: object[]) => verdictOf({ rule, date: '2026-05-01', owners });
const fractions = (rule: string, ...owners: object[]) =>
  Object.fromEntries(
    decision(rule, ...owners).conditions.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]),
  );

describe('counting owners', () => {
  it('one owner with 30 flats counts once by number and with every flat by area', () => {
    const flats = Array.from({ length: 30 }, () => 10_000);
    expect(fractions('owners-ordinary', owner('a', 'for', ...flats), ...many('b', 'against', 4))).toEqual({
      'participation-area': [340_000, 340_000],
      'participation-number': [5, 5],
      'approval-area': [300_000, 340_000],
      'approval-number': [1, 5],
    });
  });

  it('developer stock counts once by number, all entries together, and with its whole area', () => {
    const stock = [developer('d1', 'for', 10_000, 10_000), developer('d2', 'for', 30_000)];
    expect(fractions('owners-ordinary', ...stock, ...many('b', 'against', 2))).toMatchObject({
      'participation-number': [3, 3],
      'approval-area': [50_000, 70_000],
      'approval-number': [1, 3],
    });
  });

  it('developer stock that votes in two ways is refused', () => {
    expect(() => decision('owners-ordinary', developer('d1', 'for', 1), developer('d2', 'none', 1))).toThrow(Problem);
  });

  it('an abstention takes part and does not agree; silence takes no part and is told', () => {
    const verdict = decision(
      'owners-ordinary',
      ...many('a', 'for', 2),
      ...many('b', 'abstain', 1),
      owner('c', 'none', 1),
    );
    expect(verdict.notVoting).toBe(1);
    expect(verdict.conditions.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [30_000, 30_001],
      [3, 4],
      [20_000, 30_000],
      [2, 3],
    ]);
  });
});

describe('participation (民法典 278): two thirds or more, by area and by number', () => {
  it('exactly two thirds of both is valid', () => {
    expect(decision('owners-ordinary', ...many('a', 'for', 2), ...many('b', 'none', 1))).toMatchObject({
      edition: '2020',
      valid: true,
      passed: true,
    });
  });
  it('one square centimetre less is not', () => {
    expect(decision('owners-ordinary', ...many('a', 'for', 2), ...many('b', 'none', 1, 10_001)).valid).toBe(false);
  });
  it('enough area but too few owners is not, nor the other way round', () => {
    expect(decision('owners-ordinary', owner('a', 'for', 1_000_000), ...many('b', 'none', 1)).valid).toBe(false);
    expect(decision('owners-ordinary', ...many('a', 'for', 9, 1), owner('b', 'none', 1_000)).valid).toBe(false);
  });
});

describe('ordinary matters: more than half of those who take part, by area and by number', () => {
  it('exactly half of both does not carry', () => {
    expect(decision('owners-ordinary', ...many('a', 'for', 2), ...many('b', 'against', 2))).toMatchObject({
      valid: true,
      passed: false,
    });
  });
  it('more than half of both carries; of one alone does not', () => {
    expect(decision('owners-ordinary', ...many('a', 'for', 3), ...many('b', 'against', 2)).passed).toBe(true);
    expect(decision('owners-ordinary', ...many('a', 'for', 3), ...many('b', 'against', 2, 15_000)).passed).toBe(false);
    expect(decision('owners-ordinary', owner('a', 'for', 90_000), ...many('b', 'against', 1)).passed).toBe(false);
  });
});

describe('special matters: three quarters or more of those who take part, by area and by number', () => {
  it('exactly three quarters of both carries', () => {
    expect(decision('owners-special', ...many('a', 'for', 3), ...many('b', 'against', 1)).passed).toBe(true);
  });
  it('one square centimetre or one owner less does not', () => {
    expect(decision('owners-special', ...many('a', 'for', 3), ...many('b', 'against', 1, 10_001)).passed).toBe(false);
    expect(
      decision('owners-special', owner('a', 'for', 90_000), ...many('b', 'for', 1), ...many('c', 'against', 1)).passed,
    ).toBe(false);
  });
});

describe('a dwelling turned to business use (民法典 279): all who have an interest agree', () => {
  it('all do', () => {
    const verdict = decision('dwelling-to-business', ...many('a', 'for', 3));
    expect(verdict).toMatchObject({ valid: true, passed: true });
    expect(verdict.conditions).toEqual([
      { id: 'unanimity', needs: '1/1', op: 'gte', numerator: 3, denominator: 3, met: true, article: '民法典 279' },
    ]);
  });
  it.each(['against', 'abstain', 'none'] as const)('one who is %s is enough to refuse it', (vote) => {
    expect(decision('dwelling-to-business', ...many('a', 'for', 99), owner('b', vote, 1)).passed).toBe(false);
  });
});

it('zero participants: nothing is valid, and three quarters of nobody agree to nothing', () => {
  for (const rule of ['owners-ordinary', 'owners-special']) {
    const verdict = decision(rule, ...many('a', 'none', 3));
    expect(verdict).toMatchObject({ valid: false, passed: false });
    expect(verdict.conditions.every(({ met }) => !met)).toBe(true);
  }
});
