import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { middleOf, pull, query, swipe, take } from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

const embed = 'embed/bottleneck/';

/** The bottleneck on its own page, by the hooks that widgets promise and by what is drawn. */
class Bottleneck {
  readonly root: Locator;
  readonly time: Locator;
  readonly flow: Locator;
  readonly answer: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator('[data-widget="bottleneck"]');
    this.time = this.root.getByRole('group', { name: 'Chart of the stages in time' });
    this.flow = this.root.getByRole('group', { name: 'Chart of the stages as pipes' });
    this.answer = this.root.locator('[data-answer]');
  }

  slider(key: string): Locator {
    return this.root.locator(`input[type=range][name="${key}"]`);
  }

  handle(key: string): Locator {
    return this.root.locator(`[role=slider][name="${key}"]`);
  }

  button(name: string): Locator {
    return this.root.locator('.sooner').getByRole('button', { name, exact: true });
  }

  /** A number of the model's, in full precision. */
  result(name: string): Promise<number> {
    return this.root
      .locator(`[data-result="${name}"]`)
      .first()
      .evaluate((data) => Number(data.getAttribute('value')));
  }

  /** What the keyboard would set, in the quantity's own unit. */
  value(key: string): Promise<number> {
    return this.handle(key).evaluate((handle) => Number(handle.getAttribute('aria-valuenow')));
  }

  /** How many px a year is wide. */
  pxPerYear(): Promise<number> {
    return this.time.locator('.axis text').evaluateAll((labels) => {
      const years = labels.slice(1).map((label) => {
        const { left, width } = label.getBoundingClientRect();
        return { year: Number.parseInt(label.textContent ?? '', 10), x: left + width / 2 };
      });
      const [first, last] = [years[0], years.at(-1)];
      return first && last ? (last.x - first.x) / (last.year - first.year) : Number.NaN;
    });
  }
}

async function open(page: Page, address: string): Promise<Bottleneck> {
  await page.goto(address);
  const figure = new Bottleneck(page);
  await expect(figure.root).toHaveAttribute('data-ready');
  await page.evaluate(() => document.fonts.ready);
  return figure;
}

/** What a reader would see as broken in the picture: words over words or outside, and numbers that are none. */
const faults = (page: Page): Promise<string[]> =>
  page.locator('[data-widget] [data-picture]').evaluate((picture) => {
    const svg = [...picture.querySelectorAll('svg')].find((each) => each.checkVisibility());
    if (svg === undefined) return ['no picture'];
    const found = /NaN|undefined|Infinity/.test(svg.outerHTML) ? ['a number that is none'] : [];
    const frame = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll('text')]
      .filter((text) => text.textContent?.trim())
      .map((text) => ({ said: text.textContent ?? '', box: text.getBoundingClientRect() }));
    for (const [index, { said, box }] of words.entries()) {
      if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.bottom > frame.bottom + 2)
        found.push(`“${said}” leaves the picture`);
      for (const other of words.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Boxes are as high as lines of text; letters fill about the middle two thirds.
        if (across > 1 && down > 0.36 * Math.min(box.height, other.box.height))
          found.push(`“${said}” over “${other.said}”`);
      }
    }
    return found;
  });

