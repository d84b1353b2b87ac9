import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { middleOf, pull, query, swipe, take } from './figure.ts';

/** The loop on a page of its own, by the hooks that widgets promise. */
class LoopFigure {
  readonly root: Locator;
  readonly chart: Locator;
  readonly answer: Locator;
  readonly deal: Locator;

  constructor(page: Page) {
    this.root = page.locator('[data-widget="loop"]');
    this.chart = this.root.getByRole('group', { name: 'Picture of a ring and a river' });
    this.answer = this.root.locator('[data-answer]');
    this.deal = this.root.getByLabel('Deal');
  }

  slider = (key: string) => this.root.locator(`input[type=range][name="${key}"]`);
  handle = (key: string) => this.chart.locator(`[role=slider][name="${key}"]`);
  follow = (what: 'money' | 'capacity') =>
    this.root.getByRole('radio', { name: what }).check({ force: true });
  value = async (key: string) => Number(await this.handle(key).getAttribute('aria-valuenow'));
  result = async (name: string) =>
    Number(await this.root.locator(`[data-result="${name}"]`).first().getAttribute('value'));
}

async function open(page: Page, address: string): Promise<LoopFigure> {
  await page.goto(address);
  const figure = new LoopFigure(page);
  await expect(figure.root).toHaveAttribute('data-ready');
  await page.evaluate(() => document.fonts.ready);
  return figure;
}

test.describe('by mouse', () => {
  test('pulling the left bank up lets customers pay more, and the promise is covered more often', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/loop/?growth=-0.1'));
    expect(await figure.result('circular-share')).toBe(0.33);
    const [before, covered] = [await figure.value('revenue'), await figure.result('coverage')];
    const from = await take(page, figure.handle('revenue'));
    await pull(page, from, 0, -20);
    await expect.poll(() => figure.value('revenue')).toBeGreaterThan(before);
    // The dot is where the hand is: the scale rests while it holds.
    expect(Math.abs((await middleOf(figure.handle('revenue'))).y - from.y + 20)).toBeLessThan(4);
    await page.mouse.up();
    expect(await figure.result('coverage')).toBeGreaterThan(covered);
    await expect.poll(() => Object.keys(query(page)).sort()).toEqual(['growth', 'revenue']);
  });

  test('pulling the right bank down makes customers’ money shrink until it no longer covers', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/loop/'));
    const from = await take(page, figure.handle('growth'));
    await pull(page, from, 0, 140);
    await expect.poll(() => figure.value('growth')).toBeLessThan(-0.05);
    await page.mouse.up();
    expect(await figure.result('coverage')).toBeLessThan(1);
    expect(await figure.result('break-even')).toBeCloseTo(-0.0227, 4);
    await expect(figure.chart.getByText('that nobody brings')).toBeVisible();
    await expect(figure.answer).toContainText('It bears at most a 2.3% yearly fall.');
  });

  test('the scale rests while a hand holds, and fits again once it lets go', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/'));
    const bank = async () => Number(await figure.chart.locator('.lane').nth(1).getAttribute('stroke-width'));
    const wide = await bank();
    const from = await take(page, figure.handle('revenue'));
    await pull(page, from, 0, -200);
    await expect.poll(() => figure.value('revenue')).toBeGreaterThan(40);
    expect(await bank()).toBe(wide);
    await expect(figure.chart.locator('.curve.ghost:not(.gone)')).toHaveAttribute('d', /^M/);
    await page.mouse.up();
    await expect.poll(bank).toBeLessThan(wide);
    await expect(figure.chart.locator('.curve.ghost')).toHaveAttribute('d', '');
  });

  test('Escape puts back what the hand had moved', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/'));
    for (const key of ['revenue', 'growth']) {
      const before = await figure.value(key);
      const from = await take(page, figure.handle(key));
      await pull(page, from, 0, 60);
      await expect.poll(() => figure.value(key)).not.toBe(before);
      await page.keyboard.press('Escape');
      await expect.poll(() => figure.value(key)).toBe(before);
      await page.mouse.up();
    }
    expect(query(page)).toEqual({});
  });

  test('following capacity turns the same picture round, and its edge is what arrives', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/loop/'));
    await figure.follow('capacity');
    await expect(figure.answer).toContainText('there is no circle at all');
    await expect(figure.chart.getByText('Nothing comes back')).toBeVisible();
    await expect(figure.chart.locator('.lane:not([stroke-width="0"])')).toHaveCount(0);
    const from = await take(page, figure.handle('arrives'));
    await pull(page, from, 0, 60);
    await expect.poll(() => figure.value('arrives')).toBeLessThan(0.8);
    await page.mouse.up();
    await expect(figure.answer).toContainText('of the 5 GW arrives');
    await figure.follow('money');
    await expect(figure.chart.getByText('The circle')).toBeVisible();
    await expect(figure.chart.locator('.lane:not([stroke-width="0"])')).toHaveCount(2);
  });
});

