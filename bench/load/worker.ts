import { once } from 'node:events';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { workingCalendar } from '#packages/server-kit';
import { CATEGORIES } from '../../modules/matters/core/categories.ts';
import { biographyOf, type Teller } from './biography.ts';
import { diceOf } from './dice.ts';
import { linesOf, TABLES, type TableName } from './rows.ts';
import type { Scene } from './scene.ts';

/** One of the loading processes: writes chunks of matters, each chunk with all its rows in one transaction. */
export interface LoadOrder {
  readonly url: string;
  readonly district: string;
  readonly algorithm: 'sha256' | 'sm3';
  readonly scene: Scene;
  /** Span over which the reports are spread evenly, in ms since 1970. */
  readonly from: number;
  readonly until: number;
  readonly matters: number;
  readonly chunk: number;
  /** This process takes every `of`-th chunk, beginning with `first`. */
  readonly first: number;
  readonly of: number;
}

const ORDER: readonly TableName[] = ['matters', 'texts', 'sealed', 'entries'];

async function copy(client: pg.Client, table: TableName, text: string): Promise<void> {
  const { name, columns } = TABLES[table];
  const stream = client.query(from(`copy ${name} (${columns.join(', ')}) from stdin`));
  stream.end(text);
  await once(stream, 'finish');
}

function textsOf(order: LoadOrder, teller: Teller, chunk: number): Record<TableName, string> {
  const step = (order.until - order.from) / order.matters;
  const texts = { matters: '', texts: '', sealed: '', entries: '' };
  const end = Math.min(order.matters, (chunk + 1) * order.chunk);
  for (let i = chunk * order.chunk; i < end; i++) {
    const reported = Math.floor(order.from + (i + teller.dice.next()) * step);
    const lines = linesOf(biographyOf(teller, reported));
    for (const table of ORDER) texts[table] += lines[table];
  }
  return texts;
}

async function load(order: LoadOrder, progress: (chunk: number) => void): Promise<void> {
  const { url, district, algorithm, scene, until, first, of } = order;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("set synchronous_commit = off; set work_mem = '128MB'");
  const kinds = CATEGORIES.filter(({ parent }) => parent !== null);
  const deps = { district, algorithm, calendar: workingCalendar() };
  for (let chunk = first; chunk * order.chunk < order.matters; chunk += of) {
    const teller: Teller = { scene, deps, dice: diceOf(chunk), kinds, until };
    const texts = textsOf(order, teller, chunk);
    await client.query('begin');
    for (const table of ORDER) await copy(client, table, texts[table]);
    await client.query('commit');
    progress(chunk);
  }
  await client.end();
}

process.once('message', (order: LoadOrder) => {
  load(order, (chunk) => process.send?.({ chunk })).then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
