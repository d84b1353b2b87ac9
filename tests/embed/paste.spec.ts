import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { platforms } from '#embed/platforms.ts';
import { expect, test } from '../browser/test.ts';
import { framed, heightOf, openHost } from './framing.ts';

/** Chromium on Linux has nothing to share with, and says so of every frame that may. */
const noSharing = process.platform === 'linux' ? [/Unrecognized feature: 'web-share'/] : [];

/** The page that asks, awake. */
async function open(page: Page, address: string) {
  await page.goto(address);
  await expect(page.locator('.paste')).toHaveAttribute('data-ready');
  return {
    field: (name: string) => page.getByRole('combobox', { name, exact: true }),
    codes: () =>
      page
        .locator('.way textarea')
        .evaluateAll((all) => all.map((one) => (one instanceof HTMLTextAreaElement ? one.value : ''))),
  };
}

/** What a host makes of it: Hugo its template, the others nothing. */
function asHosted(id: string, codes: readonly string[]): string {
  if (id !== 'hugo') return codes[0] ?? '';
  const [template = '', call = ''] = codes;
  const given = Object.fromEntries(
    [...call.matchAll(/(\w+)="((?:\\.|[^"\\])*)"/g)].map(([, key, value]) => [key, value]),
  );
  return template.replaceAll(/\{\{ \.Get "(\w+)" \}\}/g, (_, key) =>
    (given[key] ?? '').replaceAll('&', '&amp;'),
  );
}

for (const { id, name } of platforms.filter(({ id: one }) =>
  ['html', 'hugo', 'mdx', 'ghost', 'slides'].includes(one),
)) {
  test(`what is given for ${name} is a frame that works in a page of its kind`, async ({
    page,
    site,
    host,
    expectMessages,
  }) => {
    expectMessages(...noSharing);
    const { field, codes } = await open(page, site.url('embed/?figure=scarcity&state=half-covered'));
    await field('Where will you paste this?').selectOption(name);
    const html = asHosted(id, await codes());
    // The address is the published site's; the tests serve it elsewhere.
    await openHost(page, host, html.replaceAll(/https?:\/\/[^/"]+\//g, site.url()));
    const figure = await framed(page);
    await expect(figure.root.locator('[data-answer]')).toContainText('3.3×');
    if (id !== 'slides')
      await expect(page.getByRole('link')).toHaveAttribute('href', site.url('figure/scarcity/half-covered/'));
  });
}

for (const { id, name } of platforms.filter(({ shows }) => shows === 'picture')) {
  test(`what is given for ${name} leads to a picture and a page that are there`, async ({
    page,
    request,
    site,
  }) => {
    const { field, codes } = await open(page, site.url('embed/?figure=scarcity&state=half-covered'));
    await field('Where will you paste this?').selectOption(name);
    const all = (await codes()).join(' ');
    const addresses = [...all.matchAll(/https?:\/\/[^/"\s]+\/([^"\s]*)/g)].map(([, path = '']) => path);
    expect(addresses).toContain('figure/scarcity/half-covered/card.png');
    expect(addresses).toContain('figure/scarcity/half-covered/');
    for (const path of addresses)
      expect((await request.get(site.url(path))).status(), `${id}: ${path}`).toBe(200);
    await expect(page.locator('.preview img')).toHaveJSProperty('naturalWidth', 1200);
  });
}

test('what mail gets says what its picture says, at the state that is chosen', async ({ page, site }) => {
  const { field, codes } = await open(page, site.url('embed/?figure=scarcity&state=half-covered&for=email'));
  await expect.poll(async () => (await codes())[0]).toMatch(/alt="What happens [^"]*3\.3×[^"]*"/);
  await expect(page.locator('.preview img')).toHaveAttribute('alt', /3\.3×/);
  await field('At the state').selectOption({ index: 0 });
  await expect.poll(async () => (await codes())[0]).toMatch(/alt="What happens [^"]*10\.8×[^"]*"/);
});

test('on a phone the preview fits, and the code is for the column it was measured in', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const { codes } = await open(page, site.url('embed/'));
  const preview = page.locator('.preview');
  const frame = preview.locator('iframe');
  const fits = () =>
    preview.evaluate((one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight);
  await expect.poll(fits).toBe(true);
  // As high as what is in it, narrow as it is.
  await expect
    .poll(async () =>
      Math.abs(
        (await heightOf(page)) -
          (await frame
            .contentFrame()
            .locator('body')
            .evaluate((body) => Math.ceil(body.getBoundingClientRect().height))),
      ),
    )
    .toBeLessThan(3);
  const height = /height="(\d+)"/.exec((await codes())[0] ?? '')?.[1];
  expect(height).not.toBe(String(await heightOf(page)));
  await page.getByRole('slider').fill('400');
  await expect(frame).toHaveAttribute('width', '400');
});

test('WordPress gets the page that says the rest, Notion the frame’s address', async ({ page, site }) => {
  const { field, codes } = await open(page, site.url('embed/?figure=scarcity&state=half-covered'));
  await field('Where will you paste this?').selectOption('WordPress');
  expect((await codes())[0]).toMatch(/\/figure\/scarcity\/half-covered\/$/);
  await field('Where will you paste this?').selectOption('Notion');
  expect((await codes())[0]).toMatch(
    /\/embed\/v1\/scarcity\/\?doubling=7mo&lead=2y&commit=1y&ceiling=none&scale=log$/,
  );
});

test('every choice is in the code at once, and beside it', async ({ page, site }) => {
  const { field, codes } = await open(page, site.url('embed/'));
  const first = (await codes())[0] ?? '';
  expect(first).toMatch(/src="[^"]*\/embed\/v1\/scarcity\/\?doubling=[^"]*"/);
  await field('Figure').selectOption({ label: 'The queue: what paying early buys' });
  await field('At the state').selectOption({ index: 1 });
  await field('Light or dark').selectOption('dark');
  const preview = page.locator('.preview iframe');
  await expect(preview).toHaveAttribute('src', /embed\/v1\/queue\/\?.*theme=dark$/);
  await expect(preview.contentFrame().locator('html')).toHaveAttribute('data-theme', 'dark');
  expect((await codes())[0]).toContain('theme=dark');
  await page.getByRole('checkbox').check();
  expect((await codes())[0]).toContain('/embed/v1/embed.js"></script>');
  // Another width needs another height, and the frame itself says which.
  const before = await heightOf(page);
  await page.getByRole('slider').fill('400');
  await expect(preview).toHaveAttribute('width', '400');
  await expect.poll(() => heightOf(page)).not.toBe(before);
  await expect(async () => {
    expect((await codes())[0]).toContain(`height="${await heightOf(page)}"`);
  }).toPass();
  await expect(page).toHaveURL(/figure=queue&state=[a-z-]+&for=html$/);
});

test('it can be used by keys alone, and the code is copied by one', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { field, codes } = await open(page, site.url('embed/'));
  await field('Figure').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  await expect(field('At the state')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('g');
  await expect(field('Where will you paste this?')).toHaveValue('ghost');
  for (const _ of ['theme', 'width']) await page.keyboard.press('Tab');
  await expect(page.getByRole('slider')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('label span')).toHaveText('670 px');
  const copy = page.getByRole('button', { name: /^Copy/ });
  await copy.focus();
  // The frame may say its height at the new width only now: the code copied is then copied again.
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe((await codes())[0]);
  }).toPass();
});

