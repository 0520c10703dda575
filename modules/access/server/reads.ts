import type { Person, Role } from '../contract.ts';
import type { Me, PersonRow } from '../core/api.ts';
import { canFindAnyAccount, canSeePeople, sightOfPeople } from '../core/policy.ts';
import type { Context } from './context.ts';
import { presentMe, presentPerson } from './present.ts';
import { problems } from './problems.ts';
import { countPeople, findPerson, type LookRow, listPeople, looksAtPerson, type PeopleFilter } from './queries.ts';

const PAGE = 50;
const LOOKS = 500;

export async function me(context: Context, { person }: Person): Promise<Me> {
  const record = person === null ? undefined : await findPerson(context.database, context.district, person);
  return presentMe(record, context);
}

/** Looks at one's own data and nobody else's. */
export const myLooks = ({ database, district }: Context, { person }: Person): Promise<LookRow[]> =>
  person === null ? Promise.resolve([]) : looksAtPerson(database, district, person, LOOKS);

export interface PeopleQuery {
  readonly q?: string;
  readonly role?: Role;
  readonly area?: string;
  /** User name after which the page begins. */
  readonly after?: string;
}

export async function listOfPeople(context: Context, viewer: Person, query: PeopleQuery) {
  const { database, district } = context;
  if (viewer.person === null) throw problems.sign_in_needed();
  if (!canSeePeople(viewer)) throw problems.may_not_see_people();
  const { after = '', ...asked } = query;
  const filter: PeopleFilter = {
    ...asked,
    scopes: sightOfPeople(viewer),
    anyAccount: canFindAnyAccount(viewer, district),
  };
  const found = await listPeople(database, district, filter, after, PAGE + 1);
  const page = found.slice(0, PAGE);
  return {
    rows: page.map((record): PersonRow => presentPerson(record, context)),
    next: found.length > PAGE ? page[PAGE - 1].username : null,
    total: await countPeople(database, district, filter),
  };
}
