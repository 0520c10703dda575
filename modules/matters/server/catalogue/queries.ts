import { type Db, sql } from '#packages/server-kit';
import type { CatalogueRow } from '../../core/catalogue.ts';

export interface VersionRecord {
  readonly version: number;
  readonly id: string;
  readonly note: string;
  readonly rows: number;
  readonly draftedAt: string;
  readonly effectiveFrom: string | null;
  readonly head: string | null;
}

const selectVersions = (district: string) => sql`
  select c.version, c.id, c.note, c.drafted_at as "draftedAt", c.effective_from as "effectiveFrom", c.head,
    (select count(*) from matters.catalogue_rows r where r.district = c.district and r.version = c.version) as rows
  from matters.catalogues c where c.district = ${district}`;

/** Newest first. */
export const listVersions = (db: Db, district: string): Promise<VersionRecord[]> =>
  db.rows(sql`${selectVersions(district)} order by c.version desc`);

export const findVersion = (db: Db, district: string, version: number): Promise<VersionRecord | undefined> =>
  db.first(sql`${selectVersions(district)} and c.version = ${version}`);

export const findVersionOfStream = (db: Db, district: string, id: string): Promise<VersionRecord | undefined> =>
  db.first(sql`${selectVersions(district)} and c.id = ${id}`);

/** In the order of kinds, the wider area first. */
export const rowsOfVersion = async (db: Db, district: string, version: number): Promise<CatalogueRow[]> =>
  (
    await db.rows<{ content: CatalogueRow }>(sql`
      select content from matters.catalogue_rows where district = ${district} and version = ${version} order by category, area`)
  ).map(({ content }) => content);

/** The version in force and its most specific row for a kind in a grid; null where no version is in force. */
export async function catalogueFor(
  db: Db,
  district: string,
  asked: { readonly category: string; readonly grid: string; readonly at: string },
): Promise<{ version: number; row: CatalogueRow | undefined } | null> {
  const found = await db.first<{ version: number | null; content: CatalogueRow | null }>(sql`
    select v.version, r.content
    from (select max(version) as version from matters.catalogues where district = ${district} and effective_from <= ${asked.at}) v
    left join lateral (
      select content from matters.catalogue_rows r
      where r.district = ${district} and r.version = v.version and r.category = ${asked.category}
        and starts_with(${asked.grid}, r.area)
      order by length(r.area) desc limit 1) r on true`);
  return found && found.version !== null ? { version: found.version, row: found.content ?? undefined } : null;
}
