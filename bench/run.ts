import { execFileSync, fork } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Database, openDatabase, raw } from '#packages/server-kit';
import { type Cpu, cpuNow } from './cpu.ts';
import type { Order, Outcome } from './generate/process.ts';
import type { World } from './generate/scenario.ts';
import { loadedFolder } from './load-matters.ts';
import { type Running, type ServerOptions, startServer } from './server.ts';
import type { Row } from './table.ts';

/** What the benches over HTTP have in common: loaded data, a server, a load generator beside it. */
export interface Bench {
  readonly server: Running;
  readonly database: Database;
  readonly world: World;
  readonly matters: number;
  play(order: Omit<Order, 'world'>): Promise<Measured>;
}

export interface Measured extends Outcome {
  /** CPU seconds in the counted time; `others`: of the machine, not of this bench. */
  readonly used: {
    readonly server: number;
    readonly database: number;
    readonly generator: number;
    readonly others: number;
  };
}

export interface Options {
  readonly matters: number;
  readonly clients: number;
  readonly seconds: number;
  readonly processes: number;
  readonly only: string;
  readonly server: ServerOptions;
}

/**
 * Options that every bench understands: --matters, --clients, --seconds, --processes, --only (part of a name), --profile (a folder:
 * the server writes its CPU profile there when it ends).
 */
export function optionsOf(defaults: Partial<Options> = {}): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { matters: text, clients: text, seconds: text, processes: text, only: text, profile: text },
  });
  const number = (name: keyof typeof values, fallback: number) => Number(values[name] ?? fallback);
  return {
    matters: number('matters', defaults.matters ?? 1_000_000),
    clients: number('clients', defaults.clients ?? 32),
    seconds: number('seconds', defaults.seconds ?? 20),
    processes: number('processes', defaults.processes ?? 1),
    only: values.only ?? '',
    server: {
      processes: number('processes', defaults.processes ?? 1),
      flags: values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [],
    },
  };
}

const SAMPLED = 4000;

async function worldOf(base: string, database: Database): Promise<World> {
  const rows = await database.rows<{ code: string; lon: number; lat: number }>(
    raw(
      `select code, lon_e7 / 1e7::float8 as lon, lat_e7 / 1e7::float8 as lat from matters.matters tablesample system (2) limit ${SAMPLED}`,
    ),
  );
  const unit = await database.first<{ id: string }>(
    raw("select id from access.organisations where kind = 'urban_management' and area = district"),
  );
  if (rows.length === 0 || !unit) throw new Error('the data folder holds no matters, or no district');
  return {
    base,
    places: rows.map(({ lon, lat }) => ({ lon, lat })),
    codes: rows.map(({ code }) => code),
    unit: unit.id,
  };
}

/** A copy of the loaded folder for what writes into it, so that every run finds the same matters. */
function scratchOf(folder: string): string {
  const scratch = `${folder}-scratch`;
  rmSync(scratch, { recursive: true, force: true });
  execFileSync('cp', ['-a', folder, scratch]); // with owners, and by reference where the file system can
  return scratch;
}

/** Loads (once), starts, runs what only reads, stops whatever happens. */
export async function onLoaded(
  matters: number,
  options: ServerOptions,
  work: (bench: Bench) => Promise<void>,
): Promise<void> {
  await on((await loadedFolder(matters)).folder, options, work);
}

/** The same for what writes: on a copy that is removed afterwards. */
export async function onCopy(
  matters: number,
  options: ServerOptions,
  work: (bench: Bench) => Promise<void>,
): Promise<void> {
  const scratch = scratchOf((await loadedFolder(matters)).folder);
  try {
    await on(scratch, options, work);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function on(folder: string, options: ServerOptions, work: (bench: Bench) => Promise<void>): Promise<void> {
  const server = await startServer(folder, options);
  const database = openDatabase({ url: server.database, max: 2, applicationName: 'bench' });
  try {
    const world = await worldOf(server.base, database);
    const [{ n }] = await database.rows<{ n: number }>(raw('select count(*) as n from matters.matters'));
    await work({
      server,
      database,
      world,
      matters: n,
      play: (order) => generate(server, database, { ...order, world }),
    });
  } finally {
    await database.close();
    await server.stop();
  }
}

async function postmasterOf(database: Database): Promise<number> {
  const row = await database.first<{ file: string }>(raw("select current_setting('data_directory') as file"));
  return Number(readFileSync(join(row!.file, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function generate(server: Running, database: Database, order: Order): Promise<Measured> {
  const postmaster = await postmasterOf(database);
  const child = fork(join(import.meta.dirname, 'generate/process.ts'), { execArgv: ['--import', 'tsx'] });
  let before: Cpu = cpuNow(server.pid, postmaster);
  child.send(order);
  const outcome = await new Promise<Outcome>((done, fail) => {
    child.on('message', (message: { counting?: true; outcome?: Outcome }) => {
      if (message.counting) before = cpuNow(server.pid, postmaster);
      if (message.outcome) done(message.outcome);
    });
    child.once('exit', (code) => fail(new Error(`the load generator ended with ${code}`)));
  });
  const after = cpuNow(server.pid, postmaster);
  const [own, data] = [after.server - before.server, after.database - before.database];
  const others = Math.max(0, after.machine - before.machine - own - data - outcome.cpu);
  return { ...outcome, used: { server: own, database: data, generator: outcome.cpu, others } };
}

export const HEAD = ['request', 'answers', 'per second', 'p50 ms', 'p95 ms', 'p99 ms', 'errors'] as const;

/** A row for each kind of request, and one for all of them. */
export const rowsOf = ({ samples, seconds }: Outcome): Row[] =>
  samples.map(({ request, count, errors, p50, p95, p99 }) => [request, count, count / seconds, p50, p95, p99, errors]);

/** What a turn costs, whoever else uses the machine: the measure that is comparable between runs on a busy one. */
export const cpuLines = ({ used, seconds, turns }: Measured): string[] => {
  const own = used.server + used.database + used.generator;
  const cores = (spent: number) => (spent / seconds).toFixed(2);
  const each = (spent: number) => ((1000 * spent) / Math.max(1, turns)).toFixed(2);
  return [
    `cores busy: web server ${cores(used.server)}, database ${cores(used.database)}, load generator ${cores(used.generator)}, other work on the machine ${cores(used.others)}`,
    `processor time each: web server ${each(used.server)} ms, database ${each(used.database)} ms, load generator ${each(used.generator)} ms, together ${each(own)} ms`,
  ];
};