test('an address that asks for what is not there gives the page as it is', async ({ page, site }) => {
  const { field } = await open(page, site.url('embed/?figure=%3Cb%3E&state=__proto__&for=constructor'));
  await expect(field('Figure')).toHaveValue('scarcity');
  await expect(field('Where will you paste this?')).toHaveValue('html');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [375, 1280]) {
    test(`axe finds nothing wrong in ${colorScheme}, ${width} px wide, and nothing sticks out`, async ({
      page,
      site,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await open(page, site.url('embed/'));
      await expect(page.locator('.preview iframe').contentFrame().locator('[data-ready]')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.flatMap(({ help, nodes }) => nodes.map(({ target }) => `${help}: ${target}`)),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it gives each figure’s code, and asks nothing that it can’t answer', async ({ page, site }) => {
    await page.goto(site.url('embed/'));
    await expect(page.getByRole('combobox')).toHaveCount(0);
    const codes = page.locator('details pre');
    const all = await codes.allTextContents();
    expect(all.length).toBeGreaterThan(5);
    for (const code of all)
      expect(code).toMatch(
        /^<iframe src="https?:\/\/[^"]*\/embed\/v1\/[a-z-]+\/\?[^"]+" [^>]*><\/iframe>\n<p><a href="[^"]+">/,
      );
    await page.locator('summary').first().click();
    await expect(codes.first()).toBeVisible();
  });
});

test('nothing is stored, and nobody else is asked', async ({ page, site, context }) => {
  const { field } = await open(page, site.url('embed/'));
  await field('Light or dark').selectOption('dark');
  await expect(page.locator('.preview iframe').contentFrame().locator('[data-ready]')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});
