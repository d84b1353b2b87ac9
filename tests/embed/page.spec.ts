import type { Page } from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import { builtFolder, sites } from '../../scripts/sites.ts';
import { expect, test } from '../browser/test.ts';
import { expectTheLaw, law, pull, query, ScarcityFigure, take } from '../e2e/figure.ts';
import { noFonts } from './framing.ts';

const embed = 'embed/scarcity/';

/** Frames the embed in somebody else's page, and waits for its figure. */
async function framed(page: Page, host: { page(html: string): string }, src: string, attributes = '') {
  const width = 'width="680" height="1000"';
  await page.goto(
    host.page(
      `<link rel="icon" href="data:,"><iframe title="x" ${attributes} src="${src}" ${width}></iframe>`,
    ),
  );
  return new ScarcityFigure(page.frameLocator('iframe').locator('body')).ready();
}

test('the embed is the widget alone: its question is the page’s heading', async ({ page, site }) => {
  const response = await page.goto(site.url(embed));
  expect(response?.status()).toBe(200);
  await expect(page.locator('main [data-widget]')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'What happens when a fast clock meets a slow one?',
  );
  await expect(page.getByRole('heading')).toHaveCount(1);
});

test('one classic script wakes it, and nothing else runs', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script' || /\.m?js(\?|$)/.test(request.url())) asked.push(request.url());
  });
  await page.goto(site.url(embed));
  await new ScarcityFigure(page).ready();
  expect(asked).toEqual([expect.stringContaining(site.url('embed/v1/scarcity.js?'))]);
  const scripts = await page
    .locator('script')
    .evaluateAll((all) =>
      all.map((script) => ({ src: script.getAttribute('src'), type: script.getAttribute('type') })),
    );
  expect(scripts).toEqual([
    { src: null, type: null },
    { src: expect.stringContaining(`${site.base}embed/v1/scarcity.js?`), type: null },
  ]);
  await expect(page.locator('link[rel=modulepreload], astro-island')).toHaveCount(0);
});

test('an address is followed, and the hand writes it back', async ({ page, site }) => {
  await page.goto(site.url(`${embed}?doubling=1y&lead=3y&commit=1y`));
  const figure = await new ScarcityFigure(page).ready();
  await expect.poll(() => figure.world()).toEqual({ doubling: 1, lead: 3, commit: 1 });
  await expect(figure.root.locator('[data-answer]')).toContainText('4× as much is wanted as exists');
  await expectTheLaw(page, figure);
  const from = await take(page, figure.handle('lead'));
  await pull(page, from, 40, 0);
  await page.mouse.up();
  await expect.poll(() => query(page).lead).not.toBe('3y');
  await expectTheLaw(page, figure);
});

for (const { what, attributes, bare, messages } of [
  { what: 'a plain frame', attributes: '', bare: false, messages: [] },
  {
    what: 'a frame whose origin is opaque',
    attributes: 'sandbox="allow-scripts"',
    bare: false,
    messages: [],
  },
  {
    what: 'such a frame, from a host that sends no headers of ours',
    attributes: 'sandbox="allow-scripts"',
    bare: true,
    // It says nothing of sharing its files, so the frame makes do with the reader's own letters.
    messages: [/request to another host/, ...noFonts],
  },
]) {
  test(`it works in ${what} on another site`, async ({ page, site, host, expectMessages }) => {
    expectMessages(...messages);
    const plain = bare ? await serve(builtFolder(sites.root), site.base, 0, false) : null;
    const address = new URL(`${embed}?doubling=1y&lead=3y&commit=1y`, plain?.url ?? site.url()).href;
    const figure = await framed(page, host, address, attributes);
    const numbers = figure.root.locator('[data-result="scarcity"]');
    await expect.poll(() => figure.world()).toEqual({ doubling: 1, lead: 3, commit: 1 });
    await expect(numbers).toHaveAttribute('value', '4');

    const from = await take(page, figure.handle('doubling'));
    await pull(page, from, 0, 40);
    await page.mouse.up();
    await expect.poll(async () => (await figure.world()).doubling).toBeGreaterThan(1);
    await figure.slider('commit').press('Home');
    const world = await figure.world();
    expect(world.commit).toBe(0);
    await expect.poll(async () => Number(await numbers.getAttribute('value')) / law(world)).toBeCloseTo(1, 9);
    await figure.choice('linear').click();
    await expect(figure.root).toContainText('steady doubling bends upward');
    await figure.reset.click();
    await expect.poll(async () => Number(await numbers.getAttribute('value'))).toBeCloseTo(10.767201541, 6);
    await plain?.close();
  });
}

test('what is behind the frame shows through around the panel', async ({ page, site }) => {
  await page.goto(site.url(embed));
  for (const element of ['html', 'body', 'main']) {
    await expect(page.locator(element), element).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  }
  await expect(page.locator('[data-widget]')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

for (const width of [320, 680, 900]) {
  test(`whatever the hand does, the picture stays under it at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 1000 });
    await page.goto(site.url(embed));
    const figure = await new ScarcityFigure(page).ready();
    const tops = () =>
      figure.root.evaluate((root) =>
        [...root.querySelectorAll('svg[role=group]')].map(
          (svg) => svg.getBoundingClientRect().top - root.getBoundingClientRect().top,
        ),
      );
    const before = await tops();
    for (const key of ['doubling', 'lead', 'commit']) {
      for (const press of ['End', 'Home']) {
        await figure.slider(key).press(press);
        const after = await tops();
        for (const [index, top] of after.entries())
          expect(
            Math.abs(top - (before[index] ?? 0)),
            `${key} at its ${press}: ${before} → ${after}`,
          ).toBeLessThan(2.5);
      }
    }
  });
}
