import { readFile } from 'node:fs/promises';
import { expect, test } from '../browser/test.ts';
import { expectTheLaw, query, ScarcityFigure } from './figure.ts';

test('a guess is asked for once, and the prose remembers it in a sentence', async ({ page, site }) => {
  await page.goto(site.url());
  const root = page.locator('[data-widget="scarcity"]');
  await root.scrollIntoViewIfNeeded();
  await root.getByRole('button', { name: '3×', exact: true }).click();
  await expect(page.locator('[data-guess="scarcity"]')).toHaveText(
    'You guessed 3×; with the essay’s numbers it is 10.8×, which is 3.6 times your guess.',
  );
  await expect(root.getByRole('button', { name: 'Just show me' })).toHaveCount(0);
});

test('a link to another world asks for no guess', async ({ page, site }) => {
  await page.goto(site.url('?lead=3y'));
  const figure = await new ScarcityFigure(page).ready();
  await expect(figure.root.getByRole('group', { name: /Your guess/ })).toHaveCount(0);
});

test('what a hand has done is undone and redone, by key and by button, for the whole page', async ({
  page,
  site,
}) => {
  await page.goto(site.url());
  const figure = await new ScarcityFigure(page).ready();
  await figure.slider('lead').press('End');
  await figure.slider('commit').press('End');
  await expect.poll(() => query(page)).toEqual({ lead: '7y', commit: '7y' });
  await figure.slider('lead').press('Control+z');
  await expect.poll(() => query(page)).toEqual({ lead: '7y' });
  await expectTheLaw(page, figure);
  await figure.root.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => query(page)).toEqual({});
  await figure.slider('lead').press('Control+Shift+z');
  await expect.poll(() => query(page)).toEqual({ lead: '7y' });
  await page.getByRole('button', { name: 'Back to the essay’s' }).click();
  await expect.poll(() => query(page)).toEqual({});
  await expectTheLaw(page, figure);
});

test('a claim turns over where it is false, says where it holds, and leads there', async ({ page, site }) => {
  await page.goto(site.url('?lead=3mo'));
  const claim = page.locator('#claim-half-missing');
  await expect(claim).toHaveClass(/broken/);
  await expect(claim).toContainText('What is struck out holds while the lead time is over 7 months.');
  await claim.getByRole('button').click();
  await expect(claim).not.toHaveClass(/broken/);
  await expect(page.locator('body > [aria-live=polite]')).toContainText('True again');
});

test('the first claims to turn are said aloud, by whichever figure', async ({ page, site }) => {
  await page.goto(site.url());
  const figure = await new ScarcityFigure(page).ready();
  await figure.slider('lead').press('Home');
  await expect(page.locator('#claim-half-missing')).toHaveClass(/broken/);
  await expect(page.locator('body > [aria-live=polite]').filter({ hasText: 'No longer true' })).toContainText(
    'At least half of what is wanted is there.',
  );
});

test('growth that ends turns over what only endless growth makes true, and there is a way back', async ({
  page,
  site,
}) => {
  await page.goto(site.url('?scarcity.ceiling=100x'));
  const claim = page.locator('#claim-never-closes');
  await expect(claim).toHaveClass(/broken/);
  await expect(claim).toContainText('It catches up, because you have let demand level off.');
  await claim.getByRole('button').click();
  await expect(claim).not.toHaveClass(/broken/);
  await expect(claim).toBeFocused();
  await expect.poll(() => query(page)).toEqual({});
});

test('while a guess is asked for, neither the figure nor the prose gives it away', async ({ page, site }) => {
  await page.goto(site.url());
  const root = page.locator('[data-widget="scarcity"]');
  await root.scrollIntoViewIfNeeded();
  const prose = page.locator('p', { has: page.locator('[data-guess="scarcity"]') });
  await expect(root.locator('[data-answer]')).toHaveAttribute('inert');
  await expect(prose).toHaveClass(/veiled/);
  await root.getByRole('button', { name: '3×', exact: true }).press('Enter');
  await expect(root.locator('[data-answer]')).toBeFocused();
  await expect(prose).not.toHaveClass(/veiled/);
});

test('a link that could not be followed is said aloud once, however many figures show it', async ({
  page,
  site,
}) => {
  await page.goto(site.url('?doubling=banana&lead=3y'));
  await page.locator('[data-widget="phase-map"]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-widget="phase-map"][data-ready]')).toBeVisible();
  await expect(page.getByText('The link asked for “doubling=banana”').nth(1)).toBeVisible();
  await expect(page.locator('[role=status]', { hasText: 'doubling=banana' })).toHaveCount(1);
});

test('a key held down is one change', async ({ page, site }) => {
  await page.goto(site.url());
  const figure = await new ScarcityFigure(page).ready();
  await figure.slider('lead').focus();
  for (let press = 0; press < 8; press++) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await page.keyboard.press('Control+z');
  await expect.poll(() => query(page)).toEqual({});
});

test('a second press on an open number closes it', async ({ page, site }) => {
  await page.goto(site.url('embed/scarcity/'));
  const figure = await new ScarcityFigure(page).ready();
  const number = figure.root.locator('[data-answer] [data-result="scarcity"]');
  await number.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await number.click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await number.click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a number opens by key on what it is made of, and gives the focus back', async ({ page, site }) => {
  await page.goto(site.url('embed/scarcity/'));
  const figure = await new ScarcityFigure(page).ready();
  const number = figure.root.locator('[data-answer] [data-result="scarcity"]');
  await number.press('Enter');
  const opened = page.getByRole('dialog');
  await expect(opened.locator('math')).toHaveCount(1);
  await expect(opened).toContainText('Epoch AI');
  await page.keyboard.press('Escape');
  await expect(opened).toHaveCount(0);
  await expect(number).toBeFocused();
});

test('a figure in the prose opens on its source', async ({ page, site }) => {
  await page.goto(site.url());
  await page.locator('[data-fact="A01"]').first().click();
  await expect(page.getByRole('dialog')).toContainText('as of 2026-04');
});

for (const extension of ['csv', 'svg'] as const) {
  test(`the ${extension} that is saved says what it shows, and where it is from`, async ({ page, site }) => {
    await page.goto(site.url('embed/scarcity/?lead=3y'));
    const figure = await new ScarcityFigure(page).ready();
    await figure.root.locator('summary', { hasText: 'Share' }).click();
    const saving = page.waitForEvent('download');
    await figure.root.getByRole('button', { name: extension.toUpperCase(), exact: true }).click();
    const text = await readFile(await (await saving).path(), 'utf8');
    for (const said of ['What happens when a fast clock meets a slow one?', '3 years', 'Epoch AI']) {
      expect(text).toContain(said);
    }
    expect(text).toContain(extension === 'csv' ? '17.66543221878' : '35.3×');
  });
}
