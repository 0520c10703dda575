import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationFolder } from './migrate.ts';

/** The project's folder, from source and from the bundle alike: the nearest folder above with a lock file. */
export const projectRoot = (() => {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'package-lock.json'))) at = dirname(at);
  return at;
})();

/** The ledger first, then every module that has a schema; modules never refer to each other's tables, so their order is free. */
export function migrationFolders(): MigrationFolder[] {
  const modules = readdirSync(join(projectRoot, 'modules')).sort();
  return [
    { module: 'kit', folder: join(projectRoot, 'packages/server-kit/migrations') },
    ...modules.map((module) => ({ module, folder: join(projectRoot, 'modules', module, 'migrations') })),
  ];
}
