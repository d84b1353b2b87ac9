import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { middleOf, pull, query, ScarcityFigure, type Spot, swipe, take } from './figure.ts';

/** A doubling figure on a page; it has the same panel as every other. */
class DoublingFigure extends ScarcityFigure {
  constructor(page: Page) {
    super(page, 'doubling');
  }

  get answer() {
    return this.root.locator('[data-answer]');
  }

  get surface() {
    return this.root.locator('.surface');
  }

  get readings() {
    return this.root.locator('.readings [role=button]');
  }

  get guess() {
    return this.root.getByRole('slider', { name: 'Your guess' });
  }

  button(name: string) {
    return this.root.getByRole('button', { name });
  }

  /** In months. */
  async doubling(): Promise<number> {
    return 12 * Number(await this.root.locator('[data-result="doubling"]').getAttribute('value'));
  }

  async awake(): Promise<this> {
    await this.root.evaluate((root) => root.scrollIntoView({ behavior: 'instant', block: 'start' }));
    await expect(this.root).toHaveAttribute('data-ready');
    await this.root.evaluate((root) => root.ownerDocument.fonts.ready.then(() => undefined));
    return this;
  }

  /** Where on the screen a share of the room to draw is, from its left and from its foot. */
  async spot(right: number, up: number): Promise<Spot> {
    const box = await this.surface.boundingBox();
    if (box === null) throw new Error('there is nothing to draw on');
    return { x: box.x + right * box.width, y: box.y + (1 - up) * box.height };
  }
}

async function open(page: Page, address: string): Promise<DoublingFigure> {
  await page.goto(address);
  return new DoublingFigure(page).ready();
}

async function drag(page: Page, ...spots: readonly Spot[]): Promise<void> {
  const [first, ...rest] = spots;
  if (first === undefined) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.up();
}

const embed = 'embed/doubling/';

