import { asPossible, decide } from '#packages/procedure';
import { findByTransaction } from '#packages/server-kit';
import { ACTS, type ActContext, type ActInput, type SingleAction } from '../../core/acts.ts';
import { dutyIsListed, WAYS_TO_THE_LIST } from '../../core/errand.ts';
import { matterProcedure } from '../../core/lifecycle.ts';
import { type Acting, isCentre, MAY, reachOf } from '../../core/policy.ts';
import { possibleActions } from '../../core/possible.ts';
import { RULES, type RuleInput } from '../../core/rules.ts';
import type { MatterState } from '../../core/state.ts';
import { proposalFor } from '../catalogue/present.ts';
import { capacityOf, type MattersDeps, problems } from '../context.ts';
import type { Dossier, MatterRecord } from '../queries.ts';
import { type Author, nextEntry } from '../record.ts';
import { moveMatter } from '../store.ts';
import { getDossier, getMatter } from './load.ts';

export interface ActRequest<A extends SingleAction> {
  readonly code: string;
  readonly action: A;
  readonly input: ActInput[A];
  readonly transaction: string;
  /** The version that the person has seen; absent where it does not matter (who adds a note need not have seen the last one). */
  readonly version: number | undefined;
}

type Identify = (matter: MatterRecord) => Acting;

/**
 * One person moves one matter on by one step: authorise, load, decide (pure), write and record in one statement.
 * The same transaction id sent twice is recorded once and answered as before. Resolves to the matter after it, as far as this
 * person can know: what was loaded, and what was added to it.
 */
export async function act<A extends SingleAction>(
  deps: MattersDeps,
  request: ActRequest<A>,
  identify: Identify,
): Promise<Dossier> {
  const matter = await getDossier(deps, request.code);
  const acting = identify(matter);
  try {
    return await step(deps, matter, acting, request);
  } catch (refusal) {
    if (await isRepeat(deps, matter, request)) return getDossier(deps, request.code);
    throw refusal;
  }
}

async function isRepeat(
  deps: MattersDeps,
  matter: MatterRecord,
  { transaction, action }: ActRequest<SingleAction>,
): Promise<boolean> {
  const entry = await findByTransaction(deps.database, deps.district, transaction);
  if (entry === undefined) return false;
  if (entry.streamId !== matter.id || entry.action !== action) throw problems.transaction_reused();
  return true;
}

async function step<A extends SingleAction>(
  deps: MattersDeps,
  matter: Dossier,
  acting: Acting,
  request: ActRequest<A>,
) {
  const now = deps.clock();
  const { action, input, transaction } = request;
  if (!MAY[action](acting, matter.state)) throw problems.not_allowed({ possible: offers(matter.state, acting, now) });
  if (request.version !== undefined && request.version !== matter.state.version) throw stale(matter.state, acting, now);
  const context = await contextOf(deps, matter.state, acting, action, input);
  const decision = decide(matterProcedure, matter.state.stage, action, RULES[action] ?? [], {
    state: matter.state,
    person: acting.actor.person,
    now: now.toISOString(),
    units: acting.actor.grants.flatMap(({ organisation }) => organisation ?? []),
    ...context.rules,
  });
  if (!decision.allowed) {
    const ways = decision.reasons.some(({ rule }) => rule === dutyIsListed.id) ? WAYS_TO_THE_LIST : [];
    const possible = [...ways, ...offers(matter.state, acting, now)];
    throw problems.not_possible({ reasons: decision.reasons, possible });
  }
  const { facts, sealed } = ACTS[action](input, context.act);
  const author = authorOf(acting, matter.state, context.rules.part);
  const draft = { id: matter.id, action, facts, author, transaction, at: now.toISOString(), sealed };
  return record(deps, matter, acting, draft);
}

/** Who reports on a part of a joint order does so for the unit whose part it is. */
const authorOf = ({ actor, isReporter }: Acting, state: MatterState, part?: string): Author =>
  isReporter && state.reporter !== null && state.reporter === actor.person
    ? { person: actor.person, role: 'resident', organisation: null }
    : {
        person: actor.person,
        ...(isReporter && actor.person === null
          ? { role: 'resident', organisation: null }
          : capacityOf(actor, { ...state, unit: part ?? state.unit })),
      };

