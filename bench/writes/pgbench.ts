import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lifecycle, Statement } from './statements.ts';

/** The same writes as a script of pgbench: what differs from matter to matter is a variable, the rest stands in the text. */

/** pgbench takes a colon before a letter for a variable; JSON reads the same with a space after it. */
const literal = (text: string) => `'${text.replaceAll("'", "''").replace(/":(?=\p{L})/gu, '": ')}'`;

function sqlOf(value: unknown, variables: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `array[${value.map((item) => literal(String(item))).join(', ')}]::text[]`;
  const variable = variables.get(String(value));
  return variable ? `:${variable}` : literal(String(value));
}

const inlined = ({ text, values }: Statement, variables: ReadonlyMap<string, string>): string =>
  `${text.replace(/\$(\d+)(::\w+(\[\])?)?/g, (_, n, cast) => sqlOf(values[Number(n) - 1], variables) + (cast ?? '')).replace(/\s+/g, ' ')};`;

function scriptOf({ id, code, transactions, statements }: Lifecycle): string {
  const variables = new Map([[id, 'id'], [code, 'code'], ...transactions.map((t, i) => [t, `t${i}`] as const)]);
  const names = ['id', ...transactions.map((_, i) => `t${i}`)];
  const head = `select ${names.map((name) => `uuidv7() as ${name}`).join(', ')}, uuidv7()::text as code \\gset`;
  return [head, ...statements.map((statement) => inlined(statement, variables))].join('\n');
}

export function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Lifecycles a second: one transaction of pgbench is one script. */
export function runPgbench(url: string, lifecycle: Lifecycle, connections: number, seconds: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'pgbench-'));
  try {
    const file = join(folder, 'lifecycle.sql');
    writeFileSync(file, scriptOf(lifecycle));
    const args = ['-n', '-M', 'prepared', '-c', String(connections), '-j', '1', '-T', String(seconds), '-f', file, url];
    const said = execFileSync('pgbench', args, { stdio: ['ignore', 'pipe', 'pipe'] }).toString();
    return Number(/tps = ([\d.]+)/.exec(said)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