test.describe('choosing a deal', () => {
  test('brings its tenant’s revenue, which is nobody’s change, and an address that says no more', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/loop/'));
    await figure.deal.selectOption('oracle-openai');
    await expect(figure.answer).toContainText('the ledger knows of no money of Oracle’s in OpenAI');
    await expect(figure.slider('revenue')).toHaveAttribute('aria-valuetext', '$24 billion a year');
    await expect(figure.root.locator('.slider.changed')).toHaveCount(0);
    expect(query(page)).toEqual({ deal: 'oracle-openai' });
    await expect(figure.chart.getByText('The long way round')).toBeVisible();
    await expect(figure.root.locator('.caption')).toContainText('never fully confirmed');

    await figure.slider('revenue').press('ArrowRight');
    await expect.poll(() => query(page)).toEqual({ deal: 'oracle-openai', revenue: '25bn' });
    await page.reload();
    await expect(figure.root).toHaveAttribute('data-ready');
    await expect(figure.slider('revenue')).toHaveAttribute('aria-valuetext', '$25 billion a year');
    await figure.root.getByRole('button', { name: 'Reset: Customers pay' }).click();
    await expect(figure.slider('revenue')).toHaveAttribute('aria-valuetext', '$24 billion a year');
    await figure.root.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect(figure.answer).toContainText('Amazon’s own money');
    expect(query(page)).toEqual({});
  });

  test('draws the long way round through the third party, and says it', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/?deal=oracle-openai'));
    await expect(figure.chart.getByText('Nvidia', { exact: true })).toBeVisible();
    await expect(figure.chart.locator('.lane:not([stroke-width="0"])')).toHaveCount(1);
    await expect(figure.answer).toContainText('by way of Nvidia, 10%');
    await expect(figure.root.locator('.caption')).toContainText(
      'Nvidia pays OpenAI, OpenAI pays Oracle, Oracle buys from Nvidia.',
    );
  });

  test('draws no ring where no money goes round, and says whose it is not', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/?deal=spacex-anthropic'));
    await expect(figure.chart.getByText('No circle')).toBeVisible();
    await expect(figure.chart.locator('.lane:not([stroke-width="0"])')).toHaveCount(0);
    expect(await figure.result('circular-share')).toBe(0);
  });

  test('says with the assumptions where each of its numbers is from', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/?deal=google-anthropic'));
    await figure.root.locator('summary', { hasText: 'Assumptions' }).click();
    const opened = figure.root.locator('details', { hasText: 'Assumptions' });
    await expect(opened).toContainText('Google has put in: $10 billion');
    await expect(opened).toContainText('$200 billion of $375 billion');
    await expect(opened.getByRole('link').first()).toHaveAttribute('href', /^https:/);
    await figure.slider('contingent').press('Home');
    await expect.poll(() => figure.result('circular-share')).toBe(0.05);
  });
});

