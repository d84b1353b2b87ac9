import type { Page } from '@playwright/test';
import { expect, type Site, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';

/** What waits behind a figure comes in a second script, which may be another build's by then, or not come at all. */

const embed = 'embed/v1/scarcity/';
const MORE = '**/scarcity.more.js*';

async function opened(page: Page, site: Site, query = '') {
  await page.goto(site.url(`${embed}${query}`));
  const figure = await new ScarcityFigure(page).ready();
  return { figure, drawer: figure.root.locator('details', { hasText: 'Assumptions' }) };
}

test('a page whose second script is newer than its first begins again, with the reader’s state', async ({
  page,
  site,
}) => {
  const { figure, drawer } = await opened(page, site);
  await figure.slider('lead').press('End');
  await expect(page).toHaveURL(/lead=7y/);
  await page.route(MORE, async (route) => {
    const body = (await (await route.fetch()).text()).replace(/"[0-9a-f]{8}"/, '"another"');
    await route.fulfill({ contentType: 'text/javascript', body });
  });
  await Promise.all([page.waitForEvent('load'), drawer.locator('summary').click()]);

  await page.unroute(MORE);
  await figure.ready();
  expect((await figure.world()).lead).toBe(7);
  await drawer.locator('summary').click();
  await expect(drawer.locator('a').first()).toBeVisible();
});

test('one that comes where nobody waits for it does nothing', async ({ page, site }) => {
  const { figure } = await opened(page, site);
  await page.addScriptTag({ url: site.url('embed/v1/scarcity.more.js') });
  await figure.slider('lead').press('End');
  expect((await figure.world()).lead).toBe(7);
});

test('one that did not come is asked for again at the next press', async ({ page, site, expectMessages }) => {
  expectMessages(/the rest of this figure did not come/, /ERR_FAILED/);
  const { drawer } = await opened(page, site);
  await page.route(MORE, (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await drawer.locator('summary').click();
  await failed;
  await page.unroute(MORE);
  for (const _ of ['closed', 'open']) await drawer.locator('summary').click();
  await expect(drawer.locator('a').first()).toBeVisible();
});

test('it is found wherever the first one is', async ({ page, context, site, expectMessages }) => {
  expectMessages(/request to another host/);
  const elsewhere = 'https://graphs.js.example';
  const asked: string[] = [];
  await context.route(`${elsewhere}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    asked.push(pathname + search);
    const response = await route.fetch({ url: new URL(site.url(pathname.slice(1))).href });
    const text = response.headers()['content-type']?.startsWith('text/html')
      ? (await response.text()).replace(/scarcity\.js\?\w+/, 'scarcity.js?of=a.js?&amp;to=b.js')
      : undefined;
    await route.fulfill({ response, ...(text === undefined ? {} : { body: text }) });
  });
  await page.goto(`${elsewhere}/${embed}`);
  const { root } = await new ScarcityFigure(page).ready();
  await root.locator('summary', { hasText: 'Assumptions' }).click();
  await expect(root.locator('details a').first()).toBeVisible();
  expect(asked).toContain('/embed/v1/scarcity.more.js?of=a.js?&to=b.js');
});
