import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { expectTheLaw, law, middleOf, pull, query, ScarcityFigure, take } from './figure.ts';

async function open(page: Page, address: string): Promise<ScarcityFigure> {
  await page.goto(address);
  return new ScarcityFigure(page).ready();
}

/** The values of the numbers in the prose that follow the world. */
const live = (page: Page, id: string) =>
  page
    .locator(`.prose > p data[data-live="${id}"]`)
    .evaluateAll((shown) => shown.map((one) => Number(one.getAttribute('value'))));

test('a number in the prose drags the world, and the figure follows', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const before = await figure.world();
  const scrub = page.locator('[data-scrub="doubling"]').first();
  const from = await take(page, scrub);
  await pull(page, from, 40, 0);
  await expect.poll(async () => (await figure.world()).doubling).toBeGreaterThan(before.doubling);
  await expectTheLaw(page, figure);
  await expect(scrub).toHaveText((await figure.handle('doubling').getAttribute('aria-valuetext')) ?? '');
  expect(query(page)).toEqual({});
  await pull(page, from, -40, 0);
  await expect.poll(async () => (await figure.world()).doubling).toBeLessThan(before.doubling);
  await page.mouse.up();
  await expect.poll(() => Object.keys(query(page))).toEqual(['doubling']);
  await expectTheLaw(page, figure);
});

test('Escape puts a number in the prose back', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const before = await figure.world();
  const from = await take(page, page.locator('[data-scrub="lead"]').first());
  await pull(page, from, 60, 0);
  await expect.poll(() => figure.world()).not.toEqual(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => figure.world()).toEqual(before);
  await page.mouse.up();
  expect(query(page)).toEqual({});
});

test('every number in the prose follows the figure, each to its own formula', async ({ page, site }) => {
  const figure = await open(page, site.url());
  await figure.handle('lead').press('PageUp');
  await figure.slider('doubling').press('ArrowLeft');
  await figure.handle('commit').press('PageUp');
  const world = await figure.world();
  expect(world.lead).toBeGreaterThan(2);
  expect(world.commit).toBeGreaterThan(0);

  for (const { key, words } of await Promise.all(
    ['doubling', 'lead', 'commit'].map(async (key) => ({
      key,
      words: await figure.handle(key).getAttribute('aria-valuetext'),
    })),
  )) {
    const scrubs = page.locator(`[data-scrub="${key}"]`);
    expect(await scrubs.count()).toBeGreaterThan(0);
    for (const scrub of await scrubs.all()) await expect(scrub).toHaveText(words ?? '');
  }
  await expectTheLaw(page, figure);
  const [doublings] = await live(page, 'doublings');
  expect(doublings).toBeCloseTo(world.lead / world.doubling, 9);
  const [scarcity] = await live(page, 'scarcity');
  expect(scarcity).toBeCloseTo(law(world), 6);
});

test('numbers about another world than the reader’s stay as they are', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const fixed = page.locator('.prose > p data:not([data-live])');
  const before = await fixed.allTextContents();
  expect(before.length).toBeGreaterThan(2);
  await figure.handle('doubling').press('End');
  await expectTheLaw(page, figure);
  expect(await fixed.allTextContents()).toEqual(before);
  // Only the reader's own state is a result that scripts may read.
  await expect(page.locator('.prose > p data[data-result]:not([data-live])')).toHaveCount(0);
});

test('a number in the prose that was moved wears the colour of the reader’s own', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const scrub = page.locator('[data-scrub="doubling"]').first();
  const colour = await scrub.evaluate((element) => getComputedStyle(element).color);
  await figure.slider('doubling').press('ArrowRight');
  await expect(scrub).not.toHaveCSS('color', colour);
  await figure.reset.click();
  await expect(scrub).toHaveCSS('color', colour);
});

test('the prose takes part in the address before the figure is in sight', async ({ page, site }) => {
  await page.goto(site.url('?doubling=1y&lead=3y&commit=1y'));
  await expect(page.locator('[data-scrub="doubling"]').first()).toHaveText('1 year');
  await expect.poll(async () => new Set(await live(page, 'scarcity'))).toEqual(new Set([4]));
  const scrub = page.locator('[data-scrub="lead"]').first();
  await scrub.press('End');
  await expect.poll(() => query(page)).toEqual({ doubling: '1y', lead: '7y', commit: '1y' });
  await expect.poll(async () => new Set(await live(page, 'scarcity'))).toEqual(new Set([64]));
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('an upward swipe that starts on a number in the prose scrolls the page and changes nothing', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url());
    const before = await figure.world();
    const scrub = page.locator('[data-scrub="doubling"]').first();
    await scrub.evaluate((element) => element.scrollIntoView({ behavior: 'instant', block: 'center' }));
    const [from, top] = [await middleOf(scrub), await page.evaluate(() => scrollY)];
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
    // A thumb swings in an arc: first a little aside, then up.
    for (const [right, up] of [
      [4, 4],
      [8, 9],
      [10, 40],
      [12, 90],
      [14, 140],
    ] as const) {
      const touchPoints = [{ x: from.x + right, y: from.y - up }];
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    }
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 60);
    expect(await figure.world()).toEqual(before);
    expect(query(page)).toEqual({});
  });
});
