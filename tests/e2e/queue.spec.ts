import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { middleOf, pull, query, swipe, take } from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

const KEYS = ['you', 'others', 'commit', 'after'] as const;

/** The queue on its own page, by the hooks that widgets promise. */
class QueueFigure {
  readonly root: Locator;
  readonly chart: Locator;

  constructor(page: Page) {
    this.root = page.locator('[data-widget="queue"]');
    this.chart = this.root.getByRole('group', { name: 'The line for capacity' });
  }

  slider(key: string): Locator {
    return this.root.locator(`input[type=range][name="${key}"]`);
  }

  handle(key: string): Locator {
    return this.root.locator(`[role=slider][name="${key}"]`);
  }

  get answer(): Locator {
    return this.root.locator('[data-answer]');
  }

  /** What a slider holds, in years. */
  years(key: string): Promise<number> {
    return this.slider(key).evaluate((input) =>
      input instanceof HTMLInputElement ? input.valueAsNumber : Number.NaN,
    );
  }

  async result(name: string): Promise<number> {
    return Number(await this.root.locator(`[data-result="${name}"]`).first().getAttribute('value'));
  }
}

async function open(page: Page, address: string): Promise<QueueFigure> {
  await page.goto(address);
  const figure = new QueueFigure(page);
  await expect(figure.root).toHaveAttribute('data-ready');
  await figure.root.evaluate(async (root) => {
    await root.ownerDocument.fonts.ready;
    root.scrollIntoView({ behavior: 'instant', block: 'start' });
  });
  return figure;
}

test('pulling yourself to the front brings you in sooner, as the law says, and behind you the line is hollow', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url('embed/queue/'));
  expect(await figure.result('wait')).toBeCloseTo(2, 9);
  const from = await take(page, figure.handle('you'));
  const box = await figure.chart.boundingBox();
  await pull(page, from, -(box?.width ?? 0) * 0.5, 0);
  await expect.poll(() => figure.years('you')).toBeGreaterThan(0.3);
  const advance = await figure.years('you');
  await expect.poll(() => figure.result('wait')).toBeCloseTo(2 - advance, 6);
  await expect(figure.chart.locator('.buyer.behind').first()).toBeVisible();
  // The dot is where the hand is.
  expect(Math.abs((await middleOf(figure.handle('you'))).x - from.x + (box?.width ?? 0) * 0.5)).toBeLessThan(
    4,
  );
  expect(query(page)).toEqual({});
  await page.mouse.up();
  await expect.poll(() => Object.keys(query(page))).toEqual(['you']);
  await expect(figure.answer).toContainText('not 116th');
});

test('moving everyone else leaves you behind them, and the ochre grows by as much', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url('embed/queue/'));
  const from = await take(page, figure.handle('others'));
  await pull(page, from, -0.5 * ((await figure.chart.boundingBox())?.width ?? 0), 0);
  await page.mouse.up();
  const advance = await figure.years('others');
  expect(advance).toBeGreaterThan(0.2);
  await expect.poll(() => figure.result('wait')).toBeCloseTo(2 + advance, 6);
  await expect(figure.chart.locator('.reference[d^=M]')).toHaveCount(1);
  // You come as early as they do: your old place is yours again.
  await figure.slider('you').fill(String(advance));
  await expect.poll(() => figure.result('wait')).toBeCloseTo(2, 6);
  await expect(figure.answer).toContainText('116th in line');
});

test('letting time pass serves the line from its front, and then you', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/queue/?you=1y'));
  const served = figure.chart.locator('.buyer.served');
  const before = await served.count();
  const from = await take(page, figure.handle('after'));
  await pull(page, from, 0, 40);
  await expect.poll(() => served.count()).toBeGreaterThan(before);
  await page.mouse.up();
  await figure.slider('after').press('End');
  await expect(figure.chart.locator('.buyer:not(.served)')).toHaveCount(0);
  // Time moves nobody's place and no price.
  expect(await figure.result('wait')).toBeCloseTo(1, 9);
});

test('Escape puts back what the hand had moved', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/queue/?you=1y'));
  for (const key of ['you', 'others', 'after'] as const) {
    const before = await figure.years(key);
    const from = await take(page, figure.handle(key));
    await pull(page, from, key === 'after' ? 0 : -60, key === 'after' ? 50 : 0);
    await expect.poll(() => figure.years(key)).not.toBe(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => figure.years(key)).toBe(before);
    await page.mouse.up();
  }
  expect(query(page)).toEqual({ you: '1y' });
});

test('every handle and every slider answers to the keyboard alone', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/queue/'));
  for (const key of KEYS) {
    for (const control of [figure.slider(key), ...(key === 'commit' ? [] : [figure.handle(key)])]) {
      await control.press('Home');
      await control.press('ArrowRight');
      const one = await figure.years(key);
      expect(one).toBeGreaterThan(0);
      await control.press('PageUp');
      expect(await figure.years(key)).toBeGreaterThan(one);
      await control.press('End');
      const end = await figure.years(key);
      expect(end).toBe({ you: 4, others: 4, commit: 2, after: 8 }[key]);
      await expect(control).toHaveAttribute('aria-valuetext', /year/);
      await control.press('Home');
      expect(await figure.years(key)).toBe(0);
    }
  }
  await expect.poll(() => query(page)).toEqual({});
});

