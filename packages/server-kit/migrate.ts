import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { sql } from './sql.ts';

export interface MigrationFolder {
  /** The module whose schema the folder builds. */
  readonly module: string;
  readonly folder: string;
}

interface Migration {
  readonly module: string;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

const LOCK = 7_220_260_101;

const BOOKS = `
create schema if not exists kit;
create table if not exists kit.migrations (
  module text not null, name text not null, sha256 text not null, applied_at timestamptz not null default now(),
  primary key (module, name));
comment on table kit.migrations is 'Which migration files were applied: forward only, never changed afterwards.'`;

function read({ module, folder }: MigrationFolder): Migration[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return files.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { module, name, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Applies what is missing, folder by folder, each file in a transaction of its own; one process at a time.
 * Throws when a file that was applied has changed since. Resolves to the names of the files applied now.
 */
export async function migrate(database: Database, folders: readonly MigrationFolder[]): Promise<string[]> {
  await database.transaction(async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(${LOCK})`);
    await database.script(BOOKS);
  });
  const applied: string[] = [];
  for (const migration of folders.flatMap(read)) {
    if (await apply(database, migration)) applied.push(`${migration.module}/${migration.name}`);
  }
  return applied;
}

async function apply(database: Database, { module, name, text, sha256 }: Migration): Promise<boolean> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const done = await client.query('select sha256 from kit.migrations where module = $1 and name = $2', [
      module,
      name,
    ]);
    if (done.rows.length > 0) {
      if (done.rows[0].sha256 !== sha256)
        throw new Error(`migration ${module}/${name} was changed after it was applied`);
      await client.query('rollback');
      return false;
    }
    await client.query(text);
    await client.query('insert into kit.migrations (module, name, sha256) values ($1, $2, $3)', [module, name, sha256]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
