/** Reports alone, 32 clients. `node --import tsx bench/intake.ts [--matters N] [--clients 32] [--seconds 20] [--processes 1]` */
import { cpuLines, HEAD, onCopy, optionsOf, rowsOf } from './run.ts';
import { keep, printTable } from './table.ts';

const { matters, clients, seconds, processes, server } = optionsOf();
await onCopy(matters, server, async (bench) => {
  const run = await bench.play({ scenario: 'intake', clients, warmUp: 3, seconds });
  printTable(`Intake, ${bench.matters} matters, ${clients} clients`, HEAD, rowsOf(run));
  for (const line of cpuLines(run)) console.log(`  ${line}`);
  for (const error of run.firstErrors) console.log(`  first error of ${error}`);
  keep('intake', { matters: bench.matters, clients, processes, run });
});
