import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

export const PASSWORD = 'gongzhi-demo-88';

/** A browser of its own for a demo person, signed in at the console. */
export async function atConsole(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/console');
  await page.getByLabel('用户名或手机号').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: '工作人员登录' })).toBeHidden();
  return page;
}

/** Where the browser believes to be: inside the first grid of the demo community. */
export async function standIn(context: BrowserContext, grid: string): Promise<void> {
  const answer = await context.request.get(`/api/grids/${grid}`);
  const { inside } = await answer.json();
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: inside.lon, latitude: inside.lat });
}

/** Axe finds nothing serious or critical on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** One step at the console: opens the matter by its code, chooses the step, fills it in, confirms, and waits until it is recorded. */
export async function step(
  page: Page,
  code: string,
  label: string,
  fill?: (sheet: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.goto(`/console/matters/${code}`);
  await page.getByRole('region', { name: '可以办理的步骤' }).getByRole('button', { name: label, exact: true }).click();
  const sheet = page.getByRole('dialog');
  await fill?.(sheet);
  await sheet.getByRole('button', { name: label, exact: true }).click();
  await expect(page.getByText(`${label}：已记录`)).toBeVisible();
}
