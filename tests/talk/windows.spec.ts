import { expect, test } from '../browser/test.ts';
import { middleOf } from '../e2e/figure.ts';
import { agree, TalkWindow } from './window.ts';

const LAW = 'talk/the-law/';
const MEET = '#/meet';
const SPEAKS = 'talk/the-law/presenter/';

/** Drags a handle of the widget on show by so many px, and lets go. */
async function drag(window: TalkWindow, key: string, right: number, down: number): Promise<void> {
  const at = await middleOf(window.handle(key));
  const { mouse } = window.page;
  await mouse.move(at.x, at.y);
  await mouse.down();
  await mouse.move(at.x + right, at.y + down, { steps: 8 });
  await mouse.up();
}

test('what the speaker drags the audience sees, and the reverse', async ({ context, site }) => {
  const audience = await TalkWindow.open(context, site.url(LAW + MEET));
  const speaker = await TalkWindow.open(context, site.url(SPEAKS + MEET));

  await speaker.slider('lead').press('ArrowRight');
  await expect.poll(() => speaker.value('lead')).toBeGreaterThan(2);
  await agree(speaker, audience, 'lead');

  await drag(speaker, 'doubling', 0, 50);
  await expect.poll(() => speaker.value('doubling')).toBeGreaterThan(0.6);
  await agree(speaker, audience, 'doubling');
  // What was written for another state gives way to the widget’s own answer.
  await expect(audience.widget.locator('[data-answer]')).toBeVisible();

  await audience.page.bringToFront();
  const before = await audience.value('doubling');
  await drag(audience, 'doubling', 0, -90);
  await expect.poll(() => audience.value('doubling')).toBeLessThan(before);
  await agree(audience, speaker, 'doubling');
});

test('a drag goes as far as the hand, however large the slide is shown', async ({ context, site }) => {
  const audience = await TalkWindow.open(context, site.url(LAW + MEET));
  const from = await middleOf(audience.handle('lead'));
  await drag(audience, 'lead', 120, 0);
  const to = await middleOf(audience.handle('lead'));
  expect(Math.abs(to.x - from.x - 120)).toBeLessThan(12);
});

