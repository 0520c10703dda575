/**
 * From a clone to the first page, and a second start. `node --import tsx bench/start.ts`
 * The clone is of this checkout's last commit, installed from the registry into an empty folder (npm's own cache is used as it is).
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#packages/server-kit';
import { startServer } from './server.ts';
import { keep, printTable } from './table.ts';

const WARM_GOAL = 5;
const WARM_STARTS = 3;

const secondsSince = (began: number) => (performance.now() - began) / 1000;

function timed(command: string, args: readonly string[], cwd: string): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return secondsSince(began);
}

/** Seconds until the portal's page is served. */
async function firstPage(root: string): Promise<number> {
  const began = performance.now();
  const server = await startServer(join(root, 'data'), { root, port: 8791 });
  const page = await fetch(`${server.base}/`, { headers: { accept: 'text/html' } });
  if (!page.ok) throw new Error(`the page was answered with ${page.status}`);
  await page.text();
  const seconds = secondsSince(began);
  await server.stop();
  return seconds;
}

const folder = mkdtempSync(join(tmpdir(), 'gongzhi-clone-'));
try {
  chmodSync(folder, 0o755); // as root the database runs as a user of its own, who must get through
  const root = join(folder, 'gongzhi');
  const clone = timed('git', ['clone', '--quiet', projectRoot, root], folder);
  const installing = "import { install } from './scripts/setup.mjs'; install();";
  const install = timed(process.execPath, ['--input-type=module', '-e', installing], root);
  const build = timed(process.execPath, ['scripts/build.mjs'], root);
  const first = await firstPage(root);
  const warm: number[] = [];
  for (let i = 0; i < WARM_STARTS; i++) warm.push(await firstPage(root));
  printTable(
    'Start: seconds to the first page',
    ['', 'seconds'],
    [
      ['git clone', clone],
      ['npm ci', install],
      ['build', build],
      ['first start, with the demo district', first],
      ['cold, all together', clone + install + build + first],
      [`warm, slowest of ${WARM_STARTS} (goal: under ${WARM_GOAL})`, Math.max(...warm)],
    ],
  );
  keep('start', { clone, install, build, first, warm });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
