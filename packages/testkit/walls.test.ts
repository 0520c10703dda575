import { execFileSync } from 'node:child_process';
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
