import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type Database, raw } from '#packages/server-kit';
import { hasPgbench, runPgbench } from './writes/pgbench.ts';
import type { WriteOrder, WriteOutcome } from './writes/process.ts';
import { type Place, writesOf } from './writes/statements.ts';

/** How many lifecycles a second the database takes when nothing but their writes is sent: the upper bound. */
export interface UpperBound {
  /** By a lean Node process with `pg`. */
  readonly node: number;
  /** By Debian's pgbench, where it is installed. */
  readonly pgbench: number | undefined;
}

const placesOf = (database: Database): Promise<Place[]> =>
  database.rows(
    raw('select grid, lon_e7 as "lonE7", lat_e7 as "latE7" from matters.matters tablesample system (1) limit 2000'),
  );

function runProcess(order: WriteOrder): Promise<WriteOutcome> {
  const child = fork(join(import.meta.dirname, 'writes/process.ts'), { execArgv: ['--import', 'tsx'] });
  child.send(order);
  return new Promise((done, fail) => {
    child.once('message', ({ outcome }: { outcome: WriteOutcome }) => done(outcome));
    child.once('exit', (code) => fail(new Error(`the writing process ended with ${code}`)));
  });
}

export async function upperBound(
  database: Database,
  url: string,
  unit: string,
  connections: number,
  seconds: number,
): Promise<UpperBound> {
  const places = await placesOf(database);
  const order = { url, unit, places, connections };
  const trial = await runProcess({ ...order, lifecycles: 400 });
  const lifecycles = Math.max(400, Math.round((seconds * trial.lifecycles) / trial.seconds));
  const outcome = await runProcess({ ...order, lifecycles });
  const pgbench = hasPgbench()
    ? runPgbench(url, await writesOf(places[0], unit), connections, Math.ceil(seconds))
    : undefined;
  return { node: outcome.lifecycles / outcome.seconds, pgbench };
}
