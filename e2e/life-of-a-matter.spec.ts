import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { atConsole, expectAccessible, standIn, step } from './people.ts';

const GRID = '320508017003001';
const GRID_NAME = '路南社区第一网格';

const photo = () =>
  sharp({ create: { width: 1200, height: 900, channels: 3, background: '#35506a' } })
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .jpeg()
    .toBuffer();

test('a matter goes from its report to its verified closure, in the right grid', async ({
  browser,
  page,
  context,
}, info) => {
  await standIn(context, GRID);
  const words = `弄堂里第二盏路灯不亮了，晚上看不清台阶（${info.project.name}）`;

  const code = await test.step('a resident reports with pin and photo', async () => {
    await page.goto('/');
    await expectAccessible(page);
    await page.getByRole('link', { name: '我要反映' }).first().click();
    await page.getByRole('button', { name: '我的位置' }).click();
    await expect(page.getByText(GRID_NAME).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(/地点说明/).fill('弄堂中段');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('发生了什么？').fill(words);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: await photo() });
    await expect(page.locator('li img').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('路灯照明').first().click();
    await expectAccessible(page);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel(/电话/).fill('13800001234');
    await expectAccessible(page);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await expect(page.getByRole('heading', { name: '已收到您的反映' })).toBeVisible();
    await expect(page.getByRole('img', { name: '追踪页面的二维码' })).toBeVisible();
    await expectAccessible(page);
    return (await page
      .getByText(/^320508(-[0-9A-Z]{4}){3}$/)
      .first()
      .textContent())!.trim();
  });

  await test.step('it lands in the inbox of the grid worker, who accepts it', async () => {
    const worker = await atConsole(browser, 'grid');
    await expect(worker.getByText(words.slice(0, 12)).first()).toBeVisible();
    await expectAccessible(worker);
    await step(worker, code, '受理');
    await expectAccessible(worker);
    await worker.context().close();
  });

  await test.step('the community dispatches it to exactly one unit', async () => {
    const staff = await atConsole(browser, 'community');
    await step(staff, code, '派单', async (sheet) => {
      await sheet.getByText('城市管理局').first().click();
    });
    await staff.context().close();
  });

  await test.step('the unit takes it on, handles it and reports back', async () => {
    const unit = await atConsole(browser, 'urban');
    await step(unit, code, '签收');
    await step(unit, code, '反馈办结', async (sheet) => {
      await sheet.getByRole('textbox').fill('灯泡和线路已更换，当晚恢复照明。');
    });
    await unit.context().close();
  });

  await test.step('somebody else verifies it, the community closes it', async () => {
    const head = await atConsole(browser, 'head');
    await step(head, code, '核实通过');
    await head.context().close();
    const staff = await atConsole(browser, 'community');
    await step(staff, code, '结案');
    await staff.context().close();
  });

  await test.step('the tracking page shows it, and the resident answers two questions', async () => {
    await page.goto(`/track/${code}`);
    await expect(page.getByText('已结案').first()).toBeVisible();
    await expect(page.getByText('灯泡和线路已更换，当晚恢复照明。').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('group', { name: '问题解决了吗？' }).getByText('解决了', { exact: true }).click();
    await page.getByRole('group', { name: '对办理过程满意吗？' }).getByText('满意', { exact: true }).click();
    await page.getByRole('button', { name: '提交评价' }).click();
    await expect(page.getByRole('button', { name: '提交评价' })).toBeHidden();
    await expectAccessible(page);
  });

  await test.step('a stranger with the code sees the progress and no private words', async () => {
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`/track/${code}`);
    await expect(stranger.getByText('已结案').first()).toBeVisible();
    await expect(stranger.getByText(words.slice(0, 12))).toHaveCount(0);
    await stranger.context().close();
  });
});
