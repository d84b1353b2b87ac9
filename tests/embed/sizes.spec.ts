import type { Page } from '@playwright/test';
import { weigh } from '../../scripts/weights.ts';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';

const ids = widgetFolders(new URL('../../', import.meta.url)).map(({ id }) => id);
/** What WordPress gives a frame at most. */
const MOST_PX = 1_000;
const MOST_BYTES = 60_000;
const MOST_REQUESTS = 4;

interface Listed {
  id: string;
  height: number;
  presets: { query: string }[];
}

const height = (page: Page) =>
  page.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));

for (const id of ids) {
  test(`${id} is as high as its spec says, and fits a phone’s frame in each of its states`, async ({
    page,
    site,
    request,
  }) => {
    const listed: Listed[] = await (await request.get(site.url('widgets.json'))).json();
    const { height: promised = 0, presets = [] } = listed.find((one) => one.id === id) ?? {};
    await page.setViewportSize({ width: 680, height: 900 });
    await page.goto(site.url(`embed/v1/${id}/`));
    await new ScarcityFigure(page, id).ready();
    const high = await height(page);
    expect(
      Math.abs(high - promised),
      `the body is ${high} px high, the spec says ${promised}`,
    ).toBeLessThanOrEqual(8);

    await page.setViewportSize({ width: 320, height: 900 });
    for (const query of new Set(['', ...presets.map((preset) => preset.query)])) {
      await page.goto(site.url(`embed/v1/${id}/${query}`));
      const figure = await new ScarcityFigure(page, id).ready();
      expect(await height(page), query).toBeLessThanOrEqual(MOST_PX);
      // What is left out is one press away.
      const left = figure.root.locator('[data-aside], summary').first();
      await expect(left).toBeHidden();
      await figure.root.getByRole('button', { name: 'More' }).click();
      await expect(left).toBeVisible();
    }
  });

  test(`${id} asks little of a page that shows it: few files, and light ones`, async ({ page, site }) => {
    const { parts } = await weigh(page, site.url(`embed/v1/${id}/`));
    const files = parts.filter(({ kind, url }) => kind !== 'inline script' && !/\.(woff2|svg)$/.test(url));
    const list = files.map(({ url, bytes }) => `${bytes} ${url}`).join('\n');
    expect(files.length, list).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(
      files.reduce((sum, { bytes }) => sum + bytes, 0),
      list,
    ).toBeLessThanOrEqual(MOST_BYTES);
  });
}

test('embed.js is small', async ({ page, site, host }) => {
  const { script } = await weigh(
    page,
    host.page(`<link rel="icon" href="data:,"><script src="${site.url('embed/v1/embed.js')}"></script>`),
  );
  expect(script).toBeLessThanOrEqual(3_000);
  expect(script).toBeGreaterThan(500);
});
