import type { Person, Role } from '../contract.ts';

/** The ledger stream of a person's rights: who gave or withdrew which role, when. */
export const RIGHTS_STREAM = 'rights';

export type RightsAction = 'give' | 'withdraw' | 'reset_password';

export interface RightsFacts {
  readonly grant: string;
  readonly role: Role;
  readonly area: string;
  readonly organisation: string | null;
}

/** A new password says nothing but that it was given. */
export type NoFacts = Readonly<Record<string, never>>;

/** Rights of office are on record for good. To be a resident is no office, and leaves no trace in the ledger. */
export const isOnRecord = (role: Role): boolean => role !== 'resident';

/** In what capacity somebody acts: the first of their offices, else as a resident. */
export function capacityOf({ grants }: Person): { role: Role; organisation: string | null } {
  const office = grants.find(({ role }) => isOnRecord(role));
  return { role: office?.role ?? 'resident', organisation: office?.organisation ?? null };
}

interface Recorded {
  readonly action: string;
  readonly facts: unknown;
}

/** The grants in force after what is recorded, by their ids. */
export function rightsAfter(entries: readonly Recorded[]): ReadonlyMap<string, RightsFacts> {
  const inForce = new Map<string, RightsFacts>();
  for (const { action, facts } of entries) {
    const right = facts as RightsFacts;
    if (action === 'give') inForce.set(right.grant, right);
    if (action === 'withdraw') inForce.delete(right.grant);
  }
  return inForce;
}
