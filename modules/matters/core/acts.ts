import type { Term } from '#packages/procedure';
import { type Proposal, underOf } from './catalogue.ts';
import type { Obligation } from './joint.ts';
import type { Action } from './lifecycle.ts';
import type { Ground } from './objection.ts';
import type { ActionFacts, RefusalBranch } from './state.ts';
import { ANSWER_TERMS, type Level, type Trigger } from './supervision.ts';

/** What an action records: facts for everybody who may see the matter, and words that are sealed from the public. */
export interface Act<A extends Action> {
  readonly facts: ActionFacts[A];
  readonly sealed?: { readonly note: string };
}

/** What the person sent with each action that concerns one matter alone (beside transaction and version). */
export interface ActInput {
  accept: { category?: string };
  refuse: { branch: RefusalBranch; reason: string };
  settle: { result: string };
  dispatch: DispatchInput;
  take: object;
  progress: { message: string };
  pause: { reason: string };
  resume: object;
  extend: { reason: string; by: Term };
  return: { ground: Ground; reason: string };
  uphold: { reason: string };
  whistle: { reason: string; parts: readonly Obligation[] };
  contribute: { unit: string; result: string };
  excuse: { unit: string; reason: string };
  appraise: { justified: boolean; came: readonly string[]; reason: string };
  entrust: { item?: string; task: string };
  deliver: { result: string };
  supervise: { level: Level; trigger: Trigger; message: string };
  respond: { message: string };
  finish: { result: string };
  verify: { note?: string };
  rework: { reason: string };
  close: object;
  answer: { solved: boolean; satisfied: boolean; words?: string };
  reopen: { reason: string };
  withdraw: object;
  release: { text: string };
  recategorise: { category: string };
  note: { note: string };
}

export interface DispatchInput {
  unit: string;
  /** The case standard that was chosen; the first one of the catalogue's row by default. */
  standard?: string;
  /** Units that help. */
  co?: readonly string[];
  /** The owner is unclear: the district catches it. */
  caught?: boolean;
  /** Why it differs from what the catalogue proposes; public. */
  reason?: string;
  note?: string;
}

export type SingleAction = keyof ActInput;

/** What the act may look at beside its input: the kind so far, the residents' committee of the grid, what the catalogue says. */
export interface ActContext {
  readonly category: string;
  readonly committee: string;
  readonly proposal?: Proposal;
  /** Whether the chosen unit is the district's own body. */
  readonly toDistrict?: boolean;
  /** The item of the list of duties that was asked for. */
  readonly duty?: { readonly id: string; readonly name: string };
}

const sealed = (note: string | undefined) => (note ? { sealed: { note } } : {});
const nothing = () => ({ facts: {} });

function dispatched({ unit, standard, co, caught, reason, note }: DispatchInput, context: ActContext) {
  const { proposal, toDistrict } = context;
  const under = proposal && !caught ? underOf(proposal, standard) : undefined;
  const facts = {
    unit,
    ...(under && { under }),
    ...(co && co.length > 0 && { co }),
    ...(caught && { caught: toDistrict ? ('waiting' as const) : ('assigned' as const) }),
    ...(reason && { reason }),
  };
  return { facts, ...sealed(note) };
}

/** From what was sent to what is recorded: the one place that decides which words are public. */
export const ACTS: { [A in SingleAction]: (input: ActInput[A], context: ActContext) => Act<A> } = {
  accept: ({ category }, context) => ({ facts: { category: category ?? context.category } }),
  refuse: ({ branch, reason }) => ({ facts: { branch, reason } }),
  settle: ({ result }, { committee }) => ({ facts: { unit: committee, result } }),
  dispatch: dispatched,
  take: nothing,
  progress: ({ message }) => ({ facts: { message } }),
  pause: ({ reason }) => ({ facts: { reason } }),
  resume: nothing,
  extend: ({ reason, by }) => ({ facts: { reason, by } }),
  return: ({ ground, reason }) => ({ facts: { ground }, ...sealed(reason) }),
  uphold: ({ reason }) => ({ facts: {}, ...sealed(reason) }),
  whistle: ({ reason, parts }) => ({ facts: { reason, parts } }),
  contribute: ({ unit, result }) => ({ facts: { unit, result } }),
  excuse: ({ unit, reason }) => ({ facts: { unit, reason } }),
  appraise: ({ justified, came, reason }) => ({ facts: { justified, came, reason } }),
  entrust: ({ item = '', task }, { duty }) => ({
    facts: { item: duty?.id ?? item, name: duty?.name ?? '' },
    ...sealed(task),
  }),
  deliver: ({ result }) => ({ facts: { result } }),
  supervise: ({ level, trigger, message }) => ({ facts: { level, trigger, term: ANSWER_TERMS[level], message } }),
  respond: ({ message }) => ({ facts: { message } }),
  finish: ({ result }) => ({ facts: { result } }),
  verify: ({ note }) => ({ facts: {}, ...sealed(note) }),
  rework: ({ reason }) => ({ facts: { reason } }),
  close: nothing,
  answer: ({ solved, satisfied, words }) => ({ facts: { solved, satisfied }, ...sealed(words) }),
  reopen: ({ reason }) => ({ facts: {}, ...sealed(reason) }),
  withdraw: nothing,
  release: ({ text }) => ({ facts: {}, ...sealed(text) }),
  recategorise: ({ category }) => ({ facts: { category } }),
  note: ({ note }) => ({ facts: {}, ...sealed(note) }),
};
