import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { type Database, type Env, type Jobs, openDatabase, readEnv, startJobs } from '#packages/server-kit';
import { addressOf, type Composition, compose } from '../compose.ts';
import { hasDistrict, loadDemoMatters, loadDemoPeople, loadDemoPlaces } from '../demo.ts';
import { type OpenInstallation, openInstallation, version } from '../installation.ts';
import { type Keys, readKeys } from '../keys.ts';
import { type Command, print, progressBar } from './command.ts';

const options = { port: { type: 'string' }, data: { type: 'string' }, host: { type: 'string' } } as const;

function envWith(args: readonly string[]): Env {
  const { values } = parseArgs({ args: [...args], options });
  const { port, data, host } = values;
  return readEnv({
    ...process.env,
    ...(port && { PORT: port }),
    ...(data && { GONGZHI_DATA: data }),
    ...(host && { HOST: host }),
  });
}

async function start(args: readonly string[]): Promise<0> {
  const env = envWith(args);
  return cluster.isWorker ? serveOnly(env) : lead(env);
}

/** The first process: database, migrations, demo, jobs; it also serves, unless there are several. */
async function lead(env: Env): Promise<0> {
  const began = Date.now();
  const installation = await openInstallation(env, 'serve');
  try {
    await run(env, installation, began);
  } finally {
    await installation.close();
  }
  return 0;
}

async function run(env: Env, { url, database, migrated }: OpenInstallation, began: number): Promise<void> {
  if (migrated.length > 0) print(`schema: ${migrated.length} migrations applied`);
  const composition = await withDemo(env, database, readKeys(env));
  const jobs = await startJobs(
    url,
    composition.modules.flatMap((module) => module.jobs ?? []),
    complain,
  );
  composition.attachJobs(jobs);
  const stopServing = env.GONGZHI_PROCESSES > 1 ? forkServers(env, url) : await serve(env, composition);
  announce(env, Date.now() - began);
  await signalled();
  await stopServing();
  await jobs.stop();
  await composition.close();
}

/** Composes the modules; on the first start of a demo the district, its people and matters are loaded before and after that. */
async function withDemo(env: Env, database: Database, keys: Keys): Promise<Composition> {
  const composed = () => compose({ database, env, keys, version });
  if (!env.GONGZHI_DEMO) return composed();
  const bar = (await hasDistrict(database, env.GONGZHI_DISTRICT)) ? () => {} : progressBar('loading the demo district');
  bar(0);
  await loadDemoPlaces(database, env);
  bar(0.4);
  await loadDemoPeople(database, env, keys);
  bar(0.8);
  const composition = await composed();
  await loadDemoMatters(composition, database, env);
  bar(1);
  return composition;
}

/** One of several server processes: it answers requests, and leaves jobs to the first. */
async function serveOnly(env: Env): Promise<0> {
  const url = env.DATABASE_URL!;
  const database = openDatabase({ url, max: 12 });
  const composition = await compose({ database, env, keys: readKeys(env), version });
  const jobs: Jobs = await startJobs(url, [], complain);
  composition.attachJobs(jobs);
  const stopServing = await serve(env, composition);
  await signalled();
  await stopServing();
  await jobs.stop();
  await composition.close();
  await database.close();
  process.disconnect(); // the channel to the first process would keep this one alive
  return 0;
}

async function serve(env: Env, composition: Composition): Promise<() => Promise<void>> {
  const app = await composition.http();
  await app.listen({ port: env.PORT, host: env.HOST });
  return () => app.close();
}

function forkServers(env: Env, url: string): () => Promise<void> {
  let stopping = false;
  const workers = new Set<ReturnType<typeof cluster.fork>>();
  const fork = () => {
    const worker = cluster.fork({
      ...process.env,
      DATABASE_URL: url,
      PORT: String(env.PORT),
      GONGZHI_DATA: env.GONGZHI_DATA,
    });
    workers.add(worker);
    worker.on('exit', () => {
      workers.delete(worker);
      if (!stopping) fork();
    });
  };
  for (let i = 0; i < env.GONGZHI_PROCESSES; i++) fork();
  return async () => {
    stopping = true;
    await Promise.all(
      [...workers].map(
        (worker) => new Promise<void>((done) => worker.once('exit', () => done()).process.kill('SIGTERM')),
      ),
    );
  };
}

/** Resolves at SIGTERM or SIGINT: what is in flight is finished by closing the server. */
const signalled = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

const complain = (error: Error) => {
  process.stderr.write(`jobs: ${error.message}\n`);
};

function announce(env: Env, milliseconds: number): void {
  print(`共治 Gongzhi ${version} is up after ${(milliseconds / 1000).toFixed(1)} s`);
  print(`  portal   ${addressOf(env)}/`);
  print(`  console  ${addressOf(env)}/console`);
  if (!env.GONGZHI_DEMO) return;
  print('  demo accounts (one password for all: gongzhi-demo-88):');
  print(
    '    resident, neighbour · grid, head · community, secretary · street · urban, housing · centre · auditor · admin',
  );
}

export const startCommand: Command = {
  usage: 'start [--port 8600] [--host 127.0.0.1] [--data .gongzhi]',
  summary: 'start the server; the first start loads the demo district',
  run: start,
};
