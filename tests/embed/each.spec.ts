import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import fc from 'fast-check';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { expect, type Site, test } from '../browser/test.ts';
import { ScarcityFigure } from '../e2e/figure.ts';
import {
  ask,
  framed,
  heightOf,
  iframe,
  openHost,
  openInWordpress,
  SECRET,
  said,
  saidInAll,
  tell,
} from './framing.ts';

/** Every widget, on every kind of page that somebody may put it into. */
const ids = widgetFolders(new URL('../../', import.meta.url)).map(({ id }) => id);

interface Listed {
  id: string;
  height: number;
  presets: { query: string }[];
}

const script = (site: Site) => `<script src="${site.url('embed/v1/embed.js')}"></script>`;
const fields = (query: string) => Object.fromEntries(new URLSearchParams(query));

/** What is listed of a widget, and a state of it that is not the essay's. */
async function listed(request: APIRequestContext, site: Site, id: string) {
  const all: Listed[] = await (await request.get(site.url('widgets.json'))).json();
  const one = all.find((each) => each.id === id);
  const query = one?.presets.findLast((preset) => preset.query !== '')?.query;
  if (one === undefined || query === undefined) throw new Error(`${id} has a state of its own`);
  return { height: one.height, query };
}

/** The height of what is in a frame. */
const bodyOf = ({ root }: ScarcityFigure) =>
  root.evaluate((element) => Math.ceil(element.ownerDocument.body.getBoundingClientRect().height));

/** What axe finds wrong in a host's frame. */
async function faultsIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include({ fromFrames: ['iframe', 'html'] }).analyze();
  return violations.flatMap(({ help, nodes }) => nodes.map(({ target }) => `${help}: ${target}`));
}

const drawer = ({ root }: ScarcityFigure): Locator => root.locator('summary', { hasText: 'Assumptions' });

