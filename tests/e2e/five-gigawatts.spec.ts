import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { middleOf, pull, query, swipe, take } from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

const embed = 'embed/five-gigawatts/';
const SIGNED = 2026 + (3 + 19 / 30) / 12;

/** The figure on a page, by the hooks that widgets promise and by what is drawn. */
class FiveFigure {
  readonly root: Locator;
  readonly chart: Locator;
  readonly answer: Locator;
  readonly said: Locator;
  readonly button: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator('[data-widget="five-gigawatts"]');
    this.chart = this.root.getByRole('group', { name: 'Field of cells, and the same in time' });
    this.answer = this.root.locator('[data-answer]');
    this.said = this.root.locator('[aria-live=polite]');
    this.button = this.root.getByRole('button', { name: /^(Play|Stop)$/ });
  }

  async ready(): Promise<this> {
    await expect(this.root).toHaveAttribute('data-ready');
    await this.root.evaluate((root) => root.ownerDocument.fonts.ready);
    // Drawn at the width there is, no longer at the server's.
    await expect
      .poll(() => this.chart.evaluate((svg: SVGSVGElement) => svg.viewBox.baseVal.width - svg.clientWidth))
      .toBeCloseTo(0, 0);
    await this.chart.evaluate((chart) => chart.scrollIntoView({ behavior: 'instant', block: 'center' }));
    return this;
  }

  slider(key: string): Locator {
    return this.root.locator(`input[type=range][name="${key}"]`);
  }

  handle(key: string): Locator {
    return this.root.locator(`[role=slider][name="${key}"]`);
  }

  value(key: string): Promise<number> {
    return this.slider(key).evaluate((slider: HTMLInputElement) => slider.valueAsNumber);
  }

  /** The three results, in full. */
  async split(): Promise<number[]> {
    const values: number[] = [];
    for (const name of ['running', 'building', 'paper'])
      values.push(Number(await this.answer.locator(`[data-result="${name}"]`).getAttribute('value')));
    return values;
  }

  /** How many cells are drawn of the field: shapes of its paths, by what they are. */
  cells(): Promise<Record<string, number>> {
    return this.chart.evaluate((svg) => {
      const field = svg.querySelectorAll(':scope > g')[1];
      const paths = [...(field?.querySelectorAll('path') ?? [])];
      return Object.fromEntries(
        paths.map((path) => [
          (path.getAttribute('class') ?? '').split(' ')[0] ?? '',
          (path.getAttribute('d') ?? '').split('M').length - 1,
        ]),
      );
    });
  }

  /** How many px a year is wide. */
  pxPerYear(): Promise<number> {
    return this.chart.locator('text.tick').evaluateAll((labels) => {
      const places = labels.slice(1).map((label) => {
        const { left, width } = label.getBoundingClientRect();
        return { year: Number(label.textContent), x: left + width / 2 };
      });
      const [first, last] = [places[0], places.at(-1)];
      return first && last ? (last.x - first.x) / (last.year - first.year) : Number.NaN;
    });
  }
}

async function open(page: Page, address: string): Promise<FiveFigure> {
  await page.goto(address);
  return new FiveFigure(page).ready();
}

test('on signing day one row is being built and four are paper, and the sentence says 0, 1 and 4', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url(embed));
  expect(await figure.split()).toEqual([0, 1, 4]);
  expect(await figure.cells()).toMatchObject({ paper: 80, outline: 20 });
  await expect(figure.chart).toContainText('2nd to 5th: on paper');
  await expect(figure.chart).toContainText('Project Rainier, 478 MW');
});

test('pulling the date to the right fills the field, and letting go writes the address', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url(embed));
  const wide = await figure.pxPerYear();
  const from = await take(page, figure.handle('date'));
  await pull(page, from, 3 * wide, 40);
  await expect.poll(() => figure.value('date')).toBeCloseTo(SIGNED + 3, 0);
  const [running = 0, building = 0, paper = 0] = await figure.split();
  expect(running).toBeGreaterThan(1);
  expect(running + building + paper).toBeCloseTo(5, 9);
  expect(query(page)).toEqual({});
  await page.mouse.up();
  await expect.poll(() => query(page).date).toMatch(/^2029-0\d$/);
  await expect(figure.chart).toContainText('New Carlisle, 1.1 GW');
  await expect(figure.chart).toContainText('signed');

  const shown = await figure.answer.textContent();
  const before = await figure.value('date');
  await page.reload();
  await figure.ready();
  expect(await figure.value('date')).toBe(before);
  await expect(figure.answer).toHaveText(shown ?? '');
});

