import AxeBuilder from '@axe-core/playwright';
import { parseFragment } from 'parse5';
import { widgetFolders } from '../../src/integrations/widget-folders.ts';
import { pixelsOf } from '../browser/pixels.ts';
import { expect, test } from '../browser/test.ts';
import { framed, openHost } from './framing.ts';

interface Listed {
  id: string;
  question: string;
  height: number;
  presets: { id: string; query: string }[];
}

const folders = widgetFolders(new URL('../../', import.meta.url));

/** What a page says of itself to those who link to it. */
const meta = (html: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];

/** Every word that the queries of some states give to a key. */
const listedIn = (states: readonly { query: string }[]) =>
  states.flatMap(({ query }) => [...new URLSearchParams(query).values()]);

/** The same address, where the site is served for the tests. */
const here = (address: string, origin: string) => new URL(new URL(address).pathname, origin).href;

for (const place of ['root', 'sub'] as const) {
  test.describe(`served at ${place}`, () => {
    test.use({ place });

    for (const { id } of folders) {
      test(`every named state of ${id} has a page that others can show in its place`, async ({
        page,
        request,
        site,
      }) => {
        test.slow();
        const listed: Listed[] = await (await request.get(site.url('widgets.json'))).json();
        const widget = listed.find((one) => one.id === id);
        expect(widget).toBeDefined();
        const gallery = await (await request.get(site.url('widgets/'))).text();
        const pages = [...gallery.matchAll(new RegExp(`href="([^"]*/figure/${id}/([^"/]+)/)"`, 'g'))];
        expect(pages.map(([, , state]) => state)).toEqual(
          expect.arrayContaining((widget?.presets ?? []).map((preset) => preset.id)),
        );
        await page.goto(site.url('404.html'));
        for (const [, path = '', state = ''] of pages) {
          const address = new URL(path, site.origin).href;
          const response = await request.get(address);
          expect(response.status(), address).toBe(200);
          const html = await response.text();
          const discovery = html.indexOf('type="application/json+oembed"');
          expect(Buffer.byteLength(html.slice(0, discovery)), 'is found early').toBeLessThan(10_000);
          expect(discovery).toBeGreaterThan(0);
          expect(discovery).toBeLessThan(html.indexOf('</head>'));

          const image = meta(html, 'og:image') ?? '';
          expect(image).toMatch(/^https?:\/\/[^/]+\/.*card\.png$/);
          expect(meta(html, 'twitter:image')).toBe(image);
          expect(meta(html, 'twitter:card')).toBe('summary_large_image');
          expect(meta(html, 'og:url')).toMatch(new RegExp(`^https?://[^/]+${path}$`));
          expect(meta(html, 'og:title')).toContain(widget?.question.replaceAll('"', '&#34;'));
          expect(meta(html, 'og:description')).toMatch(/^[A-Z].*[.!]$/);

          const card = await (await request.get(here(image, site.origin))).body();
          const seen = await pixelsOf(page, card);
          expect(seen, `the card of ${state}`).toMatchObject({ width: 1200, height: 630 });
          expect(seen.colours, `the card of ${state}`).toBeGreaterThan(60);

          const svg = await (await request.get(`${address}poster.svg`)).text();
          const found = await page.evaluate((text) => {
            const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
            const words = root.querySelectorAll('text');
            const wanted = [...root.querySelectorAll('*')].flatMap((one) =>
              [...one.attributes].flatMap(({ value }) => /url\(#([^)]+)\)/.exec(value)?.[1] ?? []),
            );
            return {
              name: root.localName,
              size: [root.getAttribute('width'), root.getAttribute('height')].map(Number),
              words: words.length,
              shapes: root.querySelectorAll('path, rect, circle, line').length,
              unset: [...words].filter((one) => one.closest('[font-family]') === null).length,
              dashed: root.querySelectorAll('[stroke="#8b8678"][stroke-dasharray]').length,
              missing: wanted.filter((name) => root.querySelector(`[id="${name}"]`) === null),
            };
          }, svg);
          expect(found, address).toMatchObject({ name: 'svg', unset: 0, missing: [] });
          expect(found.words).toBeGreaterThan(6);
          expect(found.shapes).toBeGreaterThan(3);
          // Nothing that only a browser with our style sheets could make out, and no address but SVG's own name.
          const unresolved =
            /var\(|light-dark|color-mix|currentcolor|\sclass=|\sstyle=|\bNaN\b|undefined|svelte|https?:(?!\/\/www\.w3\.org)/i;
          expect(unresolved.exec(svg)?.[0], address).toBeUndefined();
          expect(svg).toContain('Not a circle, a queue (');
          // What is explained below the picture is in it.
          if (svg.includes('Dashed grey')) expect(found.dashed, address).toBeGreaterThan(0);
          const choices = listedIn(widget?.presets ?? []).filter((word) => word.includes('-'));
          for (const word of choices) expect(svg, address).not.toContain(`: ${word};`);

          const poster = await pixelsOf(page, await (await request.get(`${address}poster.png`)).body());
          const [width = 0, height = 0] = found.size;
          expect(poster.width / poster.height).toBeCloseTo(width / height, 2);
          expect(poster.width).toBeGreaterThan(1200);
          expect(poster.colours).toBeGreaterThan(60);
          expect(html).toContain(`width="${width}" height="${height}"`);
        }
      });
    }

    test('what is said to oEmbed is as its specification wants it, and leads to a frame', async ({
      request,
      site,
    }) => {
      for (const { id } of folders) {
        const names: string[] = [];
        const gallery = await (await request.get(site.url('widgets/'))).text();
        for (const [, path = ''] of gallery.matchAll(
          new RegExp(`href="([^"]*/figure/${id}/[^"/]+/)"`, 'g'),
        )) {
          const page = await (await request.get(new URL(path, site.origin).href)).text();
          const link =
            /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)" title="[^"]+">/.exec(page);
          expect(link?.[1]).toMatch(new RegExp(`^https?://.*${path}oembed\\.json$`));
          const response = await request.get(here(link?.[1] ?? '', site.origin));
          expect(response.headers()['content-type']).toContain('application/json');
          const said = await response.json();
          expect(said).toEqual({
            version: '1.0',
            type: 'rich',
            title: expect.stringMatching(/./),
            provider_name: 'Not a circle, a queue',
            provider_url: expect.stringMatching(/^https?:\/\/.*\/$/),
            cache_age: 86_400,
            thumbnail_url: expect.stringMatching(/card\.png$/),
            thumbnail_width: 1200,
            thumbnail_height: 630,
            html: expect.any(String),
            width: expect.any(Number),
            height: expect.any(Number),
          });
          // All that WordPress lets through of a page that it does not know.
          expect(said.html).toMatch(/^<blockquote>.*?<\/blockquote><iframe [^>]*><\/iframe>$/);
          const [quote, frame, ...more] = parseFragment(said.html).childNodes;
          expect(more).toEqual([]);
          expect(quote !== undefined && 'tagName' in quote && quote.tagName).toBe('blockquote');
          const attributes = Object.fromEntries(
            frame !== undefined && 'attrs' in frame
              ? frame.attrs.map(({ name, value }) => [name, value])
              : [],
          );
          expect(Number(attributes.height)).toBe(said.height);
          names.push(attributes.title ?? '');
          expect(attributes.src).toContain(`${site.base}embed/v1/${id}/`);
          expect((await request.get(here(attributes.src ?? '', site.origin))).status()).toBe(200);
        }
        // Two frames of one page are two to those who can't see them.
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^Interactive: .+ \(.+\)$/);
      }
    });
  });
}

for (const { id } of folders) {
  test(`the figure of ${id} is live at each of its states, and says there what its embed says`, async ({
    page,
    request,
    site,
  }) => {
    test.slow();
    const listed: Listed[] = await (await request.get(site.url('widgets.json'))).json();
    const presets = listed.find((one) => one.id === id)?.presets ?? [];
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const preset of presets) {
      await page.goto(site.url(`embed/v1/${id}/${preset.query}`));
      const answer = page.locator('[data-widget][data-ready] [data-answer]');
      await expect(answer).toBeVisible();
      // What only a second view says is loaded when it is asked for.
      const figure = await request.get(site.url(`figure/${id}/${preset.id}/`));
      const said = (meta(await figure.text(), 'og:description') ?? '')
        .replaceAll('&#38;', '&')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'");
      await expect(answer).toHaveText(said);
      await page.goto(site.url(`figure/${id}/${preset.id}/`));
      await expect(answer).toHaveText(said);
      const reset = page.getByRole('button', { name: 'Reset', exact: true });
      await expect(reset).toHaveAttribute('aria-disabled', String(preset.query === ''));
      const essay = page.getByRole('link', { name: 'Read it in the essay, at this state' });
      await expect(essay).toHaveAttribute('href', new RegExp(`^${site.base}(\\?.*)?#${id}$`));
    }
  });
}

test('an embed has its figure’s page for its own, with that page’s picture, and no frame but itself to give', async ({
  request,
  site,
}) => {
  for (const { id } of folders) {
    for (const path of [`embed/${id}/`, `embed/v1/${id}/`]) {
      const html = await (await request.get(site.url(path))).text();
      const canonical = /<link rel="canonical" href="([^"]+)">/.exec(html)?.[1] ?? '';
      expect(canonical, path).toMatch(new RegExp(`/figure/${id}/[a-z0-9-]+/$`));
      expect(meta(html, 'og:url')).toBe(canonical);
      expect(meta(html, 'og:image')).toBe(`${canonical}card.png`);
      const figure = await (await request.get(here(canonical, site.origin))).text();
      // It is the page of the state that the embed shows unasked.
      const answer = (text: string) => /<p[^>]*data-answer[^>]*>([\s\S]*?)<\/p>/.exec(text)?.[1];
      const words = (text = '') =>
        text
          .replaceAll(/<!--[\s\S]*?-->|<[^>]+>/g, '')
          .replaceAll(/\s+/g, ' ')
          .trim();
      expect(words(answer(figure)), path).toBe(words(answer(html)));
      // Whoever asked oEmbed of an address with another state would get this one.
      expect(html).not.toContain('json+oembed');
    }
  }
});

