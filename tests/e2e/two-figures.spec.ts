import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { builtFolder, sites } from '../../scripts/sites.ts';
import { expect, test } from '../browser/test.ts';
import { expectTheLaw, pull, query, ScarcityFigure, take } from './figure.ts';

test('pages that exist only to be tested are not in the site that is published', () => {
  expect(existsSync(`${builtFolder(sites.sub)}/trials/two-figures/index.html`)).toBe(true);
  expect(existsSync(`${builtFolder(sites.root)}/trials`)).toBe(false);
});

test.describe('two figures of one widget on one page', () => {
  test.beforeEach(({ place }) => {
    test.skip(place !== 'sub', 'the ordinary site has no such page');
  });

  async function open(page: Page, address: string): Promise<readonly [ScarcityFigure, ScarcityFigure]> {
    await page.goto(address);
    const second = await new ScarcityFigure(page.locator('#second')).ready();
    const first = await new ScarcityFigure(page.locator('#scarcity')).ready();
    return [first, second];
  }
  const trial = 'trials/two-figures/';

  test('share the world: a hand on one moves both, and the prose between them', async ({ page, site }) => {
    const [first, second] = await open(page, site.url(trial));
    const from = await take(page, first.handle('doubling'));
    await pull(page, from, 0, -40);
    const moved = await first.world();
    expect(moved.doubling).toBeLessThan(7 / 12);
    await expect.poll(() => second.world()).toEqual(moved);
    await expectTheLaw(page, first);
    await page.mouse.up();
    await second.slider('lead').press('PageUp');
    await second.handle('commit').press('ArrowRight');
    await expect.poll(() => first.world()).toEqual(await second.world());
    await expectTheLaw(page, second);
    await expect.poll(() => Object.keys(query(page)).sort()).toEqual(['commit', 'doubling', 'lead']);
  });

  test('a ghost and still axes belong to the figure under the hand', async ({ page, site }) => {
    const [first, second] = await open(page, site.url(trial));
    const from = await take(page, first.handle('lead'));
    await pull(page, from, 40, 0);
    await expect(first.ghost('supply')).toBeVisible();
    await expect(second.chart.locator('.reference')).toHaveCount(2);
    await expect(second.ghost('supply')).toHaveCount(0);
    await page.mouse.up();
    await expect(first.ghost('supply')).toHaveCount(0);
  });

  test('each have their own scale and their own ceiling, under their own names', async ({ page, site }) => {
    const [first, second] = await open(page, site.url(trial));
    await second.choice('linear').click();
    await expect(second.root).toContainText('steady doubling bends upward');
    await expect(first.root).toContainText('steady doubling runs straight');
    await expect(first.choice('log')).toBeChecked();
    await expect.poll(() => query(page)).toEqual({ 'second.scale': 'linear' });

    await first.root.locator('summary', { hasText: 'Assumptions' }).click();
    await first.slider('ceiling').press('Home');
    await expect(first.root.locator('[data-answer]')).toContainText('up to 2×');
    await expect(second.root.locator('[data-answer]')).not.toContainText('levels off');
    await first.choice('linear').click();
    await second.choice('log').click();
    await expect.poll(() => query(page)).toEqual({ 'scarcity.scale': 'linear', 'scarcity.ceiling': '2x' });

    await page.reload();
    await second.ready();
    await first.ready();
    await expect(first.choice('linear')).toBeChecked();
    await expect(second.choice('log')).toBeChecked();
    await expect(first.root.locator('[data-answer]')).toContainText('up to 2×');
    await expect(second.root.locator('[data-answer]')).not.toContainText('levels off');
  });

  test('reset puts back the world and its own, and leaves the other’s own alone', async ({ page, site }) => {
    const [first, second] = await open(
      page,
      site.url(`${trial}?doubling=1y&scarcity.scale=linear&second.scale=linear&second.ceiling=100x`),
    );
    await expect(second.choice('linear')).toBeChecked();
    await first.reset.click();
    await expect(first.choice('log')).toBeChecked();
    await expect(second.choice('linear')).toBeChecked();
    await expect.poll(() => query(page)).toEqual({ 'second.scale': 'linear', 'second.ceiling': '100x' });
  });

  test('a notice stands with the figure that it is about', async ({ page, site }) => {
    const [first, second] = await open(page, site.url(`${trial}?second.scale=round`));
    await expect(second.root.locator('p[role=status]')).toHaveText(
      /“second\.scale=round”, which is not log or linear/,
    );
    await expect(first.root.locator('p[role=status]')).toHaveCount(0);
  });

  test('have no id in common, and each draws with its own patterns and clips', async ({ page, site }) => {
    const figures = await open(page, site.url(`${trial}?commit=1y`));
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const named = await page
      .locator('input[type=radio]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('name')));
    expect(new Set(named).size).toBe(2);

    const used = await Promise.all(
      figures.map(({ root }) =>
        root.evaluate((figure) =>
          [...figure.querySelectorAll('[fill^="url("], [clip-path^="url("]')].map((one) => {
            const url = one.getAttribute('fill') ?? one.getAttribute('clip-path') ?? '';
            const target = document.getElementById(url.slice(5, -1));
            return { url, own: target !== null && figure.contains(target) };
          }),
        ),
      ),
    );
    for (const urls of used) {
      // The two areas, the curves' clip twice, the ruler.
      expect(urls.length).toBeGreaterThanOrEqual(5);
      for (const { url, own } of urls) expect(own, `${url} is in the same figure`).toBe(true);
    }
    const [one = [], two = []] = used.map((urls) => urls.map(({ url }) => url));
    expect(one.filter((url) => two.includes(url))).toEqual([]);
  });

  test('each draws without a script too', async ({ site, browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url(trial));
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ['scarcity', 'second']) {
      const charts = page.locator(`#${id} .picture svg`);
      await expect(charts.filter({ visible: true })).toHaveCount(1);
    }
    await context.close();
  });
});
