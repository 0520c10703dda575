import pg from 'pg';
import { type Lifecycle, type Place, writesOf } from './statements.ts';

/** Sends the writes of lifecycles straight to PostgreSQL, over so many connections; parameters are made before the clock starts. */
export interface WriteOrder {
  readonly url: string;
  readonly unit: string;
  readonly places: readonly Place[];
  readonly connections: number;
  readonly lifecycles: number;
}

export interface WriteOutcome {
  readonly lifecycles: number;
  readonly seconds: number;
}

async function run({ url, unit, places, connections, lifecycles }: WriteOrder): Promise<WriteOutcome> {
  const made: Lifecycle[] = [];
  for (let i = 0; i < lifecycles; i++) made.push(await writesOf(places[i % places.length], unit));
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const began = performance.now();
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (next < made.length) {
        for (const statement of made[next++].statements) {
          const { rowCount } = await client.query(statement);
          if (rowCount !== 1) throw new Error('a write was refused');
        }
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return { lifecycles, seconds };
}

process.once('message', (order: WriteOrder) => {
  run(order).then(
    (outcome) => process.send?.({ outcome }, () => process.exit(0)),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
