import { expect, test } from '@playwright/test';
import { atConsole, expectAccessible } from './people.ts';

const LIST = [
  '编号,主题,时间,内容',
  '9001,河埠头石阶松动,2026/3/2 08:30,河埠头第三级石阶松动，洗衣服的老人差点滑倒。',
  '9002,路灯,去年冬天,时间看不懂的一行',
  '9003,垃圾桶,2026/3/2 09:10,垃圾桶满了没有人清运。',
].join('\n');

test('a list is uploaded, its bad row told, the good rows imported and found', async ({ browser }) => {
  const page = await atConsole(browser, 'centre');
  await page.goto('/console/imports');
  await expectAccessible(page);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await expect(page.getByText('列的对应')).toBeVisible();
  await expect(page.getByText('没有经纬度，也没有网格。').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByText('跳过有问题的行，导入其余的').click();
  await page.getByText('按编号和户数分散到各网格（仅供试用）').click();
  await page.getByRole('button', { name: '检查并导入 3 行' }).click();
  await expect(page.getByText('已导入').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('时间看不懂', { exact: false }).first()).toBeVisible();
  await page.goto(`/console/matters?q=${encodeURIComponent('石阶松动')}`);
  await expect(page.getByText('河埠头石阶松动', { exact: false }).first()).toBeVisible();
  await page.context().close();
});