test.describe('by mouse', () => {
  test('finishing what has slack sooner moves the line by nothing, and the picture says so', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url(embed));
    const wide = await figure.pxPerYear();
    const line = await figure.time.locator('.online').getAttribute('d');
    const from = await take(page, figure.handle('buildings'));
    await pull(page, from, -0.75 * wide, 4);
    await expect(figure.answer).toContainText(
      '9 months sooner; the day the site comes online moved by nothing',
    );
    await expect(figure.time).toContainText('moved by 0 months');
    expect(await figure.time.locator('.online').getAttribute('d')).toBe(line);
    await expect(figure.time.locator('.ghost[d^=M]:not(.gone)')).toHaveCount(1);
    expect(query(page)).toEqual({});
    await page.mouse.up();
    await expect.poll(() => query(page)).toEqual({ buildings: '1y' });
    expect(await figure.result('online')).toBe(4);
    expect(await figure.result('slack-buildings')).toBe(3);
    await expect(figure.time.locator('.home[d^=M]')).toHaveCount(1);
    await expect(figure.time.locator('.ghost[d^=M]')).toHaveCount(0);
  });

  test('finishing the slow one sooner moves the line, until the next one binds', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const wide = await figure.pxPerYear();
    const from = await take(page, figure.handle('power'));
    await pull(page, from, -wide, 0);
    await expect.poll(() => figure.result('online')).toBeCloseTo(3, 1);
    await pull(page, from, -3 * wide, 0);
    await expect.poll(() => figure.result('online')).toBe(1.75);
    await expect(figure.answer).toContainText('Buildings, after 21 months');
    await page.mouse.up();
    await expect(figure.time.locator('.essay[d^=M]')).toHaveCount(1);
  });

  test('a bar slides along with its start, and takes as long as before', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const wide = await figure.pxPerYear();
    const bar = await figure.handle('chips-start').locator('.body').boundingBox();
    const from = { x: (bar?.x ?? 0) + (bar?.width ?? 0) / 2, y: (bar?.y ?? 0) + (bar?.height ?? 0) / 2 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await pull(page, from, wide, 0);
    await page.mouse.up();
    expect(await figure.value('chips-start')).toBeCloseTo(1, 1);
    expect(await figure.value('chips')).toBe(1.25);
    expect(await figure.result('online')).toBe(4);
    const dot = await take(page, figure.handle('chips-start').locator('.target'));
    await pull(page, dot, -3 * wide, 0);
    await page.mouse.up();
    await expect.poll(() => figure.value('chips-start')).toBe(0);
    expect(query(page)).toEqual({});
  });

  test('consent pulled out of nothing keeps the buildings waiting, and nothing else', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url(`${embed}?power=15mo`));
    const wide = await figure.pxPerYear();
    const from = await take(page, figure.handle('consent'));
    await pull(page, from, 2 * wide, 0);
    await page.mouse.up();
    expect(await figure.value('consent')).toBeCloseTo(2, 1);
    const consent = await figure.value('consent');
    expect(await figure.result('online')).toBeCloseTo(1.75 + consent, 9);
    expect(await figure.result('slack-consent')).toBe(0);
    await expect(figure.time.locator('.waits[d^=M]')).toHaveCount(1);
    await expect(figure.answer).toContainText('Consent, and then buildings');
  });

  test('Escape puts back what the hand had moved', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    for (const key of ['power', 'cooling', 'chips-start', 'consent']) {
      const before = await figure.value(key);
      const spot = key.endsWith('start') ? figure.handle(key).locator('.target') : figure.handle(key);
      const from = await take(page, spot);
      await pull(page, from, 50, 0);
      await expect.poll(() => figure.value(key)).not.toBe(before);
      await page.keyboard.press('Escape');
      await expect.poll(() => figure.value(key)).toBe(before);
      await page.mouse.up();
    }
    expect(query(page)).toEqual({});
  });

  test('the axis holds still under the hand, and finds its new measure when it lets go', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url(`${embed}?power-start=2y`));
    const axis = () => figure.time.locator('.axis text').allTextContents();
    const resting = await axis();
    const from = await take(page, figure.handle('power'));
    await pull(page, from, 600, 0);
    await expect.poll(() => figure.result('online')).toBe(7);
    expect(await axis()).toEqual(resting);
    await page.mouse.up();
    await expect.poll(axis).not.toEqual(resting);
  });
});

test('a year off each is one press, and moves the date only where it binds', async ({ page, site }) => {
  const figure = await open(page, site.url(embed));
  for (const name of ['Chips', 'Buildings', 'Cooling']) {
    await figure.button(name).click();
    expect(await figure.result('online')).toBe(4);
  }
  await figure.button('Power').click();
  await expect.poll(() => figure.result('online')).toBe(3);
  expect(query(page)).toEqual({ chips: '3mo', buildings: '9mo', cooling: '3mo', power: '3y' });
  await figure.button('Chips').click();
  await expect(figure.button('Chips')).toBeDisabled();
  await figure.root.getByRole('button', { name: 'Undo' }).click();
  await expect(figure.button('Chips')).toBeEnabled();
});

