import { type Text, text } from '#packages/kernel';
import { type Action, dutyProcedure, type Stage } from './lifecycle.ts';

/** What grid workers may be asked to do at all (舟山网格条例 23). */
export const DUTY_KINDS = {
  publicity: text('宣传引导', 'Telling people'),
  basics: text('依法采集基础信息', 'Basic facts, as the law allows'),
  opinions: text('了解社情民意', 'Hearing what people think'),
  disputes: text('排查化解矛盾', 'Finding and settling disputes'),
  risks: text('协助风险排查', 'Helping to find risks'),
  care: text('志愿服务和关爱', 'Volunteering and care'),
  errands: text('协办代办', 'Errands for residents'),
  emergencies: text('突发事件报告', 'Reporting emergencies'),
} as const satisfies Record<string, Text>;
export type DutyKind = keyof typeof DUTY_KINDS;

export const PERIODS = {
  week: text('每周', 'a week'),
  month: text('每月', 'a month'),
  quarter: text('每季度', 'a quarter'),
  year: text('每年', 'a year'),
  case: text('每件', 'a case'),
} as const satisfies Record<string, Text>;
export type Period = keyof typeof PERIODS;

export type GridChoice = 'all' | 'comprehensive' | 'dedicated';

/** An item as a department asks for it: 清单事项. */
export interface DutyItem {
  readonly name: string;
  readonly kind: DutyKind;
  /** Law or document, with its article. */
  readonly basis: string;
  /** What the grid worker does, and what stays with the department. */
  readonly duty: string;
  readonly frequency: { readonly times: number; readonly per: Period };
  /** Hours a month in one grid, in steps of a half. */
  readonly hours: number;
  /** What the department pays, in fen per grid and month (费随事转, 居委会组织法 43). */
  readonly fee: number;
  readonly grids: GridChoice;
}

export interface ActionFacts {
  apply: { owner: string; urgent: boolean; item: DutyItem };
  resubmit: { item: DutyItem };
  withdraw: Record<never, never>;
  return: { reason: string };
  /** Days in China; `until` is the last day. */
  admit: { from: string; until: string };
  exit: { from: string; reason: string };
}

export type Recorded<A extends Action = Action> = {
  [K in A]: { readonly seq: number; readonly at: string; readonly action: K; readonly facts: ActionFacts[K] };
}[A];

/** The state of an item: the pure fold of what is recorded. */
export interface DutyState {
  readonly stage: Stage;
  readonly version: number;
  readonly owner: string;
  readonly urgent: boolean;
  readonly item: DutyItem;
  readonly appliedAt: string;
  readonly from: string | null;
  readonly until: string | null;
  /** First day on which it is not on the list any more, where it was taken off before its term. */
  readonly exitFrom: string | null;
  /** Why it was returned or taken off. */
  readonly reason: string | null;
}

type Effects = { [A in Action]?: (entry: Recorded<A>) => Partial<DutyState> };

const EFFECTS: Effects = {
  resubmit: ({ facts }) => ({ item: facts.item, reason: null }),
  return: ({ facts }) => ({ reason: facts.reason }),
  admit: ({ facts }) => ({ from: facts.from, until: facts.until, reason: null }),
  exit: ({ facts }) => ({ exitFrom: facts.from, reason: facts.reason }),
};

function begin({ seq, at, facts: { owner, urgent, item } }: Recorded<'apply'>): DutyState {
  const listed = { from: null, until: null, exitFrom: null, reason: null };
  return { stage: 'applied', version: seq, owner, urgent, item, appliedAt: at, ...listed };
}

/** The state after one more recorded action. Throws where the record breaks the procedure. */
export function apply(state: DutyState | null, entry: Recorded): DutyState {
  if (state === null) {
    if (entry.action !== 'apply') throw new RangeError(`an item begins with an application, not with ${entry.action}`);
    return begin(entry);
  }
  const stage = dutyProcedure.table[state.stage][entry.action];
  if (stage === undefined) throw new RangeError(`${entry.action} is not possible in stage ${state.stage}`);
  const effect = EFFECTS[entry.action] as ((e: Recorded) => Partial<DutyState>) | undefined;
  return { ...state, stage, version: entry.seq, ...effect?.(entry) };
}

export const STANDINGS = {
  applied: text('待审核', 'Under review'),
  returned: text('已退回', 'Returned'),
  upcoming: text('待生效', 'Not in effect yet'),
  in_force: text('在清单上', 'On the list'),
  expired: text('已到期', 'Term over'),
  exited: text('已退出', 'Taken off'),
  withdrawn: text('已撤回', 'Withdrawn'),
} as const satisfies Record<string, Text>;
export type Standing = keyof typeof STANDINGS;

/** How an item stands on a day (YYYY-MM-DD in China): derived, so that nothing has to happen when a term ends. */
export function standingOn(day: string, { stage, from, until, exitFrom }: DutyState): Standing {
  if (stage === 'applied' || stage === 'returned' || stage === 'withdrawn') return stage;
  if (exitFrom !== null && exitFrom <= day) return 'exited';
  if (from === null || from > day) return 'upcoming';
  return until !== null && until < day ? 'expired' : 'in_force';
}

export const suits = (item: DutyItem, kind: 'comprehensive' | 'dedicated'): boolean =>
  item.grids === 'all' || item.grids === kind;

/** Hours a month that the list asks of one grid of a kind, on a day. */
export const hoursOf = (states: readonly DutyState[], kind: 'comprehensive' | 'dedicated', day: string): number =>
  states
    .filter((state) => standingOn(day, state) === 'in_force' && suits(state.item, kind))
    .reduce((sum, { item }) => sum + item.hours, 0);
