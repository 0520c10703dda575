import type { Term, WorkingCalendar } from '#packages/procedure';
import { extendClock, pauseClock, resumeClock, type StageClock, startClock } from '#packages/procedure';
import type { Caught, Under } from './catalogue.ts';
import type { Errand } from './errand.ts';
import { appraised, excused, type JointOrder, type Obligation, reported, whistled } from './joint.ts';
import { type Action, matterProcedure, type Stage } from './lifecycle.ts';
import { type Ground, type Objection, raised, rejected } from './objection.ts';
import { type Level, type Supervision, supervised, type Trigger } from './supervision.ts';
import { type ClockKind, termOf } from './terms.ts';

/** Where a report comes from. */
export type Source = 'resident' | 'grid_worker' | 'call' | 'import';

/** What each action records for everybody who may see the matter; private words are sealed beside it. */
export interface ActionFacts {
  report: {
    category: string;
    grid: string;
    source: Source;
    reportedAt: string;
    photos: number;
  };
  accept: { category: string };
  refuse: { branch: RefusalBranch; reason: string };
  settle: { unit: string; result: string };
  /** `under` and what follows: since there is a dispatch catalogue. `reason`: why it differs from what the catalogue proposes. */
  dispatch: { unit: string; under?: Under; co?: readonly string[]; caught?: Caught; reason?: string };
  take: Record<never, never>;
  progress: { message: string };
  pause: { reason: string };
  resume: Record<never, never>;
  extend: { reason: string; by: Term };
  return: { ground?: Ground };
  uphold: Record<never, never>;
  whistle: { reason: string; parts: readonly Obligation[] };
  contribute: { unit: string; result: string };
  excuse: { unit: string; reason: string };
  appraise: { justified: boolean; came: readonly string[]; reason: string };
  /** The words of what is asked are sealed: they may speak of a household. */
  entrust: { item: string; name: string };
  deliver: { result: string };
  supervise: { level: Level; trigger: Trigger; term: Term; message?: string };
  respond: { message: string };
  finish: { result: string };
  verify: Record<never, never>;
  rework: { reason: string };
  close: Record<never, never>;
  answer: { solved: boolean; satisfied: boolean };
  reopen: Record<never, never>;
  withdraw: Record<never, never>;
  merge: { into: string };
  absorb: { from: string; supporters: number };
  join: Record<never, never>;
  release: Record<never, never>;
  recategorise: { category: string };
  note: Record<never, never>;
  /** `plan`: the grid plan that took effect. What happened in the earlier grid stays on record there. */
  regrid: { plan: string; from: string; to: string };
}

/** The six branches by which a hotline does not take a matter itself (北京接诉即办条例 11(1)-(6)). */
export type RefusalBranch = 'emergency' | 'legal_way' | 'repeated' | 'secret' | 'out_of_scope' | 'unlawful';

/** One recorded action as the fold reads it. */
export type Recorded<A extends Action = Action> = {
  [K in A]: {
    readonly seq: number;
    readonly at: string;
    readonly person: string | null;
    readonly role: string;
    readonly organisation: string | null;
    readonly action: K;
    readonly facts: ActionFacts[K];
  };
}[A];

export interface Clock extends StageClock {
  readonly kind: ClockKind;
}

/** The state of a matter: the pure fold of what is recorded, nothing else. */
export interface MatterState {
  readonly stage: Stage;
  /** Number of recorded actions; who acts says which version they have seen. */
  readonly version: number;
  readonly category: string;
  readonly grid: string;
  readonly source: Source;
  readonly reporter: string | null;
  readonly reportedAt: string;
  /** The one responsible unit; the first receiver stays responsible until another one is given the matter (首接负责). */
  readonly unit: string | null;
  /** People who handled it since the last dispatch: they may not verify it. */
  readonly handlers: readonly string[];
  readonly clock: Clock | null;
  /** The handling clock, kept while a return is reviewed: an upheld dispatch gains no time. */
  readonly held: Clock | null;
  readonly supporters: number;
  readonly into: string | null;
  readonly endedAt: string | null;
  readonly answer: { readonly solved: boolean; readonly satisfied: boolean } | null;
  readonly returns: number;
  readonly reworks: number;
  readonly reopenings: number;
  /** What came later is absent where it never happened: states that were stored before it stay what their ledgers fold to. */
  readonly under?: Under;
  /** Units that help (协办). */
  readonly co?: readonly string[];
  /** Caught by the district, its owner being unclear (兜底). */
  readonly caught?: Caught;
  readonly objection?: Objection;
  /** The last joint order (吹哨报到). */
  readonly joint?: JointOrder;
  /** What is asked of the workers of the grid now. */
  readonly errand?: Errand;
  /** The last supervision (催办、督办、挂牌督办). */
  readonly supervision?: Supervision;
}

/** What follows from an action besides the stage and the version: a table, one row a verb. */
type Effects = {
  [A in Action]?: (state: MatterState, entry: Recorded<A>, calendar: WorkingCalendar) => Partial<MatterState>;
};

const add = (people: readonly string[], person: string | null) =>
  person === null || people.includes(person) ? people : [...people, person];

type Owed = Pick<MatterState, 'category' | 'under'>;

