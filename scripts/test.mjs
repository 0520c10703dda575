// npm test: every check, in the order in which they fail fastest. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, root, run } from './setup.mjs';

const results = join(root, 'test-results');
const bin = (name) => join(root, 'node_modules', '.bin', name);
let passed = 0;
let failed = 0;

const count = (title, good, bad) => {
  passed += good;
  failed += bad;
  console.log(`${bad === 0 ? 'ok  ' : 'FAIL'} ${title}: ${good} passed, ${bad} failed\n`);
};

function check(title, command, args) {
  const status = run(bin(command), args);
  count(title, status === 0 ? 1 : 0, status === 0 ? 0 : 1);
}

/** Runs a Vitest project; what its report counts is counted, and a run without a report is a failure. */
function vitest(title, project, env = {}) {
  const report = join(results, `${title}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = run(bin('vitest'), args, { env: { ...process.env, ...env } });
  if (!existsSync(report)) return count(title, 0, 1);
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const silent = numFailedTests === 0 && (status !== 0 || numPassedTests === 0 || numFailedTestSuites > 0) ? 1 : 0;
  if (numPendingTests > 0) console.log(`${numPendingTests} tests were skipped: counted as failed`);
  return count(title, numPassedTests, numFailedTests + numPendingTests + silent);
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FONTS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
const findBrowser = () => process.env.GONGZHI_CHROMIUM ?? CHROMIUM.find((path) => existsSync(path));

/** The journeys need a browser and Chinese fonts: installed where that is possible, asked for where it is not. */
function needBrowser() {
  if (findBrowser() && existsSync(FONTS)) return true;
  const apt = ['-o', 'DPkg::Lock::Timeout=300', '-y', '-qq'];
  if (process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0) {
    console.log('installing chromium and Chinese fonts (once)');
    run('apt-get', [...apt, 'update']);
    run('apt-get', [...apt, 'install', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (findBrowser()) return true;
  console.log(
    'no browser: install it as root (apt-get install chromium fonts-noto-cjk), or name one in GONGZHI_CHROMIUM',
  );
  return false;
}

function journeys() {
  if (!needBrowser()) return count('browser journeys', 0, 1);
  const report = join(results, 'journeys.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, GONGZHI_CHROMIUM: findBrowser() };
  const status = run(bin('playwright'), ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'], {
    env,
  });
  if (!existsSync(report)) return count('browser journeys', 0, 1);
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats;
  const silent = status !== 0 && unexpected + skipped + flaky === 0 ? 1 : 0;
  return count('browser journeys', expected, unexpected + flaky + skipped + silent);
}

install();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await build();
check('format and lint', 'biome', ['ci', '.']);
check('types', 'tsc', ['-p', '.']);
vitest('unit', 'unit');
vitest('integration', 'integration', { TEST_DATABASE_URL: '' });
if (process.env.TEST_DATABASE_URL) vitest('integration on an external server', 'integration');
journeys();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