test('before signing there is no field, the picture says so, and no result is made up', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url(embed));
  const from = await take(page, figure.handle('date'));
  await pull(page, from, -300, 0);
  await page.mouse.up();
  expect(await figure.value('date')).toBe(2025.75);
  expect(await figure.cells()).toEqual({});
  await expect(figure.chart).toContainText('Nothing of the five yet.');
  await expect(figure.root.locator('[data-result]')).toHaveCount(0);
  await expect.poll(() => query(page)).toEqual({ date: '2025-10' });
});

test('the hand finds signing day again, and the address forgets it', async ({ page, site }) => {
  const figure = await open(page, site.url(`${embed}?date=2027-01`));
  await figure.slider('date').focus();
  for (let month = 0; month < 9; month++) await page.keyboard.press('ArrowLeft');
  await expect(figure.answer).toContainText('On signing day');
  await expect.poll(() => query(page)).toEqual({});
});

test('the end of the pace can be pulled too, and only what is assumed moves', async ({ page, site }) => {
  const figure = await open(page, site.url(`${embed}?date=2027-01`));
  const [runningBefore, , paperBefore = 0] = await figure.split();
  const wide = await figure.pxPerYear();
  const from = await take(page, figure.handle('last'));
  await pull(page, from, 2 * wide, 0);
  await page.mouse.up();
  await expect.poll(() => figure.value('last')).toBeCloseTo(7, 1);
  const [runningAfter, , paperAfter = 0] = await figure.split();
  expect(runningAfter).toBe(runningBefore);
  expect(paperAfter).toBeGreaterThan(paperBefore);
  await expect(figure.chart.locator('path.reference')).toHaveCount(2);
});

test('Escape puts back what the hand had moved', async ({ page, site }) => {
  const figure = await open(page, site.url(embed));
  for (const key of ['date', 'last']) {
    const before = await figure.value(key);
    const from = await take(page, figure.handle(key));
    await pull(page, from, 90, 0);
    await expect.poll(() => figure.value(key)).not.toBe(before);
    await page.keyboard.press('Escape');
    expect(await figure.value(key)).toBe(before);
    await page.mouse.up();
  }
  expect(query(page)).toEqual({});
});

test('arrows, shift, page keys, Home and End move the date by hand and by slider alike', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url(embed));
  for (const control of [figure.handle('date'), figure.slider('date')]) {
    const after = async (key: string) => {
      await control.press(key);
      return query(page).date;
    };
    expect(await after('Home')).toBe('2025-10');
    expect(await after('ArrowRight')).toBe('2025-11');
    // Signing day stands for April, and as the essay's own date it is not written.
    expect(await after('Shift+ArrowRight')).toBeUndefined();
    expect(await after('PageUp')).toBe('2027-02');
    expect(await after('End')).toBe('2036-04-20');
    await expect(figure.answer).toContainText('all 5 GW run');
    expect(await after('ArrowLeft')).toBe('2036-04');
  }
  await expect(figure.handle('date')).toHaveAttribute('aria-valuetext', 'April 2036');
  await figure.root.locator('summary', { hasText: 'Assumptions' }).press('Enter');
  await figure.slider('build').press('Home');
  await expect.poll(() => query(page).build).toBe('1y');
});

test('what is said aloud is said after a commit, and not during a drag', async ({ page, site }) => {
  const figure = await open(page, site.url(embed));
  const from = await take(page, figure.handle('date'));
  await pull(page, from, 120, 0);
  await expect(figure.said).toBeEmpty();
  await page.mouse.up();
  await expect(figure.said).toContainText('still paper');
});

test('play runs until all of it runs, says so once, and is one step to undo', async ({ page, site }) => {
  await page.clock.install();
  const figure = await open(page, site.url(embed));
  await page.clock.pauseAt(Date.now() + 60_000);
  await figure.button.click();
  await expect(figure.button).toHaveText(/Stop/);
  await page.clock.runFor(3000);
  const midway = await figure.value('date');
  expect(midway).toBeGreaterThan(2027);
  expect(midway).toBeLessThan(2031);
  await expect(figure.said).toBeEmpty();
  expect(query(page)).toEqual({});
  await page.clock.runFor(10_000);
  await expect(figure.button).toHaveText(/Play/);
  expect(await figure.split()).toEqual([5, 0, 0]);
  await expect(figure.said).toContainText('all 5 GW run');
  expect(query(page).date).toMatch(/^2031-0[45]/);
  await figure.root.getByRole('button', { name: 'Undo' }).click();
  expect(await figure.split()).toEqual([0, 1, 4]);

  await figure.slider('date').press('End');
  await figure.button.click();
  await page.clock.runFor(200);
  expect(await figure.value('date')).toBeLessThan(2027);
});

