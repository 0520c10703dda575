import type { Clock } from '#packages/kernel';
import type { Database, HashAlgorithm, Sealing } from '#packages/server-kit';
import type { Attempts } from './attempts.ts';
import type { Identities } from './identify.ts';
import type { Organisations } from './organisations.ts';

/** What the commands and reads of this module stand on. */
export interface Context {
  readonly database: Database;
  readonly clock: Clock;
  readonly district: string;
  readonly sealing: Sealing;
  readonly algorithm: HashAlgorithm;
  readonly demo: boolean;
  /** Name of an area; the code itself where it is unknown. */
  readonly nameOfArea: (code: string) => string;
  readonly organisations: Organisations;
  readonly identities: Identities;
  readonly attempts: Attempts;
}
