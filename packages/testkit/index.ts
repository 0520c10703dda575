import { inject } from 'vitest';
import type { Clock } from '#packages/kernel';
import { type Database, openDatabase, raw } from '#packages/server-kit';
import { onServer } from './global-setup.ts';

export interface TestDatabase extends Database {
  readonly url: string;
}

let made = 0;

/** A fresh, fully migrated database for one test file; `close` drops it. */
export async function testDatabase(): Promise<TestDatabase> {
  const { server, name: template } = inject('template');
  const name = `gongzhi_test_${process.pid}_${process.env.VITEST_POOL_ID ?? 0}_${++made}`;
  const admin = openDatabase({ url: server, max: 1 });
  await admin.run(raw(`create database ${name} template ${template}`));
  const url = onServer(server, name);
  const database = openDatabase({ url, max: 8 });
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      await admin.run(raw(`drop database ${name} with (force)`));
      await admin.close();
    },
  };
}

export interface FakeClock extends Clock {
  /** Moves time on by so many milliseconds. */
  tick(milliseconds: number): void;
  set(iso: string): void;
}

/** A clock that stands still until a test moves it. */
export function fakeClock(start = new Date().toISOString()): FakeClock {
  let now = Date.parse(start);
  const clock = (() => new Date(now)) as FakeClock;
  clock.tick = (milliseconds) => {
    now += milliseconds;
  };
  clock.set = (iso) => {
    now = Date.parse(iso);
  };
  return clock;
}
