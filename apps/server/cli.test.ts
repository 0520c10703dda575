import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seedMatters } from '#modules/matters/seeds/demo';
import { raw } from '#packages/server-kit';
import { main } from './cli.ts';
import { type TestInstallation, testInstallation } from './test-installation.ts';

let at: TestInstallation;
let folder: string;
beforeAll(async () => {
  at = await testInstallation();
  await seedMatters(at.composition.matters, 12, '320508017003');
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-cli-'));
  vi.stubEnv('DATABASE_URL', at.database.url);
  vi.stubEnv('GONGZHI_DATA', folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await at.close();
});

/** Runs a command in this process: its exit code and what it printed. */
async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const catching = (stream: NodeJS.WriteStream, key: keyof typeof printed) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed[key] += chunk;
      return true;
    });
  const [out, err] = [catching(process.stdout, 'out'), catching(process.stderr, 'err')];
  const code = await main(words);
  out.mockRestore();
  err.mockRestore();
  return { code, ...printed };
}

const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('the words of the command line', () => {
  it('help is 0, an unknown command or option is 2 and says what there is', async () => {
    expect((await run('help')).code).toBe(0);
    const unknown = await run('gird', 'check');
    expect(unknown).toMatchObject({ code: 2, out: expect.stringContaining('grid check FILE') });
    expect((await run('ledger', 'verify', '--jsn')).code).toBe(2);
  });

  it('a wrong setting is named', async () => {
    vi.stubEnv('PORT', 'door');
    const { code, err } = await run('migrate');
    vi.stubEnv('PORT', '8600');
    expect(code).toBe(2);
    expect(err).toContain('PORT');
  });
});

describe('ledger', () => {
  it('verify: 0 and the numbers', async () => {
    const { code, out } = await run('ledger', 'verify', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ good: true, broken: null });
  });

  it('a checkpoint kept elsewhere shows what was changed afterwards: 1', async () => {
    const kept = join(folder, 'checkpoint.json');
    expect((await run('ledger', 'checkpoint', '-o', kept)).code).toBe(0);
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ format: 'gongzhi-checkpoint/1', number: 1 });
    expect((await run('ledger', 'verify', '--checkpoint', kept)).code).toBe(0);
    const forged = file('forged.json', readFileSync(kept, 'utf8').replace(/"entries": \d+/, '"entries": 1'));
    expect(await run('ledger', 'verify', '--checkpoint', forged)).toMatchObject({
      code: 1,
      out: expect.stringContaining('BAD'),
    });
    expect((await run('ledger', 'verify', '--checkpoint', file('no.json', '{}'))).code).toBe(2);
  });

  it('a broken link is named: 1', async () => {
    await at.database.run(raw('alter table ledger.entries disable trigger append_only'));
    await at.database.run(
      raw(`update ledger.entries set role = 'nobody' where (stream_id, seq) = (
      select stream_id, seq from ledger.entries where stream = 'matter' and seq > 1 order by stream_id, seq limit 1)`),
    );
    const { code, out } = await run('ledger', 'verify');
    expect(code).toBe(1);
    expect(out).toMatch(/BROKEN at matter [0-9a-f-]+, entry 2 \(hash\)/);
  });
});

describe('matters import', () => {
  it('tells bad rows and imports nothing: 1; with --skip-bad the good ones: 0', async () => {
    const list = file('list.csv', '编号,内容,时间\n1,河埠头的石阶松动,2026-03-02\n2,,2026-03-02\n');
    const stopped = await run('matters', 'import', list, '--without-place', 'spread');
    expect(stopped).toMatchObject({ code: 1, out: expect.stringContaining('row 3, 内容: 没有内容。') });
    const skipped = await run('matters', 'import', list, '--without-place', 'spread', '--skip-bad', '--json');
    expect(skipped.code).toBe(0);
    expect(JSON.parse(skipped.out)).toMatchObject({ rows: 2, good: 1, imported: 1 });
  });

  it('a file that is not there, a field that does not exist: 2', async () => {
    expect((await run('matters', 'import', join(folder, 'none.csv'))).code).toBe(2);
    const list = file('list2.csv', '内容\n路灯\n');
    expect(await run('matters', 'import', list, '--map', 'colour=内容')).toMatchObject({
      code: 2,
      err: expect.stringContaining('fields are'),
    });
  });
});
