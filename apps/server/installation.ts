import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Database,
  type Env,
  findEmbedded,
  holdFolder,
  migrate,
  migrationFolders,
  openDatabase,
  projectRoot,
  sql,
  startEmbedded,
} from '#packages/server-kit';

export const version: string = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version;

export interface OpenInstallation {
  readonly url: string;
  readonly database: Database;
  /** Names of the migrations that were applied now. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

const OLDEST = 150_000;

/** The external database of the environment, a running embedded one, or the embedded one started for this process. */
async function serverOf(env: Env, mode: 'serve' | 'command'): Promise<Server> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: async () => {} };
  const running = mode === 'command' ? await findEmbedded(env.GONGZHI_DATA) : undefined;
  if (running) return { url: running, stop: async () => {} };
  const release = holdFolder(env.GONGZHI_DATA);
  const embedded = await startEmbedded(env.GONGZHI_DATA);
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      release();
    },
  };
}

/** Opens the database and brings its schema up to date; `serve` holds the data folder alone, a `command` may share it. */
export async function openInstallation(env: Env, mode: 'serve' | 'command'): Promise<OpenInstallation> {
  const server = await serverOf(env, mode);
  const database = openDatabase({ url: server.url, max: mode === 'serve' ? 20 : 4 });
  try {
    const { number } = (await database.first<{ number: number }>(
      sql`select current_setting('server_version_num')::integer as number`,
    ))!;
    if (number < OLDEST) throw new Error(`PostgreSQL 15 or newer is needed; this server is ${number}`);
    const migrated = await migrate(database, migrationFolders());
    return {
      url: server.url,
      database,
      migrated,
      close: async () => {
        await database.close();
        await server.stop();
      },
    };
  } catch (error) {
    await database.close();
    await server.stop();
    throw error;
  }
}
