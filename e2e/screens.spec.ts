import { expect, type Page, test } from '@playwright/test';
import { atConsole, expectAccessible } from './people.ts';

/** Every screen opens for those it is made for, without an error in the page, and axe finds nothing serious: in both languages. */
const CONSOLE: readonly (readonly [person: string, paths: readonly string[]])[] = [
  [
    'community',
    [
      '/inbox',
      '/matters',
      '/report',
      '/map',
      '/areas',
      '/organisations',
      '/roles',
      '/rights',
      '/joint-orders',
      '/supervision',
    ],
  ],
  ['urban', ['/duties/apply', '/grid-uses']],
  ['centre', ['/catalogue', '/duties', '/imports', '/grid-plans']],
  ['admin', ['/people', '/account', '/settings']],
  ['grid', ['/inbox', '/matters']],
];
const PORTAL = ['/', '/report', '/track', '/around', '/sign-in', '/about', '/duties', '/nowhere'];

/** Errors of the page's own code; what the network says (a 401 of a visitor) is not one. */
function watch(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1, h2').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
}

for (const language of ['zh-CN', 'en-GB'] as const) {
  test(`the portal, ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    const errors = watch(page);
    for (const path of PORTAL) await test.step(path, () => visit(page, path));
    expect(errors).toEqual([]);
    await context.close();
  });

  for (const [person, paths] of CONSOLE) {
    test(`the console of ${person}, ${language}`, async ({ browser }) => {
      const page = await atConsole(browser, person);
      const errors = watch(page);
      await page.evaluate((locale) => localStorage.setItem('gongzhi.locale', locale), language.slice(0, 2));
      for (const path of paths) await test.step(path, () => visit(page, `/console${path}`));
      expect(errors).toEqual([]);
      await page.context().close();
    });
  }
}
