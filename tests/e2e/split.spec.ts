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

const open = (page: Page, address: string) => openWidget(page, 'split', address);

const resultOf = async (root: Locator, result: string) =>
  Number(await root.locator(`[data-answer] [data-result="${result}"]`).getAttribute('value'));
const drawn = (root: Locator, part: string) => root.locator(`[data-picture] svg ${part}`);

/** What the answer reports follows from what the sliders hold, and the two sides make the product. */
async function expectTheTheorem(root: Locator): Promise<void> {
  await expect(async () => {
    const [doubling, lead, commit] = [
      await numberOf(root, 'doubling'),
      await numberOf(root, 'lead'),
      await numberOf(root, 'commit'),
    ];
    const near = (value: number, wanted: number) => expect(Math.abs(value / wanted - 1)).toBeLessThan(1e-9);
    near(await resultOf(root, 'scarcity'), 2 ** ((lead - commit) / doubling));
    near(await resultOf(root, 'overbuild'), 2 ** (commit / doubling));
    near(await resultOf(root, 'product'), 2 ** (lead / doubling));
  }).toPass();
}

test.describe('by mouse', () => {
  test('the cut goes with the hand, and the product stands still', async ({ page, site }) => {
    const root = await open(page, site.url('embed/split/'));
    const whole = drawn(root, '.brace.whole');
    const [resting, product] = [
      await whole.getAttribute('d'),
      await drawn(root, '.number.whole').textContent(),
    ];
    const from = await take(page, handle(root, 'commit'));
    for (const right of [60, 200, 130]) {
      await pull(page, from, right, 0);
      await expect
        .poll(async () => (await middleOf(handle(root, 'commit').locator('.dot'))).x - from.x)
        .toBeGreaterThan(right - 8);
      await expectTheTheorem(root);
      expect(await whole.getAttribute('d')).toBe(resting);
      await expect(drawn(root, '.number.whole')).toHaveText(product ?? '');
    }
    expect(query(page)).toEqual({});
    await page.mouse.up();
    await expect.poll(() => Object.keys(query(page))).toEqual(['commit']);
    await expect(root.locator('[data-answer]')).toContainText('Signed ');
  });

  test('pulled past the end, all of the lead time is signed for, and not a day more', async ({
    page,
    site,
  }) => {
    const root = await open(page, site.url('embed/split/'));
    const from = await take(page, handle(root, 'commit'));
    await pull(page, from, 2000, 0);
    await page.mouse.up();
    expect(await numberOf(root, 'commit')).toBe(2);
    expect(await resultOf(root, 'scarcity')).toBe(1);
    await expect(root.locator('[data-answer]')).toContainText('nothing is short');
  });

  test('the end goes with the hand, and fits into the picture again when it is let go', async ({
    page,
    site,
  }) => {
    const root = await open(page, site.url('embed/split/?commit=1y'));
    const cut = drawn(root, '.cut');
    const [resting, end] = [
      await cut.getAttribute('d'),
      await middleOf(handle(root, 'lead').locator('.dot')),
    ];
    const from = await take(page, handle(root, 'lead'));
    await pull(page, from, 150, 0);
    await expect.poll(() => numberOf(root, 'lead')).toBeGreaterThan(2.2);
    const held = await middleOf(handle(root, 'lead').locator('.dot'));
    // Lead times beyond two years are set to a tenth of one.
    expect(Math.abs(held.x - from.x - 150)).toBeLessThan(30);
    // A year is as long as it was: the cut has not moved.
    expect(await cut.getAttribute('d')).toBe(resting);
    await page.mouse.up();
    await expect
      .poll(async () => Math.abs((await middleOf(handle(root, 'lead').locator('.dot'))).x - end.x))
      .toBeLessThan(1);
    expect(await cut.getAttribute('d')).not.toBe(resting);
    await expect(drawn(root, '.reference')).toHaveCount(1);
    await expectTheTheorem(root);
  });

  test('a slower clock of demand sets the ticks apart, and leaves the ruler as long as it was', async ({
    page,
    site,
  }) => {
    const root = await open(page, site.url('embed/split/'));
    const whole = drawn(root, '.brace.whole');
    const [resting, seams] = [await whole.getAttribute('d'), await drawn(root, '.seam').getAttribute('d')];
    await slider(root, 'doubling').press('PageUp');
    expect(await whole.getAttribute('d')).toBe(resting);
    expect(await drawn(root, '.seam').getAttribute('d')).not.toBe(seams);
    await expect(drawn(root, 'text').filter({ hasText: 'in the essay’s world' })).toHaveCount(1);
    await expectTheTheorem(root);
  });

  test('Escape puts back what the hand had moved', async ({ page, site }) => {
    const root = await open(page, site.url('embed/split/?commit=0.5y'));
    const answer = await root.locator('[data-answer]').textContent();
    for (const [key, right] of [
      ['commit', 60],
      ['lead', -200],
    ] as const) {
      const from = await take(page, handle(root, key));
      await pull(page, from, right, 0);
      await expect(root.locator('[data-answer]')).not.toHaveText(answer ?? '');
      await page.keyboard.press('Escape');
      await expect(root.locator('[data-answer]')).toHaveText(answer ?? '');
      await page.mouse.up();
    }
    expect(query(page)).toEqual({ commit: '0.5y' });
  });
});

