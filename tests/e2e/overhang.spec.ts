import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import {
  handleIn,
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

const open = (page: Page, address: string) => openWidget(page, 'overhang', address);

/** The re-let point stands on both stacks; the left one comes first. */
const handle = (root: Locator, key: string) => handleIn(root, key).first();
const resultOf = async (root: Locator, name: string) =>
  Number(await root.locator(`[data-result="${name}"]`).getAttribute('value'));

/** What is reported follows from what the sliders hold, after one tenant has left. */
async function expectTheWaits(root: Locator): Promise<void> {
  await expect(async () => {
    const [others, suits] = [await numberOf(root, 'others'), await numberOf(root, 'suits')];
    for (const [key, name] of [
      ['share', 'absorbed'],
      ['beside', 'absorbed-beside'],
    ] as const) {
      const share = await numberOf(root, key);
      const wanted = others * Math.log2(1 + (suits * share) / (1 - share));
      expect(Math.abs((await resultOf(root, name)) / wanted - 1)).toBeLessThan(1e-9);
    }
  }).toPass();
}

test.describe('by mouse', () => {
  test('pulling a base up leaves fewer others, and only that owner waits longer', async ({ page, site }) => {
    const root = await open(page, site.url('embed/overhang/'));
    await expectTheWaits(root);
    const beside = await resultOf(root, 'absorbed-beside');
    const from = await take(page, handle(root, 'share'));
    await pull(page, from, 0, -120);
    await expect.poll(() => numberOf(root, 'share')).toBeGreaterThan(0.35);
    expect(query(page)).toEqual({});
    await page.mouse.up();
    await expectTheWaits(root);
    expect(await resultOf(root, 'absorbed-beside')).toBe(beside);
    await expect.poll(() => Object.keys(query(page))).toEqual(['share']);
    await expect(root.getByRole('combobox', { name: 'Owner on the left' })).toHaveValue('');
  });

  test('the re-let point goes with the hand on either stack, and the other follows', async ({
    page,
    site,
  }) => {
    const root = await open(page, site.url('embed/overhang/'));
    const before = await resultOf(root, 'absorbed');
    const from = await take(page, handle(root, 'others'));
    await pull(page, from, 60, 0);
    const moved = await middleOf(handle(root, 'others').locator('.dot'));
    expect(Math.abs(moved.x - from.x - 60)).toBeLessThan(4);
    await page.mouse.up();
    expect(await resultOf(root, 'absorbed')).toBeGreaterThan(before);
    await expectTheWaits(root);
    await expect.poll(() => Object.keys(query(page))).toEqual(['others']);
  });

  test('the scale waits until the hand lets go', async ({ page, site }) => {
    const root = await open(page, site.url('embed/overhang/'));
    const line = root.locator('.line').first();
    const resting = await line.getAttribute('d');
    const from = await take(page, handle(root, 'share'));
    await pull(page, from, 0, 200);
    expect(await numberOf(root, 'share')).toBeLessThan(0.3);
    expect(await line.getAttribute('d')).toBe(resting);
    await page.mouse.up();
    await slider(root, 'share').press('Home');
    await expect(line).not.toHaveAttribute('d', resting ?? '');
  });

  test('Escape puts back what the hand had moved', async ({ page, site }) => {
    const root = await open(page, site.url('embed/overhang/'));
    const answer = await root.locator('[data-answer]').textContent();
    for (const key of ['share', 'beside', 'others']) {
      const from = await take(page, handle(root, key));
      await pull(page, from, 50, -60);
      await expect(root.locator('[data-answer]')).not.toHaveText(answer ?? '');
      await page.keyboard.press('Escape');
      await expect(root.locator('[data-answer]')).toHaveText(answer ?? '');
      await page.mouse.up();
    }
    expect(query(page)).toEqual({});
  });
});

test('an owner picked by name brings its share, and the essay’s stays as a dashed line', async ({
  page,
  site,
}) => {
  const root = await open(page, site.url('embed/overhang/'));
  await expect(root.locator('.reference')).toHaveCount(0);
  await root.getByRole('combobox', { name: 'Owner on the left' }).selectOption('Microsoft');
  await expect.poll(() => numberOf(root, 'share')).toBe(0.49);
  await expect(root.locator('[data-answer]')).toContainText('At Microsoft, where it is 49% of contracts');
  await expect.poll(() => query(page)).toEqual({ share: '0.49' });
  await expect(root.locator('.reference')).toHaveCount(1);
  await expectTheWaits(root);
  await root.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(root.getByRole('combobox', { name: 'Owner on the left' })).toHaveValue('amazon');
});

test('when the market stops, more stands idle and for longer', async ({ page, site }) => {
  const root = await open(page, site.url('embed/overhang/'));
  const [wait, idle] = [await resultOf(root, 'absorbed'), await resultOf(root, 'idle')];
  await root.getByRole('radio', { name: 'the market stops' }).check({ force: true });
  await expect(root.locator('[data-answer]')).toContainText('30% of all other demand stops too');
  expect(await resultOf(root, 'absorbed')).toBeGreaterThan(wait);
  expect(await resultOf(root, 'idle')).toBeGreaterThan(idle);
  await expect.poll(() => query(page)).toEqual({ stop: 'market' });
});

test('by keyboard a base goes up with the arrow, and Home and End reach its ends', async ({ page, site }) => {
  const root = await open(page, site.url('embed/overhang/'));
  const top = async () => (await middleOf(handle(root, 'beside').locator('.dot'))).y;
  const before = await top();
  await handle(root, 'beside').press('ArrowUp');
  await expect.poll(() => numberOf(root, 'beside')).toBe(0.55);
  expect(await top()).toBeLessThan(before);
  await handle(root, 'others').press('End');
  await expect.poll(() => numberOf(root, 'others')).toBe(10);
  await slider(root, 'suits').press('Home');
  await expect(root.locator('[data-answer]')).toContainText('idle for good');
  await expect(root.locator('[data-result="absorbed"]')).toHaveCount(0);
  await expect.poll(() => query(page)).toEqual({ beside: '0.55', others: '10y', suits: '0' });
});

test('a wait beyond the picture is told by its number and an arrow', async ({ page, site }) => {
  const root = await open(page, site.url('embed/overhang/?share=95%25&others=10y'));
  await expect(root.locator('.onward')).toHaveCount(2);
  await expect(root.locator('.until').first()).toContainText('years');
  await expectTheWaits(root);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a finger moves the re-let point and not the page; on the stacks it scrolls', async ({
    page,
    site,
  }) => {
    const root = await open(page, site.url('embed/overhang/'));
    await expect(root.locator('[role=slider][name="share"]')).toHaveCount(0);
    const before = await resultOf(root, 'absorbed');
    const top = await page.evaluate(() => scrollY);
    await swipe(page, await middleOf(handle(root, 'others')), 45, 4);
    await expect.poll(() => resultOf(root, 'absorbed')).toBeGreaterThan(before);
    await expectTheWaits(root);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    const held = query(page);
    const plot = await root.locator('[data-picture] svg').boundingBox();
    await swipe(page, { x: (plot?.x ?? 0) + 60, y: (plot?.y ?? 0) + (plot?.height ?? 0) * 0.6 }, 0, -150);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 40);
    expect(query(page)).toEqual(held);
  });
});
