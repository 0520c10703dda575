import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#packages/server-kit';

/** The real server as a process of its own, with its embedded database: killed, restarted, and asked what it still knows. */

let data: string;
let port: number;
let server: ChildProcess;
let output = '';

const MAIN = ['--import', 'tsx', 'apps/server/main.ts'];
const environment = () => ({
  ...process.env,
  DATABASE_URL: '',
  LOG_LEVEL: 'silent',
  GONGZHI_RATE_LIMIT: '0',
  GONGZHI_DATA: data,
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => resolve(free));
    });
  });

async function start(): Promise<void> {
  server = spawn(process.execPath, [...MAIN, 'start', '--port', String(port)], {
    cwd: projectRoot,
    env: environment(),
  });
  server.stdout!.on('data', (chunk) => (output += chunk));
  server.stderr!.on('data', (chunk) => (output += chunk));
  await untilReady();
}

const ended = (process: ChildProcess) =>
  new Promise<number | null>((resolve) => process.once('exit', (code) => resolve(code)));

async function command(...args: string[]): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, [...MAIN, ...args], { cwd: projectRoot, env: environment() });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  child.stderr.on('data', (chunk) => (text += chunk));
  return { code: await ended(child), text };
}

interface Sent {
  readonly transaction: string;
  code?: string;
}

/** Reports from several people at once until told to stop; what was acknowledged is kept. */
function load(place: object): { stop: () => Promise<Sent[]> } {
  let going = true;
  const sent: Sent[] = [];
  const person = async () => {
    while (going) {
      const report: Sent = { transaction: randomUUID() };
      sent.push(report);
      const body = { transaction: report.transaction, place, category: '0202', text: '路灯不亮' };
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const answer = await fetch(`http://127.0.0.1:${port}/api/matters`, init).catch(() => undefined);
      if (answer?.ok) report.code = (await answer.json()).code;
      else await sleep(20);
    }
  };
  const people = Array.from({ length: 8 }, person);
  return {
    stop: async () => {
      going = false;
      await Promise.all(people);
      return sent;
    },
  };
}

const placeInDistrict = async () =>
  (await (await fetch(`http://127.0.0.1:${port}/api/grids/320508017003001`)).json()).inside;
const isKnown = async (code: string) => (await fetch(`http://127.0.0.1:${port}/api/track/${code}`)).ok;

async function expectNothingLost(sent: readonly Sent[]): Promise<void> {
  const acknowledged = sent.flatMap(({ code }) => code ?? []);
  expect(acknowledged.length).toBeGreaterThan(20);
  for (const code of acknowledged) expect(await isKnown(code)).toBe(true);
}

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'gongzhi-survival-'));
  chmodSync(data, 0o755); // as root the database runs as a user of its own, who must get through
  port = await freePort();
  await start();
}, 120_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await ended(server);
  rmSync(data, { recursive: true, force: true });
});

describe('survival', { timeout: 120_000 }, () => {
  it('a second process on the same data is refused with a clear error', async () => {
    const { code, text } = await command('start', '--port', '0');
    expect(code).toBe(1);
    expect(text).toContain(`process ${server.pid} already uses`);
  });

  it('kill -9 of the server during a load: nothing acknowledged is lost, the ledger verifies', async () => {
    const load1 = load(await placeInDistrict());
    await sleep(1500);
    server.kill('SIGKILL');
    await ended(server);
    const sent = await load1.stop();
    await start();
    await expectNothingLost(sent);
    const { code, text } = await command('ledger', 'verify');
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('good:') });
  });

  it('kill -9 of the database during a load: it is started again, nothing acknowledged is lost, the ledger verifies', async () => {
    const load1 = load(await placeInDistrict());
    await sleep(1500);
    process.kill(postmaster(), 'SIGKILL');
    await sleep(2500);
    await untilReady();
    await sleep(500);
    const sent = await load1.stop();
    await expectNothingLost(sent);
    expect((await command('ledger', 'verify')).code).toBe(0);
  });

  it('a report sent again after its answer was lost is one matter', async () => {
    const body = JSON.stringify({
      transaction: randomUUID(),
      place: await placeInDistrict(),
      category: '0202',
      text: '路灯不亮',
    });
    const send = async () =>
      (
        await fetch(`http://127.0.0.1:${port}/api/matters`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
      ).json();
    const [first, second] = [await send(), await send()];
    expect(second.code).toBe(first.code);
  });

  it('SIGTERM finishes what is in flight', async () => {
    const load1 = load(await placeInDistrict());
    await sleep(800);
    server.kill('SIGTERM');
    expect(await ended(server)).toBe(0);
    const sent = await load1.stop();
    await start();
    await expectNothingLost(sent);
  });
});

function postmaster(): number {
  const own = join(data, 'postgres', 'postmaster.pid');
  if (existsSync(own)) return Number(readFileSync(own, 'utf8').split('\n')[0]);
  throw new Error('the embedded database is not in the data folder');
}

const isReady = () =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

async function untilReady(): Promise<void> {
  for (let i = 0; i < 600 && server.exitCode === null; i++) {
    if (await isReady()) return;
    await sleep(100);
  }
  throw new Error(`the server is not up:\n${output}`);
}