test.describe('the window', () => {
  test.skip(({ place }) => place === 'sub', 'no different below a path');

  test('all ten readings make 3.3 months, with their interval, and the pair of the article is ringed', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url(embed));
    expect(await figure.doubling()).toBeCloseTo(3.29, 1);
    await expect(figure.answer).toContainText('(95% interval 3.1 to 3.6 months)');
    await expect(figure.answer).toContainText('The ringed two alone say every 55 days');
    await expect(figure.readings).toHaveCount(10);
    await expect(figure.root.locator('.ring')).toHaveCount(2);
    await expect(figure.root.locator('.reading.own')).toHaveCount(4);
  });

  test('an end that is dragged rests on readings; what is left out turns grey, the ring goes, all ten stay dashed', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url(embed));
    const target = await middleOf(figure.readings.nth(4));
    const from = await take(page, figure.handle('from'));
    await pull(page, from, target.x - from.x + 7, 20);
    await expect(figure.root.locator('.ghost')).toHaveCount(1);
    await expect(figure.root.locator('.reading.out')).toHaveCount(4);
    expect(query(page)).toEqual({});
    await page.mouse.up();
    await expect.poll(() => query(page)).toEqual({ from: '2025-12-31' });
    await expect(figure.root.locator('.ring')).toHaveCount(0);
    await expect(figure.root.locator('.reference')).toHaveCount(1);
    await expect(figure.answer).toContainText('six of ten readings, 31 December 2025 to 28 May 2026');
    await expect(figure.answer).toContainText('All ten say: doubled every 3.3 months');
    // The handle stands under its reading.
    expect(Math.abs((await middleOf(figure.handle('from'))).x - target.x)).toBeLessThan(1);
  });

  test('an end stops one reading short of the other, and two readings give no interval', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url(embed));
    const from = await take(page, figure.handle('from'));
    await pull(page, from, 1200, 0);
    await page.mouse.up();
    await expect(figure.answer).toContainText('two readings, mid-May 2026 to 28 May 2026');
    await expect(figure.answer).toContainText('two readings give no interval');
    // The two handles don't cover each other.
    const apart = (await middleOf(figure.handle('to'))).x - (await middleOf(figure.handle('from'))).x;
    expect(apart).toBeGreaterThan(32);
    await figure.reset.click();
    await expect.poll(() => figure.doubling()).toBeCloseTo(3.29, 1);
    expect(query(page)).toEqual({});
  });

  test('Escape puts an end back', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const from = await take(page, figure.handle('to'));
    await pull(page, from, -200, 0);
    await expect(figure.root.locator('.reading.out')).not.toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(figure.root.locator('.reading.out')).toHaveCount(0);
    await page.mouse.up();
    expect(query(page)).toEqual({});
  });

  test('by keyboard the ends go from reading to reading, on the picture and on the sliders alike', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url(embed));
    const handle = figure.handle('from');
    await handle.press('ArrowRight');
    await expect(handle).toHaveAttribute('aria-valuetext', 'January 2024');
    await figure.slider('from').press('ArrowRight');
    await expect(handle).toHaveAttribute('aria-valuetext', 'end of 2024');
    await figure.slider('to').press('Home');
    await expect(figure.slider('to')).toHaveAttribute('aria-valuetext', 'August 2025');
    await expect(figure.answer).toContainText('two readings, end of 2024 to August 2025');
    await expect(figure.said).toHaveText(/two readings, end of 2024 to August 2025/);
    await handle.press('End');
    await expect(handle).toHaveAttribute('aria-valuetext', 'end of 2024');
    await page.keyboard.press('Control+z');
    await expect(figure.slider('to')).toHaveAttribute('aria-valuetext', '28 May 2026');
  });

  test('an address brings back series, scale and window, and what it can’t have is said', async ({
    page,
    site,
  }) => {
    const state = '?of=openai&from=2024-12-31&to=2025-12-31&scale=log';
    const figure = await open(page, site.url(embed + state));
    await expect(figure.answer).toContainText('two readings, end of 2024 to end of 2025, OpenAI’s run-rate');
    expect(await figure.doubling()).toBeCloseTo(6.9, 1);
    await expect(figure.choice('log')).toBeChecked();
    await figure.slider('to').press('ArrowRight');
    await expect.poll(() => query(page)).toEqual({ of: 'openai', from: '2024-12-31', scale: 'log' });
    await page.reload();
    await figure.ready();
    await expect(figure.answer).toContainText('three of four readings, end of 2024 to 31 March 2026');

    await page.goto(site.url(`${embed}?from=soon&to=2019-01`));
    await figure.ready();
    await expect(figure.root.locator('p[role=status]')).toHaveCount(2);
    await expect(figure.answer).toContainText('two readings, end of 2023 to January 2024');
    await expect(figure.answer).toContainText('halved every 2.6 months');
  });

  test('a finger moves an end, and a swipe over the picture scrolls the page', async ({ browser, site }) => {
    const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 700 } });
    const page = await context.newPage();
    const figure = await open(page, site.url(embed));
    await figure.handle('to').evaluate((one) => one.scrollIntoView({ behavior: 'instant', block: 'center' }));
    const top = await page.evaluate(() => scrollY);
    await swipe(page, await middleOf(figure.handle('to')), -80, 4);
    await expect.poll(() => Object.keys(query(page))).toEqual(['to']);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    const box = await figure.root.locator('[data-picture] svg').boundingBox();
    await swipe(page, { x: (box?.x ?? 0) + 150, y: (box?.y ?? 0) + 150 }, 0, 120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(top - 50);
    await context.close();
  });

  test('each reading opens on its source, by mouse and by key', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const opened = page.getByRole('dialog');
    await figure.readings.nth(5).click();
    await expect(opened).toContainText('$14 B, 12 February 2026');
    await expect(opened.getByRole('link')).toHaveAttribute('href', /^https?:/);
    await page.keyboard.press('Escape');
    await figure.readings.nth(5).press('ArrowRight');
    await expect(figure.readings.nth(6)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(opened).toContainText('$19 B, March 2026, second-hand');
    await expect(opened).toContainText('weak secondary');
    // One stop for the Tab key.
    await expect(figure.root.locator('.readings [tabindex="0"]')).toHaveCount(1);
  });

  test('all AI compute is an estimate with its range: no window, and no window’s controls', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url(embed));
    await figure.choice('AI compute').click();
    await expect(figure.answer).toContainText(
      'doubled every 7 months from 2022 on (90% interval 5.9 to 8.4 months)',
    );
    await expect(figure.root).toContainText('no window to choose');
    await expect(figure.root.getByRole('slider')).toHaveCount(0);
    await figure.choice('Anthropic').click();
    await expect(figure.root.getByRole('slider')).toHaveCount(4);
  });

  test('what was booked, or counted net, can be set against the run-rate', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    await figure.root.locator('summary', { hasText: 'Assumptions' }).click();
    await figure.choice('revenue booked').click();
    await expect(figure.root).toContainText(
      'The line through all readings averages $18.3 B over those months',
    );
    await expect(figure.root.locator('path.set')).toHaveCount(1);
    await figure.choice('OpenAI’s net figure').click();
    await expect(figure.root).toContainText('That is contested');
    await expect.poll(() => query(page)).toEqual({ against: 'net' });
  });
});

