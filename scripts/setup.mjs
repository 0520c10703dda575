// What both commands need first, with nothing but Node: the dependencies, once and again when the lock file changes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  return status ?? 1;
}

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

/** Whether a stamp file says that this was done for these inputs. */
export function isFresh(stamp, key) {
  const file = join(root, 'node_modules', '.gongzhi', stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === key;
}

export function markFresh(stamp, key) {
  const folder = join(root, 'node_modules', '.gongzhi');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, stamp), key);
}

export const hashOfFiles = (files) => {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
};

export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11))
    fail(`Node 20.11 or newer is needed; this is ${process.versions.node}`);
  const key = hashOfFiles(['package-lock.json', 'package.json']);
  if (isFresh('install', key)) return;
  console.log('installing dependencies (once)');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
    fail('npm ci failed: is the npm registry within reach?');
  markFresh('install', key);
}
