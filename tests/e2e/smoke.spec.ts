import { expect, test } from '../browser/test.ts';

test('the first page opens with one heading', async ({ page, site }) => {
  const response = await page.goto(site.url());
  expect(response?.status()).toBe(200);
  await expect(page.locator('h1')).toHaveCount(1);
});

test('an unknown address gives the 404 page', async ({ page, site, expectMessages }) => {
  expectMessages(/404/);
  const response = await page.goto(site.url('there/is/no/such/page/'));
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator(`a[href="${site.base}"]`).first()).toBeVisible();
});
