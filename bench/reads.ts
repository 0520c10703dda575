/**
 * Lists, map windows, tracking page, inbox and search with 1,000,000 matters, each kind of read alone.
 * `node --import tsx bench/reads.ts [--matters N] [--clients 8] [--seconds 4] [--only map]`
 */
import { READS } from './generate/reads.ts';
import { type Measured, onLoaded, optionsOf } from './run.ts';
import { keep, printTable, type Row } from './table.ts';

const GOAL_MS = 50;
const GOAL = /^(list|map|tracking)/;

const rowOf = ({ samples, seconds }: Measured): Row[] =>
  samples.map(({ request, count, errors, p50, p95, p99 }) => {
    const verdict = GOAL.test(request) ? (p99 < GOAL_MS && errors === 0 ? 'yes' : 'NO') : '-';
    return [request, count / seconds, p50, p95, p99, errors, verdict];
  });

const { matters, clients, seconds, processes, only, server } = optionsOf({ clients: 8, seconds: 4 });
await onLoaded(matters, server, async (bench) => {
  const runs: Measured[] = [];
  for (const scenario of Object.keys(READS).filter((name) => name.includes(only))) {
    runs.push(await bench.play({ scenario, clients, warmUp: 1, seconds }));
  }
  const head = ['read', 'per second', 'p50 ms', 'p95 ms', 'p99 ms', 'errors', `p99 < ${GOAL_MS} ms`];
  printTable(`Reads, ${bench.matters} matters, ${clients} clients`, head, runs.flatMap(rowOf));
  for (const error of runs.flatMap(({ firstErrors }) => firstErrors)) console.log(`  first error of ${error}`);
  keep('reads', { matters: bench.matters, clients, processes, runs });
});
