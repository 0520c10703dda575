import canonicalize from 'canonicalize';
import { Problem, type Reason, type Text, text } from '#packages/kernel';
import type { Basis, RuleId } from './rule.ts';

/** A person as the registers of the place know them on the day; nothing that a roll does not need. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly born: string;
  readonly group?: string;
  readonly household?: string;
  /** Chosen by the household to act for it. */
  readonly representsHousehold?: boolean;
  /** False: without the right to vote by law (居 16, 村 16). */
  readonly entitled?: boolean;
  /** Registered for the election (居 16, 村 16). */
  readonly registered?: boolean;
}

/** One line of a roll: whoever counts, with the least that others need to object. */
export interface RollEntry {
  readonly id: string;
  readonly name: string;
  readonly group?: string;
}

export interface Roll {
  readonly rule: RuleId;
  readonly basis: Basis;
  /** The day on which it is looked at who counts: that of the meeting or election. */
  readonly date: string;
  readonly entries: readonly RollEntry[];
}

/** Who is not on the roll, and why: what an objection is answered with. */
export interface LeftOut {
  readonly id: string;
  readonly why: Text;
}

/** Whether somebody has completed so many years on a day; the birthday itself counts, 29 February is completed on 1 March. */
export function hasCompleted(years: number, born: string, date: string): boolean {
  const birthday = `${String(Number(born.slice(0, 4)) + years).padStart(4, '0')}${born.slice(4)}`;
  return birthday <= date;
}

const MAJORITY_AGE = 18;

type Test = (person: Person, date: string) => Text | undefined;

const isAdult: Test = ({ born }, date) =>
  hasCompleted(MAJORITY_AGE, born, date) ? undefined : text('未满十八周岁', 'not yet 18 years old');
const isEntitled: Test = ({ entitled }) =>
  entitled === false ? text('依法没有选举权', 'without the right to vote by law') : undefined;
const isRegistered: Test = ({ registered }) =>
  registered === true ? undefined : text('没有登记参加选举', 'not registered for the election');
const isHouseholdDelegate: Test = ({ representsHousehold, household }) =>
  representsHousehold === true && household !== undefined
    ? undefined
    : text('不是户的代表', 'does not represent a household');

/** Who counts, by basis. Members, representatives, groups and owners are elected, formed or registered elsewhere: their lists are taken as they are. */
const TESTS: Record<Basis, readonly Test[]> = {
  residents: [isAdult],
  villagers: [isAdult],
  voters: [isAdult, isEntitled, isRegistered],
  households: [isHouseholdDelegate],
  members: [],
  representatives: [],
  groups: [],
  owners: [],
};

/** Draws the roll of a basis: who counts on the day, and who of those given does not. A household counts under its own id. */
export function drawRoll(
  { rule, basis, date }: Omit<Roll, 'entries'>,
  people: readonly Person[],
): { readonly roll: Roll; readonly leftOut: readonly LeftOut[] } {
  const entries: RollEntry[] = [];
  const leftOut: LeftOut[] = [];
  for (const person of people) {
    const why = TESTS[basis].map((test) => test(person, date)).find((reason) => reason !== undefined);
    if (why !== undefined) leftOut.push({ id: person.id, why });
    else entries.push(entryOf(basis, person));
  }
  return { roll: { rule, basis, date, entries }, leftOut };
}

const entryOf = (basis: Basis, { id, name, group, household }: Person): RollEntry => ({
  id: basis === 'households' && household !== undefined ? household : id,
  name,
  ...(group !== undefined && { group }),
});

/** Every reason why a roll cannot be frozen: nobody on it, or somebody (a household: somebody for it) twice. */
export function reasonsAgainstRoll({ entries }: Pick<Roll, 'entries'>): Reason[] {
  if (entries.length === 0) return [{ rule: 'roll_has_entries', text: text('名册是空的。', 'The roll is empty.') }];
  const times = new Map<string, number>();
  for (const { id } of entries) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times]
    .filter(([, count]) => count > 1)
    .map(([id, count]) => ({
      rule: 'is_listed_once',
      field: id,
      text: text(`“${id}”在名册上出现 ${count} 次。`, `“${id}” is ${count} times on the roll.`),
    }));
}

/** Ids on both rolls: whoever is registered in one place does not vote in another (村 16). */
export function findOnBoth(one: Pick<Roll, 'entries'>, other: Pick<Roll, 'entries'>): string[] {
  const ids = new Set(one.entries.map(({ id }) => id));
  return other.entries.map(({ id }) => id).filter((id) => ids.has(id));
}

/** What is posted: a number in the order of the roll, the name and the group; the id stays inside. */
export const presentRoll = ({ entries }: Pick<Roll, 'entries'>) =>
  entries.map(({ name, group }, i) => ({ number: i + 1, name, ...(group !== undefined && { group }) }));

/** A function that hashes a text, hex: pure code has none of its own. */
export type Hash = (content: string) => string;

export interface FrozenRoll {
  readonly format: 'gongzhi-roll/1';
  readonly rule: RuleId;
  readonly basis: Basis;
  readonly date: string;
  readonly total: number;
  readonly hash: string;
}

/** Canonical JSON (RFC 8785) of a roll, its entries in order of their ids: the same people give the same text. */
export function canonicalRoll({ rule, basis, date, entries }: Roll): string {
  const sorted = [...entries].sort((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)));
  return canonicalize({ format: 'gongzhi-roll/1', rule, basis, date, entries: sorted }) ?? '';
}

/** Freezes a roll before the vote opens. Throws a Problem with the reasons where it is empty or has somebody twice. */
export function freezeRoll(roll: Roll, hash: Hash): FrozenRoll {
  const reasons = reasonsAgainstRoll(roll);
  const { rule, basis, date, entries } = roll;
  if (reasons.length > 0) {
    throw new Problem({
      code: 'roll_cannot_be_frozen',
      kind: 'invalid',
      title: text('名册不能锁定。', 'The roll cannot be frozen.'),
      reasons,
    });
  }
  return { format: 'gongzhi-roll/1', rule, basis, date, total: entries.length, hash: hash(canonicalRoll(roll)) };
}

/** Whether it is still the roll that was frozen: nobody added, left out or renamed since. */
export const isFrozenAs = (roll: Roll, frozen: FrozenRoll, hash: Hash): boolean =>
  roll.entries.length === frozen.total && hash(canonicalRoll(roll)) === frozen.hash;
