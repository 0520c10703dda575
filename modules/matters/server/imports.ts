import { type Locale, text } from '#packages/kernel';
import { type Db, newId, sql } from '#packages/server-kit';
import type { Person } from '../../access/contract.ts';
import type { ImportPage } from '../core/api.ts';
import { importScope } from '../core/policy.ts';
import {
  type BadRow,
  checkRows,
  guessMapping,
  type ImportOptions,
  importRows,
  type Mapping,
  type Row,
} from './commands/import.ts';
import { type MattersDeps, problems } from './context.ts';
import { readSheet } from './sheet.ts';

/** Imports in the console: uploaded, previewed, run in the background with progress. */

interface ImportRecord extends Omit<ImportPage, 'bad' | 'mapping'> {
  readonly mapping: Mapping;
  readonly bad: readonly BadRow[];
  readonly person: string;
  readonly rows: readonly Row[] | null;
  readonly options: (ImportOptions & { readonly badRows: 'stop' | 'skip' }) | null;
}

const SHOWN = 200;
const SAMPLE = 5;

const select = sql`
  select id, file, person, stage, columns, mapping, total, good, bad, bad_count as "badCount", sample, done, options, created_at as "createdAt"`;

export function presentImport(record: Omit<ImportRecord, 'rows'>, locale: Locale): ImportPage {
  const { id, file, stage, columns, mapping, total, good, badCount, sample, done, createdAt } = record;
  const bad = record.bad.map(({ row, column, why }) => ({ row, column, why: why[locale] }));
  return {
    id,
    file,
    stage,
    columns,
    mapping: mapping as Record<string, string>,
    total,
    good,
    bad,
    badCount,
    sample,
    done,
    createdAt,
  };
}

export const listImports = ({ database, district }: MattersDeps): Promise<ImportRecord[]> =>
  database.rows(sql`${select} from matters.imports where district = ${district} order by created_at desc limit 50`);

export async function getImport({ database, district }: MattersDeps, id: string): Promise<ImportRecord> {
  const found = await database.first<ImportRecord>(
    sql`${select}, rows from matters.imports where district = ${district} and id = ${id}`,
  );
  if (!found) throw problems.unknown_import();
  return found;
}

/** Reads and checks an uploaded list with the guessed mapping; nothing is imported. */
export async function previewImport(
  deps: MattersDeps,
  file: string,
  content: Buffer,
  person: Person,
): Promise<ImportRecord> {
  const { columns, rows } = await readSheet(file, content);
  const mapping = guessMapping(columns);
  const { drafts, bad } = checkRows(deps, rows, { mapping, areas: importScope(person), withoutPlace: 'refuse' });
  const id = newId();
  await deps.database.run(sql`
    insert into matters.imports (district, id, file, person, stage, columns, mapping, rows, total, good, bad, bad_count, sample, created_at)
    values (${deps.district}, ${id}, ${file}, ${person.person}, 'previewed', ${JSON.stringify(columns)}, ${JSON.stringify(mapping)},
      ${JSON.stringify(rows)}, ${rows.length}, ${drafts.length}, ${JSON.stringify(bad.slice(0, SHOWN))}, ${bad.length},
      ${JSON.stringify(rows.slice(0, SAMPLE))}, ${deps.clock().toISOString()})`);
  return getImport(deps, id);
}

export const IMPORT_JOB = 'matters-import';

/** Notes what is to be done and sends the job; a list is run once. */
export async function startImport(
  deps: MattersDeps,
  id: string,
  options: NonNullable<ImportRecord['options']>,
): Promise<ImportRecord> {
  const started = await deps.database.run(sql`
    update matters.imports set stage = 'running', done = 0, options = ${JSON.stringify(options)}
    where district = ${deps.district} and id = ${id} and stage in ('previewed', 'failed')`);
  if (started === 0) {
    await getImport(deps, id);
    throw problems.bad_import({
      reasons: [{ rule: 'runs_once', text: text('这份清单已经导入。', 'This list has been imported.') }],
    });
  }
  await deps.jobs().send(IMPORT_JOB, { id });
  return getImport(deps, id);
}

const finish = (db: Db, district: string, id: string, stage: 'done' | 'failed', good: number, bad: readonly BadRow[]) =>
  db.run(sql`
    update matters.imports set stage = ${stage}, good = ${good}, bad = ${JSON.stringify(bad.slice(0, SHOWN))}, bad_count = ${bad.length},
      rows = case when ${stage === 'done'} then null else rows end
    where district = ${district} and id = ${id}`);

/** The job: checks with the chosen mapping, imports in one transaction, keeps the progress. */
export async function runImport(deps: MattersDeps, { id }: { id: string }): Promise<void> {
  const { database, district } = deps;
  const record = await getImport(deps, id);
  if (record.stage !== 'running' || !record.rows || !record.options) return;
  const { drafts, bad } = checkRows(deps, record.rows, record.options);
  if (bad.length > 0 && record.options.badRows === 'stop') {
    await finish(database, district, id, 'failed', drafts.length, bad);
    return;
  }
  const author = { person: record.person, role: 'importer', organisation: null };
  const progress = async (done: number) => {
    await database.run(sql`update matters.imports set done = ${done} where district = ${district} and id = ${id}`);
  };
  await importRows(deps, drafts, author, progress, (tx) => finish(tx, district, id, 'done', drafts.length, bad));
}
