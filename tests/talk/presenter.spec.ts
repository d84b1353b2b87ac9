import { expect, test } from '../browser/test.ts';
import { TalkWindow } from './window.ts';

const SPEAKS = 'talk/the-law/presenter/';

test('the timer runs, pauses, and says how the pace is', async ({ page, site }) => {
  await page.clock.install({ time: new Date('2026-07-01T14:07:00Z') });
  const window = await TalkWindow.open(page, site.url(SPEAKS));
  await page.clock.pauseAt(new Date('2026-07-01T14:07:30Z'));
  const left = page.locator('[data-left]');
  const pace = page.locator('[data-pace]');
  await expect(page.locator('[data-clock]')).toHaveText('14:07');
  await expect(left).toHaveText('5:00');
  await expect(pace).toHaveText('not started');

  await window.press('t');
  await page.clock.runFor(20_000);
  await expect(left).toHaveText('4:40');
  await expect(pace).toHaveText('on time');
  await page.clock.runFor(15_000);
  // The opening is to take 30 seconds.
  await expect(pace).toHaveText('5 s behind');

  await window.press('t');
  await page.clock.runFor(60_000);
  await expect(left).toHaveText('4:25');
  await window.press('t');
  await page.clock.runFor(5_000);
  await expect(left).toHaveText('4:20');

  await window.press('PageDown');
  await page.clock.runFor(2_000);
  await expect(page.locator('[data-on-slide]')).toHaveText('0:02');
  await expect(pace).toHaveText('on time');
  await window.press('PageDown');
  await window.press('PageDown');
  await page.clock.runFor(1_000);
  await expect(pace).toHaveText('32 s ahead');
});

test('the timer starts by itself when the talk moves on, and comes through a reload', async ({
  page,
  site,
}) => {
  await page.clock.install({ time: new Date('2026-07-01T14:07:00Z') });
  const window = await TalkWindow.open(page, site.url(SPEAKS));
  const left = page.locator('[data-left]');
  await expect(left).toHaveText('5:00');
  await window.press('PageDown');
  await page.clock.fastForward(30_000);
  await expect(left).toHaveText(/^4:[012]/);
  await page.reload();
  await window.ready();
  await expect(left).toHaveText(/^4:[012]/);
  await expect(left.locator('..')).toContainText('running');
});

test('the next step stands by as a still, and the notes are those of this step', async ({ page, site }) => {
  const window = await TalkWindow.open(page, site.url(`${SPEAKS}#/meet`));
  const still = page.locator('.still');
  await expect(still.locator('[data-widget=scarcity]')).toHaveAttribute('data-ready', '');
  await expect(still.locator('input[name=lead]')).toHaveValue('3');
  await expect(still).toHaveAttribute('inert', '');
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Before I say the number');
  await window.press('PageDown');
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('building take three years');
  await expect.poll(() => still.locator('input[name=doubling]').inputValue()).toBe('1');
  await window.press('End');
  await expect(still).toContainText('This is the last step');
});

test('the notes grow and shrink', async ({ page, site }) => {
  await TalkWindow.open(page, site.url(SPEAKS));
  const size = () =>
    page.locator('.notes').evaluate((notes) => Number.parseFloat(getComputedStyle(notes).fontSize));
  const before = await size();
  await page.getByRole('button', { name: 'larger notes' }).click();
  expect(await size()).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'smaller notes' }).click();
  expect(await size()).toBe(before);
});

test('it says whether an audience’s window is in step', async ({ context, site }) => {
  const speaker = await TalkWindow.open(context, site.url(SPEAKS));
  await expect(speaker.page.locator('[data-state]')).toContainText('No audience window');
  const audience = await TalkWindow.open(context, site.url('talk/the-law/'));
  const state = speaker.page.locator('[data-state]');
  await expect(state).toContainText('Audience window in step');
  // Another speaker's window is none.
  const other = await TalkWindow.open(context, site.url(SPEAKS));
  await audience.page.close();
  await expect(state).toContainText('No audience window');
  await expect(other.page.locator('[data-state]')).toContainText('No audience window');
});

test('it is told of an audience that was there before it, and that comes to where it is', async ({
  context,
  site,
}) => {
  const audience = await TalkWindow.open(context, site.url('talk/the-law/'));
  const speaker = await TalkWindow.open(context, site.url('talk/the-law/presenter/#/blame'));
  await expect(speaker.page.locator('[data-state]')).toContainText('Audience window in step');
  await audience.isAt('blame');
});

test('a click on what the speaker reads or presses leaves the keys to the deck', async ({ page, site }) => {
  const speaker = await TalkWindow.open(page, site.url(SPEAKS));
  await page.getByRole('region', { name: 'Notes' }).click();
  await speaker.press('ArrowRight');
  await speaker.isAt('two-clocks');
  await page.getByRole('button', { name: 'Z freeze' }).click();
  await speaker.press('ArrowRight');
  await speaker.isAt('two-clocks', 2);
});