test('a window that goes along with another has its address, too', async ({ context, site }) => {
  await TalkWindow.open(context, site.url(LAW + MEET));
  const speaker = await TalkWindow.open(context, site.url(SPEAKS));
  await expect(speaker.page).toHaveURL(/#\/meet$/);
  // One that was asked to be where there is nothing says where it is.
  const other = await TalkWindow.open(context, `${site.url(SPEAKS)}#/nowhere/9`);
  await expect(other.page).toHaveURL(/#\/meet$/);
});

test('both windows go through the same slides and steps, and both addresses say where', async ({
  context,
  site,
}) => {
  const audience = await TalkWindow.open(context, site.url(LAW));
  const speaker = await TalkWindow.open(context, site.url(SPEAKS));
  for (const [slide, step] of [
    ['two-clocks', 1],
    ['two-clocks', 2],
    ['meet', 1],
    ['meet', 2],
  ] as const) {
    await speaker.press('PageDown');
    await speaker.isAt(slide, step);
    await audience.isAt(slide, step);
  }
  await audience.page.bringToFront();
  await audience.press('PageUp');
  await speaker.isAt('meet', 1);
  await audience.press('PageDown');
  await audience.ready();
  await speaker.isAt('meet', 2);
  // The step is a state of the widget, there too.
  await expect.poll(() => audience.value('lead')).toBe(3);
  await expect.poll(() => speaker.value('lead')).toBe(3);
});

test('a window opened late catches up with slide, step, state and screen', async ({ context, site }) => {
  const speaker = await TalkWindow.open(context, site.url(SPEAKS + MEET));
  await speaker.press('PageDown');
  await speaker.slider('commit').press('PageDown');
  await speaker.isAt('meet', 3);
  await speaker.slider('commit').focus();
  await speaker.slider('commit').press('ArrowRight');
  await expect.poll(() => speaker.value('commit')).toBeGreaterThan(0);
  await speaker.press('.');

  const audience = await TalkWindow.open(context, site.url(LAW));
  await audience.isAt('meet', 3);
  await audience.ready();
  await agree(speaker, audience, 'commit');
  await expect(audience.page.locator('[data-screen=black]')).toBeVisible();
});

for (const role of ['audience', 'presenter'] as const) {
  test(`the ${role}’s window is reloaded onto the same slide, step and state`, async ({ context, site }) => {
    const audience = await TalkWindow.open(context, site.url(LAW + MEET));
    const speaker = await TalkWindow.open(context, site.url(SPEAKS));
    await speaker.isAt('meet');
    await speaker.press('PageDown');
    // The end of the scale is where the step has brought it.
    await expect.poll(() => speaker.value('lead')).toBe(3);
    await speaker.slider('commit').press('End');
    await expect.poll(() => speaker.value('commit')).toBe(3);
    await agree(speaker, audience, 'commit');

    const reloaded = role === 'audience' ? audience : speaker;
    await reloaded.page.reload();
    await reloaded.ready();
    await reloaded.isAt('meet', 2);
    await expect.poll(() => reloaded.value('commit')).toBe(3);
  });
}

test('a window alone is reloaded onto the same state, too', async ({ context, site }) => {
  const audience = await TalkWindow.open(context, site.url(LAW + MEET));
  await audience.slider('lead').press('End');
  await expect.poll(() => audience.value('lead')).toBe(7);
  await audience.page.reload();
  await audience.ready();
  await audience.isAt('meet');
  await expect.poll(() => audience.value('lead')).toBe(7);
});

test('two presenters don’t fight: the last hand drives, and all windows end alike', async ({
  context,
  site,
}) => {
  const audience = await TalkWindow.open(context, site.url(LAW + MEET));
  const one = await TalkWindow.open(context, site.url(SPEAKS));
  const two = await TalkWindow.open(context, site.url(SPEAKS));
  await one.isAt('meet');
  await two.isAt('meet');

  // One holds the curve while the other takes it, and moves on after having lost it.
  const held = await middleOf(one.handle('doubling'));
  await one.page.mouse.move(held.x, held.y);
  await one.page.mouse.down();
  await one.page.mouse.move(held.x, held.y + 40, { steps: 4 });
  await agree(one, audience, 'doubling');
  await drag(two, 'lead', 60, 0);
  const lead = await two.value('lead');
  await one.page.mouse.move(held.x, held.y + 60, { steps: 4 });
  await one.page.mouse.up();

  await one.press('Escape');
  await one.press('PageDown');
  // Pressed at the same moment in both, it would be one step.
  await two.isAt('meet', 2);
  await two.press('PageDown');
  for (const each of [audience, one, two]) await each.isAt('meet', 3);
  expect(lead).toBeGreaterThan(2);
  for (const key of ['doubling', 'lead', 'commit']) {
    await agree(one, audience, key);
    await agree(two, audience, key);
  }
});

test('freeze keeps the audience’s picture while the speaker looks ahead', async ({ context, site }) => {
  const audience = await TalkWindow.open(context, site.url(LAW + MEET));
  const speaker = await TalkWindow.open(context, site.url(SPEAKS));
  await speaker.isAt('meet');
  await speaker.press('z');
  await expect(speaker.page.getByRole('button', { name: 'Z freeze' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await speaker.press('PageDown');
  await speaker.press('PageDown');
  await speaker.press('PageDown');
  await speaker.isAt('formula');
  await audience.isAt('meet', 1);
  expect(await audience.value('lead')).toBe(2);
  // Nor is anything pointed at there.
  await speaker.press('l');
  await expect(speaker.page.locator('[data-pointer]')).toBeVisible();
  await expect(audience.page.locator('[data-pointer]')).toBeHidden();
  await speaker.press('l');

  // Reloaded, it is still frozen.
  await audience.page.reload();
  await audience.ready();
  await audience.isAt('meet', 1);
  await speaker.press('z');
  await audience.isAt('formula');
});

test.describe('on screens of one shape', () => {
  test.use({ viewport: { width: 1600, height: 900 } });

  test('the pointer is at the same place of the slide in both windows', async ({ context, site }) => {
    const audience = await TalkWindow.open(context, site.url(LAW + MEET));
    const speaker = await TalkWindow.open(context, site.url(SPEAKS));
    await speaker.isAt('meet');
    // As shares of the slide's width, down too: the speaker's slide has controls under it.
    const share = async (window: TalkWindow) => {
      const dot = await middleOf(window.page.locator('[data-pointer]'));
      const { x, y, width } = (await window.slide.boundingBox()) ?? { x: 0, y: 0, width: Number.NaN };
      return { x: (dot.x - x) / width, y: (dot.y - y) / width };
    };
    await expect(speaker.page.locator('[data-pointer]')).toBeHidden();
    await speaker.press('l');
    const box = await middleOf(speaker.handle('lead'));
    await speaker.page.mouse.move(box.x, box.y, { steps: 3 });
    await expect(audience.page.locator('[data-pointer]')).toBeVisible();
    await expect
      .poll(async () => {
        const [here, there] = [await share(speaker), await share(audience)];
        return Math.max(Math.abs(here.x - there.x), Math.abs(here.y - there.y));
      })
      .toBeLessThan(0.02);
    await speaker.press('l');
    await expect(audience.page.locator('[data-pointer]')).toBeHidden();
  });
});
