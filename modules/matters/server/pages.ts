import type { Locale } from '#packages/kernel';
import type { Person } from '../../access/contract.ts';
import { MATTER_STREAM } from '../contract.ts';
import type { MatterPage, MatterRow, TrackPage } from '../core/api.ts';
import { type Action, matterProcedure } from '../core/lifecycle.ts';
import { type Acting, MAY } from '../core/policy.ts';
import type { MatterState } from '../core/state.ts';
import { dutiesFor } from './commands/act.ts';
import { isReporter } from './commands/load.ts';
import type { MattersDeps } from './context.ts';
import { presentJoint } from './joint/present.ts';
import {
  presentClock,
  presentGrid,
  presentLine,
  presentOffers,
  presentPlace,
  presentRow,
  presentSupervision,
  presentUnit,
  presentUnits,
} from './present.ts';
import { type Cursor, type Dossier, findText, type MatterRecord, photosOf, timelineOf } from './queries.ts';

/** What only the reporter is offered, on the tracking page; the console offers the rest. */
const REPORTERS: readonly Action[] = ['answer', 'reopen', 'withdraw'];
/** Offered everywhere by other means, or never to the reporter. */
const NOT_ON_TRACK: readonly Action[] = ['join', 'note', 'release'];

/** Staff only see lines of the public part; who steps in for others is told by role and unit, never by name. */
export async function trackPage(
  deps: MattersDeps,
  matter: MatterRecord,
  actor: Person,
  key: string | undefined,
  locale: Locale,
): Promise<TrackPage> {
  const { state } = matter;
  const mine = isReporter(matter, actor.person, key);
  const entries = await timelineOf(deps.database, deps.district, matter.id);
  const timeline = await Promise.all(
    entries.filter(({ action }) => action !== 'note').map((entry) => presentLine(deps, entry)),
  );
  const possible = presentOffers(state, { actor, isReporter: mine }, deps.clock(), locale, NOT_ON_TRACK);
  return {
    code: matter.code,
    category: state.category,
    grid: presentGrid(deps.places, state.grid),
    stage: state.stage,
    version: state.version,
    reportedAt: state.reportedAt,
    endedAt: state.endedAt,
    supporters: state.supporters,
    unit: (await presentUnit(deps, state.unit))?.name ?? null,
    clock: presentClock(state, deps.clock()),
    into: state.into,
    text: matter.released,
    timeline,
    answer: state.answer,
    possible: mine ? possible.filter(({ action }) => REPORTERS.includes(action)) : [],
    mine: mine ? await ownPart(deps, matter) : null,
  };
}

async function ownPart(deps: MattersDeps, { id }: MatterRecord): Promise<TrackPage['mine']> {
  const [text, photos, looks] = await Promise.all([
    findText(deps.database, deps.district, id),
    photosOf(deps.database, deps.district, id),
    deps.access.looksAt(MATTER_STREAM, id),
  ]);
  const shown = looks.map(({ at, role, organisation, purpose }) => ({ at, role, unit: organisation, purpose }));
  return { text: text?.body ?? '', address: text?.address ?? null, photos, looks: shown };
}

/** The matter as its staff see it; whether they may is decided before (a step that takes it out of their sight is still answered). */
export async function matterPage(
  deps: MattersDeps,
  matter: Dossier,
  actor: Person,
  locale: Locale,
): Promise<MatterPage> {
  const { state, text } = matter;
  const acting: Acting = { actor, isReporter: state.reporter !== null && state.reporter === actor.person };
  return {
    code: matter.code,
    version: state.version,
    category: state.category,
    grid: presentGrid(deps.places, state.grid),
    place: presentPlace(matter),
    stage: state.stage,
    source: state.source,
    text: text?.body ?? '',
    address: text?.address ?? null,
    released: matter.released,
    photos: [...matter.photoIds],
    hasContact: text?.contact != null,
    reportedAt: state.reportedAt,
    endedAt: state.endedAt,
    unit: await presentUnit(deps, state.unit),
    clock: presentClock(state, deps.clock()),
    supporters: state.supporters,
    into: state.into,
    answer: state.answer,
    co: await presentUnits(deps, state.co),
    caught: state.caught !== undefined,
    under: state.under ?? null,
    objection: state.objection
      ? { ground: state.objection.ground ?? null, rejected: [...state.objection.rejected] }
      : null,
    supervision: presentSupervision(state, deps.clock()),
    joint: await presentJoint(deps, state.joint),
    errand: await presentErrand(deps, state),
    duties:
      MAY.entrust(acting, state) && matterProcedure.table[state.stage].entrust ? await listedDuties(deps, state) : [],
    timeline: await fullTimeline(deps, matter),
    possible: presentOffers(state, acting, deps.clock(), locale, ['join']),
  };
}

async function presentErrand(deps: MattersDeps, { errand }: MatterState): Promise<MatterPage['errand']> {
  if (!errand) return null;
  const { name, at, by } = errand;
  return { name, at, by: (await presentUnit(deps, by))?.name ?? null };
}

const listedDuties = async (deps: MattersDeps, state: MatterState) =>
  (await dutiesFor(deps, state)).map(({ id, name }) => ({ id, name }));

async function fullTimeline(deps: MattersDeps, { entries, sealed }: Dossier): Promise<MatterPage['timeline']> {
  const staff = entries.filter(({ role }) => role !== 'resident').flatMap(({ person }) => person ?? []);
  const names = await deps.access.namesOf([...new Set(staff)]);
  const notes = new Map(sealed.map(({ seq, content }) => [seq, (content as { note?: string }).note]));
  return Promise.all(
    entries.map(async (entry) => {
      const note = notes.get(entry.seq) ?? null;
      // A resident is never named in a timeline: how to reach them is behind the recorded look.
      const person = entry.role === 'resident' ? null : (names.get(entry.person ?? '') ?? null);
      return { ...(await presentLine(deps, entry)), person, note };
    }),
  );
}

export const rowsOf = (deps: MattersDeps, matters: readonly MatterRecord[]): Promise<MatterRow[]> =>
  Promise.all(matters.map((matter) => presentRow(deps, matter)));

/** `2026-11-24T08:00:00.000Z~<id>`: where a page ended. */
export const readCursor = (after: string | undefined): Cursor | null => {
  const [at, id] = after?.split('~') ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : null;
};

export function nextCursor(
  matters: readonly MatterRecord[],
  limit: number,
  at: (m: MatterRecord) => string | undefined,
): string | null {
  const last = matters[limit - 1];
  return matters.length === limit && last ? `${at(last)}~${last.id}` : null;
}
