/**
 * A matter from its report to its closure over HTTP, with 1,000,000 matters loaded, beside DIGIT's published figures and beside what
 * the database takes when only the writes are sent. `node --import tsx bench/lifecycle.ts [--matters N] [--seconds 20] [--processes 1]`
 */
import { cpuLines, HEAD, type Measured, onCopy, optionsOf, rowsOf } from './run.ts';
import { keep, printTable } from './table.ts';
import { type UpperBound, upperBound } from './writes.ts';

/** k6 suite of DIGIT (create -> assign -> resolve -> search), as published, on 16 vCPU / 32 GB. */
const DIGIT = [
  ['DIGIT, empty to 100,000 rows, 16 vCPU / 32 GB (published)', 37],
  ['DIGIT, 1,000,000 rows, 16 vCPU / 32 GB (published)', 6.3],
] as const;
const GOAL = 300;
const CONNECTIONS = 16;
const WRITES = 6;

type Runs = Readonly<Record<'digit' | 'words' | 'full', Measured>>;

const perSecond = ({ turns, seconds }: Measured) => turns / seconds;

const SHAPES: Record<keyof Runs, { readonly name: string; readonly requests: number; readonly writes: number }> = {
  digit: { name: 'report, accept, dispatch, finish, find by code (as DIGIT)', requests: 5, writes: 4 },
  words: { name: 'report, accept, dispatch, finish, search by words', requests: 5, writes: 4 },
  full: { name: 'the same, and verify, close, tracking page', requests: 8, writes: 6 },
};
const SHAPE_NAMES = Object.keys(SHAPES) as (keyof Runs)[];

function print(matters: number, clients: number, runs: Runs, bound: UpperBound): void {
  const best = Math.max(bound.node, bound.pgbench ?? 0) * WRITES;
  const share = (shape: keyof Runs) => `${((100 * perSecond(runs[shape]) * SHAPES[shape].writes) / best).toFixed(0)}%`;
  printTable(
    `Lifecycles, ${matters} matters, ${clients} clients`,
    ['', 'a second', 'requests each', 'writes, of the upper bound'],
    [
      ...SHAPE_NAMES.map((shape) => {
        const { name, requests } = SHAPES[shape];
        return [name, perSecond(runs[shape]), requests, share(shape)];
      }),
      ...DIGIT.map(([name, rate]) => [name, rate, 4, '-']),
      ['goal', GOAL, '-', '50%'],
    ],
  );
  printTable(
    'Upper bound: the six writes alone, sent straight to PostgreSQL in the same run',
    ['by', 'lifecycles a second'],
    [
      [`a lean Node process, ${CONNECTIONS} connections`, bound.node],
      [`pgbench, ${CONNECTIONS} connections`, bound.pgbench ?? 'not installed'],
    ],
  );
  for (const shape of SHAPE_NAMES) {
    const run = runs[shape];
    printTable(`Requests: ${SHAPES[shape].name}`, HEAD, rowsOf(run));
    for (const line of cpuLines(run)) console.log(`  ${line}`);
    for (const error of run.firstErrors) console.log(`  first error of ${error}`);
  }
}

const { matters, clients, seconds, processes, server } = optionsOf();
await onCopy(matters, server, async (bench) => {
  const order = { clients, warmUp: 8, seconds };
  const runs: Runs = {
    digit: await bench.play({ ...order, scenario: 'digit' }),
    words: await bench.play({ ...order, scenario: 'words' }),
    full: await bench.play({ ...order, scenario: 'lifecycle' }),
  };
  const { database, world } = bench;
  const bound = await upperBound(database, bench.server.database, world.unit, CONNECTIONS, seconds / 2);
  print(bench.matters, clients, runs, bound);
  keep('lifecycle', { matters: bench.matters, clients, processes, runs, bound });
});
