import type { Term } from '#packages/procedure';
import type { Action } from './lifecycle.ts';
import type { ActionFacts, RefusalBranch } from './state.ts';

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
  dispatch: { unit: string; note?: string };
  take: object;
  progress: { message: string };
  pause: { reason: string };
  resume: object;
  extend: { reason: string; by: Term };
  return: { reason: string };
  uphold: { reason: string };
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

export type SingleAction = keyof ActInput;

/** What the act may look at beside its input: the kind so far, and the residents' committee of the grid. */
export interface ActContext {
  readonly category: string;
  readonly committee: string;
}

const sealed = (note: string | undefined) => (note ? { sealed: { note } } : {});
const nothing = () => ({ facts: {} });

/** From what was sent to what is recorded: the one place that decides which words are public. */
export const ACTS: { [A in SingleAction]: (input: ActInput[A], context: ActContext) => Act<A> } = {
  accept: ({ category }, context) => ({ facts: { category: category ?? context.category } }),
  refuse: ({ branch, reason }) => ({ facts: { branch, reason } }),
  settle: ({ result }, { committee }) => ({ facts: { unit: committee, result } }),
  dispatch: ({ unit, note }) => ({ facts: { unit }, ...sealed(note) }),
  take: nothing,
  progress: ({ message }) => ({ facts: { message } }),
  pause: ({ reason }) => ({ facts: { reason } }),
  resume: nothing,
  extend: ({ reason, by }) => ({ facts: { reason, by } }),
  return: ({ reason }) => ({ facts: {}, ...sealed(reason) }),
  uphold: ({ reason }) => ({ facts: {}, ...sealed(reason) }),
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
