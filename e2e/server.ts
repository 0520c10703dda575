import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PORT = 8688;
const root = resolve(import.meta.dirname, '..');
const main = join(root, 'dist/server/main.mjs');

/** Starts the built server with a fresh demo district; the function that is returned stops it and forgets its data. */
export default async function startServer(): Promise<() => Promise<void>> {
  if (!existsSync(main)) throw new Error('build first: npm run build');
  const data = mkdtempSync(join(tmpdir(), 'gongzhi-e2e-'));
  chmodSync(data, 0o755); // as root the database runs as a user of its own, who must get through
  const env = {
    ...process.env,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
    GONGZHI_RATE_LIMIT: '0',
    GONGZHI_DATA: data,
    // A notice that is over at once, so that a plan goes its whole way in one journey.
    GONGZHI_GRID_NOTICE_DAYS: '0',
  };
  const server = spawn(process.execPath, [main, 'start', '--port', String(PORT)], { cwd: root, env, stdio: 'inherit' });
  const url = `http://127.0.0.1:${PORT}/readyz`;
  for (let i = 0; ; i++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (i > 900 || server.exitCode !== null) throw new Error('the server did not come up');
    await sleep(100);
  }
  return async () => {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}
