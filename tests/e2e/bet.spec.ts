import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import {
  handleIn as handle,
  middleOf,
  numberIn as numberOf,
  openWidget,
  pull,
  query,
  sliderIn as slider,
  swipe,
  take,
} from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

const open = (page: Page, address: string) => openWidget(page, 'bet', address);

/** What the answer reports follows from what the sliders hold. */
async function expectTheBreakEven(root: Locator): Promise<void> {
  await expect(async () => {
    const [resale, price] = [await numberOf(root, 'resale'), await numberOf(root, 'price')];
    const wanted = (1 - resale) / (1 - resale + price - 1);
    const value = Number(
      await root.locator('[data-answer] [data-result="break-even"]').getAttribute('value'),
    );
    expect(Math.abs(value - wanted)).toBeLessThan(1e-9);
  }).toPass();
}

test.describe('by mouse', () => {
  test('pulling the cost of committing down re-lets at more, and lowers the break-even', async ({
    page,
    site,
  }) => {
    const root = await open(page, site.url('embed/bet/'));
    await expectTheBreakEven(root);
    const from = await take(page, handle(root, 'resale'));
    await pull(page, from, 0, 40);
    await expect.poll(() => numberOf(root, 'resale')).toBeGreaterThan(0.6);
    await expectTheBreakEven(root);
    expect(query(page)).toEqual({});
    await page.mouse.up();
    await expect.poll(() => Object.keys(query(page))).toEqual(['resale']);
    await expect(root.locator('.reference')).toHaveCount(2);
  });

  test('the day price can be pulled past its axis, which waits until the hand lets go', async ({
    page,
    site,
  }) => {
    const root = await open(page, site.url('embed/bet/'));
    const from = await take(page, handle(root, 'price'));
    await pull(page, from, 0, -300);
    const held = await numberOf(root, 'price');
    expect(held).toBeCloseTo(2.3, 9);
    await page.mouse.up();
    await expect
      .poll(
        async () => (await middleOf(handle(root, 'price'))).y - (await middleOf(handle(root, 'resale'))).y,
      )
      .toBeGreaterThan(-150);
    const again = await take(page, handle(root, 'price'));
    await pull(page, again, 0, -300);
    await page.mouse.up();
    await expect.poll(() => numberOf(root, 'price')).toBeGreaterThan(held);
    await expectTheBreakEven(root);
  });

  test('the belief goes with the hand, and moves no cost', async ({ page, site }) => {
    const root = await open(page, site.url('embed/bet/'));
    const from = await take(page, handle(root, 'belief'));
    await pull(page, from, -2000, 0);
    await page.mouse.up();
    await expect.poll(() => query(page)).toEqual({ belief: '0' });
    await expect(root.locator('[data-answer]')).toContainText('At 0%, committing costs $50 more');
    await expect(root.locator('.reference:not(.fibre)')).toHaveCount(0);
  });

  test('Escape puts back what the hand had moved', async ({ page, site }) => {
    const root = await open(page, site.url('embed/bet/'));
    const answer = await root.locator('[data-answer]').textContent();
    for (const key of ['belief', 'resale', 'price']) {
      const from = await take(page, handle(root, key));
      await pull(page, from, 60, 30);
      await expect(root.locator('[data-answer]')).not.toHaveText(answer ?? '');
      await page.keyboard.press('Escape');
      await expect(root.locator('[data-answer]')).toHaveText(answer ?? '');
      await page.mouse.up();
    }
    expect(query(page)).toEqual({});
  });
});

test('by keyboard a dot goes where the arrow points, and the slider counts up', async ({ page, site }) => {
  const root = await open(page, site.url('embed/bet/'));
  await handle(root, 'resale').press('ArrowUp');
  await expect.poll(() => numberOf(root, 'resale')).toBe(0.49);
  await handle(root, 'resale').press('Shift+ArrowDown');
  await expect.poll(() => numberOf(root, 'resale')).toBe(0.54);
  await slider(root, 'resale').press('ArrowUp');
  await expect.poll(() => numberOf(root, 'resale')).toBe(0.55);
  await handle(root, 'price').press('ArrowUp');
  await expect.poll(() => numberOf(root, 'price')).toBe(2.1);
  await handle(root, 'belief').press('End');
  await expect.poll(() => query(page)).toEqual({ belief: '1', resale: '0.55', price: '2.1x' });
  await expectTheBreakEven(root);
});

test('every extreme has its words, its number, and a picture without a fault', async ({ page, site }) => {
  for (const [address, words, value] of [
    ['?resale=100%25', /^Committing pays, whatever you believe/, '0'],
    ['?price=1x', /^Waiting pays, whatever you believe/, '1'],
    ['?resale=100%25&price=1x', /^It makes no difference/, null],
    ['?resale=0&price=5x', /^Committing pays if growth has more than one chance in five/, '0.2'],
  ] as const) {
    const root = await open(page, site.url(`embed/bet/${address}`));
    await expect(root.locator('[data-answer]')).toHaveText(words);
    const result = root.locator('[data-answer] [data-result="break-even"]');
    if (value === null) await expect(result).toHaveCount(0);
    else await expect(result).toHaveAttribute('value', value);
    await expect(root.locator('.crossing')).toHaveCount(value === '0.2' ? 1 : 0);
  }
});

test('an address brings the same bet back, and one that can’t be followed says so', async ({
  page,
  site,
}) => {
  const root = await open(page, site.url('embed/bet/?belief=0.2&resale=57%25&price=1.3x'));
  expect(await numberOf(root, 'belief')).toBe(0.2);
  expect(await numberOf(root, 'resale')).toBe(0.57);
  await expect(root.locator('[data-answer]')).toContainText('a 59% chance');
  const odd = await open(page, site.url('embed/bet/?belief=20&price=9x'));
  await expect(odd.locator('.notice')).toHaveCount(2);
  await expect(odd.locator('.notice').first()).toContainText('a share such as 20% or 0.2');
  expect(await numberOf(odd, 'price')).toBe(5);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a finger on a dot moves it and not the page; elsewhere it scrolls and changes nothing', async ({
    page,
    site,
  }) => {
    const root = await open(page, site.url('embed/bet/'));
    await handle(root, 'belief').scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await swipe(page, await middleOf(handle(root, 'belief')), -60, 10);
    await expect.poll(() => numberOf(root, 'belief')).toBeLessThan(0.4);
    await swipe(page, await middleOf(handle(root, 'resale')), 0, -40);
    await expect.poll(() => numberOf(root, 'resale')).toBeLessThan(0.4);
    expect(await page.evaluate(() => scrollY)).toBe(top);

    const before = query(page);
    const plot = await root.locator('[data-picture] svg').boundingBox();
    await swipe(page, { x: (plot?.x ?? 0) + (plot?.width ?? 0) / 2, y: (plot?.y ?? 0) + 60 }, 0, -150);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 40);
    expect(query(page)).toEqual(before);
  });
});
