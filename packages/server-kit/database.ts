import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Sql, toQuery } from './sql.ts';

const { Pool, types } = pg;
// int8 as number (our counts stay below 2^53), timestamptz as ISO 8601 text in UTC: what the domain speaks.
types.setTypeParser(20, Number);
types.setTypeParser(1184, (value) => new Date(value).toISOString());

/** What a query runs on: the pool, or one transaction. */
export interface Db {
  rows<Row>(query: Sql): Promise<Row[]>;
  first<Row>(query: Sql): Promise<Row | undefined>;
  /** Runs a statement; resolves to the number of rows that it touched. */
  run(query: Sql): Promise<number>;
}

export interface Database extends Db {
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction; deadlocks and serialization failures are tried again, `work` must bear that. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** Plain text, several statements: migrations only. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}

type Client = Pick<pg.Pool, 'query'>;

const on = (client: Client): Db => ({
  rows: async <Row>(query: Sql) => (await client.query(toQuery(query))).rows as Row[],
  first: async <Row>(query: Sql) => (await client.query(toQuery(query))).rows[0] as Row | undefined,
  run: async (query) => (await client.query(toQuery(query))).rowCount ?? 0,
});

const RETRY = new Set(['40001', '40P01']);
const TRIES = 5;

export const sqlState = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Whether the error is a unique violation of the constraint or index. */
export const isDuplicate = (error: unknown, constraint: string): boolean =>
  sqlState(error) === '23505' && (error as { constraint?: string }).constraint === constraint;

export interface DatabaseOptions {
  readonly url: string;
  readonly max?: number;
  readonly applicationName?: string;
}

export function openDatabase({ url, max = 10, applicationName = 'gongzhi' }: DatabaseOptions): Database {
  const pool = new Pool({ connectionString: url, max, application_name: applicationName, statement_timeout: 60_000 });
  // An idle connection that the server closes (a restart) is replaced by the pool at the next query.
  pool.on('error', () => {});
  return {
    pool,
    ...on(pool),
    transaction: (work) => transaction(pool, work),
    script: async (text) => {
      await pool.query(text);
    },
    close: () => pool.end(),
  };
}

async function transaction<T>(pool: pg.Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTransaction(pool, work);
    } catch (error) {
      if (attempt === TRIES || !RETRY.has(sqlState(error) ?? '')) throw error;
      await sleep(5 * 2 ** attempt * Math.random());
    }
  }
}

async function attemptTransaction<T>(pool: pg.Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(on(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
