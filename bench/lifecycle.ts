/**
 * A matter from its report to its closure over HTTP, with 1,000,000 matters loaded, beside DIGIT's published figures and beside what
 * the database takes when only the writes are sent. `node --import tsx bench/lifecycle.ts [--matters N] [--seconds 20] [--processes 1]`
 */
import { cpuLines, HEAD, type Measured, onLoaded, optionsOf, rowsOf } from './run.ts';
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

const perSecond = ({ turns, seconds }: Measured) => turns / seconds;

function print(matters: number, digit: Measured, full: Measured, bound: UpperBound): void {
  const best = Math.max(bound.node, bound.pgbench ?? 0);
  // Writes are what both have in common: a shaped lifecycle has four of them, a full one six.
  const share = (perSecond(full) * WRITES) / (best * WRITES);
  printTable(
    `Lifecycles a second, ${matters} matters, 32 clients`,
    ['', 'a second', 'requests each'],
    [
      ['ours, DIGIT-shaped: report, accept, dispatch, finish, search', perSecond(digit), 5],
      ['ours, full: … verify, close, search, tracking page', perSecond(full), 8],
      ...DIGIT.map(([name, rate]) => [name, rate, 4] as const),
      ['goal', GOAL, '-'],
    ],
  );
  printTable(
    'The same six writes alone, sent straight to PostgreSQL in the same run',
    ['by', 'lifecycles a second'],
    [
      [`a lean Node process, ${CONNECTIONS} connections`, bound.node],
      [`pgbench, ${CONNECTIONS} connections`, bound.pgbench ?? 'not installed'],
      ['ours over HTTP, of the better of the two (goal: half)', `${(100 * share).toFixed(0)}%`],
    ],
  );
  for (const [name, run] of [
    ['DIGIT-shaped', digit],
    ['full', full],
  ] as const) {
    printTable(`Requests of the lifecycle, ${name}`, HEAD, rowsOf(run));
    for (const line of cpuLines(run)) console.log(`  ${line}`);
    for (const error of run.firstErrors) console.log(`  first error of ${error}`);
  }
}

const { matters, clients, seconds, processes, server } = optionsOf();
await onLoaded(matters, server, async (bench) => {
  const order = { clients, warmUp: 5, seconds };
  const digit = await bench.play({ ...order, scenario: 'digit' });
  const full = await bench.play({ ...order, scenario: 'lifecycle' });
  const { database, world } = bench;
  const bound = await upperBound(database, bench.server.database, world.unit, CONNECTIONS, seconds / 2);
  print(bench.matters, digit, full, bound);
  keep('lifecycle', { matters: bench.matters, clients, processes, digit, full, bound });
});
