import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { framed, iframe, openHost } from './framing.ts';

const embed = 'embed/v1/scarcity/';

/** What is selected in the field that has the focus, if all of it is. */
const selected = (page: Page) =>
  page
    .locator('iframe')
    .contentFrame()
    .locator('html')
    .evaluate(({ ownerDocument: { activeElement: field } }) => {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
      return field.selectionStart === 0 && field.selectionEnd === field.value.length ? field.value : null;
    });

test('in a sandbox nothing is said to be saved or copied that isn’t, and all of it can be copied by hand', async ({
  page,
  site,
  host,
  expectMessages,
}) => {
  expectMessages(/Clipboard API has been blocked/);
  await openHost(
    page,
    host,
    iframe(site.url(`${embed}?lead=3y`), 'sandbox="allow-scripts" width="680" height="1200"'),
  );
  const downloads: string[] = [];
  page.on('download', (file) => downloads.push(file.suggestedFilename()));
  const { root } = await framed(page);
  await root.locator('summary', { hasText: 'Share' }).click();
  const status = root.getByRole('status').last();

  await root.getByRole('button', { name: 'Copy: Link to this state' }).click();
  await expect(status).toHaveText('Link to this state: selected, for your own keys to copy.');
  expect(await selected(page)).toBe(`${site.url()}?lead=3y#scarcity`);

  for (const [name, begins] of [
    ['CSV', /^#? ?\w/],
    ['JSON', /^\{/],
    ['SVG', /^<svg/],
  ] as const) {
    await root.getByRole('button', { name, exact: true }).click();
    await expect(status).toContainText(`scarcity.${name.toLowerCase()}: this page may not let`);
    const text = root.getByRole('textbox', { name: `scarcity.${name.toLowerCase()}` });
    await expect(text).toHaveValue(begins);
    expect(await selected(page)).toBe(await text.inputValue());
  }
  await root.getByRole('button', { name: 'PNG' }).click();
  await expect(status).toContainText('scarcity.png: this page may not let');
  await expect(root.locator('textarea')).toHaveCount(0);
  await expect(status).not.toContainText('saved');
  expect(downloads).toEqual([]);
});

test('a frame that has an origin hands its files to the browser, and no text beside them', async ({
  page,
  site,
  host,
}) => {
  await openHost(page, host, iframe(site.url(embed), 'width="680" height="1200"'));
  const { root } = await framed(page);
  await root.locator('summary', { hasText: 'Share' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    root.getByRole('button', { name: 'JSON' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('scarcity.json');
  await expect(root.getByRole('status').last()).toHaveText('scarcity.json: handed to your browser to save.');
  await expect(root.locator('textarea')).toHaveCount(0);
});