for (const id of ids) {
  test.describe(id, () => {
    const embed = `embed/v1/${id}/`;

    test('shows what a reader copied where it is pasted, asks nobody else and stores nothing', async ({
      page,
      site,
      host,
      request,
      context,
      expectMessages,
    }) => {
      // Said by browsers that share nothing, of the frame's leave to.
      expectMessages(/Unrecognized feature: 'web-share'/);
      const { query, height } = await listed(request, site, id);
      await page.goto(site.url(`${embed}${query}`));
      const { root } = await new ScarcityFigure(page, id).ready();
      await root.locator('summary', { hasText: 'Share' }).click();
      const code = await root.getByRole('textbox', { name: 'Code to embed it' }).inputValue();
      expect(code).not.toMatch(/style|class|<script/);

      await openHost(page, host, code);
      const figure = await framed(page, id);
      const { state } = await ask(page, { type: 'get' });
      expect(state).toMatchObject(fields(query));
      // It says the whole state, so that it goes on to show it when the essay's own is another.
      const address = await page.locator('iframe').getAttribute('src');
      expect(state).toEqual(fields(new URL(address ?? '').search));
      await expect(page.locator('iframe')).toHaveAttribute('height', String(height));
      const link = page.getByRole('link');
      await expect(link).toHaveText(/ · Not a circle, a queue$/);
      expect(await link.getAttribute('href')).toMatch(new RegExp(`^${site.url()}\\?.*#${id}$`));

      await drawer(figure).click();
      // In a new tab a place on the same page would be lost.
      const hrefs = await page
        .locator('iframe')
        .contentFrame()
        .locator('a')
        .evaluateAll((links) => links.map((one) => one.getAttribute('href')));
      expect(hrefs.filter((href) => !/^(https?:|\/)/.test(href ?? ''))).toEqual([]);
      await figure.reset.click();
      await expect.poll(() => said(page, 'state')).toContainEqual(expect.objectContaining({ cause: 'user' }));
      expect(await context.cookies()).toEqual([]);
      expect((await context.storageState({ indexedDB: true })).origins).toEqual([]);
    });

    test('is as high as it needs to be in a sandbox without an origin, on a page with a strict policy', async ({
      page,
      site,
      host,
      request,
    }) => {
      const { query } = await listed(request, site, id);
      // Inline scripts are this page's own, which keeps what it hears.
      const policy = `default-src 'none'; img-src data:; script-src ${site.origin} 'unsafe-inline'; frame-src ${site.origin}`;
      await openHost(
        page,
        host,
        `${iframe(site.url(embed), 'sandbox="allow-scripts" width="680"')}${script(site)}`,
        { headers: { 'content-security-policy': policy, 'referrer-policy': 'no-referrer' } },
      );
      const figure = await framed(page, id);
      const storage = () => {
        try {
          return typeof localStorage;
        } catch {
          return 'refused';
        }
      };
      expect(await figure.root.evaluate(storage)).toBe('refused');
      const gap = async () => Math.abs((await heightOf(page)) - (await bodyOf(figure)));
      await expect.poll(gap).toBeLessThan(2);
      const closed = await bodyOf(figure);
      for (const isOpen of [true, false]) {
        await drawer(figure).click();
        await expect.poll(async () => (await bodyOf(figure)) > closed).toBe(isOpen);
        await expect.poll(gap).toBeLessThan(2);
      }
      const { state } = await ask(page, { type: 'set', state: fields(query) });
      expect(state).toMatchObject(fields(query));
    });

    test('has the colours of the page around it, whatever the reader prefers', async ({
      page,
      site,
      host,
    }) => {
      for (const [preference, ground] of [
        ['light', 'rgb(20 22 26)'],
        ['dark', 'white'],
      ] as const) {
        await page.emulateMedia({ colorScheme: preference });
        await openHost(
          page,
          host,
          `<div style="background:${ground}">${iframe(site.url(embed))}</div>${script(site)}`,
        );
        const { root } = await framed(page, id);
        const isDark = () =>
          root.evaluate((panel) => {
            const [red = 0, green = 0, blue = 0] =
              getComputedStyle(panel)
                .backgroundColor.match(/[\d.]+/g)
                ?.map(Number) ?? [];
            return red + green + blue < 384;
          });
        await expect.poll(isDark, `on ${ground}`).toBe(preference === 'light');
      }
    });

    test('leaves nothing over the edge of a frame of 280 px, and axe finds nothing wrong in it', async ({
      page,
      site,
      host,
    }) => {
      await openHost(page, host, `${iframe(site.url(embed), 'width="280" frameborder="0"')}${script(site)}`);
      const { root } = await framed(page, id);
      const wide = () => root.evaluate((panel) => panel.ownerDocument.documentElement.scrollWidth);
      expect(await wide()).toBe(280);
      expect(await faultsIn(page)).toEqual([]);
      await root.getByRole('button', { name: 'More' }).click();
      expect(await wide()).toBe(280);
      expect(await faultsIn(page)).toEqual([]);
    });

    test('has nothing wrong in it for axe, in light or dark, bare or a picture alone', async ({
      page,
      site,
      host,
    }) => {
      const queries = ['ui=bare', 'static=1'].flatMap((option) => [
        `theme=light&${option}`,
        `theme=dark&${option}`,
      ]);
      for (const query of ['theme=dark', ...queries]) {
        const ground = query.startsWith('theme=dark') ? 'rgb(20 22 26)' : 'white';
        await openHost(
          page,
          host,
          `<main style="background:${ground}">${iframe(site.url(`${embed}?${query}`), 'width="680" height="1000" frameborder="0"')}</main>`,
        );
        await framed(page, id);
        expect(await faultsIn(page), query).toEqual([]);
      }
    });

    test('tells its height up and down in five dialects, and nothing goes round', async ({
      page,
      site,
      host,
    }) => {
      await openHost(
        page,
        host,
        iframe(site.url(`${embed}?childId=graph#?secret=Ab12Cd34Ef`), 'width="680" height="300"'),
      );
      await listenInFiveDialects(page);
      const figure = await framed(page, id);
      await tell(page, { ns: 'queue', v: 1, type: 'init' });
      const gap = async () => Math.abs((await heightOf(page)) - (await bodyOf(figure)));
      await expect.poll(gap).toBeLessThan(2);
      const less = await bodyOf(figure);
      for (const name of ['More', 'Less', 'More', 'Less']) {
        await figure.root.getByRole('button', { name, exact: true }).click();
        await expect.poll(async () => (await bodyOf(figure)) > less).toBe(name === 'More');
        await expect.poll(gap).toBeLessThan(2);
      }
      const heights = (await page.evaluate('heights')) as Record<string, number[]>;
      expect(Object.keys(heights)).toHaveLength(5);
      for (const [dialect, told] of Object.entries(heights)) expect(told, dialect).toEqual(heights.queue);
      expect(heights.queue?.length).toBeLessThan(20);
    });

    test('stands whole where WordPress shows it, and hides the quotation', async ({ page, site, host }) => {
      await openInWordpress(page, host, site.url(embed));
      await expect(page.locator('blockquote')).toBeHidden();
      await expect(page.locator('iframe')).toBeVisible();
      const figure = await framed(page, id);
      await expect.poll(async () => (await heightOf(page)) - (await bodyOf(figure))).toBe(0);
      // However wide the place for it: what is more than 1000 px high would be cut off.
      for (const width of [320, 375, 430, 480, 630, 650, 900]) {
        await page.locator('iframe').evaluate((frame, wide) => frame.setAttribute('width', `${wide}`), width);
        await expect
          .poll(() => figure.root.evaluate((root) => root.ownerDocument.documentElement.clientWidth))
          .toBe(width);
        await expect
          .poll(async () => (await heightOf(page)) - (await bodyOf(figure)), `${width} px wide`)
          .toBe(0);
      }
      // The hash is the host's, and stays.
      await figure.root.locator('input[type=range]:visible').first().press('End');
      expect(await figure.root.evaluate((root) => root.ownerDocument.location.hash)).toBe(
        `#?secret=${SECRET}`,
      );
      const before = (await saidInAll(page)).length;
      await tell(page, { message: 'ready', secret: SECRET });
      await expect
        .poll(async () => (await saidInAll(page)).slice(before))
        .toContainEqual(expect.objectContaining({ message: 'height', secret: SECRET }));
    });

    test('has its state in an element’s attributes, both ways', async ({ page, site, host, request }) => {
      const { query } = await listed(request, site, id);
      await openHost(page, host, `<compute-widget name="${id}"></compute-widget>${script(site)}`);
      const figure = await framed(page, id);
      const element = page.locator('compute-widget');
      const stateOf = () => element.evaluate((one) => ({ ...Object(one).state }) as Record<string, string>);
      const attributes = () =>
        element.evaluate((one) =>
          Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
        );
      await expect.poll(async () => Object.keys(await stateOf()).length).toBeGreaterThan(0);
      const home = await stateOf();
      expect(await attributes()).toEqual({ name: id });

      await element.evaluate((one, wanted) => {
        for (const [key, value] of Object.entries(wanted)) one.setAttribute(key, value);
      }, fields(query));
      await expect.poll(stateOf).toMatchObject(fields(query));
      const address = () => figure.root.evaluate((root) => root.ownerDocument.location.search);
      await expect.poll(async () => fields(await address())).toMatchObject(fields(query));

      // The other way: each attribute says what is so, and one that is not there stands for the essay's.
      const told = page.evaluate(
        () =>
          new Promise((resolve) => {
            document
              .querySelector('compute-widget')
              ?.addEventListener('statechange', (event) => resolve(Object(event).detail.cause));
          }),
      );
      await figure.reset.click();
      expect(await told).toBe('user');
      expect(await stateOf()).toEqual(home);
      await expect
        .poll(async () => {
          const [state, written] = [await stateOf(), await attributes()];
          return Object.keys(state).filter((each) => (written[each] ?? home[each]) !== state[each]);
        })
        .toEqual([]);
    });

    test('keeps its question, answer and picture on paper', async ({ page, site, host }) => {
      await openHost(page, host, iframe(site.url(embed), 'width="400" height="900"'));
      const { root } = await framed(page, id);
      await page.emulateMedia({ media: 'print' });
      await expect(root.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(root.locator('[data-answer]')).toBeVisible();
      await expect(root.locator('[data-picture] svg').first()).toBeVisible();
      await expect(root.locator('.controls')).toBeHidden();
      await expect(root.getByRole('button', { name: 'More' })).toBeHidden();
    });

    test('a picture alone is moved by no hand', async ({ page, site, host }) => {
      await openHost(page, host, iframe(site.url(`${embed}?static=1`), 'width="680" height="1000"'));
      const { root } = await framed(page, id);
      const before = await ask(page, { type: 'get' });
      const picture = root.locator('[data-picture]').first();
      const { x, y, width, height } = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      for (const across of [0.15, 0.5, 0.75])
        for (const down of [0.3, 0.6, 0.95]) await page.mouse.click(x + across * width, y + down * height);
      for (let stops = 0; stops < 8; stops++) {
        await page.keyboard.press('Tab');
        await page.keyboard.press('ArrowRight');
      }
      expect((await ask(page, { type: 'get' })).state).toEqual(before.state);
      await expect(root.locator('.panel :is(input, button, summary):visible')).toHaveCount(0);
    });

    test('throws at no query and at no message, and says nothing that is not so', async ({
      page,
      site,
      host,
    }) => {
      await openHost(page, host, iframe(site.url(embed), 'width="680" height="1000"'));
      const { root } = await framed(page, id);
      const schema = Object((await said(page, 'hello'))[0]?.schema) as Record<string, Schema>;
      const asked = wishes(schema);
      // Whatever the browser complains of fails the test too: a throw, or a shape that can't be drawn.
      const isWell = async (what: string) => {
        await expect(root.locator('[data-answer]'), what).not.toBeEmpty();
        expect(await root.innerText(), what).not.toMatch(/NaN|undefined|Infinity|\[object/);
      };
      await fc.assert(
        fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 3 }), async (messages) => {
          for (const state of messages) await tell(page, { ns: 'queue', v: 1, type: 'set', state });
          const { type } = await ask(page, { type: 'get' });
          expect(type).toBe('state');
          await isWell(JSON.stringify(messages));
        }),
        { numRuns: 25, endOnFailure: true },
      );
      await fc.assert(
        fc.asyncProperty(asked, async (wish) => {
          const query = new URLSearchParams(Object.entries(wish).map(([key, value]) => [key, String(value)]));
          await openHost(page, host, iframe(site.url(`${embed}?${query}`), 'width="680" height="1000"'));
          await framed(page, id);
          await isWell(`?${query}`);
        }),
        { numRuns: 6, endOnFailure: true },
      );
    });

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test('shows the finished picture and its sentence', async ({ page, site, host }) => {
        await page.goto(host.page(`<link rel="icon" href="data:,">${iframe(site.url(embed))}`));
        const frame = page.locator('iframe').contentFrame();
        await expect(frame.locator('[data-answer]')).not.toBeEmpty();
        await expect(frame.locator('[data-picture] svg:visible').first()).toBeVisible();
        await expect(frame.locator('.controls')).toBeHidden();
        await expect(frame.getByRole('button', { name: 'More' })).toBeHidden();
        await expect(frame.getByText('How this is computed')).toBeVisible();
      });
    });
  });
}

