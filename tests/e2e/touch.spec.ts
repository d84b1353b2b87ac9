import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { expectTheLaw, middleOf, query, ScarcityFigure, swipe } from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

const scrolled = (page: Page) => page.evaluate(() => scrollY);

async function open(page: Page, address: string): Promise<ScarcityFigure> {
  await page.goto(address);
  return new ScarcityFigure(page).ready();
}

test('a finger on the dot pulls demand up, and the page stays where it is', async ({ page, site }) => {
  const figure = await open(page, site.url());
  // Words above may turn over and take another line: what counts is where the figure is seen.
  const seenAt = async () => Math.round((await figure.root.boundingBox())?.y ?? Number.NaN);
  const [before, top] = [await figure.world(), await seenAt()];
  await swipe(page, await middleOf(figure.handle('doubling')), 5, -45);
  await expect.poll(async () => (await figure.world()).doubling).toBeLessThan(before.doubling);
  await expectTheLaw(page, figure);
  await expect.poll(() => Object.keys(query(page))).toEqual(['doubling']);
  expect(Math.abs((await seenAt()) - top)).toBeLessThanOrEqual(1);
});

test('a finger on the other dot slides supply', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const wide = await figure.pxPerYear();
  await swipe(page, await middleOf(figure.handle('lead')), -0.8 * wide, 0);
  await expect.poll(async () => Math.abs((await figure.world()).lead - 1.2)).toBeLessThan(0.06);
  await expectTheLaw(page, figure);
});

test('a finger moves a slider', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const slider = figure.slider('lead');
  await slider.scrollIntoViewIfNeeded();
  await swipe(page, await middleOf(slider), 60, 0);
  await expect.poll(async () => (await figure.world()).lead).toBeGreaterThan(4);
  await expect.poll(() => Object.keys(query(page))).toEqual(['lead']);
  await expectTheLaw(page, figure);
});

test('a finger moves the divider on the ruler', async ({ page, site }) => {
  const figure = await open(page, site.url());
  await figure.ruler.scrollIntoViewIfNeeded();
  const ruler = await figure.ruler.boundingBox();
  await swipe(page, await middleOf(figure.handle('commit')), (ruler?.width ?? 0) / 2, 0);
  await expect.poll(async () => Math.abs((await figure.world()).commit - 1)).toBeLessThan(0.05);
  await expectTheLaw(page, figure);
});

for (const { where, spot } of [
  {
    where: "the chart's background",
    spot: async (figure: ScarcityFigure) => {
      const box = await figure.chart.boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) * 0.45, y: (box?.y ?? 0) + (box?.height ?? 0) * 0.25 };
    },
  },
  { where: 'a curve', spot: (figure: ScarcityFigure) => figure.spotOn(figure.curve('demand'), 0.65) },
  { where: 'a slider', spot: (figure: ScarcityFigure) => middleOf(figure.slider('doubling')) },
]) {
  test(`an upward swipe from ${where} scrolls the page and changes nothing`, async ({ page, site }) => {
    const figure = await open(page, site.url());
    if (where === 'a slider') await figure.slider('doubling').scrollIntoViewIfNeeded();
    const [before, top] = [await figure.world(), await scrolled(page)];
    await swipe(page, await spot(figure), 0, -150);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(top + 60);
    await expect.poll(() => figure.world()).toEqual(before);
    expect(query(page)).toEqual({});
  });
}
