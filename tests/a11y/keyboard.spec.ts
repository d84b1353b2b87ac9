import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../browser/test.ts';
import { expectTheLaw, pull, query, ScarcityFigure, take } from '../e2e/figure.ts';

async function open(page: Page, address: string): Promise<ScarcityFigure> {
  await page.goto(address);
  return new ScarcityFigure(page).ready();
}

/** What the keyboard stands on, in words, and whether that can be seen. */
function stop(page: Page): Promise<{ name: string; inFigure: boolean; seen: boolean }> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const shown = (element: Element | null | undefined) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
      return element !== null && element !== undefined && outlineStyle !== 'none' && outlineWidth !== '0px';
    };
    // Our own dots and thumbs wear the colour of focus as a stroke, where others have an outline.
    const probe = document.createElement('i');
    probe.style.color = 'var(--focus)';
    document.body.append(probe);
    const focus = getComputedStyle(probe).color;
    probe.remove();
    const own = at.querySelector('.halo') ?? at.parentElement?.querySelector('.thumb');
    const stroked = own !== null && own !== undefined && getComputedStyle(own).stroke === focus;
    const radio = at instanceof HTMLInputElement && at.type === 'radio';
    const key = at.getAttribute('name');
    return {
      name:
        at instanceof SVGElement
          ? `dot ${key}`
          : radio
            ? `scale ${at.value}`
            : at instanceof HTMLInputElement
              ? `slider ${key}`
              : (at.getAttribute('aria-label') ?? at.textContent?.trim() ?? ''),
      inFigure: at.closest('[data-widget]') !== null,
      seen: stroked || shown(radio ? at.nextElementSibling : at),
    };
  });
}

/** Every stop of the Tab key inside the figure, from the one before it to the one after. */
async function stopsIn(page: Page, figure: ScarcityFigure): Promise<string[]> {
  await figure.root.evaluate((root) => {
    // A place just before the figure, from where Tab goes on.
    const before = document.createElement('span');
    before.tabIndex = -1;
    root.before(before);
    before.focus({ preventScroll: true });
  });
  const names: string[] = [];
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab');
    const { name, inFigure, seen } = await stop(page);
    if (!inFigure) break;
    expect(seen, `focus on ${name} can be seen`).toBe(true);
    names.push(name);
  }
  return names;
}

/** Starts to note what the polite live region says. */
async function listen(figure: ScarcityFigure): Promise<() => Promise<string[]>> {
  const notes = await figure.said.evaluateHandle((region) => {
    const heard: string[] = [];
    new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return heard;
  });
  return () => notes.evaluate((heard) => [...heard]);
}

test('Tab goes through the figure from its top to its end, and one always sees where it is', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url());
  expect(await stopsIn(page, figure)).toEqual([
    '7 months',
    '2 years',
    '10.8×',
    '6.8×',
    'scale log',
    'dot lead',
    'dot doubling',
    '10.8×',
    '2.4',
    'nothing',
    'dot commit',
    'slider doubling',
    'slider lead',
    'slider commit',
    'Other worlds',
    'Assumptions',
    'How this is computed',
    'Data',
    'Share',
    'Undo',
    'Redo',
    'Reset',
  ]);
  // It stays where it is when it has nothing to do, so that the keyboard's place is not lost with it.
  await expect(figure.reset).toBeDisabled();
});

test('what has been moved can be put back from the keyboard, one by one or all at once', async ({
  page,
  site,
}) => {
  const figure = await open(page, site.url('?doubling=1y&lead=3y'));
  expect(await stopsIn(page, figure)).toEqual([
    '1 year',
    '3 years',
    '8×',
    '4×',
    'scale log',
    'dot lead',
    'dot doubling',
    '8×',
    '4',
    'nothing',
    'dot commit',
    'Reset: Demand doubles every',
    'slider doubling',
    'Reset: Capacity takes',
    'slider lead',
    'slider commit',
    'Other worlds',
    'Assumptions',
    'How this is computed',
    'Data',
    'Share',
    'Undo',
    'Redo',
    'Reset',
  ]);
  await figure.root.getByRole('button', { name: 'Reset: Capacity takes' }).press('Enter');
  await expect.poll(() => figure.world()).toEqual({ doubling: 1, lead: 2, commit: 0 });
  await figure.reset.press('Enter');
  await expect.poll(() => query(page)).toEqual({});
  await expectTheLaw(page, figure);
  // The button has nothing left to do, but keeps the keyboard's place.
  await expect(figure.reset).toBeFocused();
});

test('the assumptions and the data open by keyboard, and hold another slider', async ({ page, site }) => {
  const figure = await open(page, site.url());
  for (const summary of await figure.root.locator('summary').all()) await summary.press('Enter');
  await expect(figure.root.getByRole('table')).toBeVisible();
  const stops = await stopsIn(page, figure);
  expect(stops.slice(7)).toContain('slider ceiling');
  await figure.slider('ceiling').press('Home');
  await expect(figure.root.locator('[data-answer]')).toContainText('up to 2×');
});

