import { type PlanAction, type PlanStatus, planProcedure } from './lifecycle.ts';

/** What is recorded of a layer: the public may know all of it. */
export interface LayerFacts {
  readonly name: string;
  readonly grids: number;
  readonly faults: number;
  /** SHA-256 of the uploaded file; null where there was none. */
  readonly upload: string | null;
  /** The plan that this one takes the place of, or that takes its place; null where there is none. */
  readonly other: string | null;
}

/** What is recorded of each action. */
export interface PlanFacts {
  readonly import: LayerFacts;
  readonly redraw: LayerFacts;
  readonly check: Readonly<Record<string, never>>;
  /** Days of the calendar in Shanghai, both included; the streets whose grids change. */
  readonly announce: {
    readonly from: string;
    readonly until: string;
    readonly streets: readonly string[];
    /** The plan in force that people compare it with; null for the first of a district. */
    readonly against: string | null;
  };
  /** The words are sealed; only that somebody spoke is public. */
  readonly comment: { readonly number: number };
  readonly answer: { readonly number: number };
  readonly endorse: { readonly street: string };
  readonly approve: { readonly street: string };
  /** The day on which the plan takes effect. */
  readonly file: { readonly effective: string };
  readonly enter_into_force: LayerFacts;
  readonly publish: LayerFacts;
  readonly supersede: LayerFacts;
  readonly withdraw: { readonly reason: string };
}

export interface PlanState {
  readonly status: PlanStatus;
  readonly name: string;
  readonly grids: number;
  readonly faults: number;
  readonly notice: { readonly from: string; readonly until: string } | null;
  /** The plan in force with which it was compared when it was put on notice; absent before, null where there was none. */
  readonly against?: string | null;
  readonly approvals: readonly { readonly street: string; readonly at: string | null }[];
  /** Comments so far, and those not answered yet, by their numbers. */
  readonly comments: number;
  readonly unanswered: readonly number[];
  readonly effective: string | null;
  readonly version: number;
}

/** One entry of the ledger stream `grid_plan`, as far as the fold reads it. */
export type PlanEntry = {
  [A in PlanAction]: { readonly action: A; readonly facts: PlanFacts[A]; readonly at: string; readonly seq: number };
}[PlanAction];

const BLANK: Omit<PlanState, 'status' | 'version'> = {
  name: '',
  grids: 0,
  faults: 0,
  notice: null,
  approvals: [],
  comments: 0,
  unanswered: [],
  effective: null,
};

type Effects = { [A in PlanAction]: (state: PlanState, facts: PlanFacts[A], at: string) => Partial<PlanState> };

const layer = (_: PlanState, { name, grids, faults }: LayerFacts) => ({ name, grids, faults });
const approved = ({ approvals }: PlanState, { street }: { street: string }, at: string) => ({
  approvals: approvals.map((one) => (one.street === street ? { street, at } : one)),
});

/** What an action changes beside the stage and the version. */
const EFFECTS: Effects = {
  import: layer,
  redraw: layer,
  check: () => ({}),
  announce: (_, { from, until, streets, against }) => ({
    notice: { from, until },
    against,
    approvals: streets.map((street) => ({ street, at: null })),
  }),
  comment: ({ unanswered }, { number }) => ({ comments: number, unanswered: [...unanswered, number] }),
  answer: ({ unanswered }, { number }) => ({ unanswered: unanswered.filter((one) => one !== number) }),
  endorse: approved,
  approve: approved,
  file: (_, { effective }) => ({ effective }),
  enter_into_force: () => ({}),
  publish: () => ({}),
  supersede: () => ({}),
  withdraw: () => ({}),
};

/** The state after an entry; `null` before the first. The pure fold by which stored states are made and verified. */
export function applyPlan(state: PlanState | null, entry: PlanEntry): PlanState {
  const before = state ?? { ...BLANK, status: 'draft', version: 0 };
  const status = state === null ? 'draft' : (planProcedure.table[before.status][entry.action] ?? before.status);
  const effect = EFFECTS[entry.action] as (state: PlanState, facts: unknown, at: string) => Partial<PlanState>;
  return { ...before, ...effect(before, entry.facts, entry.at), status, version: entry.seq };
}
