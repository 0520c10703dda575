import { clockIsRight, type Db, type Entry, insertEntry, raw, sql } from '#packages/server-kit';
import type { CatalogueRow } from '../../core/catalogue.ts';

/** A new draft: a copy of the version before, or the rows given; 0 where there is a draft already. */
export async function insertDraft(
  db: Db,
  district: string,
  draft: { readonly id: string; readonly at: string; readonly rows: readonly CatalogueRow[] },
): Promise<number> {
  const list = JSON.stringify(draft.rows);
  return db.run(sql`
    with drafted as (
      insert into matters.catalogues (district, version, id, note, drafted_at)
      select ${district}, coalesce(max(version), 0) + 1, ${draft.id}::uuid, '', ${draft.at}::timestamptz
      from matters.catalogues where district = ${district}
      on conflict (district) where effective_from is null do nothing
      returning version)
    insert into matters.catalogue_rows (district, version, category, area, content)
    select ${district}, drafted.version, row ->> 'category', row ->> 'area', row
    from drafted, jsonb_array_elements(${list}::jsonb) as row`);
}

const isDraft = (district: string, version: number) =>
  sql`exists (select from matters.catalogues where district = ${district} and version = ${version} and effective_from is null)`;

export const putRow = (db: Db, district: string, version: number, row: CatalogueRow): Promise<number> =>
  db.run(sql`
    insert into matters.catalogue_rows (district, version, category, area, content)
    select ${district}, ${version}::integer, ${row.category}, ${row.area}, ${JSON.stringify(row)}::jsonb where ${isDraft(district, version)}
    on conflict (district, version, category, area) do update set content = excluded.content`);

export const deleteRow = (
  db: Db,
  district: string,
  version: number,
  { category, area }: Pick<CatalogueRow, 'category' | 'area'>,
): Promise<number> =>
  db.run(sql`
    delete from matters.catalogue_rows
    where district = ${district} and version = ${version} and category = ${category} and area = ${area} and ${isDraft(district, version)}`);

export const deleteDraft = (db: Db, district: string, version: number): Promise<number> =>
  db.run(sql`
    delete from matters.catalogues where district = ${district} and version = ${version} and effective_from is null`);

/** Publishes the draft and records it, or neither: 0 where it is no draft any more (or the clock is off). */
export const publishDraft = (
  db: Db,
  district: string,
  version: number,
  publication: { readonly from: string; readonly note: string; readonly entry: Entry },
): Promise<number> => {
  const { from, note, entry } = publication;
  return db.run(sql`
    with published as (
      update matters.catalogues set effective_from = ${from}::timestamptz, note = ${note}, head = ${entry.hash}
      where district = ${district} and version = ${version} and effective_from is null and ${clockIsRight(entry.at)}
      returning 1)
    ${insertEntry(entry, raw('select 1 from published'))}`);
};

export interface PublishedVersion {
  readonly version: number;
  readonly id: string;
  readonly note: string;
  readonly from: string;
  readonly head: string;
  readonly rows: readonly CatalogueRow[];
}

/** A version as it was published some time ago, for demo data; its entry is inserted beside. */
export const insertPublished = (db: Db, district: string, p: PublishedVersion): Promise<number> =>
  db.run(sql`
    with published as (
      insert into matters.catalogues (district, version, id, note, drafted_at, effective_from, head)
      values (${district}, ${p.version}::integer, ${p.id}::uuid, ${p.note}, ${p.from}::timestamptz, ${p.from}::timestamptz, ${p.head})
      returning version)
    insert into matters.catalogue_rows (district, version, category, area, content)
    select ${district}, published.version, row ->> 'category', row ->> 'area', row
    from published, jsonb_array_elements(${JSON.stringify(p.rows)}::jsonb) as row`);
