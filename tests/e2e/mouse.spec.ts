import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { expectTheLaw, pull, query, ScarcityFigure, take } from './figure.ts';

async function open(page: Page, address: string): Promise<ScarcityFigure> {
  await page.goto(address);
  return new ScarcityFigure(page).ready();
}

test('pulling demand up doubles it sooner, and more is scarce in the figure and in the prose', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url());
  const before = await figure.world();
  await expectTheLaw(page, figure);
  await expect(page.locator('.prose > p [data-result="scarcity"]').first()).toBeVisible();

  const from = await take(page, figure.handle('doubling'));
  await pull(page, from, 0, -60);
  await expect.poll(async () => (await figure.world()).doubling).toBeLessThan(before.doubling);
  await expectTheLaw(page, figure);
  await page.mouse.up();

  const after = await figure.world();
  expect(after).toEqual({ ...before, doubling: after.doubling });
  await expectTheLaw(page, figure);
});

test('the demand curve can be taken anywhere, and follows the hand', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const before = await figure.world();
  const from = await figure.spotOn(figure.curve('demand'), 0.55);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await pull(page, from, 10, -45);
  await expect.poll(async () => (await figure.world()).doubling).toBeLessThan(before.doubling);
  // The handle has come to where the hand is, and the curve runs through it.
  const handle = await figure.handle('doubling').boundingBox();
  expect(Math.abs((handle?.x ?? 0) + (handle?.width ?? 0) / 2 - from.x - 10)).toBeLessThan(2);
  expect(Math.abs((handle?.y ?? 0) + (handle?.height ?? 0) / 2 - from.y + 45)).toBeLessThan(5);
  await page.mouse.up();
  await expectTheLaw(page, figure);
});

test('sliding supply to the right takes as much longer as the axis says', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const before = await figure.world();
  const wide = await figure.pxPerYear();
  const from = await take(page, figure.handle('lead'));
  await pull(page, from, 0.7 * wide, 0);
  await expect.poll(async () => (await figure.world()).lead).toBeGreaterThan(before.lead);
  await page.mouse.up();
  const { lead } = await figure.world();
  // What a drag leaves behind is rounded to a tenth of a year.
  expect(Math.abs(lead - before.lead - 0.7)).toBeLessThan(0.06);
  await expectTheLaw(page, figure);
});

test('the supply curve itself slides too', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const wide = await figure.pxPerYear();
  const from = await figure.spotOn(figure.curve('supply'), 0.95);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await pull(page, from, -0.5 * wide, 0);
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await figure.world()).lead - 1.5)).toBeLessThan(0.06);
});

test('the divider on the ruler commits that share of the lead time, and all of it at the end', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url());
  const ruler = await figure.ruler.boundingBox();
  const width = ruler?.width ?? 0;
  const from = await take(page, figure.handle('commit'));
  await pull(page, from, width / 4, 0);
  await expect.poll(async () => Math.abs((await figure.world()).commit - 0.5)).toBeLessThan(0.02);
  await expectTheLaw(page, figure);
  await pull(page, from, width + 30, 0);
  await page.mouse.up();
  await expect.poll(() => figure.world()).toMatchObject({ lead: 2, commit: 2 });
  await expectTheLaw(page, figure);
  await expect(figure.root.locator('[data-answer]')).toContainText('nothing is short');
});

test("a slider's thumb goes with the mouse", async ({ page, site }) => {
  const figure = await open(page, site.url());
  const thumb = await figure.root.locator('.slider:has(input[name="doubling"]) .thumb').boundingBox();
  const from = {
    x: (thumb?.x ?? 0) + (thumb?.width ?? 0) / 2,
    y: (thumb?.y ?? 0) + (thumb?.height ?? 0) / 2,
  };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await pull(page, from, 50, 3);
  const moved = await figure.root.locator('.slider:has(input[name="doubling"]) .thumb').boundingBox();
  expect(Math.abs((moved?.x ?? 0) - (thumb?.x ?? 0) - 50)).toBeLessThan(3);
  await page.mouse.up();
  expect((await figure.world()).doubling).toBeGreaterThan(7 / 12);
  await expectTheLaw(page, figure);
});

test('letting go writes the address, and only then; the address brings the same state back', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url());
  const from = await take(page, figure.handle('doubling'));
  await pull(page, from, 13, -37);
  expect(query(page)).toEqual({});
  await page.mouse.up();
  await expect.poll(() => Object.keys(query(page))).toEqual(['doubling']);
  const divider = await take(page, figure.handle('commit'));
  await pull(page, divider, 77, 0);
  await page.mouse.up();
  await expect.poll(() => Object.keys(query(page)).sort()).toEqual(['commit', 'doubling']);

  const before = await figure.world();
  const shown = await figure.root.locator('[data-answer]').textContent();
  await page.reload();
  await figure.ready();
  await expect.poll(() => figure.world()).toEqual(before);
  await expect(figure.root.locator('[data-answer]')).toHaveText(shown ?? '');
  await expectTheLaw(page, figure);
});

