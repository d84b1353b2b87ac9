import { expect, test } from '../browser/test.ts';
import { middleOf } from '../e2e/figure.ts';
import { TalkWindow } from './window.ts';

const MEET = 'talk/the-law/#/meet';

test.describe('while a control has the focus', () => {
  for (const control of ['a slider', 'a handle', 'a button', 'a text field'] as const) {
    test(`PageDown and PageUp move the deck, arrow keys don’t: ${control}`, async ({ page, site }) => {
      const window = await TalkWindow.open(page, site.url(MEET));
      const focused = {
        'a slider': window.slider('lead'),
        'a handle': window.handle('lead'),
        'a button': window.widget.locator('[role=button], button:visible').first(),
        'a text field': page.locator('#typed'),
      }[control];
      await window.slide.evaluate((slide) => {
        const field = document.createElement('input');
        field.id = 'typed';
        slide.append(field);
      });
      if (control === 'a button') await window.slider('lead').press('ArrowRight');
      const before = await window.value('lead');
      await focused.focus();
      for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'b', 'g', 'w']) {
        await window.press(key);
        await window.isAt('meet', 1);
      }
      await expect(page.locator('dialog[open], [data-screen]')).toHaveCount(0);
      await focused.focus();
      const held = await window.value('lead');
      await window.press('PageDown');
      await window.isAt('meet', 2);
      await window.press('PageUp');
      await window.isAt('meet', 1);
      expect([before, held].every(Number.isFinite)).toBe(true);
      // A number in an answer that is no longer shown can't keep it.
      if (control !== 'a button') await expect(focused).toBeFocused();
      await window.press('.');
      await expect(page.locator('[data-screen=black]')).toBeVisible();
    });
  }

  test('Escape leaves the control, and the arrows are the deck’s again', async ({ page, site }) => {
    const window = await TalkWindow.open(page, site.url(MEET));
    await window.slider('lead').focus();
    await window.press('Escape');
    await expect(window.slider('lead')).not.toBeFocused();
    await window.press('ArrowRight');
    await window.isAt('meet', 2);
    await window.press('ArrowLeft');
    await window.isAt('meet', 1);
    await window.press(' ');
    await window.isAt('meet', 2);
  });
});

test('F5 goes full screen and does not reload; Escape leaves it', async ({ page, site }) => {
  const window = await TalkWindow.open(page, site.url(MEET));
  await page.evaluate(() => {
    document.documentElement.dataset.same = '';
  });
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await window.press('F5');
  await expect.poll(isFull).toBe(true);
  await expect(page.locator('html')).toHaveAttribute('data-same', '');
  await window.slider('lead').focus();
  await window.press('Escape');
  await expect(window.slider('lead')).not.toBeFocused();
  expect(await isFull()).toBe(true);
  await window.press('Escape');
  await expect.poll(isFull).toBe(false);
  await window.press('f');
  await expect.poll(isFull).toBe(true);
});

test('. and B black out, W whites out, and the first press brings the picture back', async ({
  page,
  site,
}) => {
  const window = await TalkWindow.open(page, site.url(MEET));
  const screen = page.locator('[data-screen]');
  for (const [key, is] of [
    ['.', 'black'],
    ['b', 'black'],
    ['w', 'white'],
  ] as const) {
    await window.press(key);
    await expect(screen).toHaveAttribute('data-screen', is);
    await window.press(key);
    await expect(screen).toHaveCount(0);
  }
  await window.press('.');
  await window.press('PageDown');
  await expect(screen).toHaveCount(0);
  await window.isAt('meet', 1);
});

test('O shows all slides, on a dark screen too, and a press on one goes there', async ({ page, site }) => {
  const window = await TalkWindow.open(page, site.url(MEET));
  await window.press('b');
  await expect(page.locator('[data-screen=black]')).toBeVisible();
  await window.press('o');
  await expect(page.locator('[data-screen]')).toHaveCount(0);
  await expect(page.locator('.reveal.overview')).toBeVisible();
  const map = page.locator('section[data-slide=formula]');
  const at = await middleOf(map);
  await page.mouse.click(at.x, at.y);
  await expect(page.locator('.reveal.overview')).toHaveCount(0);
  await window.isAt('formula');
});

test('the overview is walked by keys, and nothing on its slides is reached', async ({ page, site }) => {
  const window = await TalkWindow.open(page, site.url(MEET));
  await window.press('o');
  await expect(page.locator('section[data-slide=meet]')).toBeFocused();
  await window.press('o');
  await expect(page.locator('.reveal.overview')).toHaveCount(0);
  await window.press('o');
  await window.press('ArrowRight');
  await expect(page.locator('section[data-slide=formula]')).toBeFocused();
  await window.press('Tab');
  await expect(page.locator('section[data-slide=blame]')).toBeFocused();
  await window.press('Enter');
  await expect(page.locator('.reveal.overview')).toHaveCount(0);
  await window.isAt('blame');
  await window.slider('lead').focus();
  await expect(window.slider('lead')).toBeFocused();
});

