import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Feature, FeatureCollection } from 'geojson';
import { atConsole, expectAccessible } from './people.ts';

const [FIRST, SECOND] = ['320508017003001', '320508017003002'];
const FIRST_NAME = '路南社区第一网格';

/** The grids in force, two of which change their places: what lay in the first lies in the second. */
async function swapped(page: Page): Promise<FeatureCollection> {
  const layer = (await (await page.request.get('/api/map/grid')).json()) as FeatureCollection;
  const find = (code: string) => layer.features.find(({ properties }) => properties?.code === code) as Feature;
  const [one, other] = [find(FIRST), find(SECOND)];
  const put = (feature: Feature): Feature => {
    if (feature === one) return { ...one, geometry: other.geometry };
    return feature === other ? { ...other, geometry: one.geometry } : feature;
  };
  return { ...layer, features: layer.features.map(put) };
}

/** A street uploads a layer on the list of plans; the page of the plan that comes of it. */
async function uploaded(browser: Browser, name: string): Promise<string> {
  const page = await atConsole(browser, 'street');
  await page.goto('/console/grid-plans');
  await page.getByLabel('方案名称').fill(name);
  const buffer = Buffer.from(JSON.stringify(await swapped(page)));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'plan.geojson', mimeType: 'application/geo+json', buffer });
  await page.getByRole('link', { name: '打开方案' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  const path = new URL(page.url()).pathname;
  await page.context().close();
  return path;
}

async function step(page: Page, label: string, fill?: (page: Page) => Promise<void>): Promise<void> {
  await page.getByRole('region', { name: '方案概况' }).getByRole('button', { name: label, exact: true }).click();
  await fill?.(page);
  await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click();
}

const speakEnglish = (page: Page) => page.evaluate(() => localStorage.setItem('gongzhi.locale', 'en'));

test('a plan on notice is read, commented and answered, and what is shown is what is so', async ({ browser }, {
  project,
}) => {
  test.setTimeout(360_000);
  const name = `两个网格对调（${project.name}）`;
  const path = await uploaded(browser, name);
  const centre = await atConsole(browser, 'centre');
  const resident = await (await browser.newContext()).newPage();
  const notice = path.replace('/console', '');

  await test.step('a draft is nobody else’s business', async () => {
    await resident.goto(notice);
    await expect(resident.getByText('没有这个网格方案')).toBeVisible();
  });

  await test.step('the centre sees what changes, and puts it on notice', async () => {
    await centre.goto('/console/grid-plans');
    await expect(centre.locator(`a[href="${path}"]`)).toBeVisible();
    await expectAccessible(centre);
    await centre.goto(path);
    await expect(centre.getByRole('table', { name: '调整的网格' }).getByRole('button')).toHaveCount(2);
    await expectAccessible(centre);
    await step(centre, '公示', () => expectAccessible(centre));
    await expect(centre.getByText('公示：已记录')).toBeVisible();
  });

  await test.step('a resident whose grid changes is told at the door, reads and comments', async () => {
    await resident.evaluate((code) => localStorage.setItem('gongzhi.grid', code), FIRST);
    await resident.goto('/');
    const card = resident
      .getByRole('region', { name: '网格调整公示' })
      .filter({ has: resident.locator(`a[href="${notice}"]`) });
    await expect(card.getByText('您的网格在调整范围内')).toBeVisible();
    await expectAccessible(resident);
    await card.getByRole('link', { name: '看看调整了什么' }).click();
    await expect(resident.getByText(`您选的网格是“${FIRST_NAME}”。`)).toBeVisible();
    await expect(resident.getByText('整个网格划入“路南社区第二网格”。')).toBeVisible();
    await expectAccessible(resident);
    await resident.getByLabel('您的意见').fill('两个网格的名字对调，容易弄错。');
    await resident.getByRole('button', { name: '提交意见' }).click();
    await expect(resident.getByText('收到了，您的意见是第 1 条')).toBeVisible();
    await expect(resident.getByText('另有 1 条意见')).toBeVisible();
    await expectAccessible(resident);
  });

  await test.step('the street cannot approve yet, and is told why; it answers', async () => {
    const street = await atConsole(browser, 'street');
    await street.goto(path);
    await expect(street.getByText('公示期还没有结束。')).toBeVisible();
    await expect(street.getByText('还有居民意见没有答复。')).toBeVisible();
    const comments = street.getByRole('region', { name: '居民意见' });
    await comments.getByRole('button', { name: '答复' }).click();
    await expectAccessible(street);
    await comments.getByLabel('答复内容').fill('已记下，名字保持不变。');
    await comments.getByRole('button', { name: '提交答复' }).click();
    await expect(comments.getByText('已公开')).toBeVisible();
    await street.context().close();
  });

  await test.step('everybody reads comment and answer, in English too', async () => {
    await speakEnglish(resident);
    await resident.reload();
    await expect(resident.getByText('已记下，名字保持不变。')).toBeVisible();
    await expect(resident.getByRole('heading', { name: 'What it means for me' })).toBeVisible();
    await expectAccessible(resident);
  });

  await test.step('whoever saw an older state is told so, and nothing is overwritten', async () => {
    await step(centre, '撤回', (page) => page.getByLabel('撤回理由').fill('名字弄错了，重新拟定'));
    await expect(centre.getByText('刚才有人先办理了（答复意见）')).toBeVisible();
    await centre.getByRole('dialog').getByRole('button', { name: /撤回$/ }).click();
    await expect(centre.getByText('撤回：已记录')).toBeVisible();
  });

  await test.step('a plan that was withdrawn says so and why; no comment is taken any more', async () => {
    await resident.reload();
    await expect(resident.getByText('Why: 名字弄错了，重新拟定')).toBeVisible();
    await expect(resident.getByLabel('Your comment')).toHaveCount(0);
    await speakEnglish(centre);
    await centre.reload();
    await expect(centre.getByRole('region', { name: 'What happened' }).getByText('名字弄错了，重新拟定')).toBeVisible();
    await expectAccessible(centre);
  });
  await centre.context().close();
  await resident.context().close();
});

test('a department says what it does on the one grid, and learns why there is no second one', async ({ browser }, {
  project,
}) => {
  const purpose = `按网格巡查占道经营（${project.name}）`;
  const page = await atConsole(browser, 'urban');
  await page.goto('/console/grid-uses');
  await expect(page.getByText('不再另行划分', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('依托网格做什么').fill(purpose);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const use = page
    .getByRole('region', { name: '正在使用网格的部门' })
    .getByRole('listitem')
    .filter({ hasText: purpose });
  await use.getByRole('button', { name: '停止使用' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '停止使用' }).click();
  const ended = page.getByRole('region', { name: '已停止' }).getByRole('listitem').filter({ hasText: purpose });
  await expect(ended).toBeVisible();
  await speakEnglish(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'One grid for all' })).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});
