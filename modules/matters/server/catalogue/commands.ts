import { text } from '#packages/kernel';
import { type Rule, reasonsOf } from '#packages/procedure';
import { chain, FIRST, findByTransaction, newId } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import { CATALOGUE_STREAM } from '../../contract.ts';
import type { CatalogueRow } from '../../core/catalogue.ts';
import { findCategory } from '../../core/categories.ts';
import { canKeepCatalogue } from '../../core/policy.ts';
import { rowsByKind } from '../../core/standards.ts';
import { capacityOf, type MattersDeps, problems } from '../context.ts';
import { findVersion, listVersions, rowsOfVersion, type VersionRecord } from './queries.ts';
import { deleteDraft, deleteRow, insertDraft, publishDraft, putRow } from './store.ts';
import { digestOf } from './stream.ts';

function allow(deps: MattersDeps, actor: Person): void {
  if (!canKeepCatalogue(actor, deps.district)) throw problems.not_allowed();
}

/** A version; a draft is known to its makers alone. */
export async function getVersion(deps: MattersDeps, version: number, actor: Person): Promise<VersionRecord> {
  const found = await findVersion(deps.database, deps.district, version);
  if (!found || (found.effectiveFrom === null && !canKeepCatalogue(actor, deps.district)))
    throw problems.unknown_version();
  return found;
}

/** The next version as a draft: a copy of the last one, or what the list of kinds says. */
export async function draft(deps: MattersDeps, actor: Person): Promise<VersionRecord> {
  allow(deps, actor);
  const [last] = await listVersions(deps.database, deps.district);
  const rows = last ? await rowsOfVersion(deps.database, deps.district, last.version) : rowsByKind(deps.district);
  const made = await insertDraft(deps.database, deps.district, { id: newId(), at: deps.clock().toISOString(), rows });
  if (made === 0) throw problems.draft_exists();
  return (await listVersions(deps.database, deps.district))[0];
}

const ROW_RULES: readonly Rule<{ row: CatalogueRow; district: string }>[] = [
  {
    id: 'category_is_known',
    text: text('没有这个类别，请从类别表中选择。', 'There is no such kind: choose one from the list.'),
    field: 'category',
    broken: ({ row }) => !findCategory(row.category),
  },
  {
    id: 'area_lies_in_district',
    text: text('区域不在本区。', 'The area is not in this district.'),
    field: 'area',
    broken: ({ row, district }) => !row.area.startsWith(district),
  },
  {
    id: 'standards_are_told_apart',
    text: text('同一行的标准编号不能重复。', 'Two standards of a row have the same id.'),
    field: 'standards',
    broken: ({ row }) => new Set(row.standards.map(({ id }) => id)).size < row.standards.length,
  },
];

export async function changeRow(deps: MattersDeps, version: number, row: CatalogueRow, actor: Person) {
  allow(deps, actor);
  const reasons = reasonsOf(ROW_RULES, { row, district: deps.district });
  if (reasons.length > 0) throw problems.bad_row({ reasons });
  if ((await putRow(deps.database, deps.district, version, row)) === 0) throw problems.no_draft();
  return getVersion(deps, version, actor);
}

export async function removeRow(
  deps: MattersDeps,
  version: number,
  key: Pick<CatalogueRow, 'category' | 'area'>,
  actor: Person,
) {
  allow(deps, actor);
  if ((await deleteRow(deps.database, deps.district, version, key)) === 0) throw problems.no_draft();
  return getVersion(deps, version, actor);
}

export async function discard(deps: MattersDeps, version: number, actor: Person): Promise<{ gone: boolean }> {
  allow(deps, actor);
  return { gone: (await deleteDraft(deps.database, deps.district, version)) > 0 };
}

export interface Publication {
  readonly transaction: string;
  /** Day in China. */
  readonly from: string;
  readonly note: string;
}

const MINUTE = 60_000;

/** The moment from which a version counts: the beginning of the day in China, or now where that has begun already. */
function momentOf(deps: MattersDeps, day: string): string {
  const begins = Date.parse(`${day}T00:00:00Z`) - deps.calendar.utcOffset * MINUTE;
  const now = deps.clock().getTime();
  return new Date(begins <= now && now < begins + 24 * 60 * MINUTE ? now : begins).toISOString();
}

const publicationRules: readonly Rule<{ from: string; now: string; before: string | null; rows: number }>[] = [
  {
    id: 'published_before_it_counts',
    text: text('生效日期不能早于今天。', 'It cannot take effect before today.'),
    field: 'from',
    broken: ({ from, now }) => from < now,
  },
  {
    id: 'after_the_version_before',
    text: text('生效日期不能早于上一版。', 'It cannot take effect before the version before it.'),
    field: 'from',
    broken: ({ from, before }) => before !== null && from < before,
  },
  {
    id: 'has_rows',
    text: text('目录还是空的。', 'The catalogue is empty.'),
    broken: ({ rows }) => rows === 0,
  },
];

/** Publishes the draft from a day on; the version before is superseded from then. Sent twice, it is published once. */
export async function publish(deps: MattersDeps, version: number, publication: Publication, actor: Person) {
  allow(deps, actor);
  const { database, district, algorithm } = deps;
  const found = await getVersion(deps, version, actor);
  if (await publishedBefore(deps, found, publication.transaction)) return found;
  const now = deps.clock().toISOString();
  const from = momentOf(deps, publication.from);
  const before = (await listVersions(database, district)).find((v) => v.effectiveFrom !== null)?.effectiveFrom ?? null;
  const reasons = reasonsOf(publicationRules, { from, now, before, rows: found.rows });
  if (reasons.length > 0) throw problems.not_possible({ reasons });
  const rows = await rowsOfVersion(database, district, version);
  const entry = chain({
    district,
    stream: CATALOGUE_STREAM,
    streamId: found.id,
    seq: 1,
    at: now,
    person: actor.person,
    ...capacityOf(actor, { grid: district, unit: null }),
    action: 'publish',
    facts: { version, from, rows: rows.length, digest: digestOf(algorithm, rows) },
    sealed: null,
    transaction: publication.transaction,
    algorithm,
    previous: FIRST,
  });
  if ((await publishDraft(database, district, version, { from, note: publication.note.trim(), entry })) === 0) {
    throw problems.no_draft();
  }
  return getVersion(deps, version, actor);
}

async function publishedBefore(deps: MattersDeps, { id }: VersionRecord, transaction: string): Promise<boolean> {
  const entry = await findByTransaction(deps.database, deps.district, transaction);
  if (entry === undefined) return false;
  if (entry.streamId !== id) throw problems.transaction_reused();
  return true;
}
