import type { Database, Env } from '#packages/server-kit';
import { type Composition, compose } from '../compose.ts';
import { openInstallation, version } from '../installation.ts';
import { readKeys } from '../keys.ts';

interface Open {
  readonly database: Database;
  readonly composition: Composition;
}

/** Opens the installation for one command (beside a running server, or alone) and closes it whatever happens. */
export async function withComposition<T>(env: Env, work: (open: Open) => Promise<T>): Promise<T> {
  const installation = await openInstallation(env, 'command');
  try {
    const composition = await compose({ database: installation.database, env, keys: readKeys(env), version });
    try {
      return await work({ database: installation.database, composition });
    } finally {
      await composition.close();
    }
  } finally {
    await installation.close();
  }
}
