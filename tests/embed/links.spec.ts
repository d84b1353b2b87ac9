import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import type { ScarcityFigure } from '../e2e/figure.ts';
import { framed, iframe, openHost, openInWordpress, saidInAll } from './framing.ts';

const embed = 'embed/v1/scarcity/';

/** Answers for every site in the world but ours. */
const standIn = (context: BrowserContext) =>
  context.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">Their page' }),
  );

/** The first source that stands behind the figure's assumptions. */
async function source({ root }: ScarcityFigure) {
  await root.locator('summary', { hasText: 'Assumptions' }).click();
  const link = root.locator('a[href^=https]').first();
  return { link, href: (await link.getAttribute('href')) ?? '' };
}

/** What a press opens in a tab of its own. */
async function opened(context: BrowserContext, press: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([context.waitForEvent('page'), press()]);
  await tab.waitForLoadState();
  return tab;
}

test('a source opens in a tab of its own, which can’t reach the frame, and the figure stays', async ({
  page,
  context,
  site,
  host,
  expectMessages,
}) => {
  expectMessages(/request to another host/);
  await standIn(context);
  await openHost(page, host, iframe(site.url(embed), 'width="680" height="1000"'));
  const figure = await framed(page);
  const { link, href } = await source(figure);
  const tab = await opened(context, () => link.click());
  expect(new URL(tab.url()).href).toBe(new URL(href).href);
  expect(await tab.evaluate('opener')).toBeNull();
  await expect(figure.root).toBeVisible();

  // So does one in the box beside a number.
  await figure.root.locator('[data-answer] [aria-haspopup]').first().click();
  const beside = page.locator('iframe').contentFrame().locator('.opened a').first();
  const other = await opened(context, () => beside.click());
  expect(other.url()).toMatch(/^https:/);
});

test('so does the essay from the line below', async ({ page, context, site, host }) => {
  await openHost(page, host, iframe(site.url(embed), 'width="680" height="1000"'));
  const figure = await framed(page);
  const credit = page.locator('iframe').contentFrame().locator('body > footer a');
  const tab = await opened(context, () => credit.click());
  expect(tab.url()).toMatch(new RegExp(`^${site.url()}#[\\w-]+$`));
  expect(await tab.evaluate('opener')).toBeNull();
  await expect(figure.root).toBeVisible();
});

test('what is saved opens no tab', async ({ page, context, site, host }) => {
  await openHost(page, host, iframe(site.url(embed), 'width="680" height="1000"'));
  const figure = await framed(page);
  await figure.root.locator('summary', { hasText: 'Share' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure.root.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('scarcity.csv');
  expect(context.pages()).toHaveLength(1);
  await expect(figure.root).toBeVisible();
});

test('WordPress, whose frames may open nothing, is asked to go to the essay', async ({
  page,
  site,
  host,
}) => {
  await openInWordpress(page, host, site.url(`${embed}?lead=3y`));
  await framed(page);
  const credit = page.locator('iframe').contentFrame().locator('body > footer a');
  const href = await credit.evaluate((link: HTMLAnchorElement) => link.href);
  await credit.click();
  await page.waitForURL(href);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('and is not asked to go anywhere else, nor where the reader says with a key that it is to be a tab', async ({
  page,
  context,
  site,
  host,
  expectMessages,
}) => {
  expectMessages(/Blocked opening .* in a new window/);
  await standIn(context);
  await openInWordpress(page, host, site.url(embed), 900);
  const figure = await framed(page);
  await figure.root.getByRole('button', { name: 'More' }).click();
  const { link } = await source(figure);
  const before = page.url();
  await link.click();
  expect(context.pages()).toHaveLength(1);
  const credit = page.locator('iframe').contentFrame().locator('body > footer a');
  await opened(context, () => credit.click({ modifiers: ['Control'] }));
  const heard = await saidInAll(page);
  expect(heard).not.toContainEqual(expect.objectContaining({ message: 'link' }));
  expect(page.url()).toBe(before);
  await expect(figure.root).toBeVisible();
});
