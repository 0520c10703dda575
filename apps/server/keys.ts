import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '#packages/server-kit';

/** Secrets of an installation: the key that seals contact details, and the one that signs sessions. */
export interface Keys {
  readonly sealing: string;
  readonly session: string;
}

function make(file: string): Keys {
  const keys = { sealing: randomBytes(32).toString('hex'), session: randomBytes(32).toString('hex') };
  try {
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600, flag: 'wx' });
    return keys;
  } catch {
    return JSON.parse(readFileSync(file, 'utf8')) as Keys; // another process was first
  }
}

/** From the environment; what is not set there is made once and kept in the data folder, readable by its owner only. */
export function readKeys(env: Env): Keys {
  const { GONGZHI_KEY: sealing, GONGZHI_AUTH_SECRET: session } = env;
  if (sealing && session) return { sealing, session };
  mkdirSync(env.GONGZHI_DATA, { recursive: true });
  const file = join(env.GONGZHI_DATA, 'keys.json');
  let kept: Keys;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8')) as Keys;
  } catch {
    kept = make(file);
  }
  return { sealing: sealing ?? kept.sealing, session: session ?? kept.session };
}
