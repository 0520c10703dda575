import type { Organisation, OrganisationKind, Role } from '../contract.ts';
import { DEMO_COMMUNITY } from '../server/demo-accounts.ts';
import { nameFor } from './names.ts';
import type { Area, Grid } from './places.ts';

export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly area: string;
  readonly organisation: string | null;
  /** A post has a telephone, a resident has none that is known. */
  readonly atPost: boolean;
  readonly mobile?: string;
}

type Post = readonly [key: string, role: Role, area: string, kind: OrganisationKind | null];

const RESIDENTS = ['resident', 'neighbour', 'resident.3', 'resident.4', 'resident.5'];

const postsOfCommunity = ({ code }: Area): Post[] => [
  [`s${code}`, 'community_secretary', code, 'party'],
  [`c${code}`, 'community_staff', code, 'community'],
  [`h${code}`, 'grid_head', code, 'community'],
];

const postsOfStreet = ({ code }: Area): Post[] => [
  [`j${code}`, 'street_staff', code, 'street'],
  [`j${code}.2`, 'street_staff', code, 'street'],
];

/** A grid worker sees their own grid: working for the committee would open all of its matters to them. */
const postOfGrid = ({ code }: Grid): Post => [`w${code}`, 'grid_worker', code, null];

function postsOfDistrict({ code }: Area, organisations: readonly Organisation[]): Post[] {
  const departments = organisations.filter((o) => o.area === code && o.kind !== 'party' && o.kind !== 'district');
  return [
    ['centre', 'district_centre', code, 'district'],
    ['centre.2', 'district_centre', code, 'district'],
    ...departments.map(({ kind }): Post => [DEPARTMENT_NAMES[kind] ?? kind, 'department_staff', code, kind]),
    ['auditor', 'auditor', code, null],
    ['admin', 'administrator', code, null],
  ];
}

const DEPARTMENT_NAMES: Partial<Record<OrganisationKind, string>> = { urban_management: 'urban' };

/** User names that are easy to type, for the posts of the community where the demo accounts meet. */
function easyNames(areas: readonly Area[], grids: readonly Grid[]): Map<string, string> {
  const communities = areas.filter(({ level }) => level === 'community');
  const home = (communities.find(({ code }) => code === DEMO_COMMUNITY) ?? communities[0]).code;
  const grid = grids.find(({ code }) => code.startsWith(home));
  return new Map([
    [`w${grid?.code}`, 'grid'],
    [`h${home}`, 'head'],
    [`s${home}`, 'secretary'],
    [`c${home}`, 'community'],
    [`j${home.slice(0, 9)}`, 'street'],
    ...RESIDENTS.map((key): [string, string] => [key, home]),
  ]);
}

/** Everybody of the demo district: a person for each post, and a few residents of one community. */
export function demoPeople(areas: readonly Area[], grids: readonly Grid[], organisations: readonly Organisation[]) {
  const easy = easyNames(areas, grids);
  const at = (level: Area['level']) => areas.filter((area) => area.level === level);
  const posts = [
    ...at('district').flatMap((area) => postsOfDistrict(area, organisations)),
    ...at('street').flatMap(postsOfStreet),
    ...at('community').flatMap(postsOfCommunity),
    ...grids.map(postOfGrid),
  ];
  const ids = new Map(organisations.map(({ id, area, kind }) => [`${area}/${kind}`, id]));
  const staff = posts.map(
    ([key, role, area, kind]): DemoPerson => ({
      username: easy.get(key) ?? key,
      name: nameFor(key),
      role,
      area,
      organisation: kind === null ? null : (ids.get(`${area}/${kind}`) ?? null),
      atPost: true,
    }),
  );
  const residents = RESIDENTS.map(
    (key, i): DemoPerson => ({
      username: key,
      name: nameFor(key),
      role: 'resident',
      area: easy.get(key) as string,
      organisation: null,
      atPost: false,
      mobile: `1990000000${i + 1}`,
    }),
  );
  return [...residents, ...staff];
}
