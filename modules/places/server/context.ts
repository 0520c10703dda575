import type { Actor, Clock } from '#packages/kernel';
import type { Database, HashAlgorithm } from '#packages/server-kit';
import type { AccessQueries, Person } from '../../access/contract.ts';
import { problems } from '../core/problems.ts';
import type { Holder } from './holder.ts';
import type { Comparisons } from './plans/compare.ts';

/** What a command or a read of this module works with. */
export interface Context {
  readonly database: Database;
  readonly clock: Clock;
  /** The day in Shanghai by which notices end and plans take effect, YYYY-MM-DD. */
  readonly today: () => string;
  /** The shortest notice of a plan, in days. */
  readonly leastNoticeDays: number;
  readonly district: string;
  readonly algorithm: HashAlgorithm;
  readonly access: () => AccessQueries;
  readonly holder: Holder;
  readonly notices: NoticeSettings;
}

/** What printed notices of grids say beside the grid itself. */
export interface NoticeSettings {
  /** Where the work of the grid is supervised, e.g. 12345. */
  readonly supervisionPhone: string;
  /** Map review number (审图号), where the map has one. */
  readonly mapReview: string | null;
  /** Address of the portal, without a slash at its end: for the QR code. */
  readonly address: string;
}

/** What the steps of grid plans work with beside it. */
export interface PlanContext extends Context {
  readonly comparisons: Comparisons;
}

type Predicate = (actor: Person, district: string) => boolean;

/** The signed-in person, if the policy lets them; otherwise the problem that says what is missing. */
export function permit(actor: Actor, may: Predicate, district: string): Person {
  const person = actor as Person; // every actor that reaches this module comes from the access module
  if (person.person === null) throw problems.sign_in_needed();
  if (!may(person, district)) throw problems.not_allowed();
  return person;
}
