import type { Organisation, Person, Role } from '../../../contract.ts';
import { rolesToGive } from '../../../core/policy.ts';

interface Draft {
  readonly role?: Role;
  readonly area?: string;
  readonly organisation?: string;
}

/** The body of a grant, once role and area are chosen. */
export const grantBody = ({ role, area, organisation }: Draft) =>
  role && area ? { role, area, ...(organisation && { organisation }) } : undefined;

/** Whether something can be given on a grid of this community, so that one may choose it. */
export const needsGrid = (person: Person, area: string | undefined): boolean =>
  area?.length === 12 && rolesToGive(person, `${area}001`).length > 0;

/** Bodies that serve the area, those closest to it first; the server refuses any other. */
export const organisationsFor = (organisations: readonly Organisation[], area: string | undefined): Organisation[] =>
  area === undefined
    ? []
    : organisations.filter((one) => area.startsWith(one.area)).sort((a, b) => b.area.length - a.area.length);
