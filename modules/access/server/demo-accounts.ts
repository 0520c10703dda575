import { ROLES, type Role } from '../contract.ts';
import type { Context } from './context.ts';
import { peopleNamed } from './queries.ts';

/** One password for everybody in the demo district: it is shown to whoever wants to try a role. */
export const DEMO_PASSWORD = 'gongzhi-demo-88';

/** The community where all demo accounts meet, so that a matter can be played through. */
export const DEMO_COMMUNITY = '320508017003';

/** User names of the demo accounts, in the order in which a matter meets them. */
export const DEMO_USERNAMES = [
  'resident',
  'neighbour',
  'grid',
  'head',
  'community',
  'secretary',
  'street',
  'urban',
  'housing',
  'centre',
  'auditor',
  'admin',
] as const;

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  readonly areaName: string;
}

/** Accounts to try the roles with; none outside the demo district. */
export async function demoAccounts({ demo, database, district, nameOfArea }: Context): Promise<DemoAccount[]> {
  if (!demo) return [];
  const people = await peopleNamed(database, district, DEMO_USERNAMES);
  const byName = new Map(people.map((person) => [person.username, person]));
  return DEMO_USERNAMES.flatMap((username) => {
    const person = byName.get(username);
    const duty = person?.grants.find(({ role }) => role in ROLES);
    if (!person || !duty) return [];
    return [{ username, password: DEMO_PASSWORD, name: person.name, role: duty.role, areaName: nameOfArea(duty.area) }];
  });
}
