import type { Page } from '@playwright/test';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { expect, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';
import { ask, framed, iframe, openHost, said, tell } from './framing.ts';

const embed = 'embed/v1/scarcity/';
const ids = widgetFolders(new URL('../../', import.meta.url)).map(({ id }) => id);
/** What an attacker would have us say. */
const WORDS = 'Free chips at evil.example';
const sealed = { ns: 'queue', v: 1 };

/** All that a frame shows and holds. */
const shown = (page: Page) =>
  page
    .locator('iframe')
    .first()
    .contentFrame()
    .locator('html')
    .evaluate(
      (html) =>
        `${html.ownerDocument.location.href} ${html.dataset.theme} ${html.querySelector('main')?.innerHTML}`,
    );

const bad: readonly unknown[] = [
  null,
  undefined,
  7,
  '',
  '{"ns":"queue","v":1,"type":"set","state":{"lead":"5y"}}',
  [],
  [sealed],
  {},
  { type: 'set', state: { lead: '5y' } },
  { ns: 'queue', type: 'set', state: { lead: '5y' } },
  { ...sealed, v: '1', type: 'set', state: { lead: '5y' } },
  { ...sealed, v: 2, type: 'set', state: { lead: '5y' } },
  { ...sealed, type: 'SET', state: { lead: '5y' } },
  { ...sealed, type: ['set'], state: { lead: '5y' } },
  { ...sealed, type: 'set' },
  { ...sealed, type: 'set', state: null },
  { ...sealed, type: 'set', state: 'lead=5y' },
  { ...sealed, type: 'set', state: { lead: ['5y'] } },
  { ...sealed, type: 'set', state: { lead: '5y', doubling: '<img src=x onerror=alert(1)>' } },
  { ...sealed, type: 'set', state: { lead: '5y', scale: 'javascript:alert(1)' } },
  { ...sealed, type: 'set', state: { lead: '5y' }, re: {} },
  { ...sealed, type: 'set', state: { lead: '5y' }, re: 'x'.repeat(1e6) },
  { ...sealed, type: 'set', state: { lead: '5y', junk: 'x'.repeat(1e6) } },
  { ...sealed, type: 'set', state: { lead: '5y' }, junk: Array.from({ length: 1e5 }, (_, index) => index) },
  { ...sealed, type: 'theme', value: 'red;}body{display:none' },
  { ...sealed, type: 'theme', value: { toString: 'dark' } },
  { ...sealed, type: 'init', theme: 'javascript:alert(1)' },
  { ...sealed, type: 'init', id: {} },
  { ...sealed, type: 'error', code: 'malformed' },
  { ...sealed, type: 'state', state: { lead: '5y' }, cause: 'user' },
  { message: 'ready', secret: '' },
  { message: 'ready', secret: '<b>' },
];

test('bad messages change nothing and show nothing, and those to us are answered', async ({
  page,
  site,
  host,
}) => {
  await openHost(page, host, iframe(site.url(embed), 'width="680" height="1000"'));
  const figure = await framed(page);
  const before = await shown(page);
  for (const message of bad) await tell(page, message);
  // With keys that would reach into every object, were they ever written.
  await page.evaluate(() => {
    const state = JSON.parse(
      '{"__proto__":{"lead":"5y","polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    const frame = document.querySelector('iframe')?.contentWindow;
    for (const type of ['set', 'get', 'init', '__proto__', 'constructor', 'toString'])
      frame?.postMessage(
        JSON.parse(
          `{"ns":"queue","v":1,"type":"${type}","__proto__":{"theme":"dark","state":{"lead":"5y"}}}`,
        ),
        '*',
      );
    frame?.postMessage({ ns: 'queue', v: 1, type: 'set', state }, '*');
    frame?.postMessage(
      {
        ns: 'queue',
        v: 1,
        type: 'set',
        state: JSON.parse('{"__proto__":"5y","toString":"5y","hasOwnProperty":"5y"}'),
      },
      '*',
    );
  });
  const { state } = await ask(page, { type: 'get' });
  expect(state).toMatchObject({ lead: '2y', doubling: '7mo' });
  expect(await shown(page)).toBe(before);
  expect(await figure.root.evaluate(() => 'polluted' in {})).toBe(false);
  const codes = (await said(page, 'error')).map(({ code }) => code);
  expect([...new Set(codes)].sort()).toEqual(['malformed', 'state', 'too-large', 'unknown', 'version']);
  // And it still answers to the hand.
  await figure.slider('lead').press('End');
  await expect.poll(async () => (await ask(page, { type: 'get' })).state).toMatchObject({ lead: '7y' });
});

// The lightest of the figures, and those that have most to draw.
for (const id of ['split', 'scarcity', 'queue', 'circularity']) {
  test(`ten thousand messages in a second leave ${id} as it is, and the reader’s`, async ({
    page,
    site,
    host,
  }) => {
    await openHost(page, host, iframe(site.url(`embed/v1/${id}/`), 'width="680" height="1000"'));
    const { root } = await framed(page, id);
    const before = await shown(page);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentWindow;
      for (let index = 0; index < 10_000; index++)
        frame?.postMessage({ ns: 'queue', v: 1, type: index % 2 ? 'set' : 'nonsense', state: '<b>' }, '*');
    });
    await ask(page, { type: 'get' });
    expect(await shown(page)).toBe(before);
    await root.locator('input[type=range]:visible').first().press('End');
    await expect.poll(() => shown(page)).not.toBe(before);
  });

  test(`ten thousand changes in a second end in one of ${id} that was asked for`, async ({
    page,
    site,
    host,
  }) => {
    await openHost(page, host, iframe(site.url(`embed/v1/${id}/`), 'width="680" height="1000"'));
    const { root } = await framed(page, id);
    const schema = Object((await said(page, 'hello'))[0]?.schema) as Record<
      string,
      { min?: number; max?: number }
    >;
    const key = await root.locator('input[type=range]:visible').first().getAttribute('name');
    if (key === null) throw new Error(`${id} has a slider with a name`);
    const { min = 0, max = 0 } = schema[key] ?? {};
    // What each becomes, asked for one by one.
    const values = [0.2, 0.4, 0.6].map((at) => min + at * (max - min));
    const expected: unknown[] = [];
    for (const value of values)
      expected.push(Object((await ask(page, { type: 'set', state: { [key]: value } })).state)[key]);
    await page.evaluate(
      ([name, all]) => {
        const frame = document.querySelector('iframe')?.contentWindow;
        for (let index = 0; index < 10_000; index++)
          frame?.postMessage(
            { ns: 'queue', v: 1, type: 'set', state: { [name]: all[index % all.length] }, re: index },
            '*',
          );
      },
      [key, values] as const,
    );
    const { state } = await ask(page, { type: 'get' });
    expect(expected).toContain(Object(state)[key]);
    await root.locator(`input[name="${key}"]`).press('End');
    const value = async () => Object((await ask(page, { type: 'get' })).state)[key];
    await expect.poll(async () => expected.includes(await value())).toBe(false);
  });
}