test('an address brings back what it was written from, word for word', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/queue/'));
  await figure.handle('you').press('Shift+ArrowRight');
  await figure.handle('others').press('ArrowRight');
  await figure.slider('commit').press('PageUp');
  await figure.handle('after').press('ArrowRight');
  await expect.poll(() => Object.keys(query(page)).sort()).toEqual(['after', 'commit', 'others', 'you']);
  const said = await figure.answer.textContent();
  const drawn = await figure.chart.locator('text').allTextContents();
  await page.reload();
  const again = new QueueFigure(page);
  await expect(again.root).toHaveAttribute('data-ready');
  await expect(again.answer).toHaveText(said ?? '');
  expect(await again.chart.locator('text').allTextContents()).toEqual(drawn);
});

test('whoever is not served within the picture is told so, and no date is made up', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url('embed/queue/?lead=7y&others=4y'));
  await expect(figure.answer).toContainText('does not come within 12 years');
  await expect(figure.root.locator('[data-result="wait"]')).toHaveCount(0);
  await expect(figure.root.locator('[data-result="price"]')).not.toHaveCount(0);
});

test('prices say what is covered, and that can be taken to the line', async ({ page, site }) => {
  const figure = await open(page, site.url('embed/queue/'));
  await figure.root.getByRole('radio', { name: 'prices' }).check({ force: true });
  await expect(figure.answer).toContainText('1.7 of 2 years');
  expect(await figure.result('implied')).toBeCloseTo(1.382, 3);
  expect(await figure.result('uncommitted')).toBeCloseTo(10.767, 3);
  expect(await figure.result('risk')).toBeCloseTo(7.789, 3);

  const from = await take(page, figure.handle('rent'));
  await pull(page, from, 80, 0);
  await page.mouse.up();
  await expect.poll(() => figure.result('implied')).toBeGreaterThan(1.5);
  await figure.handle('rent').press('Home');
  await expect(figure.answer).toContainText('nothing is short');
  await figure.root.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(figure.chart).toBeVisible();

  await figure.root.getByRole('radio', { name: 'prices' }).check({ force: true });
  await figure.root.getByRole('button', { name: /to the line$/ }).click();
  await expect(figure.chart).toBeVisible();
  await expect.poll(() => figure.result('wait')).toBeCloseTo(0.27, 1);
  await expect.poll(() => Object.keys(query(page))).toEqual(['commit']);
});

for (const address of [
  '?view=prices',
  '?view=prices&rent=1usd&elasticity=5',
  '?view=prices&rent=10usd&elasticity=5&lead=3mo',
]) {
  test(`the view of prices comes from an address: ${address}`, async ({ page, site }) => {
    const figure = await open(page, site.url(`embed/queue/${address}`));
    await expect(figure.handle('rent')).toBeVisible();
    await expect(figure.answer).toContainText('An H100 rents for');
    await expect(figure.root).not.toContainText(/NaN|Infinity|undefined/);
  });
}

for (const width of [320, 680, 900]) {
  test(`whatever the hand does, the picture and the sliders stay under it at ${width} px`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 1000 });
    const figure = await open(page, site.url('embed/queue/'));
    const tops = () =>
      figure.root.evaluate((root) =>
        [...root.querySelectorAll('[data-picture], .controls input')].map(
          (each) => each.getBoundingClientRect().top - root.getBoundingClientRect().top,
        ),
      );
    const before = await tops();
    for (const key of KEYS) {
      for (const press of ['End', 'Home', 'PageUp']) {
        await figure.slider(key).press(press);
        const after = await tops();
        for (const [index, top] of after.entries())
          expect(
            Math.abs(top - (before[index] ?? 0)),
            `${key} at ${press}: ${before} → ${after}`,
          ).toBeLessThan(2.5);
      }
    }
  });
}

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  const scrolled = (page: Page) => page.evaluate(() => scrollY);

  test('a finger on your dot pulls you up the line, and the page stays where it is', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/queue/'));
    await figure.handle('you').scrollIntoViewIfNeeded();
    const top = await scrolled(page);
    await swipe(page, await middleOf(figure.handle('you')), 0, -200);
    await expect.poll(() => figure.years('you')).toBeGreaterThan(0.3);
    expect(await scrolled(page)).toBe(top);
  });

  test('a finger anywhere else on the line scrolls the page, and nobody else can be pulled', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url('embed/queue/'));
    await expect(figure.handle('others')).toHaveCount(0);
    const box = await figure.chart.boundingBox();
    const top = await scrolled(page);
    await swipe(page, { x: (box?.x ?? 0) + 64, y: (box?.y ?? 0) + 150 }, 0, -150);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(top + 60);
    expect(query(page)).toEqual({});
  });
});
