import { v5 } from 'uuid';
import type { AreaLevel } from '#packages/kernel';
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind } from '../contract.ts';

/** An area as the founding of a district names it. */
export interface BodyArea {
  readonly code: string;
  readonly name: string;
  readonly level: AreaLevel;
}

const NAMESPACE = '5f0b1a52-3c0e-4b53-9a70-7a1d5c2f8e11';

/** The same key, the same id: founding a district twice makes nothing twice, and links into the demo survive a new start. */
export const stableId = (...parts: readonly string[]): string => v5(parts.join('/'), NAMESPACE);

const organisation = (kind: OrganisationKind, area: BodyArea, name: string): Organisation => ({
  id: stableId('organisation', area.code, kind),
  name,
  kind,
  area: area.code,
});

const OF_AREAS: readonly OrganisationKind[] = ['party', 'district', 'street', 'community'];
const DEPARTMENTS = (Object.keys(ORGANISATION_KINDS) as OrganisationKind[]).filter((kind) => !OF_AREAS.includes(kind));

const committeeOf = (name: string) => `${name}${name.endsWith('村') ? '村民' : '居民'}委员会`;

const OF_LEVEL: Partial<Record<AreaLevel, (area: BodyArea) => Organisation[]>> = {
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

/**
 * The bodies that every district has: Party organisation and office of each area, the departments of the district. Of every area the
 * Party organisation comes first. Names are the usual ones; they can be changed.
 */
export const standardBodies = (areas: readonly BodyArea[]): Organisation[] =>
  areas.flatMap((area) => OF_LEVEL[area.level]?.(area) ?? []);
