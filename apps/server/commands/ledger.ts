import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type Checkpoint,
  type CheckpointReport,
  checkpointsOf,
  countEntries,
  type Env,
  makeCheckpoint,
  type StreamCheck,
  verifyChains,
  verifyCheckpoints,
} from '#packages/server-kit';
import { BadInput, type Command, type ExitCode, print, printJson, progressBar } from './command.ts';
import { withComposition } from './composition.ts';

const options = {
  json: { type: 'boolean' },
  checkpoint: { type: 'string' },
  out: { type: 'string', short: 'o' },
} as const;

/** One checkpoint, or the list that the console gives away. */
function readCheckpoints(file: string): Checkpoint[] {
  try {
    const value = [JSON.parse(readFileSync(file, 'utf8'))].flat() as Checkpoint[];
    if (value.length > 0 && value.every(({ format }) => format === 'gongzhi-checkpoint/1')) return value;
  } catch (error) {
    throw new BadInput(`${file}: ${(error as Error).message}`);
  }
  throw new BadInput(`${file}: not a checkpoint (format gongzhi-checkpoint/1)`);
}

async function verify(args: readonly string[], env: Env): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options });
  return withComposition<ExitCode>(env, async ({ database, composition }) => {
    const total = await countEntries(database, env.GONGZHI_DISTRICT);
    const bar = values.json ? () => {} : progressBar('verifying');
    const checks = Object.assign({}, ...composition.modules.map((m) => m.streams ?? {})) as Record<string, StreamCheck>;
    const chains = await verifyChains(database, env.GONGZHI_DISTRICT, {
      checks,
      progress: (n) => bar(n / Math.max(1, total)),
    });
    const kept = values.checkpoint
      ? readCheckpoints(values.checkpoint)
      : await checkpointsOf(database, env.GONGZHI_DISTRICT);
    const checkpoints = await verifyCheckpoints(database, kept);
    const good = chains.broken === null && checkpoints.every((report) => report.good);
    if (values.json) printJson({ good, ...chains, checkpoints });
    else tell(chains, checkpoints);
    return good ? 0 : 1;
  });
}

type Chains = Awaited<ReturnType<typeof verifyChains>>;
type Report = CheckpointReport;

function tell({ entries, streams, broken }: Chains, checkpoints: readonly Report[]): void {
  if (broken) {
    print(`BROKEN at ${broken.stream} ${broken.streamId}, entry ${broken.seq} (${broken.why}): ${broken.detail}`);
  } else {
    print(`good: ${entries} entries in ${streams} streams`);
  }
  for (const { number, good, why } of checkpoints) print(`checkpoint ${number}: ${good ? 'good' : `BAD: ${why}`}`);
}

async function checkpoint(args: readonly string[], env: Env): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options });
  return withComposition<ExitCode>(env, async ({ database }) => {
    const made = await makeCheckpoint(database, env.GONGZHI_DISTRICT, env.GONGZHI_HASH, new Date());
    const last = made ?? (await checkpointsOf(database, env.GONGZHI_DISTRICT)).at(-1);
    if (values.out && last) writeFileSync(values.out, `${JSON.stringify(last, null, 2)}\n`);
    if (values.json) printJson(last ?? null);
    else if (last === undefined) print('nothing settled has been recorded yet: an entry is settled after ten minutes');
    else
      print(
        `checkpoint ${last.number}: ${last.entries} entries until ${last.to}, root ${last.root}${made ? '' : ' (nothing new since)'}`,
      );
    return 0;
  });
}

export const verifyCommand: Command = {
  usage: 'ledger verify [--checkpoint FILE] [--json]',
  summary: 'recompute the whole ledger and name the first broken link',
  run: verify,
};

export const checkpointCommand: Command = {
  usage: 'ledger checkpoint [-o FILE] [--json]',
  summary: 'close the span since the last checkpoint; keep the file elsewhere',
  run: checkpoint,
};
