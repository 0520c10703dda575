import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '#packages/kernel';
import {
  canonicalRoll,
  drawRoll,
  findOnBoth,
  freezeRoll,
  hasCompleted,
  isFrozenAs,
  type Person,
  presentRoll,
  type Roll,
} from './electorate.ts';

const hash = (content: string) => createHash('sha256').update(content).digest('hex');
const DAY = '2026-05-10';
const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  born: '1980-02-03',
  ...more,
});
const WANG = person('p1', '王芳', { household: 'h1', representsHousehold: true, registered: true, group: '一组' });
const LI = person('p2', '李明', { household: 'h1', registered: true });
const CHILD = person('p3', '王小宝', { born: '2008-05-11', household: 'h1', registered: true });
const AWAY = person('p4', '赵强');

const draw = (basis: Roll['basis'], people: readonly Person[]) =>
  drawRoll({ rule: 'residents-committee-election', basis, date: DAY }, people);
const idsOf = (basis: Roll['basis'], people: readonly Person[]) => draw(basis, people).roll.entries.map(({ id }) => id);

describe('who counts', () => {
  it('eighteen is completed on the birthday, and on 1 March for those born on 29 February', () => {
    expect(hasCompleted(18, '2008-05-10', DAY)).toBe(true);
    expect(hasCompleted(18, '2008-05-11', DAY)).toBe(false);
    expect(hasCompleted(18, '2008-02-29', '2026-02-28')).toBe(false);
    expect(hasCompleted(18, '2008-02-29', '2026-03-01')).toBe(true);
  });

  it('residents and villagers are the adults', () => {
    expect(idsOf('residents', [WANG, LI, CHILD, AWAY])).toEqual(['p1', 'p2', 'p4']);
    expect(idsOf('villagers', [CHILD])).toEqual([]);
  });

  it('voters are adults with the right to vote who registered; whoever is left out is told why', () => {
    const barred = person('p5', '孙某', { registered: true, entitled: false });
    const { roll, leftOut } = draw('voters', [WANG, LI, CHILD, AWAY, barred]);
    expect(roll.entries.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(leftOut.map(({ id, why }) => [id, why.en])).toEqual([
      ['p3', 'not yet 18 years old'],
      ['p4', 'not registered for the election'],
      ['p5', 'without the right to vote by law'],
    ]);
  });

  it('a household counts once, under its own id, by whom it chose', () => {
    expect(draw('households', [WANG, LI, AWAY]).roll.entries).toEqual([{ id: 'h1', name: '王芳', group: '一组' }]);
  });

  it('members and representatives are taken as they were elected', () => {
    expect(idsOf('members', [WANG, AWAY])).toEqual(['p1', 'p4']);
  });

  it('somebody on two rolls is found', () => {
    expect(findOnBoth(draw('residents', [WANG, LI]).roll, draw('residents', [LI, AWAY]).roll)).toEqual(['p2']);
  });
});

it('what is posted is a number, the name and the group: no id, no birthday, no household', () => {
  expect(presentRoll(draw('voters', [WANG, LI]).roll)).toEqual([
    { number: 1, name: '王芳', group: '一组' },
    { number: 2, name: '李明' },
  ]);
});

describe('a frozen roll', () => {
  const { roll } = draw('residents', [WANG, LI, AWAY]);
  const frozen = freezeRoll(roll, hash);

  it('is the same for the same people in any order', () => {
    expect(frozen).toMatchObject({ format: 'gongzhi-roll/1', total: 3, hash: hash(canonicalRoll(roll)) });
    fc.assert(
      fc.property(fc.shuffledSubarray([...roll.entries], { minLength: 3 }), (entries) => {
        expect(isFrozenAs({ ...roll, entries }, frozen, hash)).toBe(true);
      }),
    );
  });

  it('a roll changed after freezing is seen: somebody added, left out, exchanged or renamed, another day or basis', () => {
    const [first, ...others] = roll.entries;
    const changed: Roll[] = [
      { ...roll, entries: [...roll.entries, { id: 'p9', name: '钱' }] },
      { ...roll, entries: others },
      { ...roll, entries: [{ ...first, id: 'p9' }, ...others] },
      { ...roll, entries: [{ ...first, name: '王方' }, ...others] },
      { ...roll, date: '2026-05-11' },
      { ...roll, basis: 'households' },
    ];
    for (const other of changed) expect(isFrozenAs(other, frozen, hash)).toBe(false);
  });

  it('a person twice on a roll, a household with two delegates, and an empty roll are not frozen', () => {
    const twice = draw('residents', [WANG, WANG]).roll;
    const household = draw('households', [WANG, { ...LI, representsHousehold: true }]).roll;
    for (const [bad, rule] of [
      [twice, 'is_listed_once'],
      [household, 'is_listed_once'],
      [draw('residents', []).roll, 'roll_has_entries'],
    ] as const) {
      try {
        freezeRoll(bad, hash);
        expect.unreachable();
      } catch (error) {
        expect((error as Problem).reasons.map((reason) => reason.rule)).toEqual([rule]);
        expect(error).toBeInstanceOf(Problem);
      }
    }
  });
});
