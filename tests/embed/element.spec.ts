import { expect, test } from '../browser/test.ts';
import { framed, openHost } from './framing.ts';

const script = (site: { url(path: string): string }) =>
  `<script src="${site.url('embed/v1/embed.js')}"></script>`;
const widget = '<compute-widget name="scarcity"><a href="#x">In words</a></compute-widget>';

test('it loads nothing before it comes near', async ({ page, site, host }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openHost(page, host, `<div style="height:6000px">Far</div>${widget}${script(site)}`);
  await page.evaluate(() =>
    customElements.whenDefined('compute-widget').then(() => new Promise(requestAnimationFrame)),
  );
  expect(asked.filter((url) => url.includes('/scarcity'))).toEqual([]);
  await expect(page.getByRole('link', { name: 'In words' })).toBeVisible();
  await page.locator('compute-widget').scrollIntoViewIfNeeded();
  await framed(page);
});

test('loaded twice, the script is there once', async ({ page, site, host }) => {
  await openHost(page, host, `${widget}${script(site)}${script(site)}`);
  await framed(page);
  await expect(page.locator('iframe')).toHaveCount(1);
});

test('taken away and put back, it begins anew, and leaves nothing behind', async ({ page, site, host }) => {
  await openHost(page, host, `${widget}${script(site)}`);
  await framed(page);
  await page.evaluate(() => {
    const element = document.querySelector('compute-widget');
    element?.remove();
    element?.setAttribute('lead', '4y');
    Object.assign(window, { element });
  });
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.evaluate('document.body.append(element)');
  const figure = await framed(page);
  await expect.poll(async () => (await figure.world()).lead).toBe(4);
});

test('another name, title, theme or option is taken over', async ({ page, site, host }) => {
  await openHost(page, host, `${widget}${script(site)}`);
  await framed(page);
  const element = page.locator('compute-widget');
  await element.evaluate((one) => one.setAttribute('title', 'Two clocks'));
  await expect(page.locator('iframe')).toHaveAttribute('title', 'Two clocks');
  await element.evaluate((one) => one.setAttribute('theme', 'dark'));
  await expect(page.locator('iframe').contentFrame().locator('html')).toHaveAttribute('data-theme', 'dark');
  await element.evaluate((one) => one.setAttribute('name', 'phase-map'));
  await framed(page, 'phase-map');
  await element.evaluate((one) => one.setAttribute('name', '../../'));
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('of many changes at once the last stands', async ({ page, site, host }) => {
  await openHost(page, host, `${widget}${script(site)}`);
  const figure = await framed(page);
  const element = page.locator('compute-widget');
  await element.evaluate(async (one) => {
    for (let lead = 12; lead <= 60; lead++) {
      one.setAttribute('lead', `${lead}mo`);
      await new Promise((next) => setTimeout(next));
    }
  });
  await expect.poll(async () => (await figure.world()).lead).toBe(5);
  await expect(element).toHaveAttribute('lead', /^(60mo|5y)$/);
});

test('a wish that comes before the widget is awake is heard', async ({ page, site, host }) => {
  await openHost(page, host, `${widget}${script(site)}`);
  const element = page.locator('compute-widget');
  await element.evaluate(async (one) => {
    while (!one.shadowRoot?.querySelector('iframe')) await new Promise(requestAnimationFrame);
    one.setAttribute('lead', '5y');
  });
  const figure = await framed(page);
  await expect.poll(async () => (await figure.world()).lead).toBe(5);
  await expect(element).toHaveAttribute('lead', '5y');
});

test('a wish taken back before its answer is taken back', async ({ page, site, host }) => {
  await openHost(page, host, `${widget}${script(site)}`);
  const figure = await framed(page);
  const element = page.locator('compute-widget');
  await element.evaluate((one) => one.setAttribute('lead', '1y'));
  await expect.poll(async () => (await figure.world()).lead).toBe(1);
  const answers = element.evaluate(
    (one) =>
      new Promise<number>((resolve) => {
        let count = 0;
        addEventListener('message', ({ data }) => {
          if (data.type === 'state' && ++count === 2) setTimeout(() => resolve(count));
        });
        one.setAttribute('lead', '3y');
        queueMicrotask(() => one.setAttribute('lead', '1y'));
      }),
  );
  expect(await answers).toBe(2);
  await expect(element).toHaveAttribute('lead', '1y');
  expect((await figure.world()).lead).toBe(1);
});

test('it loads when it is named, however late', async ({ page, site, host }) => {
  await openHost(page, host, `<compute-widget></compute-widget>${script(site)}`);
  const element = page.locator('compute-widget');
  await element.evaluate(async (one) => {
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    one.setAttribute('name', 'scarcity');
  });
  await framed(page);
});

test('what a page writes as markup stays text', async ({ page, site, host }) => {
  await openHost(
    page,
    host,
    `<compute-widget name="scarcity" lead='"><script>alert(1)</script>' scale="javascript:alert(1)" onclick="x" data-x="y" title="&lt;b&gt;"></compute-widget>${script(site)}`,
  );
  const figure = await framed(page);
  expect((await figure.world()).lead).toBe(2);
  const address = (await page.locator('iframe').getAttribute('src')) ?? '';
  expect([...new URL(address).searchParams.keys()].sort()).toEqual(['lead', 'scale']);
  // What could not be read is put right, where the page can see it.
  await expect(page.locator('compute-widget')).toHaveAttribute('scale', 'log');
});