/** Each dialect as its own hosts read it; the frame is sized by it, as they do. */
function listenInFiveDialects(page: Page): Promise<void> {
  return page.evaluate(() => {
    const heights: Record<string, number[]> = { queue: [], embedly: [], amp: [], wordpress: [], pym: [] };
    Object.assign(window, { heights });
    const frame = document.querySelector('iframe');
    addEventListener('message', ({ data, source }) => {
      if (frame === null || source !== frame.contentWindow) return;
      const hear = (dialect: string, height: unknown) => {
        heights[dialect]?.push(Number(height));
        frame.style.height = `${Number(height)}px`;
      };
      if (typeof data === 'string' && data.startsWith('pymxPYMxgraphxPYMxheightxPYMx'))
        hear('pym', data.split('xPYMx').at(-1));
      else if (typeof data === 'string') hear('embedly', JSON.parse(data).height);
      else if (data.sentinel === 'amp' && data.type === 'embed-size') hear('amp', data.height);
      else if (data.message === 'height' && data.secret === 'Ab12Cd34Ef') hear('wordpress', data.value);
      else if (data.ns === 'queue' && data.type === 'size') hear('queue', data.height);
    });
  });
}

interface Schema {
  options?: string[];
  min: number;
  max: number;
}

/** Whatever may be asked of a widget's keys: what they can be, their ends and beyond, and nonsense. */
function wishes(
  schema: Record<string, Schema>,
): fc.Arbitrary<Record<string, string | number | null | undefined>> {
  const nonsense = fc.constantFrom<string | number | null>(
    '',
    '-1',
    '1e9',
    '9'.repeat(60),
    '<b>',
    '%',
    null,
    0,
    -1,
    1e12,
  );
  const values = Object.entries(schema).map(([key, { options, min, max }]) => {
    const fitting: fc.Arbitrary<string | number> =
      options === undefined
        ? fc.oneof(fc.constantFrom(min, max), fc.double({ min, max, noNaN: true }))
        : fc.constantFrom(...options);
    return [key, fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: nonsense })] as const;
  });
  return fc.record(Object.fromEntries(values), { requiredKeys: [] });
}
