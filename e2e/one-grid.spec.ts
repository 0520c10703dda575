import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { atConsole, expectAccessible } from './people.ts';

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);

/** What is divided: another community at each size, so that the second plan differs from the first. */
const COMMUNITY: Readonly<Record<string, string>> = { desk: '富强社区', phone: '南山社区' };

const SPLIT = '领秀金品社区第一网格';

const goTo = (page: Page, step: string) =>
  page.getByRole('navigation', { name: '步骤' }).getByRole('button', { name: step }).click();

const step = async (page: Page, label: string, fill?: (sheet: ReturnType<Page['getByRole']>) => Promise<void>) => {
  await page.getByRole('region', { name: '方案概况' }).getByRole('button', { name: label, exact: true }).click();
  const sheet = page.getByRole('dialog');
  await fill?.(sheet);
  await sheet.getByRole('button', { name: label, exact: true }).click();
  await expect(page.getByText(`${label}：已记录`)).toBeVisible();
};

test('two departments draw one street differently: one grid comes out, goes on notice, is approved, filed and in force', async ({
  browser,
}, { project }) => {
  test.setTimeout(300_000);
  const name = `${project.name === 'phone' ? '手机' : '电脑'}画的网格方案`;
  const community = COMMUNITY[project.name];
  const page = await atConsole(browser, 'centre');

  await test.step('layers: a plan to begin with, one file as it is, one whose coordinate system is asked for', async () => {
    await page.goto('/console/grid-workbench');
    await page.getByRole('button', { name: '打开现行方案' }).click();
    await expect(page.getByText('已打开“现行方案”')).toBeVisible();
    await page.locator('input[type=file]').setInputFiles([fixture('chengguan.geojson'), fixture('zongzhi-gcj02.zip')]);
    await expect(page.getByText('“zongzhi-gcj02.zip”是哪个坐标系？')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'GCJ-02' }).check();
    await page.getByRole('button', { name: '就是这个坐标系' }).click();
    const layers = page.getByRole('list', { name: '图层，排在前面的优先' });
    await expect(layers.getByText('73 个网格，14 个社区')).toHaveCount(2);
    await layers.getByRole('textbox', { name: '所属部门' }).nth(0).fill('城管局');
    await layers.getByRole('textbox', { name: '所属部门' }).nth(1).fill('综治中心');
    await page.getByRole('button', { name: '上移“综治中心”' }).click();
    await expect(layers.getByRole('textbox', { name: '所属部门' }).first()).toHaveValue('综治中心');
  });

  await test.step('faults: looked at one by one, one decided by hand, the gaps by rule', async () => {
    await goTo(page, '问题');
    const list = page.getByRole('list', { name: '问题列表' });
    await list
      .getByRole('button', { name: /各图层不一致/ })
      .first()
      .click();
    await expect(list.getByText('城管局：')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('2');
    await expect(list.getByText('✓ 归')).toHaveCount(1);
    await page.getByRole('button', { name: '处理', exact: true }).click();
    await expect.poll(() => list.getByText('✓ 归').count()).toBeGreaterThan(2);
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect(list.getByText('✓ 归')).toHaveCount(1);
  });

  await test.step('merging: no fault is left, every change of hands is told and can be overruled', async () => {
    await goTo(page, '合并');
    const panel = page.getByRole('region', { name: '步骤' });
    await panel.getByRole('button', { name: '合并', exact: true }).last().click();
    await expect(panel.getByText('0 处问题')).toBeVisible();
    await expectAccessible(page);
    const reasons = panel.getByRole('group', { name: '依据' });
    await expect(reasons.getByRole('button', { name: /^人工决定 1/ })).toBeVisible();
    await reasons.getByRole('button', { name: /^图层优先/ }).click();
    await panel.getByRole('table').getByRole('button', { name: / → / }).first().click();
    await panel.getByRole('combobox', { name: '改归' }).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(2).click();
    await expect(reasons.getByRole('button', { name: /^人工决定 2/ })).toBeVisible();
    await expect(panel.getByText('0 处问题')).toBeVisible();
  });

  await test.step('dividing: one community anew', async () => {
    await goTo(page, '划分');
    await page.getByRole('combobox', { name: '划分哪些社区' }).fill(community);
    await page.locator('.ant-select-dropdown:visible').getByText(community).first().click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: '划分结果' })).toBeVisible();
    await page.getByRole('button', { name: '采用这个划分' }).click();
    await expect(page.getByText('已采用：1 个社区')).toBeVisible();
  });

  await test.step('editing: a grid is split by a line that is drawn on the map', async () => {
    await goTo(page, '编辑');
    await page.getByRole('combobox', { name: '所选网格' }).fill(SPLIT);
    await page.locator('.ant-select-dropdown:visible').getByText(SPLIT).first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '在地图上查看' }).click();
    await page.getByRole('toolbar', { name: '编辑工具' }).getByRole('button', { name: '拆分' }).click();
    const map = page.getByRole('region', { name: '图层、问题与网格' });
    await map.scrollIntoViewIfNeeded();
    await page.waitForTimeout(1500); // the map moves to the grid, and its tools come
    const box = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const across = [0.04, 0.95].map((share) => [box.x + box.width * share, box.y + box.height / 2] as const);
    for (const [x, y] of across) await page.mouse.click(x, y);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: '请确认这次修改' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '确认修改' }).click();
    const review = page.getByRole('region', { name: '请确认这次修改' });
    await expect(review).toBeHidden();
    // The border that the line has made is moved between two of its points; taken back, and done again.
    await page.getByRole('toolbar', { name: '编辑工具' }).getByRole('button', { name: '移动边界' }).click();
    const bent = [
      [0.44, 0.5],
      [0.5, 0.58],
      [0.56, 0.5],
    ].map(([x, y]) => [box.x + box.width * x, box.y + box.height * y] as const);
    for (const [x, y] of bent) await page.mouse.click(x, y);
    await page.keyboard.press('Enter');
    await expect(review.getByRole('heading', { name: /^移动.*的边界$/ })).toBeVisible();
    await expect(review.getByText(/m²，约 \d+ 户/)).toBeVisible();
    await page.getByRole('button', { name: '确认修改' }).click();
    const moved = page.getByRole('button', { name: /^撤销：移动/ }).first();
    await expect(moved).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(moved).toBeHidden();
    await page.keyboard.press('Control+Shift+z');
    await expect(moved).toBeVisible();
  });

  await test.step('saving: the draft is checked by the server and opens', async () => {
    await goTo(page, '存为草案');
    await expect(page.getByText('0 处问题')).toBeVisible();
    const nameless = page.getByRole('button', { name: '按社区和序号命名' });
    if (await nameless.isVisible()) await nameless.click();
    await expectAccessible(page);
    await page.getByLabel('方案名称').fill(name);
    await page.getByRole('button', { name: '存为草案', exact: true }).last().click();
    await expect(page.getByRole('region', { name: '方案概况' }).getByText('已检查').first()).toBeVisible();
  });

  await test.step('notice, approval by the street that is concerned, filing: in force', async () => {
    await step(page, '公示', async (sheet) => sheet.getByLabel('公示天数').fill('0'));
    const street = await atConsole(browser, 'street');
    await street.goto(new URL(page.url()).pathname);
    await step(street, '街道同意');
    await street.context().close();
    await page.reload();
    await step(page, '备案');
    await expect(page.getByRole('region', { name: '方案概况' }).getByText('现行').first()).toBeVisible();
    await page.goto('/console/grid-plans');
    await expect(page.getByRole('listitem').filter({ hasText: name }).getByText('现行').first()).toBeVisible();
  });
  await page.context().close();
});