test('the frame that oEmbed gives stands in another page, and the quotation beside it leads home', async ({
  page,
  request,
  site,
  host,
  expectMessages,
}) => {
  if (process.platform === 'linux') expectMessages(/Unrecognized feature: 'web-share'/);
  const { html } = await (await request.get(site.url('figure/scarcity/half-covered/oembed.json'))).json();
  await openHost(page, host, html.replaceAll(/https?:\/\/[^/"]+/g, site.origin));
  const figure = await framed(page);
  await expect(figure.root.locator('[data-answer]')).toContainText('3.3×');
  await page.getByRole('link').click();
  await expect(page).toHaveURL(site.url('figure/scarcity/half-covered/'));
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [375, 1280]) {
    test(`axe finds nothing wrong with a figure page in ${colorScheme}, ${width} px wide`, async ({
      page,
      site,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.url('figure/queue/spot/'));
      await expect(page.locator('[data-widget][data-ready]')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.flatMap(({ help, nodes }) => nodes.map(({ target }) => `${help}: ${target}`)),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a figure page shows its state: the sentence, the picture, the code', async ({ page, site }) => {
    await page.goto(site.url('figure/queue/spot/'));
    await expect(page.locator('[data-answer]')).toContainText('$1.35');
    await expect(page.locator('[data-picture] svg:visible').first()).toBeVisible();
    await expect(page.locator('pre')).toContainText('/embed/v1/queue/?');
    await page.locator('.poster img').scrollIntoViewIfNeeded();
    await expect(page.locator('.poster img')).toHaveJSProperty('complete', true);
  });
});