for (const { what, takeHold } of [
  { what: 'takes the dot', takeHold: (page: Page, figure: FiveFigure) => take(page, figure.handle('date')) },
  {
    what: 'takes the slider',
    takeHold: (page: Page, figure: FiveFigure) => take(page, figure.slider('last')),
  },
  {
    what: 'presses a key',
    takeHold: (_: Page, figure: FiveFigure) => figure.slider('last').press('ArrowRight'),
  },
  { what: 'presses Stop', takeHold: (_: Page, figure: FiveFigure) => figure.button.press('Enter') },
]) {
  test(`play stops where it is when the reader ${what}`, async ({ page, site }) => {
    await page.clock.install();
    const figure = await open(page, site.url(embed));
    await page.clock.pauseAt(Date.now() + 60_000);
    await figure.button.press('Enter');
    await page.clock.runFor(2000);
    await takeHold(page, figure);
    await expect(figure.button).toHaveText(/Play/);
    const stopped = await figure.value('date');
    expect(stopped).toBeGreaterThan(2027);
    await page.clock.runFor(5000);
    expect(await figure.value('date')).toBe(stopped);
    // What a hand would leave behind: the first of a month, in the address.
    expect(query(page).date).toMatch(/^20(27|28)-\d\d$/);
  });
}

test.describe('under reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('play steps from new year to new year', async ({ page, site }) => {
    await page.clock.install();
    const figure = await open(page, site.url(embed));
    await page.clock.pauseAt(Date.now() + 60_000);
    await figure.button.click();
    const seen = new Set<number>();
    for (let tenth = 0; tenth < 100; tenth++) {
      await page.clock.runFor(100);
      seen.add(await figure.value('date'));
    }
    expect([...seen].slice(0, 6).map((date) => Math.floor(date))).toEqual([
      2026, 2027, 2028, 2029, 2030, 2031,
    ]);
    expect(await figure.split()).toEqual([5, 0, 0]);
    expect([...seen].slice(1, 6).every(Number.isInteger)).toBe(true);
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a finger moves the date, and the page stays', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const wide = await figure.pxPerYear();
    const top = await page.evaluate(() => scrollY);
    await swipe(page, await middleOf(figure.handle('date')), 4 * wide, 20);
    await expect.poll(() => figure.value('date')).toBeGreaterThan(2029);
    await expect.poll(() => query(page).date).toMatch(/^20(29|30)-\d\d$/);
    expect(await page.evaluate(() => scrollY)).toBe(top);
  });

  test('an upward swipe over the field scrolls the page and changes nothing', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    await page.evaluate(() => scrollTo(0, 0));
    const box = await figure.chart.boundingBox();
    await swipe(page, { x: (box?.x ?? 0) + 90, y: (box?.y ?? 0) + 150 }, 0, -140);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    expect(await figure.split()).toEqual([0, 1, 4]);
    expect(query(page)).toEqual({});
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field, its sentence and its table are there, and no button that nothing listens to', async ({
    page,
    site,
  }) => {
    await page.goto(site.url(embed));
    const figure = new FiveFigure(page);
    await expect(figure.answer).toContainText('were on paper');
    await expect(figure.chart.filter({ visible: true })).toHaveCount(1);
    await expect(figure.button).toHaveCount(0);
    await figure.root.locator('summary', { hasText: 'Data' }).click();
    await expect(figure.root.getByRole('table')).toContainText('1 January 2027');
  });
});

for (const width of [280, 320, 390, 680, 900]) {
  test(`whatever the hand does, the picture stays under it at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 1000 });
    const figure = await open(page, site.url(embed));
    const top = () =>
      figure.chart.evaluate(
        (svg) =>
          svg.getBoundingClientRect().top - (svg.closest('[data-widget]')?.getBoundingClientRect().top ?? 0),
      );
    const before = await top();
    for (const key of ['date', 'last']) {
      for (const press of ['Home', 'End']) {
        await figure.slider(key).press(press);
        expect(Math.abs((await top()) - before), `${key} at its ${press}`).toBeLessThan(2.5);
      }
    }
    await figure.slider('date').press('Home');
    for (let steps = 0; steps < 12; steps++) {
      await figure.slider('date').press('PageUp');
      expect(Math.abs((await top()) - before)).toBeLessThan(2.5);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}

test('its frame stands as high as its spec says, at 680 px', async ({ page, site, request }) => {
  const listed: { id: string; height: number }[] = await (await request.get(site.url('widgets.json'))).json();
  await page.setViewportSize({ width: 680, height: 900 });
  await open(page, site.url(embed));
  const height = await page.locator('body').evaluate((body) => body.getBoundingClientRect().height);
  const promised = listed.find(({ id }) => id === 'five-gigawatts')?.height ?? 0;
  expect(Math.abs(height - promised), `${height} px high, ${promised} promised`).toBeLessThanOrEqual(8);
});