test('only the page that holds a frame is heard by it, and only a frame’s own window by the page', async ({
  page,
  site,
  host,
}) => {
  const foreign = host.page(`<link rel="icon" href="data:,"><script>
    const all = [parent, ...Array.from({ length: parent.length }, (_, index) => parent[index])].filter((one) => one !== self);
    for (const one of all) {
      for (const type of ['set', 'theme', 'init']) one.postMessage({ ns: 'queue', v: 1, type, state: { lead: '5y' }, value: 'dark', theme: 'dark' }, '*');
      one.postMessage({ ns: 'queue', v: 1, type: 'size', height: 3999 }, '*');
      one.postMessage({ ns: 'queue', v: 1, type: 'hello', widget: 'scarcity', schema: {} }, '*');
      one.postMessage({ ns: 'queue', v: 1, type: 'state', cause: 'user', state: { lead: '5y' } }, '*');
    }
    parent.postMessage('said', '*');
  </script>`);
  await openHost(
    page,
    host,
    `${iframe(site.url(embed), 'width="680" height="700"')}<compute-widget name="scarcity" lead="3y"></compute-widget><script src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  await framed(page);
  await expect(page.locator('compute-widget iframe').contentFrame().locator('[data-widget]')).toHaveAttribute(
    'data-ready',
  );
  const before = await shown(page);
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    frame.height = '90';
    document.body.append(frame);
  }, foreign);
  await expect.poll(() => page.evaluate("heard.some(({ data }) => data === 'said')")).toBe(true);
  expect((await ask(page, { type: 'get' })).state).toMatchObject({ lead: '2y' });
  expect(await shown(page)).toBe(before);
  expect(
    await page
      .locator('iframe')
      .evaluateAll((frames) =>
        frames.map(({ clientHeight }) => clientHeight).filter((height) => height > 3_000),
      ),
  ).toEqual([]);
  await expect(page.locator('iframe[height="90"]')).toHaveJSProperty('clientHeight', 90);
  await expect(page.locator('compute-widget')).toHaveAttribute('lead', '3y');
});

test('a frame’s wild heights are held to what a page can bear', async ({ page, site, host }) => {
  await openHost(
    page,
    host,
    `${iframe(site.url(embed), 'width="680" height="700"')}<script src="${site.url('embed/v1/embed.js')}"></script>`,
  );
  const figure = await framed(page);
  const height = () => page.locator('iframe').evaluate((one) => one.clientHeight);
  for (const [told, wanted] of [
    [1e9, 4_000],
    [-5, 120],
    [300.5, 300],
  ] as const) {
    await figure.root.evaluate(
      (_, value) => parent.postMessage({ ns: 'queue', v: 1, type: 'size', height: value }, '*'),
      told,
    );
    await expect.poll(async () => Math.abs((await height()) - wanted)).toBeLessThanOrEqual(1);
  }
  const before = await height();
  for (const told of ['1000', Number.NaN, Infinity, null, { valueOf: 7 }]) {
    await figure.root.evaluate(
      (_, value) => parent.postMessage({ ns: 'queue', v: 1, type: 'size', height: value }, '*'),
      told,
    );
  }
  await ask(page, { type: 'get' });
  expect(await height()).toBe(before);
});

for (const id of ids) {
  test(`markup, scripts and nonsense in every key of ${id}’s address come to nothing`, async ({
    page,
    site,
    host,
  }) => {
    await openHost(page, host, iframe(site.url(`embed/v1/${id}/`)));
    await framed(page, id);
    const own = Object.keys(Object((await said(page, 'hello'))[0]?.schema));
    expect(own.length).toBeGreaterThan(2);
    const keys = [...own, 'theme', 'ui', 'motion', 'static', 'childId', '__proto__', 'constructor'];
    for (const nasty of [
      WORDS,
      '"><img src=x onerror=alert(1)>',
      "javascript:alert('1')",
      '__proto__',
      `${'9'.repeat(400)}y`,
      '\u0000%00',
      '1e400',
      '-0',
      'x'.repeat(300),
    ]) {
      const query = new URLSearchParams(keys.map((key): [string, string] => [key, nasty]));
      for (const name of [nasty, `<b>${nasty}`, `${own[0]}"><i>`]) query.append(name, WORDS);
      await page.goto(site.url(`embed/v1/${id}/?${query}#?secret=${encodeURIComponent(nasty)}`));
      const { root } = await new ScarcityFigure(page, id).ready();
      // Not even as text: whoever wrote the address would be speaking on somebody's page.
      if (nasty === WORDS) await expect(root.locator('.notice')).not.toHaveCount(0);
      const text = await page.locator('body').innerText();
      // Digits are in every picture.
      if (!/\d{9}/.test(nasty) && nasty.length > 3) expect(text).not.toContain(nasty.slice(0, 12));
      expect(text + (await page.locator('body').innerHTML())).not.toContain(WORDS);
      expect(
        await page
          .locator('img, script:not([src]):not([type]) ~ img, a[href^="javascript:"], [style*="javascript"]')
          .count(),
      ).toBe(0);
      await expect(root.locator('[data-answer]')).not.toBeEmpty();
      expect(await root.innerText()).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
}