test('a slide that is not on show has the words of its picture', async ({ page, site }) => {
  const window = await TalkWindow.open(page, site.url(MEET));
  await window.press('PageDown');
  await window.press('PageDown');
  await window.press('PageDown');
  await window.isAt('formula');
  await window.press('PageDown');
  await window.isAt('blame');
  await window.press('PageUp');
  await window.isAt('formula');
  const meet = page.locator('section[data-slide=meet]');
  await expect(meet).toHaveAttribute('data-step', '3');
  await expect.poll(() => meet.locator('input[name=doubling]').inputValue()).toBe('1');
});

test('a key that is held turns the screen once', async ({ page, site }) => {
  await TalkWindow.open(page, site.url(MEET));
  await page.keyboard.down('.');
  await page.keyboard.down('.');
  await page.keyboard.down('.');
  await expect(page.locator('[data-screen=black]')).toBeVisible();
  await page.keyboard.up('.');
});

test('S finds the speaker’s window however the address is spelt', async ({ page, site, context }) => {
  const window = await TalkWindow.open(page, site.url('talk/the-law/index.html#/meet'));
  const coming = context.waitForEvent('page');
  await window.press('s');
  const speaker = await new TalkWindow(await coming).ready();
  expect(new URL(speaker.page.url()).pathname).toMatch(/\/talk\/the-law\/presenter\/$/);
});

test('G goes to a slide by name, and ? shows the keys', async ({ page, site }) => {
  const window = await TalkWindow.open(page, site.url(MEET));
  await window.press('g');
  const box = page.getByRole('dialog', { name: 'Go to' });
  await expect(box.getByRole('button', { name: 'What happens when' })).toBeFocused();
  await box.getByRole('button', { name: 'Where it breaks' }).click();
  await window.isAt('breaks');
  await window.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await window.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await window.isAt('breaks');
});

test('S opens the speaker’s window at the same place', async ({ page, site, context }) => {
  const window = await TalkWindow.open(page, site.url(MEET));
  await window.press('PageDown');
  const [opened] = await Promise.all([context.waitForEvent('page'), window.press('s')]);
  const speaker = await new TalkWindow(opened).ready();
  expect(new URL(opened.url()).pathname).toMatch(/\/presenter\/$/);
  await speaker.isAt('meet', 2);
});

test('what is off the stage can’t be seen or reached', async ({ page, site }) => {
  await TalkWindow.open(page, site.url(MEET));
  const states = await page.locator('.reveal .slides > section').evaluateAll((sections) =>
    sections.map((section) => ({
      isOn: section.classList.contains('present'),
      isInert: section.hasAttribute('inert'),
      visibility: getComputedStyle(section).visibility,
    })),
  );
  expect(states.length).toBeGreaterThan(5);
  for (const { isOn, isInert, visibility } of states) {
    expect(isInert).toBe(!isOn);
    expect(visibility).toBe(isOn ? 'visible' : 'hidden');
  }
});

test('keyboard alone: from one slide’s handle through the talk and back', async ({ page, site }) => {
  const window = await TalkWindow.open(page, site.url(MEET));
  const handle = window.handle('lead');
  for (let tabs = 0; tabs < 12 && !(await handle.evaluate((it) => it === document.activeElement)); tabs++)
    await window.press('Tab');
  await expect(handle).toBeFocused();
  await window.press('ArrowRight');
  await expect.poll(() => window.value('lead')).toBeGreaterThan(2);
  await window.press('Escape');
  for (const [slide, step] of [
    ['meet', 2],
    ['meet', 3],
    ['formula', 1],
  ] as const) {
    await window.press('ArrowRight');
    await window.isAt(slide, step);
  }
});

test('a mouse takes hold of a slider in the room, where the foot of the slide is', async ({ page, site }) => {
  const window = await TalkWindow.open(page, site.url(MEET));
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    const box = await window.slider('lead').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 0.8 * (box?.width ?? 0), (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await expect.poll(() => window.value('lead')).toBeGreaterThan(2.5);
    await page.keyboard.press('Home');
    await expect.poll(() => window.value('lead')).toBeLessThan(1);
  }
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a swipe turns the page, and never takes a drag from a control', async ({ page, site, context }) => {
    const window = await TalkWindow.open(page, site.url(MEET));
    const devtools = await context.newCDPSession(page);
    const swipe = async (from: { x: number; y: number }, right: number) => {
      const at = (x: number) => [{ x, y: from.y, id: 1 }];
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from.x) });
      for (const share of [0.25, 0.5, 0.75, 1])
        await devtools.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: at(from.x + right * share),
        });
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const title = await middleOf(window.slide.locator('.title'));
    await swipe(title, -300);
    await window.isAt('meet', 2);
    await swipe(title, 300);
    await window.isAt('meet', 1);

    await swipe(await middleOf(window.handle('lead')), 200);
    await expect.poll(() => window.value('lead')).toBeGreaterThan(2);
    await window.isAt('meet', 1);
    const lead = await window.value('lead');
    await swipe(await middleOf(window.handle('lead')), -150);
    await expect.poll(() => window.value('lead')).toBeLessThan(lead);
    await window.isAt('meet', 1);
  });
});

test('the key after a box is closed is the deck’s, however soon it comes', async ({ page, site }) => {
  await TalkWindow.open(page, site.url(MEET));
  await page.evaluate(async () => {
    for (const key of ['?', 'Escape', 'g']) {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      // Before anything is drawn.
      await Promise.resolve();
    }
  });
  await expect(page.getByRole('dialog')).toHaveText(/^Go to/);
});
