import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { atConsole, expectAccessible } from './people.ts';

const GRID = '320508017003001';

/** A new matter of the demo community, by its code. */
async function reported(page: Page, words: string): Promise<string> {
  const { inside } = await (await page.request.get(`/api/grids/${GRID}`)).json();
  const data = { transaction: crypto.randomUUID(), place: inside, category: '0104', text: words };
  const answer = await page.request.post('/api/matters', { data });
  expect(answer.ok()).toBe(true);
  return (await answer.json()).code;
}

async function as(browser: Browser, person: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await atConsole(browser, person);
  await work(page);
  await page.context().close();
}

/** Chooses out of a list that may be longer than what is shown of it. */
async function choose(sheet: Locator, field: string, option: string): Promise<void> {
  await sheet.getByLabel(field, { exact: true }).fill(option);
  const list = sheet.page().locator('.ant-select-dropdown:visible');
  await list.getByTitle(option, { exact: true }).click();
  await expect(list).toBeHidden();
}

/** Opens the form of a step, which stands in the bar or behind "more", as the screen has room. */
async function open(page: Page, code: string, label: string): Promise<Locator> {
  await page.goto(`/console/matters/${code}`);
  const bar = page.getByRole('region', { name: '可以办理的步骤' });
  await expect(bar).toBeVisible();
  const button = bar.getByRole('button', { name: label, exact: true });
  if (await button.isVisible()) await button.click();
  else {
    await bar.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: label, exact: true }).click();
  }
  return page.getByRole('dialog');
}

async function take(page: Page, code: string, label: string, fill?: (sheet: Locator) => Promise<void>): Promise<void> {
  const sheet = await open(page, code, label);
  await fill?.(sheet);
  await sheet.getByRole('button', { name: label, exact: true }).click();
  await expect(page.getByText(`${label}：已记录`)).toBeVisible();
}

const CALLED = ['姑苏区公安分局', '姑苏区市场监督管理局', '姑苏区住房和建设委员会'];

test('a street whistles, three departments are called; they report or are released, and the matter is finished', async ({
  browser,
  page,
}) => {
  const code = await reported(page, '夜市占道，油烟和停车也乱');
  await as(browser, 'grid', (worker) => take(worker, code, '受理'));

  await as(browser, 'community', async (staff) => {
    await take(staff, code, '派单', async (sheet) => {
      await expect(sheet.getByRole('region', { name: '派单目录的建议' })).toContainText('派单目录第');
      await expectAccessible(staff);
      await sheet.getByText('姑苏区住房和建设委员会').click();
      await expect(sheet.getByLabel('为什么与目录不一致')).toBeVisible();
      await sheet.getByRole('radiogroup', { name: '责任单位' }).getByText('姑苏区城市管理局').click();
      await expect(sheet.getByLabel('为什么与目录不一致')).toBeHidden();
    });
  });

  await as(browser, 'street', async (street) => {
    await take(street, code, '吹哨', async (sheet) => {
      await sheet.getByRole('button', { name: '再加一个单位' }).click();
      for (const [i, unit] of CALLED.entries()) {
        await choose(sheet, `第 ${i + 1} 个报到单位`, unit);
        await sheet.getByLabel(`第 ${i + 1} 个单位的任务`).fill(`到场办理第 ${i + 1} 部分`);
      }
      await sheet.getByLabel('为什么吹哨').fill('一家办不了');
      await expectAccessible(street);
    });
    await expect(street.getByText('3 个单位，还有 3 个未反馈')).toBeVisible();
  });

  await as(browser, 'urban', async (urban) => {
    await urban.goto(`/console/matters/${code}`);
    await expect(urban.getByRole('region', { name: '联合办理（吹哨报到）' })).toBeVisible();
    await expect(urban.getByRole('button', { name: '反馈办结', exact: true })).toBeHidden();
  });

  await as(browser, 'housing', (housing) =>
    take(housing, code, '报到反馈', async (sheet) => {
      await sheet.getByLabel('本单位的办理情况').fill('已核查油烟管道');
    }),
  );
  await as(browser, 'street', async (street) => {
    for (const unit of CALLED.slice(0, 2)) {
      await take(street, code, '免除报到', async (sheet) => {
        const only = sheet.getByRole('radio', { name: new RegExp(unit) });
        await only.check();
        await sheet.getByLabel('理由').fill('现场已恢复');
      });
    }
    await expect(street.getByText('3 个单位全部反馈')).toBeVisible();
    await expectAccessible(street);
  });
  await as(browser, 'urban', (urban) =>
    take(urban, code, '反馈办结', async (sheet) => {
      await sheet.getByLabel('办理结果').fill('三家一起办好');
    }),
  );
});

test('what is not on the list of duties is refused with the source and the way to the list', async ({
  browser,
  page,
}) => {
  const code = await reported(page, '摊位占道，请网格员每晚值守');
  await as(browser, 'grid', (worker) => take(worker, code, '受理'));
  await as(browser, 'community', (staff) =>
    take(staff, code, '派单', async (sheet) => {
      await expect(sheet.getByRole('region', { name: '派单目录的建议' })).toBeVisible();
    }),
  );
  await as(browser, 'urban', async (urban) => {
    const sheet = await open(urban, code, '交办网格');
    await sheet.getByText('清单里没有').click();
    await sheet.getByLabel('请网格员做什么').fill('每晚值守两小时');
    await sheet.getByRole('button', { name: '交办网格', exact: true }).click();
    await expect(sheet.getByText(/不得直接安排网格员.*第二十四条/)).toBeVisible();
    await expectAccessible(urban);
    await sheet.getByRole('button', { name: '申请紧急准入（有期限）' }).click();
    await expect(urban.getByRole('heading', { name: '申请准入' })).toBeVisible();
    await expect(urban.getByLabel(/紧急准入：/)).toBeChecked();
  });
});
