import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

/** A4 upright at 96 px an inch, less margins of 15 mm. */
const paper = { width: 680, height: 1009 };

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on paper the prose is black on white, to a reader of ${colorScheme} too`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url());
    await new ScarcityFigure(page).ready();
    if (colorScheme === 'dark')
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print', colorScheme });
    for (const selector of ['.prose > p', '.prose h2', '.note', 'h1', '.sources li']) {
      await expect(page.locator(selector).first(), selector).toHaveCSS('color', 'rgb(0, 0, 0)');
    }
    for (const selector of ['body', '[data-widget]']) {
      await expect(page.locator(selector).first(), selector).toHaveCSS(
        'background-color',
        'rgb(255, 255, 255)',
      );
    }
  });
}

test('on paper nothing is left that wants a hand, and the figure is whole', async ({ page, site }) => {
  await page.goto(site.url('?doubling=1y'));
  const figure = await new ScarcityFigure(page).ready();
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });

  const controls = page.locator('button, input, select, summary');
  await expect(controls.filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText('Skip to the text')).toBeHidden();
  await expect(page.getByText(/^Drag /).filter({ visible: true })).toHaveCount(0);

  await expect(figure.chart).toBeVisible();
  await expect(figure.ruler).toBeVisible();
  await expect(figure.root.locator('[data-answer]')).toContainText('1 year');
  await expect(figure.root).toHaveCSS('break-inside', 'avoid');
  const box = await figure.root.boundingBox();
  expect(box?.width).toBeLessThanOrEqual(paper.width);
  expect(box?.height).toBeLessThanOrEqual(paper.height);
  const picture = await figure.chart.boundingBox();
  expect(picture?.width).toBeGreaterThan(400);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paper.width);
});

test('a claim that has turned over is plain on paper: what is true, and no word of what is not', async ({
  page,
  site,
}) => {
  await page.goto(site.url('?lead=3mo'));
  const claim = page.locator('#claim-half-missing');
  await expect(claim).toContainText('What is struck out holds while');
  await page.emulateMedia({ media: 'print' });
  await expect
    .poll(async () => (await claim.innerText()).trim())
    .toBe('At least half of what is wanted is there.');
});