for (const { what, control } of [
  { what: 'A slider', control: (figure: ScarcityFigure) => figure.slider('doubling') },
  { what: 'A dot on the picture', control: (figure: ScarcityFigure) => figure.handle('doubling') },
  {
    what: 'A number in the prose',
    control: (figure: ScarcityFigure) => figure.root.page().locator('[data-scrub="doubling"]').first(),
  },
]) {
  test(`${what} answers to arrows, shift, page keys, Home and End`, async ({ page, site }) => {
    const figure = await open(page, site.url());
    const at = control(figure);
    const value = async () => (await figure.world()).doubling;
    const after = async (key: string) => {
      const before = await value();
      await at.press(key);
      await expect.poll(value).not.toBe(before);
      await expectTheLaw(page, figure);
      return (await value()) - before;
    };
    const one = await after('ArrowRight');
    expect(one).toBeGreaterThan(0);
    expect(await after('ArrowLeft')).toBeCloseTo(-one, 9);
    expect(await after('ArrowUp')).toBeCloseTo(one, 9);
    expect(await after('ArrowDown')).toBeCloseTo(-one, 9);
    const five = await after('Shift+ArrowRight');
    expect(five).toBeGreaterThan(one);
    expect(await after('Shift+ArrowLeft')).toBeCloseTo(-five, 9);
    const ten = await after('PageUp');
    expect(ten).toBeGreaterThan(five);
    expect(await after('PageDown')).toBeCloseTo(-ten, 9);
    await after('End');
    expect(await value()).toBe(5);
    await after('Home');
    expect(await value()).toBe(0.125);
    await expect.poll(() => query(page)).toEqual({ doubling: '1.5mo' });
  });
}

test('a key that is no slider key, or has Control with it, moves nothing', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const before = await figure.world();
  for (const key of ['a', 'Enter', 'Control+ArrowRight', 'Alt+ArrowUp'])
    await figure.handle('lead').press(key);
  for (const key of ['a', 'Enter']) await figure.slider('lead').press(key);
  expect(await figure.world()).toEqual(before);
});

test('each slider says its name, its unit and its ends', async ({ page, site }) => {
  const figure = await open(page, site.url('?commit=1y'));
  const named = (control: Locator, name: string, value: string) =>
    Promise.all([
      expect(control).toHaveAccessibleName(name),
      expect(control).toHaveAttribute('aria-valuetext', value),
    ]);
  for (const control of [figure.slider('doubling'), figure.handle('doubling')])
    await named(control, 'Demand doubles every', '7 months');
  for (const control of [figure.slider('lead'), figure.handle('lead')])
    await named(control, 'Capacity takes', '2 years');
  for (const control of [figure.slider('commit'), figure.handle('commit')])
    await named(control, 'Committed ahead', '1 year');

  for (const scrub of await page.locator('[data-scrub]').all()) {
    await expect(scrub).toHaveRole('slider');
    await expect(scrub).toHaveAttribute('aria-valuetext', /^(nothing|[\d.]+ (month|year)s?)$/);
  }
  const handle = figure.handle('commit');
  await expect(handle).toHaveAttribute('aria-valuemin', '0');
  await expect(handle).toHaveAttribute('aria-valuemax', '2');
  await figure.slider('commit').press('Home');
  await expect(handle).toHaveAttribute('aria-valuetext', 'nothing');
});

test('the answer is said once a key press, and once when a hand lets go', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const heard = await listen(figure);
  await figure.handle('doubling').press('ArrowRight');
  await expect.poll(heard).toHaveLength(1);
  await figure.slider('lead').press('PageUp');
  await expect.poll(heard).toHaveLength(2);
  const answer = await figure.root.locator('[data-answer]').textContent();
  expect((await heard()).at(-1)).toBe(answer);

  const from = await take(page, figure.handle('lead'));
  await pull(page, from, 90, 0);
  await expect(figure.root.locator('[data-answer]')).not.toHaveText(answer ?? '');
  expect(await heard()).toHaveLength(2);
  await page.mouse.up();
  await expect.poll(heard).toHaveLength(3);
  expect((await heard()).at(-1)).toBe(await figure.root.locator('[data-answer]').textContent());
});

test('a hand that holds a slider is not talked into either', async ({ page, site }) => {
  const figure = await open(page, site.url());
  const heard = await listen(figure);
  const from = await take(page, figure.slider('doubling'));
  await pull(page, from, 60, 0);
  await expect(figure.handle('doubling')).not.toHaveAttribute('aria-valuetext', '7 months');
  expect(await heard()).toEqual([]);
  await page.mouse.up();
  await expect.poll(heard).toHaveLength(1);
});

test('Tab walks the whole essay, every stop can be seen, and it is left again at its end', async ({
  page,
  site,
}) => {
  await open(page, site.url());
  await page.evaluate(() => {
    scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
  });
  const names: string[] = [];
  // Far more than there are: where it is trapped, it never ends.
  const MOST = 1200;
  for (let presses = 0; presses < MOST; presses++) {
    await page.keyboard.press('Tab');
    const { name, seen } = await stop(page);
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    expect(seen, `focus on ${name} can be seen`).toBe(true);
    names.push(name);
  }
  expect(names[0]).toBe('Skip to the text');
  expect(names.length).toBeGreaterThan(40);
  expect(names.length).toBeLessThan(MOST);
});