/** The time to handle is that of the standard by which it was dispatched, whatever catalogue is in force by then. */
function start(kind: ClockKind, { category, under }: Owed, at: string, calendar: WorkingCalendar): Clock {
  const term = kind === 'handle' && under ? under.term : termOf(kind, category);
  return { kind, ...startClock(calendar, at, term) };
}

const EFFECTS: Effects = {
  accept: (state, { at, facts }, calendar) => ({
    category: facts.category,
    clock: start('dispatch', { ...state, ...facts }, at, calendar),
  }),
  refuse: (_state, { at }) => ({ clock: null, endedAt: at }),
  settle: (state, { at, person, facts }, calendar) => ({
    unit: facts.unit,
    handlers: add([], person),
    clock: start('verify', state, at, calendar),
  }),
  dispatch: ({ category }, { at, facts: { unit, under, co, caught } }, calendar) => ({
    unit,
    handlers: [],
    clock: start('handle', { category, under }, at, calendar),
    held: null,
    under,
    co,
    caught,
    objection: undefined,
  }),
  take: (state, { person }) => ({ handlers: add(state.handlers, person) }),
  pause: (state, { at }) => ({ clock: state.clock && { ...state.clock, ...pauseClock(state.clock, at) } }),
  resume: (state, { at }, calendar) => ({
    clock: state.clock && { kind: state.clock.kind, ...resumeClock(calendar, state.clock, at) },
  }),
  extend: (state, { facts }, calendar) => ({
    clock: state.clock && { kind: state.clock.kind, ...extendClock(calendar, state.clock, facts.by) },
  }),
  return: (state, { at, facts }, calendar) => ({
    clock: start('review', state, at, calendar),
    held: state.clock,
    returns: state.returns + 1,
    objection: raised(state.objection, facts.ground),
  }),
  uphold: (state) => ({ clock: state.held, held: null, objection: rejected(state.objection) }),
  whistle: (_state, entry, calendar) => ({ joint: whistled(calendar, entry) }),
  contribute: ({ joint }, { at, facts }) => ({ joint: reported(joint, facts.unit, at) }),
  excuse: ({ joint }, { at, facts }) => ({ joint: excused(joint, facts.unit, at) }),
  appraise: ({ joint }, { facts }) => ({ joint: appraised(joint, facts) }),
  entrust: (_state, { at, organisation, facts }) => ({ errand: { ...facts, at, by: organisation } }),
  deliver: () => ({ errand: undefined }),
  supervise: ({ reopenings }, { at, facts }, calendar) => ({
    supervision: supervised(calendar, facts, at, reopenings),
  }),
  respond: ({ supervision }, { at }) => ({ supervision: supervision && { ...supervision, answeredAt: at } }),
  finish: (state, { at, person }, calendar) => ({
    handlers: add(state.handlers, person),
    clock: start('verify', state, at, calendar),
    errand: undefined,
  }),
  verify: (state, { at }, calendar) => ({ clock: start('close', state, at, calendar) }),
  rework: (state, { at }, calendar) => ({ clock: start('handle', state, at, calendar), reworks: state.reworks + 1 }),
  close: (_state, { at }) => ({ clock: null, endedAt: at }),
  answer: (_state, { facts }) => ({ answer: facts }),
  reopen: (state, { at }, calendar) => ({
    clock: start('handle', state, at, calendar),
    endedAt: null,
    answer: null,
    reopenings: state.reopenings + 1,
  }),
  withdraw: (_state, { at }) => ({ clock: null, endedAt: at }),
  merge: (_state, { at, facts }) => ({ clock: null, endedAt: at, into: facts.into }),
  regrid: (_, { facts: { to } }) => ({ grid: to }),
  absorb: (state, { facts }) => ({ supporters: state.supporters + facts.supporters }),
  join: (state) => ({ supporters: state.supporters + 1 }),
  recategorise: (_state, { facts }) => ({ category: facts.category }),
};

function begin(entry: Recorded<'report'>, calendar: WorkingCalendar): MatterState {
  const { category, grid, source, reportedAt } = entry.facts;
  return {
    stage: 'reported',
    version: entry.seq,
    category,
    grid,
    source,
    reporter: source === 'resident' ? entry.person : null,
    reportedAt,
    unit: null,
    handlers: [],
    clock: start('accept', { category }, entry.at, calendar),
    held: null,
    supporters: 1,
    into: null,
    endedAt: null,
    answer: null,
    returns: 0,
    reworks: 0,
    reopenings: 0,
  };
}

/** The state after one more recorded action. Throws where the record breaks the procedure: such a record was tampered with. */
export function apply(calendar: WorkingCalendar, state: MatterState | null, entry: Recorded): MatterState {
  if (state === null) {
    if (entry.action !== 'report') throw new RangeError(`a matter begins with a report, not with ${entry.action}`);
    return begin(entry, calendar);
  }
  const stage = matterProcedure.table[state.stage][entry.action];
  if (stage === undefined) throw new RangeError(`${entry.action} is not possible in stage ${state.stage}`);
  const effect = EFFECTS[entry.action] as
    | ((s: MatterState, e: Recorded, c: WorkingCalendar) => Partial<MatterState>)
    | undefined;
  return { ...state, stage, version: entry.seq, ...effect?.(state, entry, calendar) };
}
