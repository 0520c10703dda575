import { v5 } from 'uuid';
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind } from '../contract.ts';
import type { Area } from './places.ts';

const NAMESPACE = '5f0b1a52-3c0e-4b53-9a70-7a1d5c2f8e11';

/** The same key, the same id: links into the demo district survive a new start. */
export const demoId = (...parts: readonly string[]): string => v5(parts.join('/'), NAMESPACE);

const organisation = (kind: OrganisationKind, area: Area, name: string): Organisation => ({
  id: demoId('organisation', area.code, kind),
  name,
  kind,
  area: area.code,
});

const OF_AREAS: readonly OrganisationKind[] = ['party', 'district', 'street', 'community'];
const DEPARTMENTS = (Object.keys(ORGANISATION_KINDS) as OrganisationKind[]).filter((kind) => !OF_AREAS.includes(kind));

const committeeOf = (name: string) => `${name}${name.endsWith('村') ? '村民' : '居民'}委员会`;

const OF_LEVEL: Record<string, (area: Area) => Organisation[]> = {
  district: (area) => [
    organisation('party', area, `中共${area.name}委社会工作部`),
    organisation('district', area, `${area.name}社会治理中心`),
    ...DEPARTMENTS.map((kind) => organisation(kind, area, `${area.name}${ORGANISATION_KINDS[kind].zh}`)),
  ],
  street: (area) => [
    organisation('party', area, `中共${area.name}工作委员会`),
    organisation('street', area, `${area.name}办事处`),
  ],
  community: (area) => [
    organisation('party', area, `中共${area.name}委员会`),
    organisation('community', area, committeeOf(area.name)),
  ],
};

/** The bodies of the district; of every area the Party organisation first. */
export const demoOrganisations = (areas: readonly Area[]): Organisation[] =>
  areas.flatMap((area) => OF_LEVEL[area.level]?.(area) ?? []);
