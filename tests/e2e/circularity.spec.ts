import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { middleOf, pull, query, type Spot, swipe, take } from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

/** The figure on a page of its own, by the hooks that widgets promise. */
class CircularityFigure {
  readonly root: Locator;
  readonly chart: Locator;
  readonly answer: Locator;
  readonly name: Locator;
  readonly whose: Locator;

  constructor(page: Page) {
    this.root = page.locator('[data-widget="circularity"]');
    this.chart = this.root.getByRole('group', { name: 'Chart of contracts' });
    this.answer = this.root.locator('[data-answer]');
    this.name = this.root.locator('.readout .name');
    this.whose = this.root.getByLabel('Whose contracts');
  }

  slider = (key: string) => this.root.locator(`input[type=range][name="${key}"]`);
  readonly line = () => this.chart.locator('[role=slider][name="share"]');
  mark = (name: string) => this.chart.getByRole('radio', { name });
  share = async () => Number(await this.line().getAttribute('aria-valuenow'));
  result = async (name: string) =>
    Number(await this.root.locator(`[data-result="${name}"]`).getAttribute('value'));
  dot = (name: string) => middleOf(this.mark(name).locator('.dot'));
}

async function open(page: Page, address: string): Promise<CircularityFigure> {
  await page.goto(address);
  const figure = new CircularityFigure(page);
  await expect(figure.root).toHaveAttribute('data-ready');
  await page.evaluate(() => document.fonts.ready);
  return figure;
}

test.describe('by mouse', () => {
  test('the line goes with the hand, and what one contract may take with it', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/circularity/'));
    await expect(figure.answer).toContainText('2 of 7 are covered');
    const from = await take(page, figure.line());
    await pull(page, from, 0, 100);
    expect(Math.abs((await middleOf(figure.line())).y - from.y - 100)).toBeLessThan(4);
    expect(query(page)).toEqual({});
    await page.mouse.up();
    expect(await figure.share()).toBeGreaterThan(0.5);
    await expect(figure.answer).toContainText(/[34] of 7 are covered/);
    await expect(figure.chart.locator('.reference')).not.toHaveAttribute('d', '');
    await expect.poll(() => Object.keys(query(page))).toEqual(['share']);
  });

  test('a quarter puts it at four times', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/circularity/'));
    const y = async (text: string) => (await middleOf(figure.chart.getByText(text, { exact: true }))).y;
    expect(Math.abs((await middleOf(figure.line())).y - (await y('4×')))).toBeLessThan(3);
  });

  test('Escape puts the line back', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/circularity/'));
    const from = await take(page, figure.line());
    await pull(page, from, 0, 70);
    await expect.poll(figure.share).toBeGreaterThan(0.3);
    await page.keyboard.press('Escape');
    await expect.poll(figure.share).toBe(0.25);
    await page.mouse.up();
    expect(query(page)).toEqual({});
  });

  test('whatever is nearest is read out while the mouse is there, and a press keeps it', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/circularity/'));
    await expect(figure.name).toContainText('Oracle–OpenAI');
    expect(await figure.result('circular-share')).toBe(0);
    expect(await figure.result('coverage')).toBeCloseTo(0.4, 9);

    const google = await figure.dot('Google–Anthropic');
    await expect(async () => {
      await page.mouse.move(google.x + 25, google.y + 13);
      await page.mouse.move(google.x + 24, google.y + 14);
      await expect(figure.name).toContainText('Google–Anthropic', { timeout: 300 });
    }).toPass();
    expect(await figure.result('circular-share')).toBe(0.2);
    expect(await figure.result('coverage')).toBeCloseTo(150 / 160, 9);
    expect(await figure.result('coverage-paid')).toBeCloseTo(150 / 190, 9);
    expect(query(page)).toEqual({});
    await page.mouse.move(google.x, 5);
    await expect(figure.name).toContainText('Oracle–OpenAI');

    const amazon = await figure.dot('Amazon–Anthropic');
    await page.mouse.click(amazon.x + 4, amazon.y + 6);
    await expect.poll(() => query(page)).toEqual({ deal: 'amazon-anthropic' });
    await page.mouse.move(amazon.x, 5);
    await expect(figure.name).toContainText('Amazon–Anthropic');
    expect(await figure.result('break-even')).toBeCloseTo(-0.0227, 4);
    await figure.root.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect(figure.name).toContainText('Oracle–OpenAI');
  });

  test('what is read out opens on its sources', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/circularity/?deal=nvidia-openai-announced'));
    await figure.root.locator('summary', { hasText: /^Sources$/ }).click();
    const readout = figure.root.locator('.readout');
    await expect(readout).toContainText('Assumed. The letter gave no term');
    await expect(readout).toContainText('Contested. It was never signed');
    await expect(readout.getByRole('link').first()).toHaveAttribute('href', /^https:/);
  });
});

test('growth lifts every mark, and leaves circular shares where they are', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/circularity/'));
  const [before, tick] = [
    await figure.dot('SpaceX–Anthropic'),
    figure.chart.getByText('8×', { exact: true }),
  ];
  const eight = (await middleOf(tick)).y;
  await figure.slider('growth').press('PageUp');
  await expect.poll(() => query(page)).toEqual({ growth: '0.1' });
  await expect(figure.answer).toContainText('growing 10% a year');
  // To the axis, which may have moved too.
  await expect
    .poll(async () => (await middleOf(tick)).y - (await figure.dot('SpaceX–Anthropic')).y)
    .toBeGreaterThan(eight - before.y + 3);
  expect(Math.abs((await figure.dot('SpaceX–Anthropic')).x - before.x)).toBeLessThan(1);
});

