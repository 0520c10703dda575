import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findEmbedded, projectRoot } from '#packages/server-kit';

/** The built server as it is run in earnest, a child process on a data folder, with its embedded database. */
export interface Running {
  readonly base: string;
  readonly pid: number;
  /** Address of the embedded database. */
  readonly database: string;
  /** Milliseconds until the first answer. */
  readonly ready: number;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly processes?: number;
  readonly port?: number;
  /** Flags of Node, e.g. --cpu-prof. */
  readonly flags?: readonly string[];
  /** Folder of the checkout that was built; this one by default. */
  readonly root?: string;
}

const TRIES = 6000;

export async function startServer(folder: string, options: ServerOptions = {}): Promise<Running> {
  const { processes = 1, port = 8790, flags = [], root = projectRoot } = options;
  const began = performance.now();
  const main = join(root, 'dist/server/main.mjs');
  const child = spawn(process.execPath, [...flags, main, 'start', '--port', String(port), '--data', folder], {
    cwd: root,
    env: { ...process.env, GONGZHI_RATE_LIMIT: '0', LOG_LEVEL: 'error', GONGZHI_PROCESSES: String(processes) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://127.0.0.1:${port}`;
  await untilReady(base, () => child.exitCode !== null);
  const ready = performance.now() - began;
  return {
    base,
    pid: child.pid!,
    database: (await findEmbedded(folder))!,
    ready,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function untilReady(base: string, gone: () => boolean): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (gone()) throw new Error('the server ended before it was ready');
    const ready = await fetch(`${base}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (attempt === TRIES) throw new Error('the server is not ready after ten minutes');
    await sleep(50);
  }
}
