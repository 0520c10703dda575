/**
 * A data folder with very many matters, as after five years: `node --import tsx bench/load-matters.ts [--matters 1000000]`.
 * Written with COPY by two processes, with every index, constraint and trigger in place; kept under the temporary folder and
 * used again by later runs of the same schema and loader.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Database, type Env, migrationFolders, raw, readEnv, sql } from '#packages/server-kit';
import { compose } from '../apps/server/compose.ts';
import { loadDemoPeople, loadDemoPlaces } from '../apps/server/demo.ts';
import { openInstallation, version } from '../apps/server/installation.ts';
import { readKeys } from '../apps/server/keys.ts';
import { TABLES } from './load/rows.ts';
import { type Scene, sceneOf } from './load/scene.ts';
import type { LoadOrder } from './load/worker.ts';

export interface Loaded {
  readonly folder: string;
  readonly matters: number;
  /** What was done to make it: seconds by step. */
  readonly seconds: { readonly rows: number; readonly vacuum: number };
  readonly entries: number;
  readonly bytes: number;
}

const YEARS = 5;
const YEAR = 365.25 * 86_400_000;
const CHUNK = 500;
const PROCESSES = 2;
const FILE = 'loaded.json';

const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
    : [];

/** Names the schema and the loader that a folder was made with. */
function keyOf(): string {
  const hash = createHash('sha256');
  const loader = [import.meta.filename, ...filesIn(join(import.meta.dirname, 'load'))];
  const schema = migrationFolders().flatMap(({ folder }) => filesIn(folder));
  for (const file of [...loader, ...schema]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** The folder with so many matters: as it was made before, or made now. `GONGZHI_BENCH_DATA` names another one to be used as it is. */
export async function loadedFolder(matters: number, say: (line: string) => void = console.error): Promise<Loaded> {
  const given = process.env.GONGZHI_BENCH_DATA;
  const folder = given ?? join(tmpdir(), 'gongzhi-bench', `${matters}-${keyOf()}`);
  if (given || existsSync(join(folder, FILE))) return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Loaded;
  rmSync(folder, { recursive: true, force: true }); // an interrupted load
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755); // as root the database runs as a user of its own, who must get through
  say(`loading ${matters} matters into ${folder}`);
  const loaded = await fill(folder, matters, say);
  writeFileSync(join(folder, FILE), `${JSON.stringify(loaded, null, 2)}\n`);
  return loaded;
}

const settings = (folder: string): Env => readEnv({ GONGZHI_DATA: folder, LOG_LEVEL: 'error' });

async function fill(folder: string, matters: number, say: (line: string) => void): Promise<Loaded> {
  const env = settings(folder);
  const { database, url, close } = await openInstallation(env, 'serve');
  try {
    const keys = readKeys(env);
    await loadDemoPlaces(database, env);
    await loadDemoPeople(database, env, keys);
    const composition = await compose({ database, env, keys, version });
    const began = performance.now();
    const scene = await sceneOf(composition);
    await withLongList(database, () => writeRows(env, url, scene, matters, say));
    const written = performance.now();
    await vacuum(url, say);
    const [size] = await database.rows<{ entries: number; bytes: number }>(
      raw('select (select count(*) from ledger.entries) as entries, pg_database_size(current_database()) as bytes'),
    );
    await composition.close();
    const seconds = { rows: since(began, written), vacuum: since(written) };
    return { folder, matters, seconds, ...size };
  } finally {
    await close();
  }
}

const WORDS = raw('matters.texts_words');

/** New words are sorted into the index in large batches while very many come at once; afterwards as the schema has it. */
async function withLongList(database: Database, work: () => Promise<void>): Promise<void> {
  const before = await database.first<{ options: string[] | null }>(
    sql`select reloptions as options from pg_class where oid = 'matters.texts_words'::regclass`,
  );
  await database.run(sql`alter index ${WORDS} set (gin_pending_list_limit = 65536)`);
  await work();
  await database.run(sql`alter index ${WORDS} reset (gin_pending_list_limit)`);
  if (before?.options) await database.run(sql`alter index ${WORDS} set (${raw(before.options.join(', '))})`);
}

/** What autovacuum would have done over the years. */
async function vacuum(url: string, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const { name } of Object.values(TABLES)) {
    say(`vacuuming ${name}`);
    await client.query(`vacuum (analyze) ${name}`);
  }
  await client.query('checkpoint');
  await client.end();
}

const since = (began: number, ended = performance.now()) => Math.round((ended - began) / 1000);

async function writeRows(env: Env, url: string, scene: Scene, matters: number, say: (line: string) => void) {
  const until = Date.now() - 60_000;
  const order = {
    ...{ url, scene, matters, until, district: env.GONGZHI_DISTRICT, algorithm: env.GONGZHI_HASH },
    ...{ from: until - YEARS * YEAR, chunk: CHUNK, of: PROCESSES },
  };
  let done = 0;
  const chunks = Math.ceil(matters / CHUNK);
  const tenth = Math.max(1, Math.round(chunks / 20));
  const tell = () => {
    if (++done % tenth === 0) say(`${Math.round((100 * done) / chunks)}%`);
  };
  await Promise.all(Array.from({ length: PROCESSES }, (_, first) => runWorker({ ...order, first }, tell)));
}

function runWorker(order: LoadOrder, tell: () => void): Promise<void> {
  const worker = fork(join(import.meta.dirname, 'load/worker.ts'), { execArgv: ['--import', 'tsx'] });
  worker.on('message', tell);
  worker.send(order);
  return new Promise((done, fail) => {
    worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`a loading process ended with ${code}`))));
  });
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { matters: { type: 'string', default: '1000000' } } });
  console.log(JSON.stringify(await loadedFolder(Number(values.matters)), null, 2));
}
