import { type Text, text } from '#packages/kernel';
import { isOverdue, type StageClock, startClock, type Term, type WorkingCalendar } from '#packages/procedure';
import type { MatterState } from './state.ts';

/** 催办, 督办, 挂牌督办: each level is seen by a wider area, and asks for an answer by a clock of its own. */
export const LEVELS = {
  urge: text('催办', 'Urged'),
  supervise: text('督办', 'Supervised'),
  listed: text('挂牌督办', 'Supervised by the district'),
} as const satisfies Record<string, Text>;
export type Level = keyof typeof LEVELS;

/** Why (潍坊热线条例 26, 济南热线条例 28; facts 2.1). The last two are for people to say: no rule can find them. */
export const TRIGGERS = {
  refused: text('反复推诿、拒不签收', 'Refused again after an objection was rejected'),
  overdue: text('超时未办结', 'Overdue'),
  unsolved: text('结案后反映人评价未解决', 'Not solved, the reporter says'),
  reopened: text('重办', 'Reopened'),
  repeated: text('多人多次反映未解决', 'Many people, many times'),
  harm: text('办理不当造成不良影响', 'Harm by poor handling'),
  other: text('其他', 'Other'),
} as const satisfies Record<string, Text>;
export type Trigger = keyof typeof TRIGGERS;

export interface Supervision {
  readonly level: Level;
  readonly trigger: Trigger;
  readonly at: string;
  readonly clock: StageClock;
  readonly answeredAt?: string;
  /** How often the matter had been reopened by then: a further time asks for more. */
  readonly round: number;
}

/** Time to answer, parameters of the demo district; recorded with each supervision. */
export const ANSWER_TERMS: Record<Level, Term> = {
  urge: { amount: 1, unit: 'work_day' },
  supervise: { amount: 2, unit: 'work_day' },
  listed: { amount: 3, unit: 'work_day' },
};

/** From how many people, and how many fruitless rounds, it is "many people, many times". */
export const MANY_PEOPLE = 5;
export const MANY_TIMES = 2;

const ORDER = Object.keys(LEVELS) as Level[];
export const isHigher = (level: Level, than: Level): boolean => ORDER.indexOf(level) > ORDER.indexOf(than);
const next = (level: Level): Level | undefined => ORDER[ORDER.indexOf(level) + 1];
const higherOf = (a: Level, b: Level): Level => (isHigher(a, b) ? a : b);

export const isOpenSupervision = (supervision: Supervision | undefined): supervision is Supervision =>
  supervision !== undefined && supervision.answeredAt === undefined;

export const supervised = (
  calendar: WorkingCalendar,
  { level, trigger, term }: { level: Level; trigger: Trigger; term: Term },
  at: string,
  round: number,
): Supervision => ({ level, trigger, at, clock: startClock(calendar, at, term), round });

type Condition = (state: MatterState, now: number) => boolean;

const WITH_UNIT = ['dispatched', 'handling'];
const isWithUnit: Condition = ({ stage }) => WITH_UNIT.includes(stage);

/** The triggers that a rule can find, the gravest first, with the level at which each begins. */
const RULES: readonly { readonly trigger: Trigger; readonly level: Level; readonly holds: Condition }[] = [
  {
    trigger: 'repeated',
    level: 'supervise',
    holds: (state, now) =>
      isWithUnit(state, now) &&
      state.supporters >= MANY_PEOPLE &&
      state.returns + state.reworks + state.reopenings >= MANY_TIMES,
  },
  {
    trigger: 'refused',
    level: 'supervise',
    holds: ({ stage, returns, objection }) =>
      ['dispatched', 'returned'].includes(stage) && returns >= 2 && (objection?.rejected.length ?? 0) > 0,
  },
  { trigger: 'unsolved', level: 'urge', holds: ({ stage, answer }) => stage === 'closed' && answer?.solved === false },
  {
    trigger: 'overdue',
    level: 'urge',
    holds: (state, now) => isWithUnit(state, now) && state.clock?.kind === 'handle' && isOverdue(state.clock, now),
  },
  { trigger: 'reopened', level: 'urge', holds: (state, now) => isWithUnit(state, now) && state.reopenings > 0 },
];

/**
 * What the rules ask for now, if anything: the first level of the gravest trigger; the next level where no answer came in time, where
 * it is still overdue a while after the answer, or where it was reopened once more.
 */
export function dueSupervision(
  calendar: WorkingCalendar,
  state: MatterState,
  now: number,
): { readonly level: Level; readonly trigger: Trigger } | null {
  const rule = RULES.find(({ holds }) => holds(state, now));
  if (!rule || state.unit === null) return null;
  const { trigger, level } = rule;
  const last = state.supervision;
  if (!last) return { trigger, level };
  if (last.answeredAt === undefined) return isOverdue(last.clock, now) ? raise(last, trigger) : null;
  if (last.trigger !== trigger) return { trigger, level: higherOf(level, last.level) };
  const again =
    trigger === 'overdue'
      ? isOverdue(startClock(calendar, last.answeredAt, last.clock.term), now)
      : last.round < state.reopenings;
  return again ? raise(last, trigger) : null;
}

function raise({ level }: Supervision, trigger: Trigger) {
  const higher = next(level);
  return higher === undefined ? null : { trigger, level: higher };
}
