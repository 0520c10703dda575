import type { Possible, Reason, Text } from '#packages/kernel';

export interface Stage {
  readonly label: Text;
  /** Nothing more is owed: the procedure has come to an end, although a later action may open it again. */
  readonly ends?: true;
}

export interface ActionSpec {
  readonly label: Text;
}

/** What may happen next: a total table over the stages. */
export type Table<S extends string, A extends string> = Record<S, Partial<Record<A, S>>>;

export interface Procedure<S extends string, A extends string> {
  readonly id: string;
  readonly edition: string;
  readonly stages: Record<S, Stage>;
  readonly actions: Record<A, ActionSpec>;
  readonly table: Table<NoInfer<S>, NoInfer<A>>;
}

/** A named rule: its sentence tells the person who is refused what is missing. */
export interface Rule<Input> {
  readonly id: string;
  readonly text: Text;
  readonly field?: string;
  readonly broken: (input: Input) => boolean;
}

export const defineProcedure = <S extends string, A extends string>(procedure: Procedure<S, A>): Procedure<S, A> =>
  procedure;

export const actionsFrom = <S extends string, A extends string>(procedure: Procedure<S, A>, stage: NoInfer<S>): A[] =>
  Object.keys(procedure.table[stage]) as A[];

/** Every rule that the input breaks, as reasons. */
export const reasonsOf = <Input>(rules: readonly Rule<Input>[], input: Input): Reason[] =>
  rules
    .filter((rule) => rule.broken(input))
    .map(({ id, text, field }) => ({ rule: id, text, ...(field && { field }) }));

export type Decision<S extends string> =
  | { readonly allowed: true; readonly stage: S }
  | { readonly allowed: false; readonly why: 'stage' | 'rules'; readonly reasons: readonly Reason[] };

/** Whether an action may happen in a stage, and where it leads; otherwise every reason why not. */
export function decide<S extends string, A extends string, Input>(
  procedure: Procedure<S, A>,
  stage: NoInfer<S>,
  action: NoInfer<A>,
  rules: readonly Rule<Input>[],
  input: Input,
): Decision<S> {
  const next = procedure.table[stage][action];
  if (next === undefined) return { allowed: false, why: 'stage', reasons: [notInStage(procedure, stage, action)] };
  const reasons = reasonsOf(rules, input);
  return reasons.length > 0 ? { allowed: false, why: 'rules', reasons } : { allowed: true, stage: next };
}

function notInStage<S extends string, A extends string>(procedure: Procedure<S, A>, stage: S, action: A): Reason {
  const is = procedure.stages[stage].label;
  const act = procedure.actions[action].label;
  return {
    rule: 'action_belongs_to_stage',
    text: {
      zh: `当前环节为“${is.zh}”，不能“${act.zh}”。`,
      en: `The stage is now “${is.en}”: “${act.en}” is not possible.`,
    },
  };
}

/** The actions as things that a person can do instead. */
export const asPossible = <S extends string, A extends string>(
  procedure: Procedure<S, A>,
  actions: readonly A[],
): Possible[] => actions.map((action) => ({ action, text: procedure.actions[action].label }));

/** Current state is a fold over recorded actions; `apply` starts from `null` with the first one. */
export function fold<State, Entry>(
  entries: readonly Entry[],
  apply: (state: State | null, entry: Entry) => State,
): State | null {
  return entries.reduce<State | null>(apply, null);
}
