import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { checkRows, FIELDS, guessMapping, importRows, type Mapping } from '#modules/matters/server/commands/import';
import { readSheet } from '#modules/matters/server/sheet';
import type { Env } from '#packages/server-kit';
import { BadInput, type Command, type ExitCode, print, printJson, progressBar } from './command.ts';
import { withComposition } from './composition.ts';

const options = {
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'skip-bad': { type: 'boolean' },
  'without-place': { type: 'string', default: 'refuse' },
  map: { type: 'string', multiple: true },
} as const;

function mappingOf(columns: readonly string[], given: readonly string[]): Mapping {
  const pairs = given.map((pair) => pair.split('=') as [string, string]);
  for (const [field, column] of pairs) {
    if (!(field in FIELDS)) throw new BadInput(`--map ${field}=…: fields are ${Object.keys(FIELDS).join(', ')}`);
    if (!columns.includes(column))
      throw new BadInput(`--map ${field}=${column}: the file has the columns ${columns.join(', ')}`);
  }
  return { ...guessMapping(columns), ...Object.fromEntries(pairs) };
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BadInput((error as Error).message);
  }
}

async function run(args: readonly string[], env: Env): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file] = positionals;
  const withoutPlace = values['without-place'];
  if (!file) throw new BadInput('which file? gongzhi matters import FILE');
  if (withoutPlace !== 'refuse' && withoutPlace !== 'spread') throw new BadInput('--without-place is refuse or spread');
  const { columns, rows } = await readSheet(basename(file), readFile(file));
  const mapping = mappingOf(columns, values.map ?? []);
  return withComposition<ExitCode>(env, async ({ composition: { matters } }) => {
    const { drafts, bad } = checkRows(matters, rows, { mapping, areas: [env.GONGZHI_DISTRICT], withoutPlace });
    const stop = bad.length > 0 && !values['skip-bad'];
    const author = { person: null, role: 'importer', organisation: null };
    if (!stop && !values['dry-run']) {
      const bar = values.json ? () => {} : progressBar('importing');
      await importRows(matters, drafts, author, (done) => bar(done / Math.max(1, drafts.length)));
    }
    const imported = stop || values['dry-run'] ? 0 : drafts.length;
    const told = bad.map(({ row, column, why }) => ({ row, column, why: why.zh }));
    if (values.json) printJson({ file, rows: rows.length, good: drafts.length, imported, mapping, bad: told });
    else {
      for (const { row, column, why } of told.slice(0, 40)) print(`row ${row}, ${column}: ${why}`);
      print(`${rows.length} rows, ${drafts.length} good, ${bad.length} faults, ${imported} imported`);
      if (stop) print('nothing was imported; --skip-bad imports the good rows');
    }
    return stop ? 1 : 0;
  });
}

export const importCommand: Command = {
  usage: 'matters import FILE [--map field=column] [--without-place refuse|spread] [--skip-bad] [--dry-run] [--json]',
  summary: 'import a list (.xlsx, .csv) of matters, all or nothing unless --skip-bad',
  run,
};