test('by keyboard the cut moves by steps, and Home and End sign for nothing and for all', async ({
  page,
  site,
}) => {
  const root = await open(page, site.url('embed/split/'));
  await handle(root, 'commit').press('ArrowRight');
  await expect.poll(() => numberOf(root, 'commit')).toBeGreaterThan(0);
  await expectTheTheorem(root);
  await handle(root, 'commit').press('End');
  await expect.poll(() => resultOf(root, 'scarcity')).toBe(1);
  await handle(root, 'lead').press('PageUp');
  await expect.poll(() => resultOf(root, 'scarcity')).toBeGreaterThan(1);
  await expectTheTheorem(root);
  await handle(root, 'commit').press('Home');
  await expect.poll(() => resultOf(root, 'overbuild')).toBe(1);
  await expect.poll(() => Object.keys(query(page))).toEqual(['lead']);
});

test('a slower build makes the ruler of the signed years no longer than the lead time', async ({
  page,
  site,
}) => {
  const root = await open(page, site.url('embed/split/?commit=1.5y'));
  await handle(root, 'lead').press('Home');
  await expect.poll(() => numberOf(root, 'commit')).toBe(0.25);
  expect(await resultOf(root, 'scarcity')).toBe(1);
  await expectTheTheorem(root);
});

test('what was signed when prices spoke leaves 1.4× short and 7.8× if growth stops', async ({
  page,
  site,
}) => {
  const root = await open(page, site.url('embed/split/'));
  await root.locator('summary', { hasText: 'Other worlds' }).click();
  await root.getByRole('button', { name: 'What prices say' }).click();
  await expect(root.locator('[data-answer]')).toContainText(
    'the shortage is 1.4× and the overbuild, if growth stops, 7.8×: multiplied, as with nothing signed, 10.8×.',
  );
  await expectTheTheorem(root);
});

test('an address brings the same cut back', async ({ page, site }) => {
  const root = await open(page, site.url('embed/split/?doubling=5y&lead=7y&commit=1.73y'));
  expect(await numberOf(root, 'commit')).toBe(1.73);
  await expectTheTheorem(root);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 500 } });

  test('a finger on a dot moves it and not the page; on the ruler it scrolls', async ({ page, site }) => {
    const root = await open(page, site.url('embed/split/'));
    await handle(root, 'lead').scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await swipe(page, await middleOf(handle(root, 'commit')), 120, 6);
    await expect.poll(() => numberOf(root, 'commit')).toBeGreaterThan(0.5);
    await swipe(page, await middleOf(handle(root, 'lead')), -80, -4);
    await expect.poll(() => numberOf(root, 'lead')).toBeLessThan(1.7);
    await expectTheTheorem(root);
    expect(await page.evaluate(() => scrollY)).toBe(top);

    const held = query(page);
    const cell = await drawn(root, '.brace.whole').boundingBox();
    const box = await drawn(root, '.cover').boundingBox();
    await swipe(page, { x: (cell?.x ?? 0) + 40, y: (box?.y ?? 0) + 20 }, 0, -150);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 40);
    expect(query(page)).toEqual(held);
  });
});
