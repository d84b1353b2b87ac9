import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

/** How light the page's ground is, 0–255. */
const ground = (page: Page) =>
  page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = (
      getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []
    ).map(Number);
    return (red + green + blue) / 3;
  });

const isLight = async (page: Page) => (await ground(page)) > 128;
const toDark = (page: Page) => page.getByRole('button', { name: 'Switch to dark' });
const toLight = (page: Page) => page.getByRole('button', { name: 'Switch to light' });

test('the page follows the preference, also when it changes', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(site.url());
  await expect(toLight(page)).toBeVisible();
  expect(await isLight(page)).toBe(false);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(toDark(page)).toBeVisible();
  await expect.poll(() => isLight(page)).toBe(true);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the switch flips from ${colorScheme}, and the choice survives a reload and holds on other pages`, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url());
    const wasLight = colorScheme === 'light';
    await (wasLight ? toDark(page) : toLight(page)).click();
    await expect.poll(() => isLight(page)).toBe(!wasLight);
    for (const path of ['', '404.html']) {
      await page.goto(site.url(path));
      await expect(wasLight ? toLight(page) : toDark(page)).toBeVisible();
      expect(await isLight(page)).toBe(!wasLight);
    }
    await (wasLight ? toLight(page) : toDark(page)).click();
    await expect.poll(() => isLight(page)).toBe(wasLight);
  });
}

test('the switch is all that the site stores', async ({ page, site, context }) => {
  await page.goto(site.url());
  const figure = await new ScarcityFigure(page).ready();
  await figure.handle('doubling').press('End');
  const stored = () => page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
  expect(await stored()).toEqual({});
  await toDark(page).click();
  expect(await stored()).toEqual({ theme: 'dark' });
  expect(await context.cookies()).toEqual([]);
});

test('a page without storage works all the same, and switches as long as it is open', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.goto(site.url());
  await toDark(page).click();
  await expect.poll(() => isLight(page)).toBe(false);
  const figure = await new ScarcityFigure(page).ready();
  await figure.handle('doubling').press('End');
  await expect.poll(async () => (await figure.world()).doubling).toBe(5);
});

test('what was stored and is no theme is passed over', async ({ page, site }) => {
  await page.goto(site.url());
  await page.evaluate(() => localStorage.setItem('theme', '"><script>'));
  await page.reload();
  await expect(toDark(page)).toBeVisible();
  expect(await isLight(page)).toBe(true);
});