test.describe('by keyboard', () => {
  for (const [key, sets] of [
    ['chips', 'Chips take'],
    ['power-start', 'Power starts'],
    ['consent', 'Consent takes'],
  ] as const) {
    test(`the handle of ${key} goes by months, and to both ends`, async ({ page, site }) => {
      const figure = await open(page, site.url(embed));
      const handle = figure.handle(key);
      await expect(handle).toHaveAccessibleName(sets);
      const before = await figure.value(key);
      await handle.press('ArrowRight');
      await expect.poll(() => figure.value(key)).toBeCloseTo(before + 1 / 12, 9);
      await handle.press('PageUp');
      await expect.poll(() => figure.value(key)).toBeCloseTo(before + 11 / 12, 9);
      await handle.press('End');
      await expect.poll(() => figure.value(key)).toBe(key === 'chips' ? 7 : 5);
      expect(await faults(page)).toEqual([]);
      await handle.press('Home');
      await expect.poll(() => figure.value(key)).toBe(0);
      expect(await faults(page)).toEqual([]);
    });
  }

  test('focus on a bar’s start can be seen', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const dot = figure.handle('chips-start').locator('.halo');
    const resting = await dot.evaluate((circle) => getComputedStyle(circle).stroke);
    await figure.root.getByRole('radio', { name: 'time' }).focus();
    await page.keyboard.press('Tab');
    await expect(figure.handle('chips-start')).toBeFocused();
    expect(await dot.evaluate((circle) => getComputedStyle(circle).stroke)).not.toBe(resting);
  });

  test('the answer is said once a press', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const region = figure.root.locator('[aria-live=polite]');
    await figure.handle('buildings').press('ArrowLeft');
    await expect(region).toContainText('You finished the buildings 1 month sooner');
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 740 } });

  test('a finger on the dot moves the end, and its slider is the one that is shown', async ({
    page,
    site,
  }) => {
    const figure = await open(page, site.url(embed));
    await expect(figure.slider('power')).toBeVisible();
    await expect(figure.slider('buildings')).toBeHidden();
    const wide = await figure.pxPerYear();
    await swipe(page, await middleOf(figure.handle('buildings')), wide, 0);
    await expect.poll(() => figure.value('buildings')).toBeCloseTo(2.75, 1);
    await expect(figure.slider('buildings')).toBeVisible();
    await expect(figure.slider('power')).toBeHidden();
  });

  test('a finger on the dot at its start slides the bar', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const wide = await figure.pxPerYear();
    await swipe(page, await middleOf(figure.handle('buildings-start').locator('.dot')), wide, 0);
    await expect.poll(() => figure.value('buildings-start')).toBeCloseTo(1, 1);
    expect(await figure.value('buildings')).toBe(1.75);
  });

  test('a finger that goes aside on a bar takes it along', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const wide = await figure.pxPerYear();
    await swipe(page, await middleOf(figure.handle('power-start')), wide, 0);
    await expect.poll(() => figure.value('power-start')).toBeCloseTo(1, 1);
    expect(await figure.value('power')).toBe(4);
    await expect.poll(() => Object.keys(query(page))).toEqual(['power-start']);
  });

  test('a name or a bar chooses the slider', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    await figure.root
      .getByRole('group', { name: 'Which stage to set' })
      .getByRole('button', { name: 'Chips' })
      .tap();
    await expect(figure.slider('chips')).toBeVisible();
    const body = figure.handle('cooling-start').locator('.body');
    const box = await body.boundingBox();
    await page.touchscreen.tap((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await expect(figure.slider('cooling')).toBeVisible();
    expect(query(page)).toEqual({});
  });

  test('an upward swipe from a bar scrolls the page and changes nothing', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    const bar = await middleOf(figure.handle('power-start').locator('.body'));
    await swipe(page, bar, 0, -150);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60);
    expect(await figure.value('power-start')).toBe(0);
    expect(query(page)).toEqual({});
  });
});

test.describe('as a flow', () => {
  test('the narrowest pipe decides, and is pulled wider until the next one does', async ({ page, site }) => {
    const figure = await open(page, site.url(embed));
    await figure.root.getByRole('radio', { name: 'flow' }).click();
    await expect(figure.flow).toBeVisible();
    expect(await figure.result('throughput')).toBe(6);
    expect(await figure.result('online')).toBe(4);
    const from = await take(page, figure.handle('power-gw'));
    await pull(page, from, 5, -40);
    await expect.poll(() => figure.value('power-gw')).toBeGreaterThan(7);
    await expect.poll(() => figure.result('throughput')).toBe(7);
    await expect(figure.answer).toContainText('Chips: only 7 GW a year gets through');
    await page.mouse.up();
    await expect.poll(() => Object.keys(query(page)).sort()).toEqual(['power-gw', 'view']);
    await figure.button('Chips').click();
    await expect.poll(() => figure.result('throughput')).toBe(8);
    await figure.handle('chips-gw').press('Home');
    await expect(figure.answer).toContainText('0 GW a year');
    expect(await faults(page)).toEqual([]);
  });
});

