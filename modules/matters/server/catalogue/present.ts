import type { Locale } from '#packages/kernel';
import { addTerm, isBeyondCalendar } from '#packages/procedure';
import { ORGANISATION_KINDS, type Organisation, type Person } from '../../../access/contract.ts';
import { type CatalogueRow, type Named, type Proposal, propose } from '../../core/catalogue.ts';
import type { CatalogueVersion, ProposalPage, ShownRow } from '../../core/catalogue-api.ts';
import { canKeepCatalogue } from '../../core/policy.ts';
import { termOf } from '../../core/terms.ts';
import type { MattersDeps } from '../context.ts';
import { catalogueFor, listVersions, rowsOfVersion, type VersionRecord } from './queries.ts';

const standingOf = ({ version, effectiveFrom }: VersionRecord, inForce: number, now: string) => {
  if (effectiveFrom === null) return 'draft';
  if (effectiveFrom > now) return 'upcoming';
  return version === inForce ? 'in_force' : 'superseded';
};

const presentVersion = (record: VersionRecord, inForce: number, now: string): CatalogueVersion => {
  const { version, note, rows, draftedAt, effectiveFrom } = record;
  return { version, standing: standingOf(record, inForce, now), note, rows, draftedAt, effectiveFrom };
};

const inForceOf = (versions: readonly VersionRecord[], now: string) =>
  versions.find(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= now)?.version ?? 0;

/** Versions that this person may know, newest first. */
export async function versionsFor(deps: MattersDeps, actor: Person): Promise<CatalogueVersion[]> {
  const versions = await listVersions(deps.database, deps.district);
  const now = deps.clock().toISOString();
  const keeps = canKeepCatalogue(actor, deps.district);
  return versions
    .filter(({ effectiveFrom }) => keeps || effectiveFrom !== null)
    .map((record) => presentVersion(record, inForceOf(versions, now), now));
}

export async function presentOne(deps: MattersDeps, record: VersionRecord): Promise<CatalogueVersion> {
  const versions = await listVersions(deps.database, deps.district);
  const now = deps.clock().toISOString();
  return presentVersion(record, inForceOf(versions, now), now);
}

export async function presentRows(deps: MattersDeps, { version }: VersionRecord, locale: Locale): Promise<ShownRow[]> {
  const rows = await rowsOfVersion(deps.database, deps.district, version);
  const names = new Map((await deps.access.organisations()).map(({ id, name }) => [id, name]));
  const nameOf = (named: Named) =>
    'kind' in named ? ORGANISATION_KINDS[named.kind][locale] : (names.get(named.unit) ?? named.unit);
  return rows.map((row: CatalogueRow) => ({
    category: row.category,
    area: row.area,
    responsible: row.responsible,
    co: [...row.co],
    standards: [...row.standards],
    areaName: deps.places.nameOf(row.area),
    responsibleName: nameOf(row.responsible),
    coNames: row.co.map(nameOf),
  }));
}

/** What the catalogue in force says of a matter. */
export async function proposalFor(
  deps: MattersDeps,
  { category, grid }: { readonly category: string; readonly grid: string },
): Promise<Proposal> {
  const at = deps.clock().toISOString();
  const [catalogue, organisations] = await Promise.all([
    catalogueFor(deps.database, deps.district, { category, grid, at }),
    deps.access.organisations(),
  ]);
  return propose(catalogue, { category, grid, nameOf: deps.places.nameOf }, organisations);
}

const nameUnit = ({ id, name }: Organisation) => ({ id, name });

export function presentProposal(deps: MattersDeps, proposal: Proposal, category: string, locale: Locale): ProposalPage {
  const now = deps.clock().getTime();
  const due = (term: ProposalPage['term']) => addTerm(deps.calendar, now, term);
  const term = termOf('handle', category);
  return {
    version: proposal.version,
    unit: proposal.unit && nameUnit(proposal.unit),
    co: proposal.co.map(nameUnit),
    caught: proposal.caught,
    why: proposal.why[locale],
    standards: proposal.standards.map((standard) => {
      const end = due(standard.term);
      return { ...standard, dueAt: new Date(end).toISOString(), provisional: isBeyondCalendar(deps.calendar, end) };
    }),
    term,
    dueAt: new Date(due(term)).toISOString(),
  };
}