test.describe('by keyboard', () => {
  test('handles and sliders step alike, to both ends, and nothing breaks there', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/'));
    await figure.handle('revenue').press('ArrowUp');
    expect(await figure.value('revenue')).toBe(31);
    await figure.slider('revenue').press('ArrowLeft');
    expect(await figure.value('revenue')).toBe(30);
    for (const [revenue, growth] of [
      ['End', 'End'],
      ['Home', 'Home'],
      ['End', 'Home'],
      ['Home', 'End'],
    ] as const) {
      await figure.handle('revenue').press(revenue);
      await figure.handle('growth').press(growth);
      await expect(figure.answer).toContainText(growth === 'End' ? 'growing 100%' : 'shrinking 50%');
      expect(await figure.chart.innerHTML()).not.toMatch(/NaN|Infinity/);
      const [box, dot] = [await figure.chart.boundingBox(), await middleOf(figure.handle('growth'))];
      expect(dot.y).toBeGreaterThan(box?.y ?? Number.NaN);
    }
    await page.keyboard.press('Control+z');
    await expect(figure.answer).not.toContainText('growing 100%');
  });

  test('the edge of what arrives steps by a hundredth of the ceiling, up to all of it', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/loop/?view=capacity&arrives=50%25'));
    await expect(figure.handle('arrives')).toHaveAttribute('aria-valuetext', '2.5 GW');
    await figure.handle('arrives').press('Home');
    await expect(figure.answer).toContainText('none of the 5 GW arrives');
    await figure.handle('arrives').press('ArrowUp');
    expect(await figure.value('arrives')).toBe(0.01);
    await figure.handle('arrives').press('End');
    await expect.poll(() => query(page)).toEqual({ view: 'capacity' });
  });

  test('the answer is said once the hand has settled', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/'));
    const said = figure.root.locator('[aria-live=polite]').first();
    await expect(said).toBeEmpty();
    await figure.handle('growth').press('ArrowDown');
    await expect(said).toContainText('shrinking 1% a year');
  });
});

test.describe('by touch', () => {
  test.skip(({ place }) => place === 'sub', 'no different below a path');
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('the river runs down, and a finger on its bank makes it narrower', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/'));
    const box = await figure.chart.boundingBox();
    expect(box?.height).toBeGreaterThan(box?.width ?? Number.NaN);
    await figure.handle('revenue').scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await swipe(page, await middleOf(figure.handle('revenue')), -60, 4);
    await expect.poll(() => figure.value('revenue')).toBeLessThan(25);
    expect(await page.evaluate(() => scrollY)).toBe(top);
  });

  test('a finger on the edge of what arrives moves it', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/?view=capacity'));
    await figure.handle('arrives').scrollIntoViewIfNeeded();
    await swipe(page, await middleOf(figure.handle('arrives')), -30, 2);
    await expect.poll(() => figure.value('arrives')).toBeLessThan(0.9);
    await expect(figure.answer).toContainText('of the 5 GW arrives');
  });

  test('a swipe over the picture scrolls the page and changes nothing', async ({ page, site }) => {
    const figure = await open(page, site.url('embed/loop/'));
    const box = await figure.chart.boundingBox();
    await swipe(page, { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 300 }, 0, -220);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60);
    expect(query(page)).toEqual({});
  });
});

test('an address for capacity shows capacity from the start, without a morph', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/loop/?view=capacity&revenue=10bn'));
  await expect(figure.answer).toContainText('goes unpaid');
  await expect(figure.chart.getByText('2.1 GW freed')).toBeVisible();
});

test('an address of every quantity comes back as it went, however shares are written', async ({
  page,
  site,
}) => {
  const address = '?deal=google-anthropic&revenue=40bn&growth=-2.5%25&share=30%25&contingent=.5';
  const figure = await open(page, site.url(`embed/loop/${address}`));
  await expect(figure.answer).toContainText('30% of customers’ $40 billion a year, shrinking 2.5% a year');
  expect(await figure.result('circular-share')).toBeCloseTo(25 / 200, 12);
  await figure.slider('revenue').press('ArrowRight');
  const written = { deal: 'google-anthropic', growth: '-0.025', share: '0.3', contingent: '0.5' };
  await expect.poll(() => query(page)).toEqual({ ...written, revenue: '41bn' });
  const said = await figure.answer.innerText();
  await page.reload();
  await expect(figure.root).toHaveAttribute('data-ready');
  await expect(figure.answer).toHaveText(said);
});

test('at the break-even that it reports the money covers exactly once', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/loop/'));
  await page.goto(site.url(`embed/loop/?growth=${await figure.result('break-even')}`));
  await expect(figure.root).toHaveAttribute('data-ready');
  await expect.poll(() => figure.result('coverage')).toBeCloseTo(1, 9);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [320, 1000]) {
    test(`ring, river and sentence are there, ${width} px wide`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.url('embed/loop/'));
      const figure = new LoopFigure(page);
      const chart = figure.chart.filter({ visible: true });
      await expect(chart).toHaveCount(1);
      await expect(chart.locator('.lane:not([stroke-width="0"])')).toHaveCount(2);
      await expect(chart.getByText('Suppliers')).toBeVisible();
      await expect(figure.answer).toContainText('covers it 1.1 times');
      await expect(figure.root.locator('select')).toBeHidden();
    });
  }
});