test('a hand leaves no trail in the history: Back leaves the page', async ({ page, site, host }) => {
  const elsewhere = host.page('<h1>Elsewhere</h1>');
  await page.goto(elsewhere);
  const figure = await open(page, site.url());
  const entries = await page.evaluate(() => history.length);
  for (const down of [-40, 25]) {
    const from = await take(page, figure.handle('doubling'));
    await pull(page, from, 0, down);
    await page.mouse.up();
  }
  await figure.handle('lead').press('ArrowRight');
  await expect.poll(() => Object.keys(query(page)).length).toBe(2);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goBack();
  await expect(page).toHaveURL(elsewhere);
});

test('the axes hold still under the hand, and find their new measure when it lets go', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url());
  const resting = await figure.axis();
  const from = await take(page, figure.handle('doubling'));
  for (const [right, down] of [
    [40, 60],
    [150, 70],
    [-60, -80],
    [0, 75],
  ] as const) {
    await pull(page, from, right, down);
    expect(await figure.axis()).toEqual(resting);
  }
  await page.mouse.up();
  await expect.poll(() => figure.axis()).not.toEqual(resting);
});

test('Escape puts back what the hand had moved', async ({ page, site }) => {
  const figure = await open(page, site.url('?commit=1y'));
  const before = await figure.world();
  for (const key of ['doubling', 'lead', 'commit']) {
    const from = await take(page, figure.handle(key));
    await pull(page, from, 50, -30);
    await expect.poll(() => figure.world()).not.toEqual(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => figure.world()).toEqual(before);
    await pull(page, from, 80, -50);
    await page.mouse.up();
    expect(await figure.world()).toEqual(before);
    await expect(figure.ghost('demand')).toHaveCount(0);
  }
  expect(query(page)).toEqual({ commit: '1y' });
});

test('Escape puts a curve back that was taken by itself', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const before = await figure.world();
  for (const curve of ['demand', 'supply'] as const) {
    const from = await figure.spotOn(figure.curve(curve), 0.55);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await pull(page, from, 40, 0);
    await expect.poll(() => figure.world()).not.toEqual(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => figure.world()).toEqual(before);
    await pull(page, from, 60, 10);
    await page.mouse.up();
    expect(await figure.world()).toEqual(before);
  }
  expect(query(page)).toEqual({});
});

test("Escape puts a slider's thumb back too, and it stays there until the hand lets go", async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url());
  const before = await figure.world();
  const from = await take(page, figure.slider('lead'));
  await pull(page, from, 40, 0);
  await expect.poll(() => figure.world()).not.toEqual(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => figure.world()).toEqual(before);
  await pull(page, from, 70, 0);
  await page.mouse.up();
  await expect.poll(() => figure.world()).toEqual(before);
  expect(query(page)).toEqual({});
});

test("the essay's state stays as a dashed line wherever the reader's differs, and goes at reset", async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url());
  const reference = figure.chart.locator('.reference');
  await expect(reference).toHaveCount(0);
  await expect(figure.reset).toBeDisabled();
  const from = await take(page, figure.handle('lead'));
  await pull(page, from, 60, 0);
  await page.mouse.up();
  await expect(reference).toHaveCount(2);
  for (const line of await reference.all()) {
    await expect(line).not.toHaveCSS('stroke-dasharray', 'none');
    await expect(line).toHaveAttribute('d', /^M.+L/);
  }
  await figure.reset.click();
  await expect(reference).toHaveCount(0);
  await expect
    .poll(() => figure.world())
    .toEqual({ doubling: expect.closeTo(7 / 12, 12), lead: 2, commit: 0 });
  expect(query(page)).toEqual({});
});

test('a ghost shows where the hand took hold, as long as it holds', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const curves = ['demand', 'supply'] as const;
  for (const curve of curves) await expect(figure.ghost(curve)).toHaveCount(0);
  const started = (await figure.curve('demand').getAttribute('d')) ?? '';
  const from = await take(page, figure.handle('doubling'));
  await pull(page, from, 0, -50);
  for (const curve of curves) await expect(figure.ghost(curve)).toBeVisible();
  await expect(figure.ghost('demand')).toHaveAttribute('d', started);
  await expect(figure.curve('demand')).not.toHaveAttribute('d', started);
  await page.mouse.up();
  for (const curve of curves) await expect(figure.ghost(curve)).toHaveCount(0);
});
