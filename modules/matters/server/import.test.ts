import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StreamCheck, verifyChains } from '#packages/server-kit';
import { type TestInstallation, testInstallation } from '#server/test-installation';
import { readTime } from './commands/import.ts';

let at: TestInstallation;
beforeAll(async () => {
  at = await testInstallation();
});
afterAll(() => at.close());

const HEAD = ['留言编号', '留言主题', '留言时间', '留言详情', '经度', '纬度'];
const GOOD = ['1001', '路灯不亮', '2019/2/28 11:25:05', '弄堂里的路灯坏了三天', '', ''];

async function xlsx(rows: readonly unknown[][]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('留言').addRows([...rows]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const upload = async (rows: readonly unknown[][]) =>
  (await at.upload('centre', '/api/imports', '留言.xlsx', await xlsx(rows))).body;

async function run(id: string, options: object) {
  const { mapping } = (await at.call('centre', `GET /api/imports/${id}`)).body;
  const body = { mapping, badRows: 'stop', withoutPlace: 'spread', ...options };
  const started = await at.call('centre', `POST /api/imports/${id}/run`, body);
  await at.runJobs();
  return { started, ended: (await at.call('centre', `GET /api/imports/${id}`)).body };
}

const found = async (q: string) => (await at.call('centre', `GET /api/matters?q=${encodeURIComponent(q)}`)).body.rows;

describe('import of a list', () => {
  it('not signed in, not allowed', async () => {
    expect((await at.upload(null, '/api/imports', 'a.csv', Buffer.from('详情\nx'))).status).toBe(403);
    expect((await at.upload('resident', '/api/imports', 'a.csv', Buffer.from('详情\nx'))).status).toBe(403);
  });

  it('is previewed first: columns recognised, bad rows told with row, column and why, nothing imported', async () => {
    const page = await upload([HEAD, GOOD, ['1002', '', 'gestern', '', '999', '31']]);
    expect(page).toMatchObject({
      stage: 'previewed',
      total: 2,
      mapping: { text: '留言详情', time: '留言时间', lon: '经度' },
    });
    expect(page.bad).toContainEqual({ row: 3, column: '留言时间', why: expect.stringContaining('时间') });
    expect(page.bad).toContainEqual({ row: 3, column: '留言详情', why: expect.stringContaining('没有内容') });
    expect(page.bad).toContainEqual({ row: 3, column: '经度', why: expect.stringContaining('度') });
    expect(await found('弄堂')).toEqual([]);
  });

  it('all or nothing: one bad row stops everything, skipping imports the good ones', async () => {
    const { id } = await upload([HEAD, GOOD, ['1002', '', 'gestern', '', '', '']]);
    const stopped = await run(id, { badRows: 'stop' });
    expect(stopped.ended).toMatchObject({ stage: 'failed', badCount: 2 });
    expect(await found('弄堂')).toEqual([]);
    const skipped = await run(id, { badRows: 'skip' });
    expect(skipped.ended).toMatchObject({ stage: 'done', good: 1, done: 1 });
    expect(await found('弄堂')).toMatchObject([
      { category: '0202', reportedAt: '2019-02-28T03:25:05.000Z', stage: 'reported' },
    ]);
    expect((await run(id, {})).started.body.code).toBe('bad_import');
  });

  it('rows without a place are refused, or spread by their number: always to the same grid', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      String(5000 + i),
      `测试散列${i}`,
      '2020-01-02',
      '没有地点的一条',
      '',
      '',
    ]);
    const first = await upload([HEAD, ...rows]);
    expect(first.badCount).toBe(60);
    await run(first.id, {});
    const before = (await found('测试散列7')).map((row: { grid: { code: string } }) => row.grid.code);
    await run((await upload([HEAD, ...rows])).id, {});
    const after = (await found('测试散列7')).map((row: { grid: { code: string } }) => row.grid.code);
    expect(after).toEqual([...before, ...before]);
  });

  it('a community imports into its own area only', async () => {
    const rows = [HEAD, ['1', '', '', '别处的一条', '', ''], ['2', '', '', '自己的一条', '', '']];
    const list = [
      [...HEAD, '网格'],
      [...rows[1], '320508018026001'],
      [...rows[2], '320508017003001'],
    ];
    const { body } = await at.upload('community', '/api/imports', 'a.xlsx', await xlsx(list));
    expect(body.good).toBe(1);
    expect(body.bad).toEqual([{ row: 2, column: '网格', why: expect.stringContaining('您负责的区域') }]);
  });

  it('CSV as offices export it: GB 18030, quoted line breaks', async () => {
    // "内容" and "路灯坏" in GB 18030, so that the test stands without an encoder.
    const gb = Buffer.concat([
      Buffer.from([0xc4, 0xda, 0xc8, 0xdd]),
      Buffer.from('\n"'),
      Buffer.from([0xc2, 0xb7, 0xb5, 0xc6, 0xbb, 0xb5]),
      Buffer.from('\n\n  x"\n'),
    ]);
    const { body } = await at.upload('centre', '/api/imports', 'list.csv', gb);
    expect(body).toMatchObject({ columns: ['内容'], total: 1, sample: [{ 内容: '路灯坏\n\n  x' }] });
  });

  it('what is no list is refused in words: garbage, an empty sheet, two columns of one name', async () => {
    for (const [name, content] of [
      ['a.xlsx', Buffer.from('PK not really')],
      ['a.csv', Buffer.from('')],
      ['a.csv', Buffer.from('a,a\n1,2')],
      ['a.csv', Buffer.from('详情\n')],
    ] as const) {
      const { status, body } = await at.upload('centre', '/api/imports', name, content);
      expect(status).toBe(422);
      expect(body.reasons[0].text.length).toBeGreaterThan(4);
    }
  });

  it('the ledger verifies after imports', async () => {
    const checks: Record<string, StreamCheck> = Object.assign(
      {},
      ...at.composition.modules.map((module) => module.streams ?? {}),
    );
    expect((await verifyChains(at.database, '320508', { checks })).broken).toBeNull();
  });
});

it('times as lists write them are Shanghai’s', () => {
  expect(readTime('2019/2/28 11:25:05')).toBe('2019-02-28T03:25:05.000Z');
  expect(readTime('2019年2月28日')).toBe('2019-02-27T16:00:00.000Z');
  expect(readTime('2019-02-28T11:25:05+08:00')).toBe('2019-02-28T03:25:05.000Z');
  expect(readTime('last week')).toBeUndefined();
});
