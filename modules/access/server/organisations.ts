import type { Clock } from '#packages/kernel';
import type { Database } from '#packages/server-kit';
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind } from '../contract.ts';
import { organisationsOf } from './queries.ts';

/** The organisations of the district, held in memory: few, read everywhere, seldom changed. */
export interface Organisations {
  all(): Promise<readonly Organisation[]>;
  find(id: string): Promise<Organisation | undefined>;
  /** To be called after a change; other processes follow within a minute. */
  refresh(): void;
}

interface Held {
  readonly list: readonly Organisation[];
  readonly byId: ReadonlyMap<string, Organisation>;
}

const FRESH_MS = 60_000;
const KINDS = Object.keys(ORGANISATION_KINDS) as OrganisationKind[];

/** District before streets before communities, and of each area the Party organisation first. */
function inOrder(a: Organisation, b: Organisation): number {
  return (
    a.area.length - b.area.length ||
    a.area.localeCompare(b.area) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    a.name.localeCompare(b.name, 'zh')
  );
}

async function load(database: Database, district: string): Promise<Held> {
  const list = (await organisationsOf(database, district)).sort(inOrder);
  return { list, byId: new Map(list.map((organisation) => [organisation.id, organisation])) };
}

export function holdOrganisations(database: Database, clock: Clock, district: string): Organisations {
  let held: { until: number; value: Promise<Held> } | undefined;
  const refresh = () => {
    held = undefined;
  };
  const current = (): Promise<Held> => {
    const now = clock().getTime();
    if (held && now < held.until) return held.value;
    const value = load(database, district);
    held = { until: now + FRESH_MS, value };
    value.catch(refresh);
    return value;
  };
  return { all: async () => (await current()).list, find: async (id) => (await current()).byId.get(id), refresh };
}
