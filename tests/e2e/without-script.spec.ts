import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { law, ScarcityFigure } from './figure.ts';

const pages = ['', 'embed/scarcity/', '404.html'];
const essayLaw = law({ doubling: 7 / 12, lead: 2, commit: 0 });

/** Everything written in the essay, block by block. */
const written = (page: Page) =>
  page
    .locator('main')
    .locator('h1, h2, h3:not(.question), .prose > p, .note, dt, dd, .sources li')
    .filter({ hasNot: page.locator('[data-widget]') })
    .evaluateAll((blocks) =>
      blocks
        .filter((block) => block.closest('[data-widget]') === null)
        .map((block) => block.textContent?.replace(/\s+/g, ' ').trim()),
    );

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [390, 820, 1100, 1440]) {
    test(`the figure is finished at ${width} px: one picture, its sentence, its ruler`, async ({
      page,
      site,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['', 'embed/scarcity/']) {
        await page.goto(site.url(path));
        const figure = new ScarcityFigure(page);
        const drawn = figure.root.locator('svg[aria-label="Chart of demand and supply"]');
        await expect(drawn.filter({ visible: true })).toHaveCount(1);
        const picture = drawn.filter({ visible: true });
        for (const curve of ['demand', 'supply'])
          await expect(picture.locator(`.curve.${curve}`)).toHaveAttribute('d', /^M.+L/);
        await expect(picture.locator('.size')).toHaveText('10.8×');
        await expect(picture.getByText('Demand', { exact: true })).toBeVisible();
        await expect(figure.ruler).toBeVisible();
        await expect(figure.ruler).toContainText('10.8×');
        const answer = figure.root.locator('[data-answer]');
        await expect(answer).toBeVisible();
        await expect(answer).toContainText('10.8× as much is wanted as exists');
        const value = await answer.locator('[data-result="scarcity"]').getAttribute('value');
        expect(Number(value)).toBeCloseTo(essayLaw, 9);
      }
    });
  }

  test('the data can be opened and read', async ({ page, site }) => {
    await page.goto(site.url());
    const figure = new ScarcityFigure(page);
    const table = figure.root.getByRole('table');
    await expect(table).toBeHidden();
    await figure.root.locator('summary', { hasText: 'Data' }).click();
    await expect(table).toBeVisible();
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(4);
    for (const cell of await table.locator('tbody td').allTextContents()) expect(cell).toMatch(/^[\d.,]+×$/);
  });

  test('the assumptions can be opened and say where each default comes from', async ({ page, site }) => {
    await page.goto(site.url());
    const figure = new ScarcityFigure(page);
    await figure.root.locator('summary', { hasText: 'Assumptions' }).click();
    const reasons = figure.root.locator('details[open] dd');
    await expect(reasons).toHaveCount(4);
    for (const reason of await reasons.all()) {
      await expect(reason).toBeVisible();
      await expect(reason).toContainText(/^(Assumed|Sourced)\./);
    }
  });

  for (const path of pages) {
    test(`/${path} shows no control that does nothing`, async ({ page, site }) => {
      await page.goto(site.url(path));
      const details = page.locator('summary:visible');
      for (const summary of await details.all()) await summary.click();
      const controls = page.locator(
        'button, input, select, textarea, [role=slider], [tabindex], [contenteditable]',
      );
      await expect(controls.filter({ visible: true })).toHaveCount(0);
      await expect(page.getByText(/^Drag to/).filter({ visible: true })).toHaveCount(0);
    });
  }

  for (const width of [390, 1440]) {
    test(`each citation leads to its entry at ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.url());
      const cited = await page.locator('sup.cite a').evaluateAll((links) =>
        links.map((link) => {
          const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
          const entry = target?.closest<HTMLLIElement>('li[id^="source-"]');
          return { says: link.textContent, stands: String(entry?.value), text: target?.textContent ?? '' };
        }),
      );
      expect(cited.length).toBeGreaterThan(10);
      for (const { says, stands, text } of cited) {
        expect(says).toBe(stands);
        expect(text.length).toBeGreaterThan(20);
      }
      const last = page.locator('sup.cite a').last();
      await last.click();
      await expect(page.locator(`[id="${(await last.getAttribute('href'))?.slice(1)}"]`)).toBeInViewport();
    });
  }
});

test('all of the essay is there without JavaScript, word for word', async ({ page, site, browser }) => {
  await page.goto(site.url());
  await new ScarcityFigure(page).ready();
  const with_ = await written(page);
  expect(with_.length).toBeGreaterThan(40);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(site.url());
  expect(await written(plain)).toEqual(with_);
  await context.close();
});
