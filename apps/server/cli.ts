import { decideVerdict } from '#modules/council/server/cli';
import { type CliIo, gridCheck, gridDiff, gridDivide, gridLocate, gridUnify } from '#modules/places/server/cli';
import { Problem } from '#packages/kernel';
import { readEnv, SettingsError } from '#packages/server-kit';
import { BadInput, type Command, type ExitCode, print } from './commands/command.ts';
import { districtImportCommand } from './commands/district-import.ts';
import { checkpointCommand, verifyCommand } from './commands/ledger.ts';
import { importCommand } from './commands/matters-import.ts';
import { addPersonCommand, resetPasswordCommand } from './commands/people.ts';
import { startCommand } from './commands/start.ts';
import { openInstallation } from './installation.ts';

const migrateCommand: Command = {
  usage: 'migrate',
  summary: 'bring the schema up to date',
  run: async (_args, env) => {
    const installation = await openInstallation(env, 'command');
    print(installation.migrated.length > 0 ? installation.migrated.join('\n') : 'the schema is up to date');
    await installation.close();
    return 0;
  },
};

const io: CliIo = { out: print, err: (line) => process.stderr.write(`${line}\n`) };

/** A command that works on files alone, without a database. */
const onFiles = (
  work: (args: readonly string[], io: CliIo) => Promise<number>,
  usage: string,
  summary: string,
): Command => ({ usage, summary, run: (args) => work(args, io) as Promise<ExitCode> });

const gridCommands: Record<string, Command> = {
  'grid check': onFiles(
    gridCheck,
    'grid check FILE... [--boundary FILE] [--crs CRS] [--tolerance-m 0.5] [--json]',
    'find every overlap, gap, omission and other fault of a grid layer (GeoJSON, zipped Shapefile, KML, FlatGeobuf), and where it is',
  ),
  'grid unify': onFiles(
    gridUnify,
    'grid unify LAYER... --boundary FILE -o OUT [--rule priority|largest|longest-border] [--report R.json] [--json]',
    'make one exact coverage of the layers of several departments, and report all that changed hands',
  ),
  'grid divide': onFiles(
    gridDivide,
    'grid divide --boundary FILE --demand FILE [--within FILE] [--blocks FILE] [--barriers FILE] --target 400 --min 300 --max 500 [--seed n] -o OUT [--report R.json] [--json]',
    'divide communities into balanced, compact grids along roads and rivers',
  ),
  'grid diff': onFiles(
    gridDiff,
    'grid diff BEFORE AFTER [--json]',
    'what differs between two grid layers: 0 nothing, 1 something',
  ),
  'grid locate': onFiles(
    gridLocate,
    'grid locate GRIDS POINTS.csv -o OUT.csv [--crs wgs84|gcj02|bd09] [--grids-crs CRS] [--json]',
    'the one grid of every point',
  ),
};

/** All commands, by the words with which they are called. */
const COMMANDS: Record<string, Command> = {
  start: startCommand,
  migrate: migrateCommand,
  'district import': districtImportCommand,
  'people add': addPersonCommand,
  'people reset': resetPasswordCommand,
  ...gridCommands,
  'decide verdict': onFiles(
    decideVerdict,
    'decide verdict FILE.json [--local RULE.json] [--lang zh|en] [--json]',
    'whether a meeting, an election or the owners have decided by the law of the day, with every condition and its article',
  ),
  'matters import': importCommand,
  'ledger verify': verifyCommand,
  'ledger checkpoint': checkpointCommand,
};

function help(): void {
  print('gongzhi <command>\n');
  for (const { usage, summary } of Object.values(COMMANDS)) print(`  ${usage}\n      ${summary}`);
  print(
    '\nexit codes: 0 good, 1 the thing checked is bad, 2 bad input; settings come from the environment (docs/settings.md)',
  );
}

function find(words: readonly string[]): { command: Command; args: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const command = COMMANDS[words.slice(0, length).join(' ')];
    if (command) return { command, args: words.slice(length) };
  }
  return undefined;
}

function explain(error: unknown): string {
  if (error instanceof Problem) return [error.title.en, ...error.reasons.map((reason) => reason.text.en)].join(' ');
  return error instanceof Error ? error.message : String(error);
}

const isBadInput = (error: unknown) =>
  error instanceof BadInput ||
  error instanceof SettingsError ||
  (error instanceof Problem && error.kind === 'invalid') ||
  (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');

/** Runs one command; resolves to the exit code. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const found = find(words);
  if (!found) {
    help();
    return words.length === 0 || words[0] === 'help' || words[0] === '--help' ? 0 : 2;
  }
  try {
    return await found.command.run(found.args, readEnv(process.env));
  } catch (error) {
    process.stderr.write(`gongzhi: ${explain(error)}\n`);
    return isBadInput(error) ? 2 : 1;
  }
}
