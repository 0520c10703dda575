import { toDegrees } from '#packages/coverage';
import type { Locale } from '#packages/kernel';
import { asPossible, isOverdue } from '#packages/procedure';
import type { Entry } from '#packages/server-kit';
import type { Clock, Line, MatterRow, Offer, PublicRow, SupervisionPage } from '../core/api.ts';
import type { Obligation } from '../core/joint.ts';
import { type Action, matterProcedure } from '../core/lifecycle.ts';
import type { Acting } from '../core/policy.ts';
import { possibleActions } from '../core/possible.ts';
import type { MatterState } from '../core/state.ts';
import type { MattersDeps } from './context.ts';
import type { MatterRecord } from './queries.ts';

/** What leaves the module goes through here: each answer names its fields, nothing is passed on as it lies in the table. */

type Places = MattersDeps['places'];

export function presentGrid(places: Places, code: string) {
  const { name = code, community = '', street = '' } = places.findGrid(code) ?? {};
  return { code, name, community, street };
}

export function presentClock(state: MatterState, now: Date): Clock | null {
  const { clock } = state;
  if (clock === null) return null;
  const { kind, dueAt, pausedAt, provisional } = clock;
  return { kind, dueAt, overdue: isOverdue(clock, now.getTime()), paused: pausedAt !== null, provisional };
}

export function presentPublic(places: Places, m: MatterRecord): PublicRow {
  const { category, grid, stage, reportedAt, endedAt, supporters } = m.state;
  return {
    code: m.code,
    category,
    grid: presentGrid(places, grid),
    stage,
    reportedAt,
    endedAt,
    supporters,
    text: m.released,
  };
}

export function presentSupervision({ supervision }: MatterState, now: Date): SupervisionPage | null {
  if (!supervision) return null;
  const { level, trigger, at, clock, answeredAt = null } = supervision;
  const overdue = answeredAt === null && isOverdue(clock, now.getTime());
  return { level, trigger, at, dueAt: clock.dueAt, overdue, answeredAt };
}

export async function presentUnit(deps: MattersDeps, unit: string | null) {
  if (unit === null) return null;
  const organisation = await deps.access.findOrganisation(unit);
  return { id: unit, name: organisation?.name ?? unit };
}

export async function presentRow(deps: MattersDeps, m: MatterRecord): Promise<MatterRow> {
  const { version, category, grid, stage, reportedAt, supporters, unit } = m.state;
  return {
    code: m.code,
    version,
    category,
    grid: presentGrid(deps.places, grid),
    stage,
    excerpt: m.excerpt,
    reportedAt,
    unit: await presentUnit(deps, unit),
    clock: presentClock(m.state, deps.clock()),
    supporters,
    supervision: presentSupervision(m.state, deps.clock()),
  };
}

export function presentOffers(
  state: MatterState,
  acting: Acting,
  now: Date,
  locale: Locale,
  except: readonly Action[] = [],
): Offer[] {
  const actions = possibleActions(state, acting, now.toISOString()).filter((action) => !except.includes(action));
  return asPossible(matterProcedure, actions).map(({ action, text }) => ({
    action: action as Action,
    text: text[locale],
  }));
}

export const presentUnits = async (deps: MattersDeps, units: readonly string[] = []) =>
  Promise.all(units.map(async (unit) => (await presentUnit(deps, unit))!));

/** Facts of an entry with names instead of ids: the unit that a dispatch went to, those that help or were called. */
async function presentFacts(deps: MattersDeps, entry: Entry): Promise<Record<string, unknown>> {
  const facts = { ...(entry.facts as Record<string, unknown>) };
  if (typeof facts.unit === 'string') facts.unit = (await presentUnit(deps, facts.unit))?.name;
  for (const list of ['co', 'came']) {
    if (Array.isArray(facts[list])) facts[list] = (await presentUnits(deps, facts[list])).map(({ name }) => name);
  }
  if (Array.isArray(facts.parts)) {
    facts.parts = await Promise.all(
      (facts.parts as Obligation[]).map(async (part) => ({
        ...part,
        unit: (await presentUnit(deps, part.unit))?.name,
      })),
    );
  }
  return facts;
}

export async function presentLine(deps: MattersDeps, entry: Entry): Promise<Line> {
  const { seq, at, action, role, organisation } = entry;
  const unit = (await presentUnit(deps, organisation))?.name ?? null;
  return { seq, at, action: action as Action, role, unit, facts: await presentFacts(deps, entry) };
}

export const presentPlace = ({ lonE7, latE7 }: MatterRecord) => ({ lon: toDegrees(lonE7), lat: toDegrees(latE7) });
