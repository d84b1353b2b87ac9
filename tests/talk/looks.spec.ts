import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { weigh, weightBars } from '../../scripts/weights.ts';
import { expect, test } from '../browser/test.ts';
import { TalkWindow } from './window.ts';

const TALKS = ['the-law', 'not-a-circle-a-queue'] as const;
/** The least that the back row reads, in px of a slide that is 1080 px tall. */
const LEAST_PX = 28;

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary})`),
  );
}

/** What on the slide on show is too small, out of the window, or on the words beside it. */
function faults(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate((least) => {
    const slide = document.querySelector('.reveal section.present');
    const canvas = document.querySelector<HTMLElement>('.reveal .slides');
    if (slide === null || canvas === null) return ['no slide'];
    const scale = canvas.getBoundingClientRect().width / canvas.offsetWidth;
    const found: string[] = [];
    const name = `${slide.getAttribute('data-slide')}/${slide.getAttribute('data-step')}`;
    for (const element of slide.querySelectorAll<HTMLElement | SVGElement>('*')) {
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const box = element.getBoundingClientRect();
      const look = getComputedStyle(element);
      if (
        !words ||
        box.width <= 1 ||
        look.visibility === 'hidden' ||
        element.closest('template, .visually-hidden')
      )
        continue;
      // They come only when a hand does, and are as large as they need be for that.
      if (element.closest('.controls, .switcher, option')) continue;
      const svg = element instanceof SVGElement ? element.ownerSVGElement : null;
      const zoom = 'currentCSSZoom' in element ? Number(element.currentCSSZoom) : 1;
      const px =
        Number.parseFloat(look.fontSize) * (svg === null ? zoom * scale : (svg.getScreenCTM()?.a ?? 0));
      // A font-size is rounded once more by the browser.
      if (px / scale < least - 0.05)
        found.push(`${name}: ${(px / scale).toFixed(1)} px: ${element.textContent}`);
      const isOut =
        box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
      if (isOut) found.push(`${name}: out of the window: ${element.textContent}`);
    }
    const shown = (selector: string) =>
      [...slide.querySelectorAll(selector)].filter((each) => getComputedStyle(each).visibility === 'visible');
    const said = [...shown(':scope > .said'), ...shown('[data-answer]')].map((each) =>
      each.getBoundingClientRect(),
    );
    const others = [
      ...shown('.shown svg'),
      ...shown(':scope > footer'),
      ...shown(':scope > header .title'),
    ].map((each) => each.getBoundingClientRect());
    for (const a of said)
      for (const b of others)
        if (
          a.width > 0 &&
          b.width > 0 &&
          a.left < b.right - 2 &&
          b.left < a.right - 2 &&
          a.top < b.bottom - 4 &&
          b.top < a.bottom - 4
        )
          found.push(`${name}: its words stand on something`);
    return found;
  }, leastPx);
}

for (const talk of TALKS) {
  for (const { width, height, least } of [
    { width: 1920, height: 1080, least: LEAST_PX },
    { width: 1280, height: 720, least: LEAST_PX },
    // A narrow screen leaves tall pictures less.
    { width: 1024, height: 768, least: 21 },
  ]) {
    test(`${talk}: every step can be read from the back row at ${width}×${height}`, async ({
      page,
      site,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const window = await TalkWindow.open(page, site.url(`talk/${talk}/`));
      const found: string[] = [];
      for (const [slide, step] of await window.steps()) {
        await window.isAt(slide, step);
        await window.ready();
        found.push(...(await faults(page, least)));
        await window.press('PageDown');
      }
      expect(found).toEqual([]);
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${talk}: axe finds nothing wrong with any window in ${colorScheme}`, async ({ page, site }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      for (const [path, slide] of [
        ['', 'opening'],
        ['', 'end'],
        ['', talk === 'the-law' ? 'meet' : 'overhang'],
        ['presenter/', talk === 'the-law' ? 'blame' : 'queue'],
      ] as const) {
        await page.goto('about:blank');
        const window = await TalkWindow.open(page, site.url(`talk/${talk}/${path}#/${slide}`));
        await window.isAt(slide);
        expect(await violations(page), `${path}#/${slide}`).toEqual([]);
      }
      for (const path of ['print/', 'handout/']) {
        await page.goto(site.url(`talk/${talk}/${path}`));
        expect(await violations(page), path).toEqual([]);
      }
    });
  }
}

