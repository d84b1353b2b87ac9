import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from './figure.ts';

test.skip(({ place }) => place === 'sub', 'no different below a path');

interface Box {
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Whether two boxes share more than a hair. */
const overlap = (a: Box, b: Box, hair = 1) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > hair &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > hair;

const pairs = (boxes: readonly Box[]) =>
  boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));

for (const width of [390, 820, 1100, 1440]) {
  test(`nothing shifts while the essay loads and is read to its end at ${width} px`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.url());
    const shifts = await page.evaluate(async () => {
      const seen: string[] = [];
      const note = (list: PerformanceEntry[]) => {
        for (const entry of list) {
          const value = 'value' in entry ? entry.value : undefined;
          const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : [];
          const what = sources.map(({ node }) =>
            node instanceof Element ? `${node.tagName}.${node.className}` : 'text',
          );
          seen.push(`${value}: ${what.join(', ')}`);
        }
      };
      const observer = new PerformanceObserver((list) => note(list.getEntries()));
      observer.observe({ type: 'layout-shift', buffered: true });
      const frame = () => new Promise(requestAnimationFrame);
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 3) {
        scrollTo({ top, behavior: 'instant' });
        await frame();
        await frame();
      }
      await document.fonts.ready;
      const figures = [...document.querySelectorAll('[data-widget]')];
      while (!figures.every((figure) => figure.hasAttribute('data-ready'))) await frame();
      for (let frames = 0; frames < 30; frames++) await frame();
      note(observer.takeRecords());
      return seen;
    });
    expect(shifts).toEqual([]);
  });
}

test('the picture is as high before its script wakes as after, however wide', async ({
  page,
  site,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  for (const width of [320, 390, 620, 640, 820, 1440]) {
    const heights: number[] = [];
    for (const one of [still, page]) {
      await one.setViewportSize({ width, height: 900 });
      await one.goto(site.url());
      const figure = new ScarcityFigure(one);
      if (one === page) await figure.ready();
      const drawn = figure.root.locator('.picture svg').filter({ visible: true });
      heights.push((await drawn.boundingBox())?.height ?? 0);
    }
    const [before = 0, after = 0] = heights;
    expect(
      Math.abs(after - before),
      `${before} px, then ${after} px, in a window of ${width} px`,
    ).toBeLessThan(1);
  }
  await context.close();
});

for (const path of ['', 'embed/scarcity/', '404.html']) {
  test(`/${path} is never wider than its window`, async ({ page, site }) => {
    await page.goto(site.url(path));
    if (path !== '404.html') await new ScarcityFigure(page).ready();
    for (const summary of await page.locator('summary:visible').all()) await summary.click();
    for (const width of [280, 320, 390, 560, 640, 820, 1099, 1100, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        const out = [...document.querySelectorAll('*')].filter(
          (one) => one.getBoundingClientRect().right > clientWidth + 0.5,
        );
        return [
          `${scrollWidth} px`,
          ...out.slice(0, 5).map((one) => `${one.tagName}.${one.getAttribute('class')}`),
        ];
      });
      expect(over, `at ${width} px`).toEqual([]);
    }
  });
}

/** What the notes and the figures cover: the words of a note may go beyond its box. */
function besides(page: Page): Promise<Box[]> {
  return page.locator('.prose > .note, .prose > figure').evaluateAll((all) =>
    all.map((one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      const covered = one.matches('.note') ? words : one;
      const { left, right, top, bottom } = covered.getBoundingClientRect();
      return { what: one.textContent?.trim().slice(0, 30) ?? '', left, right, top, bottom };
    }),
  );
}

for (const width of [820, 1100, 1280, 1440]) {
  test(`notes cover neither each other nor a figure nor the text at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.url());
    await new ScarcityFigure(page).ready();
    const boxes = await besides(page);
    expect(boxes.length).toBeGreaterThan(3);
    const text = await page
      .locator('.prose > p, .prose > h2, .prose > h3, .prose > dl, .prose > ol')
      .evaluateAll((all) =>
        all.map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return { what: one.textContent?.trim().slice(0, 30) ?? '', left, right, top, bottom };
        }),
      );
    const clashes = [...pairs(boxes), ...boxes.flatMap((a) => text.map((b) => [a, b] as const))]
      .filter(([a, b]) => overlap(a, b))
      .map(([a, b]) => `${a.what} × ${b.what}`);
    expect(clashes).toEqual([]);
    for (const { what, right } of boxes) expect(right, what).toBeLessThanOrEqual(width);
  });
}

for (const width of [375, 820, 1280]) {
  test(`no number of the prose stands apart from its unit at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.url());
    await page.evaluate(() => document.fonts.ready);
    const broken = await page.locator('.prose :is(.unbroken, .scrub, data[data-value])').evaluateAll((all) =>
      all
        .filter((each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
        })
        .map(({ textContent }) => textContent),
    );
    expect(broken).toEqual([]);
  });
}
