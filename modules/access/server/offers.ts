import type { AccessQueries } from '../contract.ts';
import type { Context } from './context.ts';
import { holdersOf, looksAtStream, namesOf } from './queries.ts';
import { insertLook } from './store.ts';

/** What other modules may ask of this one. */
export const offerQueries = ({ database, district, clock, organisations }: Context): AccessQueries => ({
  organisations: organisations.all,
  findOrganisation: organisations.find,
  async namesOf(people) {
    if (people.length === 0) return new Map();
    const rows = await namesOf(database, district, [...new Set(people)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
  holdersOf: (area, roles, above = false) => holdersOf(database, district, area, roles, above),
  async recordLook(look) {
    // To look at one's own details needs no record.
    if (look.subject !== null && look.subject === look.viewer.person) return;
    await insertLook(database, district, look, clock());
  },
  async looksAt(stream, streamId) {
    const rows = await looksAtStream(database, district, stream, streamId);
    return rows.map(({ at, role, organisation, what, purpose }) => ({ at, role, organisation, what, purpose }));
  },
});
