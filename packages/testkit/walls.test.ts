import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FIXTURE = 'packages/testkit/fixtures/walls';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function violationsOf(folders: readonly string[], root?: string): Violation[] {
  const args = [
    'node_modules/.bin/depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...folders,
  ];
  const env = { ...process.env, ...(root && { WALLS_ROOT: root }) };
  let output: string;
  try {
    output = execFileSync(process.execPath, args, {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout; // the exit code counts the errors
  }
  return JSON.parse(output).summary.violations;
}

/** Each rule, and the file of the fixture that breaks it. */
const RED: readonly (readonly [rule: string, file: string])[] = [
  ['tiers-access', 'modules/access/core/upward.ts'],
  ['contract-only', 'modules/matters/core/reach-inside.ts'],
  ['pure', 'modules/matters/core/opens-database.ts'],
  ['pure-builtin', 'modules/matters/core/reads-file.ts'],
  ['core-stands-alone', 'modules/matters/core/reads-server.ts'],
  ['contract-stands-alone', 'modules/council/contract.ts'],
  ['web-never-server', 'modules/matters/web/console/Screen.ts'],
  ['web-never-server', 'modules/matters/web/portal/prints.ts'],
  ['pure', 'modules/matters/core/writes-document.ts'],
  ['server-never-web', 'modules/matters/server/shows-screen.ts'],
  ['portal-without-antd', 'modules/matters/web/portal/heavy.ts'],
  ['packages-know-no-module', 'packages/kernel/knows-module.ts'],
  ['modules-know-no-app', 'modules/matters/server/knows-app.ts'],
  ['no-cycles', 'packages/procedure/chicken.ts'],
];

it('every wall has been seen red on its fixture', { timeout: 60_000 }, () => {
  const found = violationsOf([FIXTURE], FIXTURE).map(({ from, rule }) => `${rule.name} ${from}`);
  for (const [rule, file] of RED) expect(found).toContain(`${rule} ${FIXTURE}/${file}`);
});

it('the project itself breaks no wall', { timeout: 60_000 }, () => {
  expect(violationsOf(['apps', 'modules', 'packages']).map(({ from, rule }) => `${rule.name} ${from}`)).toEqual([]);
});

/** What pure code may not do, although it needs no import for it. */
const IMPURE =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bfetch\(|\bprocess\.|\bdocument\.|\bwindow\./;
const PURE = /^(modules\/[^/]+\/core|packages\/(coverage|procedure|kernel))\/.*(?<!\.test)\.ts$/;

const filesIn = (folder: string): string[] =>
  ['modules', 'packages'].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
      .map((file) => `${part}/${file}`)
      .filter((file) => PURE.test(file)),
  );

const impureLines = (folder: string): string[] =>
  filesIn(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line) && IMPURE.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );

it('core and the pure packages have no clock, no random, no network, no DOM: seen red on the fixture, green on the project', () => {
  expect(impureLines(FIXTURE)).toHaveLength(4);
  expect(impureLines('.')).toEqual([]);
});
