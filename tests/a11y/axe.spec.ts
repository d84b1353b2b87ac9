import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { pull, ScarcityFigure, take } from '../e2e/figure.ts';

/** Each violation in a line a person can act on. */
async function violations(page: Page, within = 'html'): Promise<string[]> {
  const found = await new AxeBuilder({ page }).include(within).analyze();
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary})`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`in ${colorScheme} at ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      for (const path of ['', 'embed/scarcity/']) {
        test(`axe finds nothing wrong on /${path}, nor after a drag with everything open`, async ({
          page,
          site,
        }) => {
          // The whole essay is much to look at.
          test.slow();
          await page.goto(site.url(path));
          const figure = await new ScarcityFigure(page).ready();
          expect(await violations(page)).toEqual([]);

          const from = await take(page, figure.handle('doubling'));
          await pull(page, from, 0, 30);
          await page.mouse.up();
          await figure.slider('commit').press('PageUp');
          await expect(figure.chart.locator('.reference')).toHaveCount(2);
          const more = figure.root.getByRole('button', { name: 'More' });
          if (await more.isVisible()) await more.click();
          for (const summary of await figure.root.locator('summary:visible').all()) await summary.click();
          await expect(figure.root.getByRole('table')).toBeVisible();
          expect(await violations(page, '[data-widget="scarcity"]')).toEqual([]);
        });
      }

      test('axe finds nothing wrong on the 404 page', async ({ page, site }) => {
        await page.goto(site.url('404.html'));
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

test('axe finds nothing wrong where a notice is shown', async ({ page, site }) => {
  await page.goto(site.url('?doubling=abc&lead=99y'));
  const figure = await new ScarcityFigure(page).ready();
  await expect(figure.root.locator('.notice')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
});