test('Amazon’s contracts alone are ranked by the circle, and the others fade', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/circularity/'));
  await figure.whose.selectOption({ label: 'Amazon’s contracts' });
  await expect(figure.answer).toContainText('Here it does.');
  await expect(figure.chart.getByRole('radio')).toHaveCount(2);
  await expect(figure.chart.locator('.off')).toHaveCount(7);
  await expect(figure.name).toContainText('Amazon–OpenAI');
  await expect.poll(() => query(page)).toEqual({ whose: 'amazon' });
});

test('the lowest sourced revenue can be taken for all, among the assumptions', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/circularity/?deal=amazon-anthropic'));
  await figure.root.locator('summary', { hasText: 'Assumptions' }).click();
  await figure.root.getByRole('radio', { name: 'lowest' }).check({ force: true });
  await expect.poll(() => figure.result('coverage')).toBeCloseTo(220 / 67, 9);
  expect(await figure.result('break-even')).toBeCloseTo(0.039, 3);
  await expect(figure.answer).toContainText('1 of 7 is covered');
});

test.describe('by keyboard', () => {
  test('arrows go from mark to mark by coverage, the least covered first', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/circularity/'));
    await figure.mark('Oracle–OpenAI').focus();
    const read: string[] = [];
    for (let step = 0; step < 9; step++) {
      const checked = figure.chart.getByRole('radio', { checked: true });
      await expect(checked).toHaveCount(1);
      await expect(checked).toBeFocused();
      read.push(((await checked.getAttribute('aria-label')) ?? '').split(',')[0] ?? '');
      await page.keyboard.press('ArrowUp');
    }
    expect(read).toEqual([
      'Oracle–OpenAI',
      'Nvidia–OpenAI',
      'Google–Anthropic',
      'Nvidia–OpenAI',
      'SpaceX–Anthropic',
      'Amazon–OpenAI',
      'Amazon–Anthropic',
      'Microsoft–Anthropic',
      'Lucent–Winstar',
    ]);
    await expect(figure.name).toContainText('Lucent–Winstar');
    await expect(figure.root.locator('[data-result="coverage"]')).toHaveCount(0);
    await page.keyboard.press('Home');
    await expect(figure.name).toContainText('Oracle–OpenAI');
    await expect(figure.mark('Oracle–OpenAI')).toBeFocused();
    // One stop for all of them; the next is the line's.
    await page.keyboard.press('Tab');
    await expect(figure.line()).toBeFocused();
  });

  test('the line goes where the arrow points, and Home and End reach its ends unbroken', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/circularity/'));
    const y = async () => (await middleOf(figure.line())).y;
    const before = await y();
    await figure.line().press('ArrowUp');
    expect(await figure.share()).toBe(0.24);
    await expect.poll(y).toBeLessThan(before);
    await figure.slider('share').press('ArrowRight');
    expect(await figure.share()).toBe(0.25);
    for (const [share, growth] of [
      ['Home', 'End'],
      ['End', 'End'],
      ['End', 'Home'],
      ['Home', 'Home'],
    ] as const) {
      await figure.line().press(share);
      await figure.slider('growth').press(growth);
      await expect(figure.answer).toContainText(growth === 'End' ? 'growing 100%' : 'shrinking 50%');
      await expect(figure.answer).toContainText(share === 'End' ? 'With 100%' : 'With 5%');
      expect(await figure.chart.innerHTML()).not.toMatch(/NaN|Infinity/);
    }
    await expect(figure.answer).toContainText('none of 7 are covered');
  });

  test('the answer is said once the hand has settled', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/circularity/'));
    const said = figure.root.locator('[aria-live=polite]').first();
    await expect(said).toBeEmpty();
    await figure.line().press('ArrowDown');
    await expect(said).toContainText('With 26% of revenue');
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap reads out what is nearest, and a finger on the line moves it and not the page', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/circularity/'));
    await figure.chart.scrollIntoViewIfNeeded();
    const { x, y }: Spot = await figure.dot('SpaceX–Anthropic');
    await page.touchscreen.tap(x + 10, y);
    await expect(figure.name).toContainText('SpaceX–Anthropic');
    await expect.poll(() => query(page)).toEqual({ deal: 'spacex-anthropic' });
    const top = await page.evaluate(() => scrollY);
    await swipe(page, await middleOf(figure.line()), -4, 60);
    await expect.poll(figure.share).toBeGreaterThan(0.35);
    expect(await page.evaluate(() => scrollY)).toBe(top);
  });

  test('a swipe over the picture scrolls the page and changes nothing', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/circularity/'));
    const box = await figure.chart.boundingBox();
    await swipe(page, { x: (box?.x ?? 0) + 120, y: (box?.y ?? 0) + 300 }, 0, -220);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60);
    expect(query(page)).toEqual({});
    await expect(figure.name).toContainText('Oracle–OpenAI');
  });
});