async function record<A extends SingleAction>(
  deps: MattersDeps,
  matter: Dossier,
  acting: Acting,
  draft: Parameters<typeof nextEntry<A>>[2],
): Promise<Dossier> {
  const { entry, state, sealed } = nextEntry(deps, matter, draft);
  const released = draft.action === 'release' ? (draft.sealed as { note: string }).note : undefined;
  const moved = await moveMatter(deps.database, { id: matter.id, state, entry, sealed, released });
  if (moved === 0) throw await whyNot(deps, matter, acting);
  return {
    ...matter,
    state,
    head: entry.hash,
    released: released ?? matter.released,
    entries: [...matter.entries, entry],
    sealed: sealed ? [...matter.sealed, { seq: entry.seq, content: sealed.content }] : matter.sealed,
  };
}

/** The conflict as it stands now: the stage, and what is possible instead. */
export async function staleNow(deps: MattersDeps, code: string, acting: Acting) {
  const { state } = await getMatter(deps, code);
  return stale(state, acting, deps.clock());
}

/** Nothing moved: somebody was first, or the clocks differ. */
async function whyNot(deps: MattersDeps, matter: MatterRecord, acting: Acting) {
  const fresh = await getMatter(deps, matter.code);
  if (fresh.state.version === matter.state.version) return problems.clock_off();
  return stale(fresh.state, acting, deps.clock());
}

const offers = (state: MatterState, acting: Acting, now: Date) =>
  asPossible(matterProcedure, possibleActions(state, acting, now.toISOString()));

function stale(state: MatterState, acting: Acting, now: Date) {
  const { zh, en } = matterProcedure.stages[state.stage].label;
  const text = { zh: `当前环节为“${zh}”。`, en: `The stage is now “${en}”.` };
  return problems.stale({ reasons: [{ rule: 'version_is_current', text }], possible: offers(state, acting, now) });
}

/** What the rules and the record need beyond the input: the chosen unit, what the catalogue proposes, the committee of the grid. */
async function contextOf<A extends SingleAction>(
  deps: MattersDeps,
  state: MatterState,
  acting: Acting,
  action: A,
  input: ActInput[A],
): Promise<{ rules: Partial<RuleInput>; act: ActContext }> {
  if (action === 'dispatch') return dispatchContext(deps, state, acting, input as ActInput['dispatch']);
  if (action === 'supervise') {
    const { level } = input as ActInput['supervise'];
    const rules = { level, reach: reachOf(acting, state.grid) };
    return { rules, act: { category: state.category, committee: '' } };
  }
  if (action === 'entrust') return entrustContext(deps, state, input as ActInput['entrust']);
  const { category, ground, parts } = input as Partial<ActInput['accept'] & ActInput['return'] & ActInput['whistle']>;
  const part = action === 'contribute' || action === 'excuse' ? (input as ActInput['excuse']).unit : undefined;
  const called = parts && (await Promise.all(parts.map(({ unit }) => deps.access.findOrganisation(unit))));
  return {
    rules: { category, ground, called, part },
    act: { category: state.category, committee: action === 'settle' ? await committeeOf(deps, state.grid) : '' },
  };
}

async function dispatchContext(deps: MattersDeps, state: MatterState, acting: Acting, input: ActInput['dispatch']) {
  const proposal = await proposalFor(deps, state);
  const unit = await deps.access.findOrganisation(input.unit);
  const co = await Promise.all((input.co ?? []).map((id) => deps.access.findOrganisation(id)));
  const { standard, caught, reason } = input;
  return {
    rules: { unit, proposal, standard, co, caught, reason, isCentre: isCentre(acting, state.grid) },
    act: { category: state.category, committee: '', proposal, toDistrict: unit?.kind === 'district' },
  };
}

/** Items of the list of duties for the grid of a matter. */
export const dutiesFor = (deps: MattersDeps, { grid }: MatterState) =>
  deps.duties.listedFor(deps.places.findGrid(grid)?.kind ?? 'comprehensive');

async function entrustContext(deps: MattersDeps, state: MatterState, { item }: ActInput['entrust']) {
  const duty = (await dutiesFor(deps, state)).find(({ id }) => id === item) ?? null;
  return { rules: { duty }, act: { category: state.category, committee: '', duty: duty ?? undefined } };
}

async function committeeOf(deps: MattersDeps, grid: string): Promise<string> {
  const organisations = await deps.access.organisations();
  const committee = organisations.find(({ kind, area }) => kind === 'community' && area === grid.slice(0, 12));
  if (!committee) throw problems.not_possible();
  return committee.id;
}
