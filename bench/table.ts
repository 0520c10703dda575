import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

export type Cell = string | number;
export type Row = readonly Cell[];

/** Han signs take two columns of a terminal. */
const widthOf = (text: string) => Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);

export const round = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const shown = (cell: Cell) => (typeof cell === 'number' ? (Number.isInteger(cell) ? String(cell) : round(cell)) : cell);

/** One table: the first column to the left, numbers to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly Row[]): void {
  const lines = [head, ...rows.map((row) => row.map(shown))];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => widthOf(line[i] ?? ''))));
  const pad = (text: string, i: number) => {
    const space = ' '.repeat(widths[i] - widthOf(text));
    return i === 0 ? text + space : space + text;
  };
  console.log(`\n${title}`);
  for (const line of lines) console.log(`  ${line.map((cell, i) => pad(cell, i)).join('  ')}`);
}

/** The last results, for whoever wants to compare: bench/results/<name>.json. */
export function keep(name: string, result: object): void {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
  const kept = { at: new Date().toISOString(), machine, node: process.version, ...result };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}
