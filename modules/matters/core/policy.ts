import { type Actor, holds, worksFor } from '#packages/kernel';
import type { Role } from '../../access/contract.ts';
import { openParts } from './joint.ts';
import type { Action } from './lifecycle.ts';
import type { MatterState } from './state.ts';
import type { Level } from './supervision.ts';

/** Who acts on a matter: somebody with roles, and whether they are the one who reported it (signed in, or holding its key). */
export interface Acting {
  readonly actor: Actor<Role>;
  readonly isReporter: boolean;
}

type Predicate = (acting: Acting, state: MatterState) => boolean;

const GRID: readonly Role[] = ['grid_worker', 'grid_head'];
const COMMUNITY: readonly Role[] = ['community_staff', 'community_secretary'];
const STEERING: readonly Role[] = [...COMMUNITY, 'street_staff', 'district_centre'];
const CENTRE: readonly Role[] = ['district_centre'];
const SIGHT: readonly Role[] = [...GRID, ...STEERING, 'auditor'];

const inScope =
  (roles: readonly Role[]): Predicate =>
  ({ actor }, { grid }) =>
    holds(actor, roles, grid);

/** Among units that disagree, and for what the district has caught, its centre decides. */
const dispatcher: Predicate = (acting, state) =>
  inScope(['returned', 'dispatched'].includes(state.stage) ? CENTRE : STEERING)(acting, state);

/** Helpers, and units that were called by a whistle. */
const helps: Predicate = ({ actor }, { co = [], joint }) =>
  [...co, ...(joint?.parts ?? []).map(({ unit }) => unit)].some((unit) => worksFor(actor, unit));
const owesAPart: Predicate = ({ actor }, { joint }) => openParts(joint).some(({ unit }) => worksFor(actor, unit));
const whistler: Predicate = ({ actor }, { joint }) => openParts(joint).length > 0 && worksFor(actor, joint?.by ?? null);
const ofTheUnit: Predicate = ({ actor }, { unit }) => worksFor(actor, unit);
const reporter: Predicate = ({ isReporter }) => isReporter;
const either =
  (...predicates: readonly Predicate[]): Predicate =>
  (acting, state) =>
    predicates.some((predicate) => predicate(acting, state));

/** Who may do what; the procedure says when, the rules say how. Sent to the client too. */
export const MAY: Record<Exclude<Action, 'report' | 'absorb' | 'regrid'>, Predicate> = {
  accept: inScope([...GRID, ...STEERING]),
  refuse: inScope(STEERING),
  settle: inScope([...GRID, ...COMMUNITY]),
  dispatch: dispatcher,
  take: ofTheUnit,
  progress: ofTheUnit,
  pause: ofTheUnit,
  resume: either(ofTheUnit, inScope(STEERING)),
  extend: ofTheUnit,
  return: ofTheUnit,
  uphold: inScope(CENTRE),
  whistle: inScope([...COMMUNITY, 'street_staff']),
  contribute: owesAPart,
  excuse: whistler,
  appraise: inScope(CENTRE),
  entrust: either(ofTheUnit, inScope(STEERING)),
  deliver: inScope(GRID),
  supervise: inScope(STEERING),
  respond: ofTheUnit,
  finish: ofTheUnit,
  verify: inScope([...GRID, ...STEERING]),
  rework: inScope([...GRID, ...STEERING]),
  close: inScope(STEERING),
  answer: reporter,
  reopen: reporter,
  withdraw: reporter,
  merge: inScope(STEERING),
  join: () => true,
  release: inScope(STEERING),
  recategorise: inScope([...GRID, ...STEERING]),
  note: either(ofTheUnit, helps, inScope([...GRID, ...STEERING])),
};

/** Whether the matter with its private words may be seen in the console. */
export const canSee = either(ofTheUnit, helps, inScope(SIGHT));

/** Contact details: whoever has to speak with the reporter now, never the auditor. */
export const canSeeContact = either(ofTheUnit, inScope([...GRID, ...STEERING]));

/** Roles that may report on behalf of a caller, and import lists. */
export const canReportForOthers = ({ actor }: Acting, grid: string): boolean =>
  holds(actor, [...GRID, ...STEERING], grid);

/** Areas into which the actor may import a list: those that they steer. */
export const importScope = (actor: Actor<Role>): string[] =>
  actor.grants.filter(({ role }) => STEERING.includes(role)).map(({ area }) => area);

/** Whether the actor steers matters of a place: community, street, district. */
export const canSteer = (actor: Actor<Role>, grid: string): boolean => holds(actor, STEERING, grid);

/** Areas whose matters the actor may merge: the same that they steer. */
export const mergeScope = importScope;

export const canImport = (actor: Actor<Role>): boolean => importScope(actor).length > 0;

/** Areas whose matters the actor may see, and organisations whose matters come to them. */
export const sightOf = (actor: Actor<Role>): { areas: readonly string[]; units: readonly string[] } => ({
  areas: [...new Set(actor.grants.filter(({ role }) => SIGHT.includes(role)).map(({ area }) => area))],
  units: [...new Set(actor.grants.flatMap(({ organisation }) => organisation ?? []))],
});

/** Levels of supervision that somebody may use on a place: the higher, the wider the area that they are in charge of. */
export function reachOf({ actor }: Acting, grid: string): Level[] {
  if (holds(actor, CENTRE, grid)) return ['urge', 'supervise', 'listed'];
  if (holds(actor, ['street_staff'], grid)) return ['urge', 'supervise'];
  return holds(actor, STEERING, grid) ? ['urge'] : [];
}

/** The catalogue is the district's: its centre drafts and publishes it. */
export const canKeepCatalogue = (actor: Actor<Role>, district: string): boolean => holds(actor, CENTRE, district);

/** Whether somebody acts for the district's centre. */
export const isCentre = ({ actor }: Acting, grid: string): boolean => holds(actor, CENTRE, grid);