test.describe('what the server drew', () => {
  test.skip(({ place }) => place === 'sub', 'no different below a path');

  for (const width of [375, 1100]) {
    test(`stands as it is until its code has come, and nothing moves then, ${width} px wide`, async ({
      page,
      site,
    }) => {
      const held = Promise.withResolvers<void>();
      await page.route(/\/Chart\.[^/]*\.js$/, async (route) => {
        await held.promise;
        await route.continue();
      });
      await page.setViewportSize({ width, height: 900 });
      const asked = page.waitForRequest(/\/Chart\.[^/]*\.js$/);
      await page.goto(site.url('widgets/'));
      const figure = new DoublingFigure(page);
      await figure.root.evaluate((root) => root.scrollIntoView({ behavior: 'instant', block: 'start' }));
      await asked;
      const drawn = figure.root.locator('[data-picture] svg').filter({ visible: true });
      await expect(drawn).toHaveCount(1);
      await expect(drawn.locator('.reading')).toHaveCount(10);
      await expect(figure.root).not.toHaveAttribute('data-ready');
      // What is seen in each frame from here on: how high everything is, and the picture and the strip under it.
      await figure.root.evaluate(async (root) => {
        await document.fonts.ready;
        const seen: number[][] = [];
        Object.assign(globalThis, { seen });
        const look = () => {
          const shown = [...root.querySelectorAll('.shown svg')].filter((svg) => svg.checkVisibility());
          seen.push([root, ...shown].map((one) => one.getBoundingClientRect().height));
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      held.resolve();
      await figure.ready();
      await expect(figure.handle('from')).toBeVisible();
      const seen = await page.evaluate(() => (globalThis as unknown as { seen: number[][] }).seen);
      for (const heights of seen) {
        expect(heights).toHaveLength(3);
        // The server can't measure, and draws for about this width.
        heights.forEach((height, index) => {
          expect(Math.abs(height - (seen[0]?.[index] ?? 0))).toBeLessThan(2);
        });
      }
    });
  }
});

test.describe('words in the picture', () => {
  test.skip(({ place }) => place === 'sub', 'no different below a path');

  for (const scale of ['log', 'linear']) {
    test(`never touch each other, whatever the window, on a ${scale} axis`, async ({ page, site }) => {
      const wrong: string[] = [];
      await page.goto(site.url(`${embed}?scale=${scale}`));
      const figure = await new DoublingFigure(page).ready();
      await figure.button('Draw a guess of your own').click();
      await drag(page, await figure.spot(0.1, 0.05), await figure.spot(0.6, 0.3));
      await figure.button('Show what happened').click();
      for (const width of [320, 560, 680, 1200]) {
        await page.setViewportSize({ width, height: 900 });
        const chart = figure.root.locator('[data-picture] svg');
        await expect
          .poll(async () => {
            const viewBox = await chart.getAttribute('viewBox');
            return Number(viewBox?.split(' ')[2]) - (await chart.evaluate((svg) => svg.clientWidth));
          })
          .toBe(0);
        for (const [key, to] of [
          ['to', 'End'],
          ['from', 'Home'],
          ['to', 'Home'],
          ['to', 'PageUp'],
          ['from', 'End'],
          ['from', 'ArrowLeft'],
          ['from', 'ArrowLeft'],
        ] as const) {
          await figure.slider(key).press(to);
          const clashes = await chart.evaluate((svg) => {
            const texts = [...svg.querySelectorAll('text')].map((text) => ({
              said: text.textContent,
              box: text.getBoundingClientRect(),
            }));
            const frame = svg.getBoundingClientRect();
            return texts.flatMap(({ said, box }, index) => [
              ...(box.left < frame.left - 2 || box.right > frame.right + 2
                ? [`“${said}” leaves the picture`]
                : []),
              ...texts
                .slice(index + 1)
                .filter(
                  (other) =>
                    Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 2 &&
                    Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 4,
                )
                .map((other) => `“${said}” over “${other.said}”`),
            ]);
          });
          wrong.push(...clashes.map((clash) => `${width} px, ${key} ${to}: ${clash}`));
        }
      }
      expect(wrong).toEqual([]);
    });
  }

  for (const width of [320, 680, 1000]) {
    test(`whatever the hand does, picture and sliders stay where they are at ${width} px`, async ({
      page,
      site,
    }) => {
      await page.setViewportSize({ width, height: 1000 });
      const figure = await open(page, site.url(embed));
      const tops = () =>
        figure.root.evaluate((root) =>
          [...root.querySelectorAll('[data-picture] svg, input[type=range]')].map((one) =>
            Math.round(one.getBoundingClientRect().top - root.getBoundingClientRect().top),
          ),
        );
      const before = await tops();
      for (const [key, press] of [
        ['to', 'Home'],
        ['to', 'ArrowRight'],
        ['to', 'End'],
        ['from', 'End'],
        ['from', 'ArrowLeft'],
      ] as const) {
        await figure.slider(key).press(press);
        expect(await tops(), `${key} ${press}`).toEqual(before);
      }
    });
  }
});

test.describe('a guess that is drawn', () => {
  test.skip(({ place }) => place === 'sub', 'no different below a path');

  async function begin(page: Page, address: string): Promise<DoublingFigure> {
    const figure = await open(page, address);
    await figure.button('Draw a guess of your own').click();
    await expect(figure.surface).toBeVisible();
    return figure;
  }

  test('by mouse, is shown with its own doubling time beside what happened, and stays out of the address', async ({
    page,
    site,
  }) => {
    const figure = await begin(page, site.url(embed));
    await expect(figure.answer).toContainText('draw where you think it stood by 28 May 2026');
    await expect(figure.root.locator('[data-result]')).toHaveCount(0);
    const show = figure.button('Show what happened');
    await expect(show).toBeDisabled();
    const top = await figure.root
      .locator('[data-picture] svg')
      .evaluate((svg) => svg.getBoundingClientRect().top);
    // A fifth of 60 billion at the end.
    await drag(page, await middleOf(figure.guess), await figure.spot(0.5, 0.1), await figure.spot(1, 0.2));
    await expect(figure.guess).toHaveAttribute('aria-valuetext', '$12 billion in May 2026');
    await show.click();
    await expect(figure.answer).toContainText(
      /You drew \$12 B, doubling every \d\.?\d? months; it was \$47 B/,
    );
    await expect(figure.root.locator('.label.times')).toHaveText('3.9× your guess');
    await expect(figure.said).toHaveText(/You drew \$12 B/);
    expect(query(page)).toEqual({});
    // On the axes that were drawn on.
    expect(
      await figure.root.locator('[data-picture] svg').evaluate((svg) => svg.getBoundingClientRect().top),
    ).toBe(top);
    await expect(figure.button('Draw again')).toBeFocused();
    await figure.choice('OpenAI').click();
    await expect(figure.answer).not.toContainText('You drew');
  });

  test('is good from its first stroke: dots carry it on', async ({ page, site }) => {
    const figure = await begin(page, site.url(embed));
    const { x, y } = await figure.spot(0.3, 0.1);
    await page.mouse.click(x, y);
    await expect(figure.root.locator('.carried')).toHaveAttribute('d', /^M.+L/);
    await figure.button('Show what happened').click();
    await expect(figure.answer).toContainText('You drew $6 B');
  });

  test('can be cleared, taken back with Escape, and passed over', async ({ page, site }) => {
    const figure = await begin(page, site.url(embed));
    const start = await figure.spot(0.2, 0.1);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 60, start.y - 40, { steps: 4 });
    await expect(figure.root.locator('path.guess')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(figure.root.locator('path.guess')).toHaveCount(0);
    await page.mouse.up();
    await drag(page, await figure.spot(0.2, 0.1), await figure.spot(0.5, 0.4));
    await figure.button('Clear').click();
    await expect(figure.root.locator('path.guess')).toHaveCount(0);
    await expect(figure.button('Show what happened')).toBeDisabled();
    await figure.button('Just show me').click();
    await expect(figure.answer).toContainText('doubled every 3.3 months');
    await expect(figure.answer).not.toContainText('You drew');
    await expect(figure.root.locator('path.guess')).toHaveCount(0);
  });

  test('by keyboard alone: months sideways, amounts up and down, and Enter shows', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    await figure.button('Draw a guess of your own').focus();
    await page.keyboard.press('Enter');
    await expect(figure.button('Show what happened')).toBeFocused();
    await figure.guess.focus();
    await page.keyboard.press('ArrowRight');
    await expect(figure.guess).toHaveAttribute('aria-valuetext', '$1 billion in January 2025');
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(figure.guess).toHaveAttribute('aria-valuetext', '$6 billion in May 2026');
    await page.keyboard.press('ArrowDown');
    await expect(figure.guess).toHaveAttribute('aria-valuenow', '5.5');
    // Between what is known and what is set the curve is straight.
    await page.keyboard.press('ArrowLeft');
    await expect(figure.guess).toHaveAttribute('aria-valuetext', /^\$5\.2 billion in April 2026$/);
    await page.keyboard.press('Enter');
    await expect(figure.answer).toContainText('You drew $5.5 B');
    await expect(figure.button('Draw again')).toBeFocused();
  });

  test('on a log axis steps multiply', async ({ page, site }) => {
    const figure = await begin(page, site.url(`${embed}?scale=log`));
    await figure.guess.press('End');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowUp');
    await expect(figure.guess).toHaveAttribute('aria-valuenow', '17.4');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await expect(figure.guess).toHaveAttribute('aria-valuenow', '60');
  });

  test.describe('by touch', () => {
    // Low enough that there is something to scroll.
    test.use({ hasTouch: true, viewport: { width: 390, height: 560 } });
    const scrolled = (page: Page) => page.evaluate(() => scrollY);

    test('a finger on the dot draws, however steep, and the page stays where it is', async ({
      page,
      site,
    }) => {
      const figure = await begin(page, site.url(embed));
      const top = await scrolled(page);
      await swipe(page, await middleOf(figure.guess), 90, -150);
      await expect(figure.root.locator('path.guess')).toHaveCount(1);
      expect(await scrolled(page)).toBe(top);
      // Once something is drawn, the whole room is to draw in.
      await swipe(page, await figure.spot(0.9, 0.2), 0, -100);
      expect(await scrolled(page)).toBe(top);
      await figure.button('Show what happened').click();
      await expect(figure.answer).toContainText('You drew');
    });

    test('before anything is drawn a swipe up scrolls the page and draws nothing', async ({ page, site }) => {
      const figure = await begin(page, site.url(embed));
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await swipe(page, await figure.spot(0.5, 0.4), 0, -150);
      await expect.poll(() => scrolled(page)).toBeGreaterThan(50);
      await expect(figure.root.locator('path.guess')).toHaveCount(0);
    });

    test('a stroke to the side draws, wherever it begins', async ({ page, site }) => {
      const figure = await begin(page, site.url(embed));
      const top = await scrolled(page);
      await swipe(page, await figure.spot(0.1, 0.05), 100, -20);
      await expect(figure.root.locator('path.guess')).toHaveCount(1);
      expect(await scrolled(page)).toBe(top);
    });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing wrong while it is drawn nor when it is shown, in ${colorScheme}`, async ({
      page,
      site,
    }) => {
      await page.emulateMedia({ colorScheme });
      const figure = await begin(page, site.url(embed));
      const violations = async () => {
        const found = await new AxeBuilder({ page }).analyze();
        return found.violations.flatMap(({ help, nodes }) => nodes.map(({ target }) => `${help}: ${target}`));
      };
      expect(await violations()).toEqual([]);
      await drag(page, await middleOf(figure.guess), await figure.spot(0.7, 0.3));
      expect(await violations()).toEqual([]);
      await figure.button('Show what happened').click();
      await expect(figure.answer).toContainText('You drew');
      expect(await violations()).toEqual([]);
    });
  }

  test('on paper is what happened, even while the question stands', async ({ page, site }) => {
    const figure = await begin(page, site.url(embed));
    await page.emulateMedia({ media: 'print' });
    await expect(figure.answer).toContainText('doubled every 3.3 months');
    await expect(figure.root.locator('.reading')).toHaveCount(10);
    await expect(page.locator('button, input, select, summary').filter({ visible: true })).toHaveCount(0);
  });
});

test.describe('in the essay', () => {
  test.beforeEach(({ place }) => {
    test.skip(place !== 'sub', 'the ordinary site has no such page');
  });
  const trial = 'trials/doubling/';

  test('the reader is asked first, once, and the prose remembers', async ({ page, site }) => {
    await page.goto(site.url(trial));
    const figure = await new DoublingFigure(page).awake();
    await expect(figure.answer).toContainText('Before you look');
    await expect(figure.root.locator('.reading')).toHaveCount(3);
    await expect(page.locator('#after')).toHaveText('And so on.');
    await expect(page.locator('#after')).toHaveClass('veiled');
    await drag(page, await middleOf(figure.guess), await figure.spot(1, 0.1));
    await figure.button('Show what happened').click();
    await expect(page.locator('#after')).toHaveText(
      /^You drew a doubling every [\d.]+ months; it doubled every 3\.3 months, [\d.]+ times as fast\. And so on\.$/,
    );
    await expect(page.locator('#after')).not.toHaveClass('veiled');
    await figure.choice('log').click();
    await expect.poll(() => query(page)).toEqual({ 'doubling.scale': 'log' });
    await figure.reset.click();
    await expect(figure.answer).toContainText('doubled every 3.3 months');
  });

  test('whoever would rather not guess is shown, and nothing is said of a guess', async ({ page, site }) => {
    await page.goto(site.url(trial));
    const figure = await new DoublingFigure(page).awake();
    await figure.button('Just show me').click();
    await expect(figure.answer).toContainText('doubled every 3.3 months');
    await expect(figure.button('Draw a guess of your own')).toBeFocused();
    await expect(page.locator('#after')).toHaveText('And so on.');
  });

  test('a link to a state is shown as it is, and nothing is asked then or later', async ({ page, site }) => {
    await page.goto(site.url(`${trial}?doubling.of=openai`));
    const figure = await new DoublingFigure(page).awake();
    await expect(figure.answer).toContainText('OpenAI’s run-rate');
    await figure.reset.click();
    await expect(figure.answer).toContainText('Anthropic’s run-rate revenue doubled');
  });

  test('what is asked is not shown before the script comes, nor as it comes', async ({ page, site }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/Doubling\.[^/]*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const look = () => {
        const answer = document.querySelector<HTMLElement>('[data-answer]');
        if (answer?.checkVisibility({ visibilityProperty: true })) seen.push(answer.textContent ?? '');
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(site.url(trial), { waitUntil: 'commit' });
    const figure = new DoublingFigure(page);
    await expect(figure.answer).toContainText('doubled');
    await expect(figure.answer).toBeHidden();
    await expect(figure.root.locator('[data-picture]')).toBeHidden();
    release();
    await figure.awake();
    await expect(figure.answer).toContainText('Before you look');
    const seen = await page.evaluate(() => [...new Set((globalThis as unknown as { seen: string[] }).seen)]);
    expect(seen.filter((text) => !text.includes('Before you look'))).toEqual([]);
  });

  test('without JavaScript the finished picture is there', async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url(trial));
    const figure = new DoublingFigure(page);
    await expect(figure.answer).toBeVisible();
    await expect(figure.answer).toContainText('doubled every 3.3 months (95% interval 3.1 to 3.6 months)');
    const drawn = figure.root.locator('[data-picture] svg').filter({ visible: true });
    await expect(drawn).toHaveCount(1);
    await expect(drawn.locator('.reading')).toHaveCount(10);
    await expect(drawn.locator('.line')).toHaveAttribute('d', /^M.+L/);
    const controls = figure.root.locator('button, input, [role=slider], [tabindex="0"]');
    await expect(controls.filter({ visible: true })).toHaveCount(0);
    await context.close();
  });
});
