import type { Clock } from '#packages/kernel';
import { type Database, type HashAlgorithm, insertEntries, type Sealing } from '#packages/server-kit';
import { isOnRecord } from '../core/rights.ts';
import { stableId, standardBodies } from '../server/bodies.ts';
import { DEMO_PASSWORD } from '../server/demo-accounts.ts';
import { hashPassword } from '../server/passwords.ts';
import { insertAccounts, insertGrants, insertOrganisations, type NewAccount } from '../server/store.ts';
import { entryAfter } from '../server/stream.ts';
import { type DemoPerson, demoPeople } from './people.ts';
import type { Area, Grid } from './places.ts';

export interface SeedDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly district: string;
  readonly sealing: Sealing;
  /** Of the ledger; sha256 by default. */
  readonly algorithm?: HashAlgorithm;
}

/** Telephones of posts: 0512-5550 and four digits, an exchange that is not in use. */
const postPhone = (n: number): string => `0512-5550${String(n).padStart(4, '0')}`;

/** Nobody gave the first roles: they came with the district. */
const FOUNDING = { person: null, role: 'administrator', organisation: null } as const;

const personId = ({ username }: DemoPerson) => stableId('person', username);

/**
 * Organisations and people of the demo district, all or none. The password is one for all and is hashed once. Throws where
 * there are people already: it is for an empty district.
 */
export async function seedAccess(
  { database, clock, district, sealing, algorithm = 'sha256' }: SeedDeps,
  areas: readonly Area[],
  grids: readonly Grid[],
): Promise<{ organisations: number; people: number }> {
  const organisations = standardBodies(areas);
  const people = demoPeople(areas, grids, organisations);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const accounts = people.map(
    (person, i): NewAccount => ({
      id: personId(person),
      name: person.name,
      username: person.username,
      phone: person.atPost ? postPhone(i) : null,
      mobileSealed: person.mobile ? sealing.close(person.mobile) : null,
      mobileIndex: person.mobile ? sealing.index(person.mobile) : null,
      passwordHash,
      createdBy: null,
    }),
  );
  const grants = people.map((person) => ({
    id: stableId('grant', person.username),
    person: personId(person),
    role: person.role,
    area: person.area,
    organisation: person.organisation,
  }));
  const at = clock();
  const entries = grants
    .filter(({ role }) => isOnRecord(role))
    .map(({ id, person, role, area, organisation }) => {
      const facts = { grant: id, role, area, organisation };
      return entryAfter(undefined, { district, person, at, author: FOUNDING, action: 'give', facts, algorithm });
    });
  await database.transaction(async (tx) => {
    await insertOrganisations(tx, district, organisations);
    await insertAccounts(tx, district, accounts, at);
    await insertGrants(tx, district, grants, at, null);
    await tx.run(insertEntries(entries));
  });
  return { organisations: organisations.length, people: people.length };
}