test('an address is followed and written back the same', async ({ page, site }) => {
  const state = {
    view: 'flow',
    chips: '13.3mo',
    power: '3y',
    consent: '1y',
    'cooling-start': '7mo',
    'buildings-gw': '5.25gw',
  };
  const figure = await open(page, site.url(`${embed}?${new URLSearchParams(state)}`));
  await expect(figure.flow).toBeVisible();
  expect(await figure.result('throughput')).toBe(5.25);
  await figure.root.getByRole('radio', { name: 'time' }).click();
  await expect(figure.handle('chips')).toHaveAttribute('aria-valuetext', '13.3 months');
  const { view: _view, ...rest } = state;
  await expect.poll(() => query(page)).toEqual(rest);
  await page.reload();
  await expect(figure.root).toHaveAttribute('data-ready');
  await expect(figure.handle('cooling-start')).toHaveAttribute('aria-valuetext', '7 months later');
});

for (const width of [280, 375, 700, 1200]) {
  test(`at every extreme the picture is whole, ${width} px wide`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    const all = (value: string, of = ['chips', 'power', 'buildings', 'cooling']) =>
      of.map((key) => `${key}=${value}`).join('&');
    const starts = ['chips-start', 'power-start', 'buildings-start', 'cooling-start'];
    const rates = ['chips-gw', 'power-gw', 'buildings-gw', 'cooling-gw'];
    const broken: Record<string, string[]> = {};
    for (const state of [
      '',
      all('0y'),
      all('7y'),
      `${all('7y')}&${all('5y', starts)}&consent=5y`,
      `${all('0y')}&${all('5y', starts)}`,
      `${all('1mo')}&consent=5y`,
      'power=35mo&consent=13mo&chips=1mo',
      'buildings=83mo&consent=59mo&power=0y',
      `view=flow&${all('0gw', rates)}`,
      `view=flow&${all('40gw', rates)}`,
      `view=flow&${all('12.5gw', rates)}`,
      'view=flow&chips-gw=0gw&cooling-gw=40gw',
      'view=flow&buildings-gw=0.25gw',
    ]) {
      await open(page, site.url(`${embed}?${state}`));
      if (state.startsWith('view')) await expect(page.getByRole('group', { name: /as pipes/ })).toBeVisible();
      const found = await faults(page);
      if (found.length > 0) broken[state] = found;
    }
    expect(broken).toEqual({});
  });
}

test('the picture is as high before its script wakes as after, however wide', async ({
  page,
  site,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  for (const width of [320, 390, 680, 1200]) {
    const heights: number[] = [];
    for (const one of [still, page]) {
      await one.setViewportSize({ width, height: 900 });
      await one.goto(site.url(embed));
      const figure = new Bottleneck(one);
      if (one === page) await expect(figure.root).toHaveAttribute('data-ready');
      heights.push(
        (await one.locator('[data-picture] svg').filter({ visible: true }).boundingBox())?.height ?? 0,
      );
    }
    expect(heights[0]).toBe(heights[1]);
    expect(heights[0]).toBeGreaterThan(300);
  }
  await context.close();
});

test('its frame stands as high as its spec says, at 680 px', async ({ page, site, request }) => {
  const listed: { id: string; height: number }[] = await (await request.get(site.url('widgets.json'))).json();
  await page.setViewportSize({ width: 680, height: 900 });
  await open(page, site.url(embed));
  const height = await page.locator('body').evaluate((body) => body.getBoundingClientRect().height);
  const promised = listed.find(({ id }) => id === 'bottleneck')?.height ?? 0;
  expect(Math.abs(height - promised), `${height} px, not ${promised}`).toBeLessThanOrEqual(8);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [390, 1200]) {
    test(`it is finished, and shows no control, at ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.url(embed));
      const figure = new Bottleneck(page);
      await expect(figure.answer).toContainText('Power, after 4 years.');
      await expect(figure.time.filter({ visible: true })).toHaveCount(1);
      await expect(figure.time.filter({ visible: true })).toContainText('online after 4 years');
      await expect(figure.root.locator('.sooner')).toContainText('2 y 9 mo of slack');
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      const controls = page.locator('button, input, [role=slider], [tabindex="0"]');
      await expect(controls.filter({ visible: true })).toHaveCount(0);
      await expect(figure.time.filter({ visible: true })).not.toContainText('drag');
      await expect(figure.root.getByRole('table').first()).toBeVisible();
    });
  }
});