test('axe finds nothing wrong with the boxes and the list of talks', async ({ page, site }) => {
  const window = await TalkWindow.open(page, site.url('talk/the-law/'));
  for (const key of ['?', 'g']) {
    await window.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await window.press('Escape');
  }
  await page.goto(site.url('talk/'));
  expect(await violations(page)).toEqual([]);
});

test('under reduced motion a step is there at once', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const window = await TalkWindow.open(page, site.url('talk/the-law/#/meet'));
  const seen = await window.slide.evaluate(async (slide) => {
    const input = slide.querySelector<HTMLInputElement>('input[name=lead]');
    const values = new Set<number>();
    const look = () => values.add(input?.valueAsNumber ?? Number.NaN);
    look();
    const press = new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true });
    document.body.dispatchEvent(press);
    for (let frame = 0; frame < 40; frame++) {
      await new Promise(requestAnimationFrame);
      look();
    }
    return [...values];
  });
  expect(seen).toEqual([2, 3]);
});

test('with motion the widget goes there through what lies between', async ({ page, site }) => {
  await TalkWindow.open(page, site.url('talk/the-law/#/meet'));
  const seen = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('.present input[name=lead]');
    const values = new Set<number>();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    while (input?.valueAsNumber !== 3) {
      await new Promise(requestAnimationFrame);
      values.add(input?.valueAsNumber ?? 3);
    }
    return [...values];
  });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

for (const [path, bar] of [
  ['talk/the-law/', weightBars.talk],
  ['talk/not-a-circle-a-queue/', weightBars.talk],
  ['talk/widget/scarcity/', weightBars.talk],
  ['talk/not-a-circle-a-queue/presenter/', weightBars.talk],
] as const) {
  test(`/${path} asks little before its first widget`, async ({ page, site }) => {
    // The worker would fetch every page of every talk.
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
    const { parts } = await weigh(page, site.url(path));
    // All but its entry comes with a widget.
    const own = parts.filter(({ url }) => !/_astro\/talk\/(?!entry)/.test(url));
    const total = own
      .filter(({ kind }) => kind !== 'inline script')
      .reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total, own.map(({ url, bytes }) => `${bytes} ${url}`).join('\n')).toBeLessThanOrEqual(bar);
    expect(total).toBeGreaterThan(80_000);
  });
}

test('every widget and preset can be presented straight from an address', async ({ page, site }) => {
  test.slow();
  await page.goto(site.url('talk/'));
  const presets = await page
    .locator('[data-preset]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(presets.length).toBeGreaterThan(50);
  const ones = presets.filter((_, index) => index % 6 === 0);
  for (const href of ones) {
    await page.goto('about:blank');
    const window = await TalkWindow.open(page, new URL(href, site.origin).href);
    await expect(window.widget.locator('.notice')).toHaveCount(0);
    await expect(window.widget.locator('[data-answer]')).toBeVisible();
    expect(new URL(page.url()).search).toBe(new URL(href, site.origin).search);
  }
});

test('a widget’s own page begins at the state its address asks for, and both its windows follow', async ({
  context,
  site,
}) => {
  const audience = await TalkWindow.open(context, site.url('talk/widget/scarcity/?lead=3y'));
  expect(await audience.value('lead')).toBe(3);
  const speaker = await TalkWindow.open(context, site.url('talk/widget/scarcity/presenter/'));
  await expect.poll(() => speaker.value('lead')).toBe(3);
  await speaker.slider('lead').press('Home');
  await expect.poll(() => audience.value('lead')).toBe(0.25);
});
