// npm run bench: installs, builds, runs the benches named as arguments (all without any), each a process of its own:
// npm run bench -- lifecycle reads --matters 100000. Options are passed on to every bench; last results are kept in bench/results.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, run } from './setup.mjs';

const folder = join(root, 'bench');
// A bench says in its first lines how it is run; the other files are its parts.
const ORDER = ['lifecycle', 'intake', 'reads', 'start', 'portal'];
const present = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const others = ['coverage', 'divide', 'curves', 'suggest', 'duplicates'].filter((name) =>
  present.includes(`${name}.ts`),
);
const known = [...ORDER, ...others];

const args = process.argv.slice(2);
const split = args.findIndex((arg) => arg.startsWith('--'));
const names = split === -1 ? args : args.slice(0, split);
const options = split === -1 ? [] : args.slice(split);
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(', ')}: there are ${known.join(', ')}`);
  process.exit(2);
}

await build();
let failed = 0;
for (const name of names.length > 0 ? names : known) {
  console.log(`\n== ${name}`);
  const given = names.length === 0 && others.includes(name) ? [] : options;
  const status = run(process.execPath, ['--import', 'tsx', join(folder, `${name}.ts`), ...given]);
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
